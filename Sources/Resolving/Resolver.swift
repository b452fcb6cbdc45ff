public import HelpCenter

/// What Resolving made of a parsed site.
public struct ResolvedSite: Sendable {
    /// The site.
    public let site: Site
    /// What is wrong, in no order.
    public let diagnostics: [Diagnostic]
}

/// Gives every page its place: permalinks, translations, categories, links.
///
/// 1. Articles that are drafts, to come or expired are set aside (`PublicationFilter`).
/// 2. Pages that are translations of each other form groups (`Translations`).
/// 3. Each locale's tree of categories and articles is laid out, fallbacks included (`EditionBuilder`).
/// 4. Two sources that want one address are reported (`AddressBook`).
/// 5. Links, images and related articles are looked up, on all cores (`ReferenceResolver`).
/// 6. The articles of contact topics are looked up, and channels are checked (`ContactResolver`); so are the articles of
///    search tests (`SearchTestResolver`).
public struct Resolver: Sendable {
    /// What a run may ask for.
    public struct Options: Sendable {
        /// Whether drafts are published.
        public let includesDrafts: Bool
        /// Whether articles of the future are published.
        public let includesFuture: Bool
        /// The moment that publication dates are compared with, in seconds since 1970.
        public let now: Int
        /// How diagnostics name the content folder.
        public let contentDisplay: String
        /// How many pages are worked on at once.
        public let jobs: Int

        /// Options of a run.
        public init(includesDrafts: Bool, includesFuture: Bool, now: Int, contentDisplay: String, jobs: Int) {
            self.includesDrafts = includesDrafts
            self.includesFuture = includesFuture
            self.now = now
            self.contentDisplay = contentDisplay
            self.jobs = jobs
        }
    }

    private let options: Options

    /// A resolver.
    public init(options: Options) {
        self.options = options
    }

    /// Resolves a parsed site.
    public func resolve(_ parsed: ParsedSite) async throws -> ResolvedSite {
        let filter = PublicationFilter(parsed.pages, options: options)
        let translations = Translations(parsed, kept: filter.kept, display: options.contentDisplay)
        let editions = EditionBuilder(parsed, translations: translations, display: options.contentDisplay)
        let pages = editions.pages
        async let book = AddressBook(parsed, pages: pages, display: options.contentDisplay)
        let index = SourceIndex(parsed, translations: translations, pages: pages, leftOut: filter.leftOutSources)
        let resolver = ReferenceResolver(
            parsed, index: index, pages: pages, groups: editions.groups, display: options.contentDisplay)
        let parts = try await mapRanges(parsed.pages.count, jobs: options.jobs, chunk: 32) { range in
            resolver.resolve(range)
        }
        let navigation = NavigationResolver(
            parsed, index: index, groups: editions.groups, display: options.contentDisplay)
        let checks = ContentChecks(parsed, kept: filter.kept, display: options.contentDisplay)
        let contact = ContactResolver(
            parsed, index: index, pages: pages, now: options.now, display: options.contentDisplay)
        let search = SearchTestResolver(
            parsed, index: index, pages: pages, groups: editions.groups, display: options.contentDisplay)
        let addresses = await book
        let site = Site(
            parsed: parsed, pages: pages, homes: editions.homes,
            searchPages: pages.filter { $0.role == .search }.map(\.id), groups: editions.groups,
            references: parts.flatMap(\.references), navigation: navigation.navigation, files: addresses.files,
            redirects: addresses.redirects, leftOut: filter.leftOut,
            contact: contact.contact, searchExpectations: search.expectations)
        return ResolvedSite(
            site: site,
            diagnostics: translations.diagnostics + editions.diagnostics + addresses.diagnostics
                + parts.flatMap(\.diagnostics) + navigation.diagnostics + checks.diagnostics
                + contact.diagnostics + search.diagnostics)
    }
}
