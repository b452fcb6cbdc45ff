import HelpCenter
import Testing

/// The search page as it is without its script.
struct SearchPageTests {
    private func page(articles: Int) async throws -> HTMLTokens {
        var files = ["Content/site.yml": TemporarySite.settings, "Content/en/a/_index.md": "---\ntitle: Top\n---\n"]
        for number in 0..<articles {
            files["Content/en/a/b/c\(number).md"] = "---\ntitle: Article \(number)\n---\n\nText.\n"
        }
        let published = try await TemporarySite(files).publish()
        return HTMLTokens(try #require(published["en/search/index.html"]))
    }

    @Test func everyArticleIsListedBelowItsCategoryOfTheFirstLevel() async throws {
        let page = try await page(articles: 2)
        let links = Self.withoutScripts(page).values(of: "href", on: "a")
        #expect(links.filter { $0.hasPrefix("../a/b/") } == ["../a/b/c0/", "../a/b/c1/"])
        #expect(!links.contains("../a/b/"))
    }

    /// What a browser that runs scripts takes for a text.
    private static func withoutScripts(_ page: HTMLTokens) -> HTMLTokens {
        HTMLTokens(Array(page.texts(in: "noscript").joined().utf8))
    }

    @Test func aListTooLongToLookThroughIsOneOfCategories() async throws {
        let page = Self.withoutScripts(try await page(articles: 501))
        let links = page.values(of: "href", on: "a")
        #expect(links.contains("../a/") && !links.contains { $0.hasPrefix("../a/b/") })
        #expect(page.texts(in: "span").contains("501 articles"))
    }

    @Test func searchEnginesAreToldToLeaveItOut() async throws {
        let page = try await page(articles: 1)
        #expect(page.elements("meta").contains { $0["name"] == "robots" && $0["content"] == "noindex" })
        #expect(page.values(of: "rel", on: "link").allSatisfy { $0 != "canonical" && $0 != "alternate" })
    }
}
