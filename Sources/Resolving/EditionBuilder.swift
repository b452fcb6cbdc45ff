internal import HelpCenter
internal import Markdown

/// Lays out each locale's tree of categories and articles.
///
/// For one locale:
/// 1. Every group that has a source in the locale, or in one of the locales that stand in for it, becomes an article.
/// 2. Every folder above such an article, and every folder described by an `_index.md`, becomes a category. An article
///    beside a folder of its name (`about.md`, `about/`) describes that category, unless an `_index.md` does.
/// 3. Permalinks are put together from the top: the locale, the categories' segments, the article's.
/// 4. Siblings are ordered by weight, then by path; those without a weight come last.
struct EditionBuilder {
    /// All pages; each one's identifier is its index.
    private(set) var pages: [Page] = []
    /// Each locale's home page.
    private(set) var homes: [PageID] = []
    /// The groups with their pages.
    private(set) var groups: [TranslationGroup] = []
    /// What is wrong with slugs and index files.
    private(set) var diagnostics: [Diagnostic] = []

    private let parsed: ParsedSite
    private let translations: Translations
    private let display: String
    private let localeOfCode: [LocaleCode: Int]
    private var pageOfFolder: [Folder: PageID] = [:]

    /// A category's folder in a locale.
    private struct Folder: Hashable {
        let path: String
        let locale: Int
    }

    /// Lays out all locales.
    init(_ parsed: ParsedSite, translations: Translations, display: String) {
        self.parsed = parsed
        self.translations = translations
        self.display = display
        localeOfCode = Dictionary(uniqueKeysWithValues: parsed.settings.locales.enumerated().map { ($1.code, $0) })
        for locale in parsed.settings.locales.indices { addEdition(locale) }
        var pagesOfGroup = translations.groups.map { _ in
            [PageID?](repeating: nil, count: parsed.settings.locales.count)
        }
        for page in pages { pagesOfGroup[page.group][page.locale] = page.id }
        // A category that an article describes is found by its folder too.
        for (folder, page) in pageOfFolder {
            if let group = translations.group(ofKey: folder.path) { pagesOfGroup[group][folder.locale] = page }
        }
        groups = zip(translations.groups, pagesOfGroup).map { TranslationGroup(key: $0.key, pages: $1) }
    }
}

extension EditionBuilder {
    /// A page before its neighbours are known.
    private struct Draft {
        let role: Page.Role
        let group: Int
        let source: Int?
        var contentLocale: Int
        let folder: String
        let permalink: Permalink
        let title: String
        let description: String?
        let weight: Int
        let sortKey: String
        var categories: [Int] = []
        var articles: [Int] = []
        var parent: Int?
    }

    private mutating func addEdition(_ locale: Int) {
        var drafts = [home(locale)]
        let articles = translations.groups.indices.compactMap { article($0, locale) }
        var articleOfFolder: [String: ArticleSource] = [:]
        for article in articles {
            let path = parsed.pages[article.source].source.path
            articleOfFolder[path.dropLast(3) + "/"] = article
        }
        var categoryOfFolder = ["": 0]
        var described: Set<Int> = []
        for folder in folders(of: articles, locale) {
            let parent = categoryOfFolder[SourcePath.parent(of: folder)] ?? 0
            categoryOfFolder[folder] = drafts.count
            let beside = articleOfFolder[folder]
            let description = description(of: folder, locale, beside: beside)
            // A stand-in gives way to the category's own description; two texts of the locale collide, and are reported.
            if let beside, description?.source == beside.source || beside.contentLocale != locale {
                described.insert(beside.group)
            }
            drafts.append(category(folder, description, parent: parent, above: drafts[parent].permalink))
        }
        for article in articles where !described.contains(article.group) {
            let source = parsed.pages[article.source]
            let parent = categoryOfFolder[source.source.categoryFolder] ?? 0
            let isOwn = article.contentLocale == locale
            drafts.append(self.article(article, parent: parent, above: drafts[parent].permalink))
            if isOwn { markOwn(parent, locale, &drafts) }
        }
        link(&drafts)
        homes.append(pages.count)
        append(drafts, locale)
    }

    /// A category that holds an article of the locale itself is the locale's own, even where its title stands in.
    private func markOwn(_ category: Int, _ locale: Int, _ drafts: inout [Draft]) {
        var index: Int? = category
        while let current = index, drafts[current].contentLocale != locale {
            drafts[current].contentLocale = locale
            index = drafts[current].parent
        }
    }

    private typealias ArticleSource = (group: Int, source: Int, contentLocale: Int)

    /// The source that a locale shows for a group of articles.
    private func article(_ group: Int, _ locale: Int) -> ArticleSource? {
        guard let (source, contentLocale) = source(of: group, locale), !parsed.pages[source].source.isIndex else {
            return nil
        }
        return (group, source, contentLocale)
    }

    /// The source of a group for a locale: its own, or the best of those that stand in.
    private func source(of group: Int, _ locale: Int) -> (source: Int, contentLocale: Int)? {
        let sources = translations.groups[group].sources
        if let own = sources[locale] { return (own, locale) }
        for code in parsed.settings.locales[locale].fallbacks {
            if let index = localeOfCode[code], let source = sources[index] { return (source, index) }
        }
        return nil
    }

