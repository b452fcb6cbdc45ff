internal import HelpCenter

/// Sorts the files of the content folder by what they are for.
struct ContentListing {
    /// Markdown files of the site's locales.
    private(set) var articles: [SourcePath] = []
    /// Files beside them that are published as they are.
    private(set) var files: [SourcePath] = []
    /// Settings of single locales, which the loader reads, by their paths below the content folder.
    private(set) var localeSettings: Set<String> = []
    /// What is wrong with names and places.
    private(set) var diagnostics: [Diagnostic] = []

    /// Settings of the whole site, which the loader reads.
    private static let settings: Set<String> = ["site.yml", "contact.yml", "topics.yml"]
    /// Those that have their place in the content folder, and that this version does not read.
    private static let unreadSettings: Set<String> = ["redirects.yml"]
    /// Settings of one locale, which lie in its folder.
    private static let localeSettings: Set<String> = ["strings.yml", "synonyms.yml", "search-tests.yml"]
    /// Those that this version does not read.
    private static let unreadLocaleSettings: Set<String> = ["glossary.yml"]

    /// Sorts paths below the content folder.
    init(_ paths: [String], settings: SiteSettings, display: String) {
        let locales = Dictionary(uniqueKeysWithValues: settings.locales.map { ($0.code.rawValue, $0.code) })
        var unlisted: [String: Int] = [:]
        for path in paths {
            guard let slash = path.firstIndex(of: "/") else {
                if Self.unreadSettings.contains(path) {
                    diagnostics.append(.unreadSettings(display + "/" + path))
                } else if !Self.settings.contains(path) {
                    let name = path.lowercased()
                    let meant = Self.settings.first { name == $0 || name == $0.dropLast(3) + "yaml" }
                    diagnostics.append(.strayFile(display + "/" + path, meant: meant))
                }
                continue
            }
            let folder = String(path[..<slash])
            let rest = String(path[path.index(after: slash)...])
            if let locale = locales[folder] {
                place(SourcePath(locale: locale, path: rest), display: display)
            } else if path.hasSuffix(".md") {
                unlisted[folder, default: 0] += 1
            }
        }
        let listed = settings.locales.map(\.code)
        diagnostics += unlisted.sorted { $0.key < $1.key }.map { folder, count in
            .unlistedLocale(display + "/" + folder, count: count, listed: listed)
        }
    }

    private mutating func place(_ source: SourcePath, display: String) {
        let file = display + "/" + source.contentPath
        if source.path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
            diagnostics.append(.invalidName(file, "it holds an invisible character"))
        } else if source.path.utf8.contains(UInt8(ascii: "\\")) {
            diagnostics.append(.invalidName(file, "browsers read '\\' as '/'"))
        } else if source.path.hasSuffix(".md") {
            articles.append(source)
        } else if Self.localeSettings.contains(source.path) {
            localeSettings.insert(source.contentPath)
        } else if Self.unreadLocaleSettings.contains(source.path) {
            diagnostics.append(.unreadSettings(file))
        } else {
            if Self.settings.contains(source.path) {
                diagnostics.append(.misplacedSettings(file, name: source.path, display: display))
            } else if let meant = Self.localeSettings(meantBy: source) {
                diagnostics.append(.unreadLocaleSettings(file, meant: "\(display)/\(source.locale)/\(meant)"))
            }
            files.append(source)
        }
    }

    /// The settings of a locale that a file would be if it had another ending, or lay in the locale's folder itself.
    private static func localeSettings(meantBy source: SourcePath) -> String? {
        let name = String(source.path.dropFirst(source.folder.count)).lowercased()
        let standard = name.hasSuffix(".yaml") ? name.dropLast(4) + "yml" : name
        return localeSettings.contains(standard) ? standard : nil
    }
}
