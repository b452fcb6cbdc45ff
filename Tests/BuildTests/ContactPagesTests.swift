import Foundation
import HelpCenter
import Testing

/// The contact page, the verify page and `contact.json`, as they come out of `contact.yml` and `topics.yml`.
struct ContactPagesTests {
    private static let contact = """
        timeZone: Asia/Singapore
        verifyEvery: 90d
        elsewhere: Look in the app
        channels:
          - id: chat
            kind: chat
            url: https://chat.example/?lang={locale}
            languages: [en, zh-Hans]
            hours: always
            suits: { urgency: [urgent] }
            responds: { within: 10m, typical: 3m }
            verified: 2026-11-01
          - id: phone
            kind: phone
            name: { en: Hotline, zh-Hans: 热线 }
            number: "+65 6000 0100"
            languages: [en, vi]
            hours: { mon-fri: "09:00-18:00", sat: ["09:00-12:00", "22:00-02:00"], holidays: [2025-12-25, 2026-12-25] }
            responds: { within: 1bd }
            verified: 2026-11-01
          - id: form
            kind: form
            endpoint: https://forms.example:8443/support?x=1
            topics: [other]
            verified: 2026-11-01
        official:
          - { website: example.org, note: The website }
          - { website: chat.example }
        """
    private static let topics = """
        topics:
          - id: stolen
            title: { en: Account stolen, zh-Hans: 账户被盗 }
            urgency: urgent
            first: { text: Freeze it, article: freeze.md }
            articles: [freeze.md, faq.md#why]
            checklist: [time, account-email]
            optional: [screenshot]
            keywords: { en: [hacked], zh-Hans: [被黑] }
          - id: other
            title: Something else
            checklist: [description, network]
            channels: [form]
        fields:
          network: { label: { en: Network, zh-Hans: 网络 }, options: [TRON, Ethereum] }
        """

    private func site(_ more: [String: String] = [:]) throws -> TemporarySite {
        let files = [
            "Content/site.yml": TemporarySite.settings, "Content/contact.yml": Self.contact,
            "Content/topics.yml": Self.topics, "Content/en/freeze.md": "---\ntitle: Freeze\n---\n\nDo it.\n",
            "Content/en/faq.md": "---\ntitle: FAQ\nkind: faq\n---\n\n## Why? {#why}\n\nBecause.\n",
            "Content/zh-Hans/freeze.md": "---\ntitle: 冻结\n---\n\n马上。\n",
            "Content/en/own.md": "---\ntitle: Own\ntopics: [other]\n---\n\nText.\n",
        ]
        return try TemporarySite(files.merging(more) { _, new in new })
    }

    /// What readers without scripts get of a page: not the data for them.
    private func shown(_ files: [String: [UInt8]], _ path: String) throws -> String {
        let page = try text(files, path)
        let start = try #require(page.range(of: "<script type=\"application/json\" id=\"gp-data\">"))
        let end = try #require(page[start.upperBound...].range(of: "</script>"))
        return String(page[..<start.lowerBound] + page[end.upperBound...])
    }

    private func text(_ files: [String: [UInt8]], _ path: String) throws -> String {
        String(decoding: try #require(files[path]), as: UTF8.self)
    }

    @Test func everyLocaleHasAContactPageAndAVerifyPage() async throws {
        let files = try await site().publish()
        for locale in ["en", "zh-Hans"] {
            #expect(files["\(locale)/contact/index.html"] != nil)
            #expect(files["\(locale)/verify/index.html"] != nil)
        }
        let sitemap = try text(files, "sitemap.xml")
        #expect(sitemap.contains("<loc>https://help.example/zh-Hans/contact/</loc>"))
        #expect(sitemap.contains("hreflang=\"en\" href=\"https://help.example/en/verify/\""))
    }

    @Test func aSiteWithoutChannelsHasNeither() async throws {
        let files = try await TemporarySite(["Content/site.yml": TemporarySite.settings]).publish()
        #expect(
            !files.keys.contains { $0.hasPrefix("en/contact") || $0.hasPrefix("en/verify") || $0 == "contact.json" })
        let home = try text(files, "en/index.html")
        #expect(!home.contains("contact/"))
    }

