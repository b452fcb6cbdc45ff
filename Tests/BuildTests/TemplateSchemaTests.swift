import Build
import HelpCenter
import Loading
import Resolving
import Testing

@testable import Rendering

/// What templates are told they may use is what the views of pages offer.
struct TemplateSchemaTests {
    @Test func pagesOfferWhatTheSchemaPromises() async throws {
        let site = try await TemporarySite(fixture: "small").resolved()
        let texts = Set(site.parsed.texts.flatMap(\.texts.keys)).sorted()
        let schemas = TemplateSchema.all(texts: texts)
        let library = TemplateLibrary(site.parsed.templates, texts: texts, assets: [:])
        var seen: [String: Set<String>] = [:]
        for page in site.pages {
            let locale = LocaleViews(site, locale: page.locale, library: library, assets: [:])
            let view = PageRenderer(site, page: page, locale: locale, library: library).view(alternates: [], menu: [])
            let name = Self.template(of: page)
            let schema = try #require(schemas[name])
            #expect(view.names == Set(schema.fields.keys), "\(name)")
            try Self.compare(view, schema, path: name, &seen)
        }
        // Each part was there on some page, so that its names were compared.
        for path in [
            "article.updated", "article.image", "article.fallback", "article.pager", "article.related",
            "article.breadcrumbs",
        ] {
            #expect(seen[path]?.isEmpty == false, "no page had \(path)")
        }
        for path in [
            "home.categories", "home.categories.articles", "home.featured", "category.guides",
            "category.faqs.questions", "contact.urgent", "contact.topics.first",
            "contact.topics.articles", "contact.topics.fields", "contact.topics.channels.reasons",
            "contact.channels.languages", "contact.channels.hours", "verify.groups.items",
            "search.groups.articles", "search.categories", "search.others",
        ] {
            #expect(seen[path]?.isEmpty == false, "no page had \(path)")
        }
    }
}

extension TemplateSchemaTests {
    private static func template(of page: Page) -> String {
        switch page.role {
        case .home: "home"
        case .category: "category"
        case .article(.guide): "article"
        case .article(.faq): "faq"
        case .contact: "contact"
        case .verify: "verify"
        case .search: "search"
        }
    }

    /// Compares the parts of a view with those of a schema.
    private static func compare(
        _ view: View, _ schema: TemplateSchema, path: String, _ seen: inout [String: Set<String>]
    ) throws {
        for (name, value) in view.fields {
            let place = path + "." + name
            let field = try #require(schema.fields[name], "\(place) is offered, but not in the schema")
            switch (value, field) {
            case (.text, .text), (.html, .text), (.flag, .flag), (.absent, _): break
            case (.part(let part), .part(let inner)):
                try compareNames(part, inner, place, &seen)
            case (.list(let parts), .list(let inner)):
                for part in parts { try compareNames(part, inner, place, &seen) }
            default: Issue.record("\(place) is of another kind than the schema says")
            }
        }
    }

    private static func compareNames(
        _ part: View, _ schema: TemplateSchema, _ place: String, _ seen: inout [String: Set<String>]
    ) throws {
        #expect(part.names == Set(schema.fields.keys), "\(place)")
        seen[place, default: []].formUnion(part.names)
        try compare(part, schema, path: place, &seen)
    }
}

/// Large sitemaps are split, as the protocol asks.
struct SitemapTests {
    @Test func aSitemapIsSplitAndJoinedByAnIndex() async throws {
        let site = try await TemporarySite(fixture: "small").resolved()
        let whole = Sitemap(site).files
        #expect(whole.map(\.path) == ["sitemap.xml"])
        let parts = Sitemap(site, mostURLs: 10).files
        let count = Self.locations(whole).count
        #expect(parts.map(\.path) == ["sitemap.xml"] + (1...(count + 9) / 10).map { "sitemap-\($0).xml" })
        #expect(
            Self.locations(Array(parts.prefix(1)))
                == parts.dropFirst().map { "https://help.example/support/" + $0.path })
        #expect(Self.locations(Array(parts.dropFirst())) == Self.locations(whole))
        for part in parts.dropFirst() { #expect(Self.locations([part]).count <= 10) }
        let exact = Sitemap(site, mostURLs: count).files
        #expect(exact.map(\.path) == ["sitemap.xml"])
    }

    private static func locations(_ files: [OutputFile]) -> [String] {
        files.flatMap { file -> [String] in
            guard case .bytes(let bytes) = file.content else { return [] }
            return HTMLTokens(bytes).texts(in: "loc")
        }
    }
}

extension TemporarySite {
    /// The site as Rendering takes it.
    func resolved() async throws -> Site {
        let loaded = try await Loader(sources: options().sources, jobs: 1).load()
        let resolver = Resolver(
            options: Resolver.Options(
                includesDrafts: false, includesFuture: false, now: Self.now, contentDisplay: "Content", jobs: 1))
        return try await resolver.resolve(try #require(loaded.site)).site
    }
}
