internal import HelpCenter
internal import Markdown

/// Finds the articles that search tests name, and checks what makes a test impossible to pass.
///
/// 1. The path is looked up in the test's own locale; an article that stands in for a missing translation counts as well,
///    because readers find it there.
/// 2. Search must be able to find it: it is an article, and not kept out of search.
/// 3. An anchor must be that of a question: search finds guides as a whole.
/// 4. A locale without articles, or whose articles are all kept out of search, is reported: its readers find nothing.
struct SearchTestResolver {
    /// The tests that can be run, by locale and in the order of the files.
    private(set) var expectations: [SearchExpectation] = []
    /// What is wrong.
    private(set) var diagnostics: [Diagnostic] = []

    private let parsed: ParsedSite
    private let index: SourceIndex
    private let groups: [TranslationGroup]
    private let display: String

    /// Resolves the search tests of a site.
    init(_ parsed: ParsedSite, index: SourceIndex, pages: [Page], groups: [TranslationGroup], display: String) {
        self.parsed = parsed
        self.index = index
        self.groups = groups
        self.display = display
        for (locale, tests) in parsed.searchTests.enumerated() {
            for test in tests {
                if let expectation = expectation(of: test, locale) { expectations.append(expectation) }
            }
        }
        checkLocales(pages)
    }
}

extension SearchTestResolver {
    private func code(_ locale: Int) -> LocaleCode { parsed.settings.locales[locale].code }

    private func file(_ locale: Int) -> String { "\(display)/\(code(locale))/search-tests.yml" }

    private mutating func expectation(of test: SearchTest, _ locale: Int) -> SearchExpectation? {
        let path = LinkPath(test.finds.value.hasPrefix("/") ? String(test.finds.value.dropFirst()) : test.finds.value)
        guard path.query.isEmpty else {
            diagnostics.append(.searchTargetWithQuery(test.finds, query: path.query, file: file(locale)))
            return nil
        }
        guard let group = group(path, locale) else {
            diagnostics.append(missing(test.finds, path, locale))
            return nil
        }
        if groups[group].key.isEmpty || groups[group].key.hasSuffix("/") {
            diagnostics.append(.searchTargetIsNoArticle(test.finds, file: file(locale)))
            return nil
        }
        // A group that the locale does not show has no page there, and so no source either.
        guard let page = groups[group].pages[locale], let source = index.source(of: group, locale: code(locale)) else {
            diagnostics.append(.unshownSearchTarget(test.finds, locale: code(locale), file: file(locale)))
            return nil
        }
        let article = parsed.pages[source]
        if !article.frontMatter.isSearchable {
            diagnostics.append(.unsearchableTarget(test.finds, file: file(locale)))
            return nil
        }
        let anchor = path.fragment.flatMap { $0.isEmpty ? nil : $0 }
        if let anchor, !article.document.questions.contains(where: { $0.id == anchor }) {
            diagnostics.append(
                .unknownQuestion(
                    anchor, of: article, name: display + "/" + article.source.contentPath, file: file(locale),
                    at: test.finds.position))
            return nil
        }
        return SearchExpectation(test: test, locale: locale, page: page, anchor: anchor)
    }

    /// The group of a path below the locale's folder: that of the locale's own file, or else of another locale's.
    private func group(_ path: LinkPath, _ locale: Int) -> Int? {
        guard let place = path.resolved(from: "", locale: code(locale)), !place.isEmpty else { return nil }
        let others = parsed.settings.locales.map(\.code).filter { $0 != code(locale) }
        let sources = ([code(locale)] + others).lazy.compactMap { index.sources["\($0)/\(place)"] }
        return sources.compactMap { index.groupOfSource[$0] }.first ?? index.group(ofKey: place)
    }

    /// What to say of a path without a published article: that it is not published, or that it does not exist.
    private func missing(_ target: Located<String>, _ path: LinkPath, _ locale: Int) -> Diagnostic {
        let sources = parsed.settings.locales.map { SourcePath(locale: $0.code, path: path.path) }
        let own = SourcePath(locale: code(locale), path: path.path)
        if let reason = ([own] + sources).lazy.compactMap({ index.leftOut[$0] }).first {
            return .unpublishedSearchTarget(target, reason: reason, file: file(locale))
        }
        return .unknownSearchTarget(target, suggestion: suggestion(for: path.path, locale), file: file(locale))
    }

    /// The path that was meant: the same in other capitals, the same name in another folder, or a near name in the same
    /// one, in the test's locale or in one that stands in for it.
    private func suggestion(for path: String, _ locale: Int) -> String? {
        let locales = [code(locale)] + parsed.settings.locales[locale].fallbacks
        for locale in locales {
            if let same = self.path(inOtherCapitals: path, locale) { return same }
        }
        let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        let name = String(path[slash...])
        for locale in locales {
            if let place = index.places(of: name, in: locale).first {
                return String(place.drop { $0 != "/" }.dropFirst())
            }
        }
        for locale in locales {
            let names = index.names(in: "\(locale)/" + path[..<slash]).filter { $0.hasSuffix(".md") }
            if let near = closest(to: name, among: names) { return path[..<slash] + near }
        }
        return nil
    }

    private func path(inOtherCapitals path: String, _ locale: LocaleCode) -> String? {
        let wanted = path.lowercased()
        return parsed.pages.lazy.map(\.source).first {
            $0.locale == locale && $0.path.utf8.count == path.utf8.count && $0.path.lowercased() == wanted
        }?.path
    }

    private mutating func checkLocales(_ pages: [Page]) {
        var articles = parsed.settings.locales.map { _ in 0 }
        var searchable = articles
        for page in pages {
            guard let source = page.source, !parsed.pages[source].source.isIndex else { continue }
            articles[page.locale] += 1
            if parsed.pages[source].frontMatter.isSearchable { searchable[page.locale] += 1 }
        }
        // A site without any article is not ready yet, of which search has nothing to say.
        guard articles.contains(where: { $0 > 0 }) else { return }
        for locale in articles.indices where searchable[locale] == 0 {
            diagnostics.append(
                .emptySearch(code(locale), articles: articles[locale], file: "\(display)/\(code(locale))"))
        }
    }
}
