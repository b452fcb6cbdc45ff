import Build
import Foundation
import HelpCenter
import Testing

/// What reaches readers, and what must not.
struct PublishedContentTests {
    private static func article(_ text: String, _ more: String = "") -> String {
        "---\ntitle: One\n\(more)---\n\n\(text)\n"
    }

    @Test(arguments: [
        "draft: yes\n", "publishDate: 2099/01/01\n", "expiryDate: soon\n", "publishDate: 2099-01-01\n",
        "expiryDate: 2020-01-01\n",
    ])
    func whatMayBeADraftOrEmbargoedStaysUnpublished(line: String) async throws {
        let site = try TemporarySite([
            "Content/site.yml": TemporarySite.settings, "Content/en/one.md": Self.article("Secret.", line),
            "Content/en/two.md": Self.article("Public."),
        ])
        let files = try await site.publish { $0.isPermissive = true }
        #expect(files["en/one/index.html"] == nil)
        #expect(files["en/two/index.html"] != nil)
    }

    @Test func draftWithUnclosedFrontMatterStaysUnpublished() async throws {
        let site = try TemporarySite([
            "Content/site.yml": TemporarySite.settings,
            "Content/en/one.md": "---\ntitle: One\ndraft: true\n\nSecret.\n",
            "Content/en/two.md": Self.article("Public."),
        ])
        let files = try await site.publish { $0.isPermissive = true }
        #expect(files["en/one/index.html"] == nil)
    }

    @Test func twinsLeaveOutCommentsButNotTextAboutThem() async throws {
        let text = "Write `<!--` first.\n\n<!-- among us -->Then this.\n\n````\n```\n<!-- code -->\n````\n\nThe end."
        let site = try TemporarySite([
            "Content/site.yml": TemporarySite.settings, "Content/en/one.md": Self.article(text),
        ])
        let twin = String(decoding: try #require(try await site.publish()["en/one/index.md"]), as: UTF8.self)
        #expect(twin == "# One\n\n" + text.replacingOccurrences(of: "<!-- among us -->", with: "") + "\n")
    }

    @Test func linksToFilesKeepQueryAndFragment() async throws {
        let site = try TemporarySite([
            "Content/site.yml": TemporarySite.settings,
            "Content/en/one.md": Self.article("[Fees](fees.pdf?v=2#page=3)"),
            "Content/en/fees.pdf": "%PDF",
        ])
        let page = String(decoding: try #require(try await site.publish()["en/one/index.html"]), as: UTF8.self)
        #expect(page.contains("href=\"../fees.pdf?v=2#page=3\""))
    }

    @Test func headerLinksFindDescribedCategoriesAndArticlesWithKeys() async throws {
        let settings =
            TemporarySite.settings + "\nnavigation:\n- { title: Fees, url: a/ }\n- { title: Key, url: a/key.md }\n"
        let site = try TemporarySite([
            "Content/site.yml": settings, "Content/en/a.md": Self.article("About."),
            "Content/en/a/key.md": Self.article("Key.", "translationKey: k\n"),
        ])
        let page = String(decoding: try #require(try await site.publish()["en/index.html"]), as: UTF8.self)
        #expect(page.contains("href=\"../en/a/\"") && page.contains("href=\"../en/a/key/\""))
    }

    @Test(arguments: [
        "Content/en/404.html", "Content/en/llms.txt", "Public/sitemap.xml", "Public/index.html",
        "Public/search/en/index.json", "Public/search/zh-hans/a/b.txt", "Public/search/text/a.json",
        "Public/search/text",
        "Public/Search",
    ])
    func filesAtAddressesOfGuidepostAreErrors(path: String) async throws {
        let site = try TemporarySite([
            "Content/site.yml": TemporarySite.settings, "Content/en/one.md": Self.article("One."), path: "text",
        ])
        let found = try await site.check()
        #expect(found.map(\.id) == [.pathCollision])
        #expect(found.map(\.file) == [path])
        #expect(found.first?.message.hasSuffix("is an address that Guidepost publishes itself") == true)
    }

    @Test func aliasCannotLieInTheIndexOfSearch() async throws {
        let site = try TemporarySite([
            "Content/site.yml": TemporarySite.settings,
            "Content/en/one.md": Self.article("One.", "aliases: [/search/en/old/, /search/old/]\n"),
        ])
        let found = try await site.check()
        #expect(found.map(\.id) == [.pathCollision])
        #expect(found.first?.message == "the alias '/search/en/old/' is already taken by 'Guidepost itself'")
    }

    @Test func whatLiesBesideTheIndexOfSearchIsTheSites() async throws {
        let site = try TemporarySite([
            "Content/site.yml": TemporarySite.settings, "Content/en/one.md": Self.article("One."),
            "Public/search/client.js": "export {};\n", "Public/search/ja/index.json": "{}",
            "Public/search/en.txt": "text", "Public/searches/en/a.txt": "text",
        ])
        let files = try await site.publish()
        #expect(files["search/client.js"] == Array("export {};\n".utf8))
        #expect(files["search/ja/index.json"] == Array("{}".utf8))
        #expect(files["search/en.txt"] != nil && files["searches/en/a.txt"] != nil)
    }

    @Test func fragmentsOfLinksToAnotherLocaleAreChecked() async throws {
        let site = try TemporarySite([
            "Content/site.yml": TemporarySite.settings, "Content/en/one.md": Self.article("## Fees"),
            "Content/zh-Hans/one.md": Self.article("[x](../en/one.md#nope) [y](../en/one.md#fees)"),
        ])
        #expect(try await site.check().map(\.id) == [.unknownFragment])
    }

    @Test func listOfThePageWithinAnotherListIsAnError() async throws {
        let site = try TemporarySite([
            "Content/site.yml": TemporarySite.settings, "Content/en/one.md": Self.article("One."),
            "Templates/home.mustache": "{{#featured}}\n{{#categories}}{{title}}{{/categories}}\n{{/featured}}",
        ])
        let found = try await site.check().filter { $0.severity == .error }
        #expect(found.map(\.id) == [.templateSyntax])
        #expect(found.first?.position == SourcePosition(line: 2, column: 1))
        #expect(
            found.first?.message
                == "the list 'categories' belongs to the page, and cannot be repeated within another list")
    }
}
