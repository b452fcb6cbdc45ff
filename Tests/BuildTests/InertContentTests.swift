import Build
import Foundation
import Testing

/// Content cannot run code or break a page: whatever stands in a text, a page is made of the same elements.
struct InertContentTests {
    /// Texts that end elements, attributes, comments and scripts, or would be code.
    static let payloads = [
        "<script>alert(1)</script>", "</title><script>alert(1)</script>", "--><img src=x onerror=alert(1)>",
        "\" onmouseover=\"alert(1)", "' autofocus onfocus='alert(1)", "</script><svg onload=alert(1)>", "]]></x><!--",
        "&lt;script&gt;",
        "<%= 7 * 7 %> {{title}} {{{body}}} {{>layout}}", "javascript:alert(1)", "</a></p></main></body></html>",
        "\\u003cscript>",
    ]

    /// The same site with a word in place of every payload.
    private static let harmless = Task { try await publish("harmless") }

    @Test(arguments: payloads)
    func textsAreShownAndNothingElse(payload: String) async throws {
        let files = try await Self.publish(payload)
        try await Self.expectSameElements(files)
        try Self.expectTexts(payload, files)
        try Self.expectStructuredData(files)
    }

    @Test func scriptsAndStylesComeFromTheSiteAlone() async throws {
        let files = try await Self.publish("harmless")
        for (name, bytes) in files where name.hasSuffix(".html") {
            let page = HTMLTokens(bytes)
            for script in page.elements("script") {
                let isData = script["type"] == "application/ld+json"
                #expect(isData || script["src"]?.contains("://") == false, "\(name)")
            }
            for (element, attribute) in [
                ("img", "src"), ("video", "src"), ("source", "src"), ("iframe", "src"), ("object", "data"),
            ] {
                #expect(page.values(of: attribute, on: element).allSatisfy { !$0.contains("//") }, "\(name)")
            }
            #expect(page.elements("style").isEmpty && page.elements("iframe").isEmpty)
            let policies = page.elements("meta").filter { $0["http-equiv"] == "Content-Security-Policy" }.compactMap {
                $0["content"]
            }
            #expect(policies.count == 1 && policies.first?.hasPrefix("default-src 'none'") == true, "\(name)")
            #expect(!page.structure.contains { $0.contains(" style") }, "\(name) has a style attribute")
        }
    }