    @Test func thePageIsCompleteWithoutScripts() async throws {
        let page = try shown(try await site().publish(), "en/contact/index.html")
        for part in [
            "Account stolen", "Something else", "Freeze it", "../freeze/", "../faq/#why", "Live chat", "Hotline",
            "tel:+6560000100", "https://chat.example/?lang=en", "Mon–Fri", "09:00–\u{2060}18:00",
            "09:00–\u{2060}12:00, 22:00–\u{2060}02:00", "TRON",
            "Singapore (UTC+8)", "December 25, 2026", "Tiếng Việt", "Reply within 10 minutes, usually 3 minutes",
            "Reply within 1 business day", "../own/", "This form needs JavaScript",
        ] {
            #expect(page.contains(part), "\(part)")
        }
        // A holiday that is over interests nobody.
        #expect(!page.contains("December 25, 2025"))
    }

    @Test func eachLocaleReadsItsOwnWords() async throws {
        let page = try shown(try await site().publish(), "zh-Hans/contact/index.html")
        for part in ["账户被盗", "热线", "https://chat.example/?lang=zh-Hans", "冻结"] {
            #expect(page.contains(part), "\(part)")
        }
    }

    @Test func onlyTheContactPageMayConnectToTheFormsEndpoint() async throws {
        let files = try await site().publish()
        #expect(
            try text(files, "en/contact/index.html").contains("connect-src &#39;self&#39; https://forms.example:8443;"))
        #expect(try text(files, "en/index.html").contains("connect-src &#39;self&#39;;"))
        #expect(try text(files, "_server/nginx.conf").contains("connect-src 'self' https://forms.example:8443;"))
    }

    @Test func anArticleLeadsToItsTopic() async throws {
        let files = try await site().publish()
        #expect(
            try text(files, "zh-Hans/freeze/index.html")
                .contains("href=\"../contact/?topic=stolen&amp;from=/zh-Hans/freeze/#topic-stolen\""))
        #expect(try text(files, "en/faq/index.html").contains("href=\"../contact/?from=/en/faq/\""))
    }

    @Test func anArticleOfWhichASectionHelpsLeadsToThatTopic() async throws {
        let topics = """
            topics:
              - { id: one, title: One, articles: [guide.md#steps, faq.md#why], checklist: [time] }
              - { id: two, title: Two, articles: [other.md], checklist: [time] }
              - { id: three, title: Three, first: { text: Now, article: other.md }, checklist: [time] }
            """
        let files = try await site([
            "Content/topics.yml": topics, "Content/en/guide.md": "---\ntitle: Guide\n---\n\n## Steps\n\nText.\n",
            "Content/en/other.md": "---\ntitle: Other\n---\n\nText.\n",
            "Content/contact.yml": Self.contact.replacing("topics: [other]", with: "topics: [one]"),
            "Content/en/own.md": "---\ntitle: Own\n---\n\nText.\n",
        ]).publish()
        #expect(try text(files, "en/guide/index.html").contains("?topic=one&amp;from="))
        #expect(try text(files, "en/other/index.html").contains("?topic=two&amp;from="))
        #expect(try text(files, "en/faq/index.html").contains("contact/?from="))
    }

    @Test func aLinkThatNamesATopicOpensItWithoutScripts() async throws {
        let link = "---\ntitle: Freeze\n---\n\n[Write](contact/?a=1&topic=other).\n"
        let files = try await site(["Content/en/freeze.md": link]).publish()
        #expect(
            try text(files, "en/freeze/index.html").contains("href=\"../contact/?a=1&amp;topic=other#topic-other\""))
    }

    @Test func anAddressWithAPlusIsHandedOnAsItIs() async throws {
        let files = try await site(["Content/en/c++.md": "---\ntitle: C++\n---\n\nText.\n"]).publish()
        #expect(try text(files, "en/c++/index.html").contains("?from=/en/c%2B%2B/"))
    }

    @Test func articlesMayLinkToTheContactPage() async throws {
        let link = "---\ntitle: Freeze\n---\n\n[Write](contact/?topic=other#topic-other) or [check](/verify/).\n"
        let files = try await site(["Content/en/freeze.md": link]).publish()
        let page = try text(files, "en/freeze/index.html")
        #expect(page.contains("href=\"../contact/?topic=other#topic-other\""))
        #expect(page.contains("href=\"../verify/\""))
    }

    @Test func theVerifyPageListsEveryOfficialAddressOnce() async throws {
        let more = """
              - { id: again, kind: phone, number: "+6560000100", topics: [other], verified: 2026-11-01 }
            official:
            """
        // One number twice, in two ways to write it.
        let contact = Self.contact.replacing("official:", with: more)
        let files = try await site(["Content/contact.yml": contact]).publish()
        let page = try shown(files, "en/verify/index.html")
        #expect(page.contains("example.org"))
        #expect(page.contains("The website"))
        #expect(page.contains("+65 6000 0100"))
        #expect(page.contains("Look in the app"))
        #expect(page.contains("address bar shows help.example"))
        let data = try Self.data(of: try text(files, "en/verify/index.html"))
        let entries = try #require(data["entries"] as? [[String: Any]])
        #expect(entries.map { $0["kind"] as? String } == ["website", "website", "website", "phone"])
        #expect(entries.compactMap { $0["host"] as? String } == ["example.org", "chat.example", "help.example"])
    }

    @Test(arguments: [
        ("https://vendor.example/chat?id=ours", ["https://vendor.example/chat?id=ours"]),
        (
            "https://vendor.example/chat?company=12&lang={locale}",
            [
                "https://vendor.example/chat?company=12&lang=en",
                "https://vendor.example/chat?company=12&lang=zh-Hans",
            ]
        ),
        // Below our own website the path alone counts.
        ("https://chat.example.org/?company=12&lang={locale}", ["https://chat.example.org/?company=12"]),
        (
            "https://vendor.example/{locale}/chat",
            ["https://vendor.example/en/chat", "https://vendor.example/zh-Hans/chat"]
        ),
        ("https://example.org/chat", []),
    ])
    func thePagesOfAChannelAreOfficial(url: String, expected: [String]) async throws {
        let contact = Self.contact.replacing("https://chat.example/?lang={locale}", with: url)
        let page = try text(try await site(["Content/contact.yml": contact]).publish(), "en/verify/index.html")
        let entries = try #require(try Self.data(of: page)["entries"] as? [[String: Any]])
        #expect(entries.compactMap { $0["url"] as? String }.filter { !$0.isEmpty } == expected)
    }

    @Test(arguments: [
        (
            "https://vendor.example/new?subject={subject}&form=77&body=Hello%20{body}",
            ["https://vendor.example/new?form=77"], ["subject", "body"]
        ),
        ("https://vendor.example/new?form={topic}&form=77", ["https://vendor.example/new?form=77"], []),
        ("https://vendor.example/new#{body}", ["https://vendor.example/new"], ["#"]),
        ("https://vendor.example/new#ours", ["https://vendor.example/new#ours"], []),
        ("https://vendor.example/new#/ours/{body}", [], []),
        ("https://vendor.example/new?{topic}=1", [], []),
        ("https://vendor.example/{topic}/new#{body}", [], []),
    ])
    func whatAMessageFillsInIsLeftOutOfAnOfficialPage(url: String, pages: [String], open: [String]) async throws {
        let ticket = "\n  - { id: ticket, kind: ticket, url: \"\(url)\", verified: 2026-11-01 }\nofficial:"
        let contact = Self.contact.replacing("\nofficial:", with: ticket)
        let files = try await site(["Content/contact.yml": contact]).publish()
        let data = try Self.data(of: try text(files, "en/verify/index.html"))
        let entries = try #require(data["entries"] as? [[String: Any]]).filter { $0["kind"] as? String == "page" }
        #expect(entries.compactMap { $0["url"] as? String } == pages)
        #expect(entries.flatMap { $0["open"] as? [String] ?? [] } == open)
        let file = try JSONSerialization.jsonObject(with: Data(try #require(files["contact.json"])))
        let official = try #require((file as? [String: Any])?["official"] as? [[String: Any]])
        #expect(official.compactMap { $0["page"] as? String } == pages)
        #expect(official.flatMap { $0["open"] as? [String] ?? [] } == open)
    }

    @Test func aWhatsAppAccountIsTheDigitsOfItsNumber() async throws {
        let channel = "\n  - { id: whatsapp, kind: social, network: whatsapp, handle: \"+65 6000 0101\" }\nofficial:"
        let contact = Self.contact.replacing("\nofficial:", with: channel)
        let files = try await site(["Content/contact.yml": contact]).publish()
        for file in ["en/contact/index.html", "en/verify/index.html", "contact.json"] {
            #expect(try text(files, file).contains("https://wa.me/6560000101\""), "\(file)")
        }
    }

    @Test func theDataOfThePageIsWhatItsScriptsNeed() async throws {
        let page = try text(try await site().publish(), "zh-Hans/contact/index.html")
        let data = try Self.data(of: page)
        let topics = try #require(data["topics"] as? [[String: Any]])
        #expect(topics.first?["title"] as? String == "账户被盗")
        #expect(topics.first?["teamTitle"] as? String == "Account stolen")
        #expect(topics.first?["keywords"] as? [String] == ["被黑"])
        let fields = try #require(data["fields"] as? [String: [String: Any]])
        #expect(fields["network"]?["kind"] as? String == "choice")
        #expect(fields["network"]?["label"] as? String == "网络")
        #expect(fields["network"]?["teamLabel"] as? String == "Network")
        let channels = try #require(data["channels"] as? [[String: Any]])
        let hours = try #require(channels[1]["hours"] as? [String: Any])
        #expect(hours["timeZone"] as? String == "Asia/Singapore")
        let week = try #require(hours["week"] as? [[Int]])
        // Saturday 22:00 to Sunday 02:00, in minutes since Monday 00:00.
        #expect(week.last == [8520, 8760])
    }

    @Test func theJSONHoldsEveryLocale() async throws {
        let files = try await site().publish()
        let file = try JSONSerialization.jsonObject(with: Data(try #require(files["contact.json"])))
        let json = try #require(file as? [String: Any])
        let channels = try #require(json["channels"] as? [[String: Any]])
        #expect(channels.map { $0["id"] as? String } == ["chat", "phone", "form"])
        #expect((channels[1]["name"] as? [String: String]) == ["en": "Hotline", "zh-Hans": "热线"])
        let topics = try #require(json["topics"] as? [[String: Any]])
        let articles = try #require(topics[0]["articles"] as? [String: [[String: String]]])
        #expect(articles["zh-Hans"]?.first == ["title": "冻结", "url": "https://help.example/zh-Hans/freeze/"])
        #expect(articles["en"]?.last == ["title": "Why?", "url": "https://help.example/en/faq/#why"])
    }

    @Test func theirAddressesAreTaken() async throws {
        let found = try await site(["Content/en/verify.md": "---\ntitle: Mine\n---\n", "Public/contact.json": "{}"])
            .check()
        #expect(
            found.map(\.text) == [
                "Content/en/verify.md: error: '/en/verify/' is an address that Guidepost publishes itself "
                    + "[path-collision]\n  hint: rename the file\n",
                "Public/contact.json: error: '/contact.json' is an address that Guidepost publishes itself "
                    + "[path-collision]\n  hint: rename the file\n",
            ])
    }

    /// The JSON for the scripts of a page.
    private static func data(of page: String) throws -> [String: Any] {
        let start = try #require(page.range(of: "<script type=\"application/json\" id=\"gp-data\">"))
        let end = try #require(page[start.upperBound...].range(of: "</script>"))
        let json = try JSONSerialization.jsonObject(with: Data(page[start.upperBound..<end.lowerBound].utf8))
        return try #require(json as? [String: Any])
    }
}

/// What only the clock can tell about channels and topics; what it reports is in `ContactMistakeTests`. The tests build on
/// 21 November 2026 at noon.
struct ContactChecksTests {
    private func check(contact: String, topics: String = "", _ more: [String: String] = [:]) async throws -> [String] {
        var files = more
        files["Content/site.yml"] = "title: Help\nbaseURL: https://help.example/\nlocales: [en]\n"
        files["Content/contact.yml"] = contact
        if !topics.isEmpty { files["Content/topics.yml"] = topics }
        files["Content/en/guide.md"] = "---\ntitle: Guide\n---\n\n## Steps\n\nText.\n"
        return try await TemporarySite(files).check().map(\.text)
    }

    private let chat = """
        channels:
          - { id: chat, kind: chat, url: "https://chat.example/", languages: [en] }

        """

    @Test func aChannelConfirmedLatelyIsFine() async throws {
        let contact = chat.replacingOccurrences(of: "[en] }", with: "[en], verified: 2026-09-01 }")
        #expect(try await check(contact: contact + "verifyEvery: 90d\n") == [])
        #expect(try await check(contact: chat) == [])
    }

    @Test func anUrgentTopicNeedsSomebodyAtEveryHour() async throws {
        let contact = """
            channels:
              - id: phone
                kind: phone
                number: "+65 6000 0100"
                languages: [en]
                hours: { daily: "00:00-24:00", timeZone: UTC, holidays: [2026-11-25] }
            """
        let topics = "topics:\n  - { id: stolen, title: Stolen, urgency: urgent, checklist: [time] }\n"
        #expect(
            try await check(contact: contact, topics: topics) == [
                "Content/topics.yml:2:11: warning: 'stolen' is urgent, but from Wednesday 00:00 to Thursday 00:00 UTC no "
                    + "channel for it is open [uncovered-hours]\n  hint: open a channel that suits urgent problems at that "
                    + "time, or take 'urgency: urgent' away\n"
            ])
        #expect(
            try await check(contact: contact.replacingOccurrences(of: "2026-11-25", with: "2026-11-20"), topics: topics)
                == [])
        #expect(
            try await check(contact: contact, topics: topics.replacingOccurrences(of: "urgent,", with: "normal,")) == []
        )
    }
}
