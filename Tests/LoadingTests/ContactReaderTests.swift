import HelpCenter
import Testing

@testable import Loading

/// What `contact.yml` reads as, when nothing is wrong with it.
struct ContactReaderTests {
    @Test func aChannelHasWhatItsKindImplies() throws {
        let contact = try ContactSample.flawless(
            """
            - { id: chat, kind: chat, url: "https://chat.help.example/?lang={locale}" }
            - { id: phone, kind: phone, number: +65 6000 0100 }
            - { id: office, kind: visit, address: 1 Example Street }
            - { id: forum, kind: community, url: "https://forum.help.example/" }
            """)
        #expect(contact.channels.map(\.medium) == [.text, .voice, .inPerson, .text])
        #expect(contact.channels.map(\.isPublic) == [false, false, false, true])
        let chat = try #require(contact.channels.first(where: { $0.id.value == "chat" }))
        #expect(chat.name == nil && chat.hours == nil && chat.responds == nil && chat.verified == nil)
        #expect(chat.topics == nil && chat.languages.isEmpty && chat.urgencies.isEmpty && chat.complexities.isEmpty)
        #expect(!chat.acceptsAttachments)
    }

    @Test func aChannelSaysWhatDiffersFromItsKind() throws {
        let contact = try ContactSample.flawless(
            """
            - id: chat
              kind: chat
              name: { en: Live chat, zh-Hans: 在线客服 }
              url: https://chat.help.example/
              languages: [en, zh-Hans]
              responds: { within: 24h, typical: 3m }
              suits: { urgency: [urgent, normal], complexity: simple }
              medium: voice
              attachments: true
              public: true
              topics: []
              verified: 2026-11-01
            """)
        let chat = try #require(contact.channels.first(where: { $0.id.value == "chat" }))
        #expect(chat.name?[try #require(LocaleCode("zh-Hans"))] == "在线客服")
        #expect(chat.languages.map(\.value.rawValue) == ["en", "zh-Hans"])
        #expect(
            chat.responds
                == ResponseTime(within: .init(count: 24, unit: .hours), typical: .init(count: 3, unit: .minutes)))
        #expect(chat.urgencies == [.urgent, .normal] && chat.complexities == [.simple])
        #expect(chat.medium == .voice && chat.acceptsAttachments && chat.isPublic)
        #expect(chat.topics?.isEmpty == true)
        #expect(chat.verified?.value.iso == "2026-11-01")
        #expect(chat.verified?.position == SourcePosition(line: 13, column: 13))
    }

    @Test(arguments: [
        (
            "kind: chat, url: 'HTTPS://Chat.Help.Example/Path'",
            ChannelAddress.page(url: "https://chat.help.example/Path")
        ),
        ("kind: chat, url: 'http://127.0.0.1:8080/?l={locale}'", .page(url: "http://127.0.0.1:8080/?l={locale}")),
        (
            "kind: ticket, url: 'https://help.example/t?s={subject}&b={body}&t={topic}#{locale}'",
            .ticket(url: "https://help.example/t?s={subject}&b={body}&t={topic}#{locale}")
        ),
        ("kind: ticket, url: 'https://help.example'", .ticket(url: "https://help.example")),
        ("kind: email, address: Support+en@Help.Example", .email("Support+en@help.example")),
        ("kind: phone, number: '+1 (212) 555-0100'", .phone("+1 (212) 555-0100")),
        (
            "kind: form, endpoint: 'http://localhost:8080/messages'",
            .form(endpoint: "http://localhost:8080/messages", url: nil)
        ),
        ("kind: social, network: x, handle: '@NorthstarHelp'", .account(.x, handle: "NorthstarHelp", url: nil)),
        ("kind: social, network: weibo, handle: 北极星", .account(.weibo, handle: "北极星", url: nil)),
        (
            "kind: social, network: whatsapp, handle: '+65 6000 0100'",
            .account(.whatsapp, handle: "+65 6000 0100", url: nil)
        ),
        (
            "kind: social, network: discord, handle: northstar, url: 'https://discord.example/abc'",
            .account(.discord, handle: "northstar", url: "https://discord.example/abc")
        ),
    ])
    func anAddressIsReadAsItsKind(text: String, address: ChannelAddress) throws {
        let contact = try ContactSample.flawless("- { id: it, \(text) }")
        #expect(contact.channels.first(where: { $0.id.value == "it" })?.address == address)
    }

    @Test func aPlaceMayHaveAnAddressForEachLocale() throws {
        let contact = try ContactSample.flawless(
            """
            - id: office
              kind: visit
              address: { en: Station Road, zh-Hans: 车站路 }
              url: https://maps.example/1
            """)
        guard case .place(let place, let url) = contact.channels.first(where: { $0.id.value == "office" })?.address
        else {
            Issue.record("no place")
            return
        }
        #expect(place[try #require(LocaleCode("zh-Hans"))] == "车站路" && place.common == "Station Road")
        #expect(url == "https://maps.example/1")
    }

    @Test(arguments: [
        "https://", "https://a..b/", "https://-a.example/", "https://a_b.example/", "https://1.2.3/",
        "https://1.2.3.256/",
        "https://01.2.3.4/", "https://a.example:/", "https://a.example:0/", "https://a.example\\@b.example/",
        "https://a.example/\\", "https://a.example/<", "https://a.example/}", "https://a.example/{}",
        "https://a.example/{{locale}}", "https://\u{430}.example/", "https://a.example/é", " https://a.example/",
        "http://localhost.example/", "http://127.0.0.2/", "data:text/html,x", "//a.example/", "/path",
    ])
    func whatCouldDeceiveIsNoAddressOfAPage(text: String) {
        #expect(throws: AddressProblem.self) { try WebAddress.read(text, placeholders: ["locale"]) }
    }

    @Test(arguments: [
        "a@b", "@b.example", "a@", "a@b@c.example", "a b@c.example", ".a@b.example", "a..b@c.example", "a@b.example.",
        "a@1.2.3.4", "a@-b.example", "\u{430}@b.example", "a@b.example\n", "a?cc=x@b.example",
    ])
    func whatIsNoEmailAddressIsRefused(text: String) {
        #expect(throws: AddressProblem.self) { try ContactAddress.email(text) }
    }

    @Test(arguments: [
        "", "+", "+0 6000 0100", "+65 6000 0100 0000 00000", "+65\u{A0}6000 0100", "+٦٥ 6000 0100", "++6560000100",
    ])
    func whatIsNoTelephoneNumberIsRefused(text: String) {
        #expect(throws: AddressProblem.self) { try ContactAddress.phone(text) }
    }

    @Test func whatIsOfficialIsReadAsItsKind() throws {
        let contact = try ContactSample.flawless(
            "- { id: email, kind: email, address: support@help.example }",
            more: """
                official:
                  - { website: Northstar.Example, note: { en: Site, zh-Hans: 网站 } }
                  - { email: no-reply@northstar.example }
                  - { email: "*@Mail.northstar.example" }
                  - { phone: +65 6000 0100 }
                  - { network: x, handle: "@Northstar" }
                """)
        #expect(
            contact.official.map(\.address) == [
                .website(host: "northstar.example"), .email("no-reply@northstar.example"),
                .emailDomain("mail.northstar.example"), .phone("+65 6000 0100"), .account(.x, handle: "Northstar"),
            ])
        #expect(contact.official.first?.note?[try #require(LocaleCode("zh-Hans"))] == "网站")
    }

    @Test func theFileSaysWhatHoldsForAllChannels() throws {
        let contact = try ContactSample.flawless(
            "- { id: email, kind: email, address: support@help.example }",
            more: "verifyEvery: 90d\nteamLanguage: zh-Hans\nelsewhere: In the app.\n")
        #expect(contact.verifyEvery == 90)
        #expect(contact.teamLocale.rawValue == "zh-Hans")
        #expect(contact.elsewhere == LocalizedText("In the app."))
        let bare = try ContactSample.flawless("- { id: email, kind: email, address: support@help.example }")
        #expect(bare.verifyEvery == nil && bare.teamLocale.rawValue == "en" && bare.elsewhere == nil)
    }
}