    @Test func fileNamesThatLookLikeMarkupAreHarmless() async throws {
        let site = try TemporarySite([
            "Content/site.yml": TemporarySite.settings,
            "Content/en/<script>alert(1)<.md": "---\ntitle: One\n---\n![A picture](<a\"onerror='1'.svg>)\n",
            "Content/en/a\"onerror='1'.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>",
            "Content/en/\"><img src=x>/_index.md": "---\ntitle: Two\n---\n",
        ])
        let files = try await site.publish()
        #expect(files["en/script-alert(1)/index.html"] != nil, "\(files.keys.sorted())")
        for (name, bytes) in files where name.hasSuffix(".html") {
            #expect(!HTMLTokens(bytes).structure.contains { $0.contains(" on") || $0 == "<img src>" }, "\(name)")
        }
        let page = HTMLTokens(try #require(files["en/script-alert(1)/index.html"]))
        #expect(page.values(of: "src", on: "img") == ["../a%22onerror=%271%27.svg"])
    }
}

extension InertContentTests {
    /// A page is made of the same elements, whatever its texts say.
    private static func expectSameElements(_ hostile: [String: [UInt8]]) async throws {
        let harmless = try await harmless.value
        // The files of search are named after what they hold.
        func names(_ files: [String: [UInt8]]) -> [String] { files.keys.filter { !$0.hasPrefix("search/") }.sorted() }
        #expect(names(hostile) == names(harmless))
        for (name, bytes) in hostile where name.hasSuffix(".html") {
            let (page, twin) = (HTMLTokens(bytes), HTMLTokens(try #require(harmless[name])))
            #expect(page.structure == twin.structure, "\(name) has other elements")
            let handlers = page.structure.filter { $0.contains(" on") }
            #expect(handlers.isEmpty, "\(name)")
        }
        for name in ["sitemap.xml"] { try expectWellFormed(try #require(hostile[name]), name) }
    }

    /// The texts arrive as they were written.
    private static func expectTexts(_ payload: String, _ files: [String: [UInt8]]) throws {
        let article = HTMLTokens(try #require(files["en/section/article/index.html"]))
        #expect(article.texts(in: "title") == ["\(payload) · \(payload)"])
        #expect(article.texts(in: "h1") == [payload])
        let descriptions = article.elements("meta").filter { $0["name"] == "description" }.compactMap { $0["content"] }
        #expect(descriptions == [payload])
        #expect(article.texts(in: "header").contains { $0.contains(payload) })
        #expect(article.texts(in: "footer").contains { $0.contains(payload) })
    }

    /// Structured data stays in its script, and is JSON.
    private static func expectStructuredData(_ files: [String: [UInt8]]) throws {
        let page = HTMLTokens(try #require(files["en/section/faq/index.html"]))
        let scripts = page.texts(in: "script").filter { $0.contains("schema.org") }
        #expect(scripts.count == 2)
        for script in scripts {
            #expect(!script.contains("<") && !script.contains(">"))
            let value = try JSONSerialization.jsonObject(with: Data(script.utf8)) as? [String: Any]
            #expect(value?["@context"] as? String == "https://schema.org")
        }
        let faq = try #require(
            scripts.compactMap { try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
                .first { $0["@type"] as? String == "FAQPage" })
        let questions = try #require(faq["mainEntity"] as? [[String: Any]])
        #expect(questions.count == 1)
    }

    /// Publishes a site that says one text wherever it can say something.
    private static func publish(_ text: String) async throws -> [String: [UInt8]] {
        let quoted = "'" + text.replacing("'", with: "''") + "'"
        // What stands in braces is a placeholder, which an interface text may not make up.
        let bare = quoted.replacing("{", with: "")
        let site = try TemporarySite([
            "Content/site.yml": """
            title: \(quoted)
            description: \(quoted)
            baseURL: https://help.example/
            locales:
              - { code: en, name: \(quoted) }
              - { code: zh-Hans, name: \(quoted) }
            navigation:
              - { title: \(quoted), url: section/ }
            footer:
              - { title: \(quoted), url: section/article.md }
            copyright: \(quoted)
            """,
            "Content/en/_index.md":
                "---\ntitle: \(quoted)\ndescription: \(quoted)\nrelated: [section/article.md]\n---\n",
            "Content/en/strings.yml":
                "home: \(bare)\nnext: \(bare)\ndraft: \(bare)\nnotFoundText: \(bare)\nlanguageMenu: \(bare)\n",
            "Content/en/section/_index.md": "---\ntitle: \(quoted)\ndescription: \(quoted)\n---\n",
            "Content/en/section/article.md": """
            ---
            title: \(quoted)
            description: \(quoted)
            tags: [\(quoted)]
            keywords: [\(quoted)]
            aliases: [/old/]
            related: [faq.md]
            date: 2026-11-02
            ---
            ## One

            ## Two
            """,
            "Content/en/section/faq.md":
                "---\ntitle: \(quoted)\nkind: faq\n---\n## How?\n\nLike this: `\(text.replacing("`", with: ""))`\n",
            "Content/zh-Hans/section/article.md": "---\ntitle: \(quoted)\n---\n",
        ])
        return try await site.publish()
    }

    private static func expectWellFormed(_ bytes: [UInt8], _ name: String) throws {
        let tokens = HTMLTokens(bytes)
        var open: [String] = []
        for token in tokens.tokens {
            switch token {
            case .start(let element, _) where element != "xhtml:link": open.append(element)
            case .end(let element): #expect(open.popLast() == element, "\(name)")
            default: break
            }
        }
        #expect(open.isEmpty, "\(name)")
    }
}
