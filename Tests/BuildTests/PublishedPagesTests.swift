import Build
import Foundation
import HelpCenter
import Testing

/// What readers, search engines and servers find in a published site, with the built-in templates.
struct PublishedPagesTests {
    // MARK: The fixture site with the theme's own templates

    @Test func everyLinkOfTheThemeLeadsToAFileOfTheSite() async throws {
        let files = try await Self.smallSite()
        for (name, bytes) in files where name.hasSuffix(".html") && !name.hasSuffix("404.html") {
            let page = HTMLTokens(bytes)
            let addresses = [("a", "href"), ("img", "src"), ("link", "href"), ("script", "src"), ("source", "src")]
                .flatMap {
                    page.values(of: $0.1, on: $0.0)
                }
            for address in addresses where !address.contains(":") {
                let target = try #require(
                    Self.resolve(address, from: name), "\(address) leads out of the site from \(name)")
                #expect(files[target] != nil, "\(name) links to \(address), which is nothing")
            }
        }
    }

    @Test func everyFragmentNamesAnElement() async throws {
        let files = try await Self.smallSite()
        for (name, bytes) in files where name.hasSuffix(".html") && !name.hasSuffix("404.html") {
            for address in HTMLTokens(bytes).values(of: "href", on: "a")
            where address.contains("#") && !address.contains(":") {
                let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
                let target = parts[0].isEmpty ? name : try #require(Self.resolve(String(parts[0]), from: name))
                let ids = HTMLTokens(try #require(files[target])).structureIDs
                let fragment = try #require(parts[1].removingPercentEncoding)
                #expect(fragment.isEmpty || ids.contains(fragment), "\(name) links to \(address)")
            }
        }
    }

    @Test func everyPageHasOneTitleOneHeadingAndUniqueIDs() async throws {
        for (name, bytes) in try await Self.smallSite() where name.hasSuffix(".html") {
            let page = HTMLTokens(bytes)
            #expect(page.texts(in: "title").count == 1, "\(name)")
            #expect(page.elements("h1").count == 1, "\(name)")
            let html = try #require(page.elements("html").first)
            #expect(html["lang"]?.isEmpty == false && ["ltr", "rtl"].contains(html["dir"] ?? ""), "\(name)")
            let ids = page.structureIDs
            #expect(Set(ids).count == ids.count, "\(name) has an id twice")
            #expect(page.elements("img").allSatisfy { $0["alt"] != nil }, "\(name)")
        }
    }

    // MARK: Translations and fallbacks

    @Test func alternatesAreReciprocal() async throws {
        let files = try await Self.smallSite()
        var sets: [String: Set<String>] = [:]
        for (name, bytes) in files where name.hasSuffix("index.html") {
            let page = HTMLTokens(bytes)
            let links = page.elements("link").filter { $0["rel"] == "alternate" && $0["hreflang"] != nil }
            guard let canonical = page.elements("link").first(where: { $0["rel"] == "canonical" })?["href"],
                !links.isEmpty
            else {
                continue
            }
            let set = Set(links.map { "\($0["hreflang"] ?? "") \($0["href"] ?? "")" })
            #expect(set.contains { $0.hasSuffix(" " + canonical) }, "\(name) does not name itself")
            #expect(set.contains { $0.hasPrefix("x-default ") }, "\(name)")
            sets[canonical] = set
        }
        #expect(sets.count > 10)
        for (canonical, set) in sets {
            for link in set where !link.hasPrefix("x-default ") {
                let url = String(link[link.index(after: link.firstIndex(of: " ") ?? link.startIndex)...])
                #expect(sets[url] == set, "\(canonical) names \(url), which names others")
            }
        }
    }

    @Test func aFallbackPageSaysWhatItIs() async throws {
        let files = try await Self.smallSite()
        let page = HTMLTokens(try #require(files["ar/account/faq/index.html"]))
        #expect(page.elements("html").first == ["lang": "ar", "dir": "rtl"])
        #expect(page.structureValues("lang").contains("en"))
        #expect(
            page.elements("link").first { $0["rel"] == "canonical" }?["href"]
                == "https://help.example/support/en/account/faq/")
        #expect(page.elements("link").allSatisfy { $0["rel"] != "alternate" || $0["hreflang"] == nil })
        #expect(page.texts(in: "script").allSatisfy { !$0.contains("schema.org") })
        let sitemap = String(decoding: try #require(files["sitemap.xml"]), as: UTF8.self)
        #expect(sitemap.contains("<loc>https://help.example/support/en/account/faq/</loc>"))
        #expect(!sitemap.contains("/ar/account/"))
        #expect(files["ar/account/faq/index.md"] == nil)
    }

    @Test func aLocaleMayDoWithoutFallbacks() async throws {
        let site = try TemporarySite([
            "Content/site.yml":
                "title: Help\nbaseURL: https://help.example/\nlocales: [en, { code: ru, fallback: false }]\n",
            "Content/en/a.md": "---\ntitle: A\n---\n", "Content/ru/b.md": "---\ntitle: B\n---\n",
        ])
        let files = try await site.publish()
        #expect(files["ru/b/index.html"] != nil && files["ru/a/index.html"] == nil)
        #expect(files["en/a/index.html"] != nil && files["en/b/index.html"] == nil)
    }

    // MARK: Redirects

    @Test func aRedirectLeadsToThePageByEveryMeans() async throws {
        let files = try await Self.smallSite()
        for (from, to) in [
            ("help/reset-password/index.html", "../../en/account/new-password/"),
            ("reset.html", "en/account/new-password/"),
            ("en/account/old-password/index.html", "../new-password/"),
            ("帮助/密码/index.html", "../../zh-Hans/account/%E9%87%8D%E7%BD%AE%E5%AF%86%E7%A0%81/"),
        ] {
            let page = HTMLTokens(try #require(files[from], "\(from)"))
            let refresh = page.elements("meta").first { $0["http-equiv"] == "refresh" }
            #expect(refresh?["content"] == "0; url=\(to)")
            #expect(page.values(of: "href", on: "a").contains(to))
            #expect(page.elements("meta").contains { $0["name"] == "robots" && $0["content"] == "noindex" })
        }
        let list = String(decoding: try #require(files["_redirects"]), as: UTF8.self)
        #expect(list.contains("/support/help/reset-password/ /support/en/account/new-password/ 301\n"))
        #expect(list.split(separator: "\n").count == 4)
        let sitemap = String(decoding: try #require(files["sitemap.xml"]), as: UTF8.self)
        #expect(!sitemap.contains("old-password"))
    }

    @Test func aSiteWithOneLocaleLeadsStraightOn() async throws {
        let site = try TemporarySite([
            "Content/site.yml": "title: Help\nbaseURL: https://help.example/\nlocales: [en]\n",
            "Content/en/a.md": "---\ntitle: A\n---\n",
        ])
        let files = try await site.publish()
        let root = HTMLTokens(try #require(files["index.html"]))
        #expect(root.elements("meta").first { $0["http-equiv"] == "refresh" }?["content"] == "0; url=en/")
        let page = HTMLTokens(try #require(files["en/a/index.html"]))
        #expect(page.elements("link").allSatisfy { $0["hreflang"] == nil })
    }

    @Test func settingsAloneAreASite() async throws {
        let files = try await TemporarySite(["Content/site.yml": TemporarySite.settings]).publish()
        #expect(files["index.html"] != nil && files["en/index.html"] != nil && files["zh-Hans/index.html"] != nil)
    }

    // MARK: Drafts and dates

    @Test func draftsAndTheFutureArePublishedWhenAskedFor() async throws {
        let site = try TemporarySite(fixture: "small")
        let without = try await site.publish()
        #expect(without["en/account/draft/index.html"] == nil && without["en/account/future/index.html"] == nil)
        let files = try await site.publish {
            $0.includesDrafts = true
            $0.includesFuture = true
        }
        let draft = HTMLTokens(try #require(files["en/account/draft/index.html"]))
        #expect(files["en/account/future/index.html"] != nil && files["en/account/expired/index.html"] == nil)
        let sitemap = String(decoding: try #require(files["sitemap.xml"]), as: UTF8.self)
        #expect(!sitemap.contains("/draft/") && sitemap.contains("/future/"))
        #expect(draft.texts(in: "script").allSatisfy { !$0.contains("schema.org") })
    }

    @Test func anUpdateOfTheContentRemovesWhatIsGone() async throws {
        let site = try TemporarySite([
            "Content/site.yml": TemporarySite.settings, "Content/en/a.md": "---\ntitle: A\n---\n",
            "Content/en/b.md": "---\ntitle: B\n---\n",
        ])
        #expect(try await site.publish()["en/b/index.html"] != nil)
        try FileManager.default.removeItem(atPath: site.path + "/Content/en/b.md")
        let files = try await site.publish()
        #expect(files["en/a/index.html"] != nil && files["en/b/index.html"] == nil)
    }

    // MARK: Markdown twins

    @Test func aTwinLinksToTwins() async throws {
        let body = """
            See [one](other.md), [two](other.md#part "Part"), [three][ref], <other.md>, [home](../), `[code](other.md)` and
            ![a picture](picture.svg) or [elsewhere](https://example.org/other.md).

            ```
            [fenced](other.md)
            ```

            ~~~
            [fenced](other.md)
            ~~~

            [ref]: other.md

            """
        let site = try TemporarySite([
            "Content/site.yml": TemporarySite.settings,
            "Content/en/section/one.md": "---\ntitle: One\ndescription: First.\n---\n" + body,
            "Content/en/section/other.md": "---\ntitle: Other\nslug: elsewhere\n---\n## Part\n",
            "Content/en/section/picture.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>",
        ])
        let files = try await site.publish()
        let twin = String(decoding: try #require(files["en/section/one/index.md"]), as: UTF8.self)
        #expect(
            twin.hasPrefix(
                "# One\n\n> First.\n\nSee [one](../elsewhere/index.md), [two](../elsewhere/index.md#part \"Part\")"))
        #expect(twin.contains("[home](../../)") && twin.contains("![a picture](../picture.svg)"))
        #expect(twin.contains("[ref]: ../elsewhere/index.md") && twin.contains("(https://example.org/other.md)"))
        #expect(twin.ranges(of: "[fenced](other.md)").count == 2)
    }

    // MARK: The owner's own files

    @Test func ownFilesTakeThePlaceOfMadeOnes() async throws {
        let files = try await Self.smallSite()
        #expect(
            String(decoding: try #require(files["robots.txt"]), as: UTF8.self) == "User-agent: *\nDisallow: /private/\n"
        )
        #expect(files[".well-known/security.txt"] != nil)
    }

    @Test func anAssetThatAnArticleNamesKeepsItsNameToo() async throws {
        let files = try await Self.smallSite()
        #expect(files["images/logo.svg"] != nil)
        #expect(files.keys.contains { $0.hasPrefix("images/logo.") && $0 != "images/logo.svg" })
    }
}

extension PublishedPagesTests {
    /// The fixture site with the built-in templates in place of its own.
    private static func smallSite() async throws -> [String: [UInt8]] {
        let site = try TemporarySite(fixture: "small")
        try FileManager.default.removeItem(atPath: site.path + "/Templates")
        return try await site.publish()
    }

    /// The file that an address means, seen from a page; nil when it leads out of the site.
    private static func resolve(_ address: String, from page: String) -> String? {
        let path = address.prefix { $0 != "#" && $0 != "?" }
        var parts = page.split(separator: "/", omittingEmptySubsequences: false).dropLast().map(String.init)
        for part in path.split(separator: "/", omittingEmptySubsequences: false) {
            switch part {
            case ".": break
            case "..": if parts.popLast() == nil { return nil }
            default: parts.append(part.removingPercentEncoding ?? String(part))
            }
        }
        if path.isEmpty { return page }
        let file = parts.joined(separator: "/")
        if path.hasSuffix("..") || path.hasSuffix(".") && path.count < 3 { return file + "/index.html" }
        return file.isEmpty ? "index.html" : file.hasSuffix("/") ? file + "index.html" : file
    }
}

extension HTMLTokens {
    /// The values of an attribute on any element.
    func structureValues(_ attribute: String) -> [String] {
        tokens.flatMap { token -> [String] in
            guard case .start(_, let attributes) = token else { return [] }
            return attributes.filter { $0.name == attribute }.map(\.value)
        }
    }

    /// The ids of all elements.
    var structureIDs: [String] { structureValues("id") }
}
