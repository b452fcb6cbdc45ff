internal import HelpCenter

/// Which sources are translations of each other.
///
/// Sources of different locales belong together when they have the same key: the `translationKey` of the front matter,
/// or else the path below the locale's folder. A category's key is its folder, with or without an `_index.md`; the home
/// page's is empty.
struct Translations {
    /// One group of sources.
    struct Group {
        /// What they have in common.
        let key: String
        /// Each locale's source, as an index of the parsed pages.
        var sources: [Int?]
    }

    /// The groups, in the order in which their keys are first met in the sorted sources.
    private(set) var groups: [Group] = []
    /// The group of each source, by the source's index; nil for sources that are left out.
    private(set) var groupOfSource: [Int?]
    /// Sources that claim one place in one locale.
    private(set) var diagnostics: [Diagnostic] = []

    /// The key of the contact pages: links lead to them as to a category.
    static let contactKey = "contact/"
    /// The key of the verify pages.
    static let verifyKey = "verify/"
    /// The key of the search pages.
    static let searchKey = "search/"

    private var groupOfKey: [String: Int] = [:]

    /// Groups the sources that are published.
    init(_ parsed: ParsedSite, kept: [Bool], display: String) {
        groupOfSource = Array(repeating: nil, count: parsed.pages.count)
        let localeOfCode = Dictionary(
            uniqueKeysWithValues: parsed.settings.locales.enumerated().map { ($1.code, $0) })
        // Every locale has a home page, even where no file describes it or lies below it.
        _ = group(of: "", locales: parsed.settings.locales.count)
        for key in [Self.searchKey] + (parsed.contact == nil ? [] : [Self.contactKey, Self.verifyKey]) {
            _ = group(of: key, locales: parsed.settings.locales.count)
        }
        for (index, page) in parsed.pages.enumerated() where kept[index] {
            guard let locale = localeOfCode[page.source.locale] else { continue }
            let group = group(of: Self.key(of: page), locales: parsed.settings.locales.count)
            if let other = groups[group].sources[locale] {
                diagnostics.append(
                    .duplicateTranslation(
                        page, other: parsed.pages[other].source, key: groups[group].key, display: display))
            } else {
                groups[group].sources[locale] = index
                groupOfSource[index] = group
            }
            for folder in page.source.categoryFolders {
                _ = self.group(of: folder, locales: parsed.settings.locales.count)
            }
        }
    }

    /// The group of a key, if there is one.
    func group(ofKey key: String) -> Int? { groupOfKey[key] }

    /// The key of a source. A category's is always its folder, because its articles are found there.
    static func key(of page: ParsedPage) -> String {
        if page.source.isIndex { return page.source.folder }
        if let key = page.frontMatter.translationKey { return key.value }
        return page.source.isBundle ? String(page.source.folder.dropLast()) : String(page.source.path.dropLast(3))
    }

    private mutating func group(of key: String, locales: Int) -> Int {
        if let group = groupOfKey[key] { return group }
        groups.append(Group(key: key, sources: Array(repeating: nil, count: locales)))
        groupOfKey[key] = groups.count - 1
        return groups.count - 1
    }
}
