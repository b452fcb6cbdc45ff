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
/// 5. Every locale has a search page; on a site with channels it has a contact page and a verify page, too.
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
    private let folders: ContentFolders
    private let groupOfFolder: [Int?]
    /// The locales whose sources a locale shows, best first: its own, then those that stand in for it.
    private let shown: [[Int]]
    /// The page of each folder and locale.
    private var pagesOfFolder: [[PageID?]]

    /// Lays out all locales.
    init(_ parsed: ParsedSite, translations: Translations, display: String) {
        self.parsed = parsed
        self.translations = translations
        self.display = display
        let locales = parsed.settings.locales
        folders = ContentFolders(parsed)
        groupOfFolder = folders.paths.map { translations.group(ofKey: $0) }
        shown = locales.enumerated().map { number, locale in
            [number] + locale.fallbacks.compactMap { parsed.settings.localeIndex(of: $0) }
        }
        pagesOfFolder = folders.paths.map { _ in [PageID?](repeating: nil, count: locales.count) }
        for locale in parsed.settings.locales.indices { addEdition(locale) }
        var pagesOfGroup = translations.groups.map { _ in
            [PageID?](repeating: nil, count: parsed.settings.locales.count)
        }
        for page in pages { pagesOfGroup[page.group][page.locale] = page.id }
        // A category that an article describes is found by its folder too.
        for (group, pages) in zip(groupOfFolder, pagesOfFolder) {
            guard let group else { continue }
            for case let (locale, page?) in pages.enumerated() { pagesOfGroup[group][locale] = page }
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
        let folder: Int
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
        var beside = [ArticleSource?](repeating: nil, count: folders.paths.count)
        for article in articles {
            if let folder = folders.places[article.source].described { beside[folder] = article }
        }
        var draftOfFolder = [Int](repeating: 0, count: folders.paths.count)
        var isDescription = [Bool](repeating: false, count: translations.groups.count)
        for folder in categories(of: articles, locale) {
            draftOfFolder[folder] = drafts.count
            let description = description(of: folder, locale, beside: beside[folder])
            // A stand-in gives way to the category's own description; two texts of the locale collide, and are reported.
            if let article = beside[folder], description?.source == article.source || article.contentLocale != locale {
                isDescription[article.group] = true
            }
            let parent = draftOfFolder[folders.parents[folder]]
            drafts.append(category(folder, description, parent: parent, above: drafts[parent].permalink))
        }
        for article in articles where !isDescription[article.group] {
            let parent = draftOfFolder[folders.places[article.source].folder]
            drafts.append(self.article(article, parent: parent, above: drafts[parent].permalink))
            if article.contentLocale == locale { markOwn(parent, locale, &drafts) }
        }
        link(&drafts)
        adoptLocales(&drafts)
        drafts += generated(locale)
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

    /// A category that nobody describes is in the language of what it shows first: it stands in where its articles do.
    private func adoptLocales(_ drafts: inout [Draft]) {
        for index in drafts.indices.reversed() where drafts[index].contentLocale < 0 {
            guard let first = drafts[index].articles.first ?? drafts[index].categories.first else { continue }
            drafts[index].contentLocale = drafts[first].contentLocale
        }
    }

    private typealias ArticleSource = (group: Int, source: Int, contentLocale: Int)

    /// The source that a locale shows for a group of articles.
    private func article(_ group: Int, _ locale: Int) -> ArticleSource? {
        guard let found = source(of: group, locale), !folders.places[found.source].isIndex else { return nil }
        return found
    }

    /// The source of a group for a locale: its own, or the best of those that stand in.
    private func source(of group: Int, _ locale: Int) -> ArticleSource? {
        let sources = translations.groups[group].sources
        for candidate in shown[locale] {
            if let source = sources[candidate] { return (group, source, candidate) }
        }
        return nil
    }

    /// The numbers of the folders that are categories in a locale, parents before children.
    private func categories(of articles: [ArticleSource], _ locale: Int) -> [Int] {
        var isCategory = [Bool](repeating: false, count: folders.paths.count)
        func mark(_ folder: Int) {
            var folder = folder
            while folder > 0, !isCategory[folder] {
                isCategory[folder] = true
                folder = folders.parents[folder]
            }
        }
        for article in articles { mark(folders.places[article.source].folder) }
        for (folder, group) in groupOfFolder.enumerated() {
            if let group, source(of: group, locale) != nil { mark(folder) }
        }
        return isCategory.indices.filter { isCategory[$0] }
    }

    private func home(_ locale: Int) -> Draft {
        let settings = parsed.settings
        let code = settings.locales[locale].code
        let group = translations.group(ofKey: "")
        let source = group.flatMap { translations.groups[$0].sources[locale] }
        let matter = source.map { parsed.pages[$0].frontMatter }
        return Draft(
            role: .home, group: group ?? 0, source: source, contentLocale: locale, folder: 0,
            permalink: Permalink("/\(code)/"), title: matter?.title ?? settings.title[code],
            description: matter?.description ?? settings.description?[code], weight: 0, sortKey: "")
    }

    /// The pages that nobody writes: they belong to no category, and their words are the interface's.
    private func generated(_ locale: Int) -> [Draft] {
        let texts = parsed.texts[locale]
        let pages: [(key: String, role: Page.Role, texts: String)] = [
            (Translations.searchKey, .search, "search"), (Translations.contactKey, .contact, "contact"),
            (Translations.verifyKey, .verify, "verify"),
        ]
        // Without channels there is no group for the pages that lead to a person.
        return pages.filter { $0.role == .search || parsed.contact != nil }.compactMap { page in
            guard let group = translations.group(ofKey: page.key) else { return nil }
            return Draft(
                role: page.role, group: group, source: nil, contentLocale: locale, folder: 0,
                permalink: Permalink("/\(parsed.settings.locales[locale].code)/\(page.key)"),
                title: texts[page.texts + "Title"], description: texts[page.texts + "Lead"], weight: 0,
                sortKey: page.key, parent: 0)
        }
    }

    /// The source that describes a category in a locale: its own `_index.md`, else its own article beside the folder,
    /// else one that stands in.
    private func description(of folder: Int, _ locale: Int, beside: ArticleSource?) -> ArticleSource? {
        let index = groupOfFolder[folder].flatMap { source(of: $0, locale) }
        if let index, index.contentLocale == locale { return index }
        if let beside, beside.contentLocale == locale { return beside }
        return index ?? beside
    }

    private mutating func category(
        _ folder: Int, _ found: ArticleSource?, parent: Int, above: Permalink
    ) -> Draft {
        let page = found.map { parsed.pages[$0.source] }
        let standard = SourcePath.humanized(ContentFolders.name(ofFolder: folders.paths[folder]))
        let title = page.map { $0.source.isIndex ? $0.frontMatter.title ?? standard : $0.title }
        let segment = segment(page, standard: folders.segments[folder])
        return Draft(
            role: .category, group: found?.group ?? groupOfFolder[folder] ?? 0, source: found?.source,
            contentLocale: found?.contentLocale ?? -1, folder: folder,
            permalink: Permalink(above.path + segment + "/"), title: title ?? standard,
            description: page?.frontMatter.description, weight: page?.frontMatter.weight ?? .max,
            sortKey: folders.paths[folder], parent: parent)
    }

    private mutating func article(_ article: ArticleSource, parent: Int, above: Permalink) -> Draft {
        let page = parsed.pages[article.source]
        let place = folders.places[article.source]
        if page.source.path.hasSuffix("index.md") { checkIndex(page.source) }
        let summary = page.document.summary
        return Draft(
            role: .article(page.frontMatter.kind), group: article.group, source: article.source,
            contentLocale: article.contentLocale, folder: place.folder,
            permalink: Permalink(above.path + segment(page, standard: place.segment) + "/"), title: page.title,
            description: page.frontMatter.description ?? (summary.isEmpty ? nil : summary),
            weight: page.frontMatter.weight ?? .max, sortKey: page.source.path, parent: parent)
    }

    /// The last part of a permalink: the slug where it can be one, else the file's or folder's name.
    private mutating func segment(_ page: ParsedPage?, standard: String) -> String {
        guard let page, let slug = page.frontMatter.slug else { return standard }
        guard let problem = PathSegment.problem(with: slug.value) else { return slug.value }
        let diagnostic = Diagnostic.invalidSlug(page, slug: slug, problem: problem, display: display)
        if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
        return standard
    }

    /// `index.md` is an article with a folder of its own; in a folder with other articles it was meant as `_index.md`.
    private mutating func checkIndex(_ source: SourcePath) {
        guard source.stem == "index", source.folder.isEmpty || translations.group(ofKey: source.folder) != nil else {
            return
        }
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
            if draft.role == .category { pagesOfFolder[draft.folder][locale] = start + index }
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
