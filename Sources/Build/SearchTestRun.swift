internal import HelpCenter

/// Searches for what `search-tests.yml` says that readers search for, and reports the articles that they would miss.
///
/// 1. Each test's words are searched for in its locale.
/// 2. The first result that is the test's article, or one of its questions, is its place; a test that names a question
///    wants this one.
/// 3. A test whose article has no place, or one too far down, is reported with what comes first instead.
struct SearchTestRun {
    /// The most results that are looked at for the place of an article that is too far down.
    static let deepestPlace = 50
    /// How many of the first results a report names.
    private static let namedResults = 3

    private let site: Site
    private let display: String
    /// The files of the pages, by the paths that search gives: percent-encoded, without the leading `/`.
    private let files: [String: String]

    /// The tests of a site.
    ///
    /// - Parameter display: How diagnostics name the content folder.
    init(_ site: Site, display: String) {
        self.site = site
        self.display = display
        let expected = Set(site.searchExpectations.map(\.locale))
        let pages = site.pages.filter { expected.contains($0.locale) }
        files = Dictionary(
            pages.compactMap { page in
                page.source.map { (Self.path(of: page), site.parsed.pages[$0].source.path) }
            }
        ) { first, _ in first }
    }

    /// What readers would miss.
    ///
    /// - Parameter search: Searches a locale, given by its index, for a query; returns the paths of at most so many
    ///   results, best first: percent-encoded, without the leading `/`, a question's with its `#anchor`.
    func diagnostics(_ search: (_ locale: Int, _ query: String, _ limit: Int) throws -> [String]) rethrows
        -> [Diagnostic]
    {
        try site.searchExpectations.compactMap { expectation in
            let results = try search(expectation.locale, expectation.test.query.value, Self.deepestPlace)
            let wanted = Self.path(of: site.pages[expectation.page])
            let place = results.firstIndex { path in
                guard let anchor = expectation.anchor else { return path.prefix { $0 != "#" } == wanted }
                return path == wanted + "#" + Permalink.encode(anchor)
            }
            if let place, place < expectation.test.within { return nil }
            let locale = site.parsed.settings.locales[expectation.locale].code
            return .failedSearchTest(
                expectation.test, place: place.map { $0 + 1 },
                first: results.prefix(Self.namedResults).map(name(ofResult:)),
                file: "\(display)/\(locale)/search-tests.yml")
        }
    }
}

extension SearchTestRun {
    private static func path(of page: Page) -> String { String(page.permalink.encoded.dropFirst()) }

    /// A result as a search test would name it.
    private func name(ofResult path: String) -> String {
        let page = String(path.prefix { $0 != "#" })
        guard let file = files[page] else { return path }
        return file + path.dropFirst(page.count)
    }
}
