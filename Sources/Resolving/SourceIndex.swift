internal import HelpCenter

/// Finds sources, files and pages by the paths that links name.
struct SourceIndex: Sendable {
    /// Parsed pages by their paths below the content folder.
    let sources: [String: Int]
    /// Parsed files by their paths below the content folder.
    let files: [String: Int]
    /// Assets by their paths below `Public/`.
    let assets: [String: Int]
    /// Pages by the paths of their permalinks.
    let pages: [String: PageID]
    /// Why sources are not published.
    let leftOut: [SourcePath: String]
    /// Each source's group.
    let groupOfSource: [Int?]
    /// The index of each locale.
    let localeOfCode: [LocaleCode: Int]

    private let groups: [String: Int]
    private let sourcesOfGroup: [[Int?]]
    private let fallbacks: [[Int]]
    private let names: [String: [String]]
    private let places: [String: [String]]

    /// Indexes a site.
    init(_ parsed: ParsedSite, translations: Translations, pages: [Page], leftOut: [SourcePath: String]) {
        sources = Dictionary(parsed.pages.enumerated().map { ($1.source.contentPath, $0) }) { first, _ in first }
        files = Dictionary(parsed.files.enumerated().map { ($1.source.contentPath, $0) }) { first, _ in first }
        assets = Dictionary(parsed.assets.enumerated().map { ($1.path, $0) }) { first, _ in first }
        self.pages = Dictionary(pages.map { ($0.permalink.path, $0.id) }) { first, _ in first }
        self.leftOut = leftOut
        groupOfSource = translations.groupOfSource
        groups = Dictionary(translations.groups.enumerated().map { ($1.key, $0) }) { first, _ in first }
        localeOfCode = Dictionary(uniqueKeysWithValues: parsed.settings.locales.enumerated().map { ($1.code, $0) })
        sourcesOfGroup = translations.groups.map(\.sources)
        fallbacks = parsed.settings.locales.enumerated().map { number, locale in
            [number]
                + locale.fallbacks.compactMap { code in
                    parsed.settings.locales.firstIndex { $0.code == code }
                }
        }
        var names: [String: [String]] = [:]
        var places: [String: [String]] = [:]
        for source in parsed.pages.map(\.source) + parsed.files.map(\.source) {
            let path = source.contentPath
            let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
            let name = String(path[slash...])
            names[String(path[..<slash]), default: []].append(name)
            places["\(source.locale)/\(name)", default: []].append(path)
        }
        self.names = names
        self.places = places
    }

    /// The group of a key: an article's path without `.md`, or a category's folder.
    func group(ofKey key: String) -> Int? { groups[key] }

    /// The source that a locale shows for a group: its own, or one that stands in.
    func source(of group: Int, locale: LocaleCode) -> Int? {
        guard let number = localeOfCode[locale] else { return nil }
        return fallbacks[number].lazy.compactMap { self.sourcesOfGroup[group][$0] }.first
    }

    /// The names of the files in a folder, given by its path below the content folder.
    func names(in folder: String) -> [String] { names[folder] ?? [] }

    /// The paths of the files of a locale that have a name.
    func places(of name: String, in locale: LocaleCode) -> [String] { places["\(locale)/\(name)"] ?? [] }
}
