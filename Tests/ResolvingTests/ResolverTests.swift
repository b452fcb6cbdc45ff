import HelpCenter
import Testing

@testable import Resolving

/// Where pages go, what belongs together, and where links lead.
struct ResolverTests {
    // MARK: Addresses

    @Test func pagesLieWhereTheirFilesLie() async throws {
        var sample = try ParsedSample("en")
        try sample.add("en/Lost Phone.md")
        try sample.add("en/Account & Co/reset.md")
        try sample.add("en/bundle/index.md")
        let resolved = try await sample.resolve()
        #expect(
            resolved.paths.sorted() == [
                "/en/", "/en/account-co/", "/en/account-co/reset/", "/en/bundle/", "/en/lost-phone/",
            ])
        #expect(resolved.problems.isEmpty)
    }

    @Test func everyLocaleHasASearchPageWhereverItsArticlesLie() async throws {
        var sample = try ParsedSample("en", "ar")
        try sample.add("en/a.md")
        let site = try await sample.resolve().site
        let pages = site.searchPages.map { site.pages[$0] }
        #expect(pages.map(\.permalink.path) == ["/en/search/", "/ar/search/"])
        #expect(pages.allSatisfy { $0.role == .search && !$0.isFallback })
        #expect(pages.map(\.locale) == [0, 1] && pages[0].group == pages[1].group)
    }

    @Test func theAddressOfTheSearchPageIsTaken() async throws {
        var sample = try ParsedSample("en")
        try sample.add("en/search.md")
        let resolved = try await sample.resolve()
        #expect(resolved.problems == [.pathCollision])
        #expect(resolved.diagnostics.first?.file == "Content/en/search.md")
    }

    @Test func aSlugTakesThePlaceOfTheNameAlsoInWhatLiesBelow() async throws {
        var sample = try ParsedSample("en")
        try sample.add("en/account/_index.md") { $0.slug = Located("konto", at: SourcePosition(line: 2, column: 7)) }
        try sample.add("en/account/reset.md") { $0.slug = Located("new", at: SourcePosition(line: 2, column: 7)) }
        #expect(try await sample.resolve().paths.sorted() == ["/en/", "/en/konto/", "/en/konto/new/"])
    }

    @Test(arguments: ["../../x", "/etc/passwd", "%2e%2e", "a.", "", String(repeating: "x", count: 300), "a\u{0}b"])
    func aSlugThatIsNoNameIsRefused(slug: String) async throws {
        var sample = try ParsedSample("en")
        try sample.add("en/a.md") { $0.slug = Located(slug, at: SourcePosition(line: 2, column: 7)) }
        let resolved = try await sample.resolve()
        #expect(resolved.problems == [.invalidSlug])
        #expect(resolved.diagnostics.first?.position == SourcePosition(line: 2, column: 7))
        #expect(resolved.paths.sorted() == ["/en/", "/en/a/"])
    }

    @Test(arguments: [
        ("en/a b.md", "en/a-b.md"), ("en/A.md", "en/a.md"), ("en/e\u{301}.md", "en/\u{E9}.md"),
        ("en/a.md", "en/a/index.md"),
        ("en/ÀB.md", "en/àb.md"),
    ])
    func namesThatBecomeOneAddressCollide(first: String, second: String) async throws {
        var sample = try ParsedSample("en")
        try sample.add(first)
        try sample.add(second)
        let resolved = try await sample.resolve()
        let collision = try #require(
            resolved.diagnostics.first { $0.id == .pathCollision || $0.id == .duplicateTranslation })
        let text = collision.file + collision.message
        #expect(text.contains("Content/" + first) && text.contains("Content/" + second), "\(text)")
    }

    @Test func aFileMayNotLieWhereAPagesFolderIs() async throws {
        var sample = try ParsedSample("en")
        try sample.add("en/a.md")
        try sample.addFile("en/a")
        #expect(try await sample.resolve().problems == [.pathCollision])
    }

    @Test(arguments: [
        ("/old/", "/old/"), ("/old", "/old/"), ("/old.html", "/old.html"), ("old", "/en/section/old/"),
        ("/日本/", "/日本/"),
    ])
    func anAliasIsAnEarlierAddress(alias: String, address: String) async throws {
        var sample = try ParsedSample("en")
        try sample.add("en/section/a.md") { $0.aliases = [Located(alias, at: SourcePosition(line: 2, column: 10))] }
        let resolved = try await sample.resolve()
        #expect(resolved.site.redirects.map(\.from.path) == [address])
        #expect(resolved.problems.isEmpty)
    }

    @Test(arguments: [
        "", "/", "../up/", "/a/../b/", "//host/", "https://a.example/", "/a b/", "/%2e%2e/", "/a?b", "/a#b", "/\"",
        "\\a",
    ])
    func anAliasThatIsNoAddressIsRefused(alias: String) async throws {
        var sample = try ParsedSample("en")
        try sample.add("en/a.md") { $0.aliases = [Located(alias, at: SourcePosition(line: 2, column: 10))] }
        let resolved = try await sample.resolve()
        #expect(resolved.problems == [.invalidAlias])
        #expect(resolved.site.redirects.isEmpty)
    }

    @Test(arguments: ["/en/b/", "/EN/B/", "/en/", "/logo.svg/../", "/en/b"])
    func anAliasMayNotTakeThePlaceOfAPage(alias: String) async throws {
        var sample = try ParsedSample("en")
        try sample.add("en/a.md") { $0.aliases = [Located(alias, at: SourcePosition(line: 2, column: 10))] }
        try sample.add("en/b.md")
        let resolved = try await sample.resolve()
        #expect(resolved.problems == [alias.contains("..") ? .invalidAlias : .pathCollision])
    }

    // MARK: Translations

    @Test func translationsShareTheirPathOrTheirKey() async throws {
        var sample = try ParsedSample("en", "ru")
        try sample.add("en/a.md")
        try sample.add("ru/a.md")
        try sample.add("en/b.md") { $0.translationKey = Located("key", at: SourcePosition(line: 2, column: 1)) }
        try sample.add("ru/section/c.md") { $0.translationKey = Located("key", at: SourcePosition(line: 2, column: 1)) }
        let resolved = try await sample.resolve()
        #expect(try resolved.page("/en/a/").group == resolved.page("/ru/a/").group)
        #expect(try resolved.page("/en/b/").group == resolved.page("/ru/section/c/").group)
        #expect(resolved.site.pages.allSatisfy { !$0.isFallback })
    }

    @Test func whatIsNotTranslatedStandsIn() async throws {
        var sample = try ParsedSample("en", "ru")
        try sample.add("en/section/a.md")
        try sample.add("ru/b.md")
        let resolved = try await sample.resolve()
        let page = try resolved.page("/ru/section/a/")
        #expect(page.isFallback && page.contentLocale == 0 && page.locale == 1)
        #expect(try resolved.page("/ru/section/").isFallback, "a category of stand-ins is one itself")
        #expect(!resolved.paths.contains("/en/b/"), "the default locale takes nothing from others")
    }

    @Test func aCategoryWithAnArticleOfItsOwnIsTheLocalesOwn() async throws {
        var sample = try ParsedSample("en", "ru")
        try sample.add("en/section/_index.md")
        try sample.add("en/section/a.md")
        try sample.add("ru/section/b.md")
        #expect(!(try await sample.resolve().page("/ru/section/").isFallback))
    }

    @Test func twoTextsOfOneKeyInOneLocaleAreReported() async throws {
        var sample = try ParsedSample("en")
        for name in ["a", "b"] {
            try sample.add("en/\(name).md") {
                $0.translationKey = Located("key", at: SourcePosition(line: 3, column: 17))
            }
        }
        let resolved = try await sample.resolve()
        #expect(resolved.problems == [.duplicateTranslation])
        #expect(resolved.diagnostics.first?.file == "Content/en/b.md")
    }

    // MARK: Order

    @Test func siblingsAreOrderedByWeightThenByPath() async throws {
        var sample = try ParsedSample("en")
        for (name, weight) in [("d", 1), ("c", nil), ("b", 2), ("a", nil), ("e", 1)] {
            try sample.add("en/\(name).md") { $0.weight = weight }
        }
        let resolved = try await sample.resolve()
        let home = try resolved.page("/en/")
        #expect(
            home.articles.map { resolved.site.pages[$0].permalink.path } == [
                "/en/d/", "/en/e/", "/en/b/", "/en/a/", "/en/c/",
            ])
        let second = try resolved.page("/en/e/")
        #expect(second.previous.map { resolved.site.pages[$0].permalink.path } == "/en/d/")
        #expect(second.next.map { resolved.site.pages[$0].permalink.path } == "/en/b/")
    }

    // MARK: Links

    @Test(arguments: [
        ("b.md", "/en/one/b/"), ("./b.md", "/en/one/b/"), ("../two/c.md", "/en/two/c/"), ("../two/", "/en/two/"),
        ("/two/c.md", "/en/two/c/"),
        ("../", "/en/"), ("b.md?x=1#part", "/en/one/b/?x=1#part"), ("#own", "#own"),
        ("picture.png", "/en/one/picture.png"),
        ("/logo.svg", "/logo.svg"), ("../../ru/one/b.md", "/ru/one/b/"), ("/en/one/b/", "/en/one/b/"),
        ("b.md#", "/en/one/b/#"),
        ("%62.md", "/en/one/b/"), ("b.md#%70art", "/en/one/b/#part"),
    ])
    func linksLeadToWhatTheyName(destination: String, address: String) async throws {
        let resolved = try await Self.linked(destination).resolve()
        #expect(try resolved.links(of: "en/one/a.md") == [address])
        #expect(resolved.problems.isEmpty, "\(resolved.diagnostics.map(\.message))")
    }

    /// Destinations of links, what is wrong with them, and what is said to do (where it matters).
    static let wrongLinks: [(String, DiagnosticID, String?)] = [
        (
            "completely-different.md", DiagnosticID.unknownLink,
            "link to an article by its file, relative to this one, such as '../account/reset-password.md'"
        ),
        ("b", .unknownLink, "did you mean 'b.md'?"), ("b.html", .unknownLink, nil),
        ("c.md", .unknownLink, "did you mean '../two/c.md'?"),
        ("../one/bb.md", .unknownLink, "did you mean 'b.md'?"), ("../../../x.md", .unknownLink, nil),
        ("draft.md", .unpublishedLink, nil),
        ("b.md#prat", .unknownFragment, "did you mean '#part'?"), ("#nothing", .unknownFragment, nil),
        ("pictures.png", .unknownLink, "did you mean 'picture.png'?"),
        ("../../de/b.md", .unknownLink, nil), ("later.md", .unpublishedLink, nil), ("../two", .unknownLink, nil),
    ]

    @Test(arguments: wrongLinks)
    func linksThatLeadNowhereAreExplained(destination: String, id: DiagnosticID, hint: String?) async throws {
        let resolved = try await Self.linked(destination).resolve()
        let diagnostic = try #require(resolved.diagnostics.first)
        #expect(resolved.problems == [id])
        #expect(diagnostic.file == "Content/en/one/a.md" && diagnostic.position == SourcePosition(line: 3, column: 5))
        if let hint { #expect(diagnostic.hint == hint) }
    }

    @Test func aFallbackPagesLinksStayInItsLocale() async throws {
        let resolved = try await Self.linked("b.md").resolve()
        let page = try resolved.page("/ru/one/a/")
        #expect(page.isFallback)
        let group = try resolved.page("/en/one/b/").group
        #expect(resolved.site.groups[group].pages[1].map { resolved.site.pages[$0].permalink.path } == "/ru/one/b/")
    }

    @Test func aPictureOfTheDefaultLocaleServesTheTranslation() async throws {
        var sample = try ParsedSample("en", "ru")
        try sample.addFile("en/one/picture.png")
        try sample.add("ru/one/a.md", "![A picture](picture.png)\n")
        try sample.add("en/one/b.md", "Text.\n")
        let resolved = try await sample.resolve()
        #expect(resolved.problems.isEmpty)
        guard case .file(0, _, _)? = resolved.site.references.flatMap(\.media).first else {
            Issue.record("the picture was not found")
            return
        }
    }

    @Test func aVideoFindsItsStillPictureAndCaptions() async throws {
        var sample = try ParsedSample("en")
        for name in ["film.mp4", "film.png", "film.vtt", "other.svg"] { try sample.addFile("en/" + name) }
        try sample.add("en/a.md", "![A film](film.mp4)\n\n![Missing](other.mp4)\n")
        let resolved = try await sample.resolve()
        guard case .file(0, poster: 1, captions: 2)? = resolved.site.references[0].media.first else {
            Issue.record("the film was not found with its picture and captions")
            return
        }
        #expect(resolved.problems == [.missingFile])
    }

    @Test func navigationLeadsToEachLocalesOwnPages() async throws {
        let resolved = try await Self.linked("b.md").resolve { settings in
            let place = SourcePosition(line: 5, column: 3)
            settings.navigation = ["two/", "one/b.md", "https://a.example/", "nowhere/"].map {
                NavigationItem(title: LocalizedText($0), target: $0, position: place)
            }
        }
        #expect(resolved.problems == [.unknownLink])
        for locale in [0, 1] {
            let code = ["en", "ru"][locale]
            let targets = resolved.site.navigation[locale].header.map { link in
                switch link.target {
                case .page(let id): resolved.site.pages[id].permalink.path
                case .url(let url): url
                }
            }
            #expect(targets == ["/\(code)/two/", "/\(code)/one/b/", "https://a.example/"])
        }
    }
}

extension ResolverTests {
    /// A site in which `en/one/a.md` has one link.
    private static func linked(_ destination: String) throws -> ParsedSample {
        var sample = try ParsedSample("en", "ru")
        try sample.add("en/one/a.md", "## Own\n\nSee [it](\(destination)).\n")
        try sample.add("en/one/b.md", "## Part\n")
        try sample.add("en/two/c.md")
        try sample.add("en/one/draft.md") { $0.isDraft = true }
        try sample.add("en/one/later.md") { $0.publishDate = PublicationDate("2027-01-01") }
        try sample.add("ru/one/b.md", "## Part\n")
        try sample.addFile("en/one/picture.png")
        return sample
    }
}