    /// The folders that are categories in a locale, parents before children.
    private func folders(of articles: [ArticleSource], _ locale: Int) -> [String] {
        var folders: Set<String> = []
        for article in articles { folders.formUnion(parsed.pages[article.source].source.categoryFolders) }
        for (index, group) in translations.groups.enumerated() where group.key.hasSuffix("/") {
            guard let (source, _) = source(of: index, locale), parsed.pages[source].source.isIndex else { continue }
            folders.formUnion(parsed.pages[source].source.categoryFolders)
        }
        folders.remove("")
        return folders.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private func home(_ locale: Int) -> Draft {
        let settings = parsed.settings
        let code = settings.locales[locale].code
        let group = translations.group(ofKey: "")
        let source = group.flatMap { translations.groups[$0].sources[locale] }
        let matter = source.map { parsed.pages[$0].frontMatter }
        return Draft(
            role: .home, group: group ?? 0, source: source, contentLocale: locale, folder: "",
            permalink: Permalink("/\(code)/"), title: matter?.title ?? settings.title[code],
            description: matter?.description ?? settings.description?[code], weight: 0, sortKey: "")
    }

    /// The source that describes a category in a locale: its own `_index.md`, else its own article beside the folder,
    /// else one that stands in.
    private func description(of folder: String, _ locale: Int, beside: ArticleSource?) -> ArticleSource? {
        let group = translations.group(ofKey: folder) ?? 0
        let index = source(of: group, locale).map { ArticleSource(group, $0.source, $0.contentLocale) }
        if let index, index.contentLocale == locale { return index }
        if let beside, beside.contentLocale == locale { return beside }
        return index ?? beside
    }

    private mutating func category(
        _ folder: String, _ found: ArticleSource?, parent: Int, above: Permalink
    ) -> Draft {
        let page = found.map { parsed.pages[$0.source] }
        let name = String(folder.dropLast().split(separator: "/").last ?? "")
        let segment = segment(page, standard: name)
        return Draft(
            role: .category, group: found?.group ?? translations.group(ofKey: folder) ?? 0, source: found?.source,
            contentLocale: found?.contentLocale ?? -1,
            folder: folder, permalink: Permalink(above.path + segment + "/"),
            title: page.map { $0.source.isIndex ? $0.frontMatter.title ?? SourcePath.humanized(name) : $0.title }
                ?? SourcePath.humanized(name),
            description: page?.frontMatter.description, weight: page?.frontMatter.weight ?? .max, sortKey: folder, parent: parent)
    }

    private mutating func article(_ article: ArticleSource, parent: Int, above: Permalink) -> Draft {
        let page = parsed.pages[article.source]
        let stem = page.source.stem
        if stem == "index" { checkIndex(page.source) }
        let name = page.source.isBundle
            ? String(page.source.folder.dropLast().split(separator: "/").last ?? "") : stem
        let summary = page.document.summary
        return Draft(
            role: .article(page.frontMatter.kind), group: article.group, source: article.source,
            contentLocale: article.contentLocale, folder: page.source.categoryFolder,
            permalink: Permalink(above.path + segment(page, standard: name) + "/"), title: page.title,
            description: page.frontMatter.description ?? (summary.isEmpty ? nil : summary),
            weight: page.frontMatter.weight ?? .max, sortKey: page.source.path, parent: parent)
    }

    /// The last part of a permalink: the slug where it can be one, else the file's or folder's name.
    private mutating func segment(_ page: ParsedPage?, standard name: String) -> String {
        guard let page, let slug = page.frontMatter.slug else { return PathSegment.make(from: name) }
        guard let problem = PathSegment.problem(with: slug.value) else { return slug.value }
        let diagnostic = Diagnostic.invalidSlug(page, slug: slug, problem: problem, display: display)
        if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
        return PathSegment.make(from: name)
    }

    /// `index.md` is an article with a folder of its own; in a folder with other articles it was meant as `_index.md`.
    private mutating func checkIndex(_ source: SourcePath) {
        guard source.folder.isEmpty || translations.group(ofKey: source.folder) != nil else { return }
        let diagnostic = Diagnostic.misplacedIndex(source, display: display)
        if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
    }

    /// Puts children below their parents, in order.
    private func link(_ drafts: inout [Draft]) {
        for index in drafts.indices.dropFirst() {
            guard let parent = drafts[index].parent else { continue }
            if drafts[index].role == .category {
                drafts[parent].categories.append(index)
            } else {
                drafts[parent].articles.append(index)
            }
        }
        let unsorted = drafts
        for index in drafts.indices {
            drafts[index].categories.sort { Self.precedes(unsorted[$0], unsorted[$1]) }
            drafts[index].articles.sort { Self.precedes(unsorted[$0], unsorted[$1]) }
        }
    }

    private static func precedes(_ left: Draft, _ right: Draft) -> Bool {
        if left.weight != right.weight { return left.weight < right.weight }
        return left.sortKey.utf8.lexicographicallyPrecedes(right.sortKey.utf8)
    }

    private mutating func append(_ drafts: [Draft], _ locale: Int) {
        let start = pages.count
        var previous = [Int?](repeating: nil, count: drafts.count)
        var next = previous
        for draft in drafts {
            for (one, other) in zip(draft.articles, draft.articles.dropFirst()) {
                next[one] = other
                previous[other] = one
            }
        }
        for (index, draft) in drafts.enumerated() {
            if draft.role == .category { pageOfFolder[Folder(path: draft.folder, locale: locale)] = start + index }
            pages.append(
                Page(
                    id: start + index, role: draft.role, locale: locale, permalink: draft.permalink,
                    title: draft.title, description: draft.description, source: draft.source,
                    contentLocale: draft.contentLocale < 0 ? locale : draft.contentLocale, group: draft.group,
                    parent: draft.parent.map { start + $0 }, categories: draft.categories.map { start + $0 },
                    articles: draft.articles.map { start + $0 }, previous: previous[index].map { start + $0 },
                    next: next[index].map { start + $0 }))
        }
    }
}
