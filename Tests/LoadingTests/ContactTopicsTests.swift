import HelpCenter
import Testing

@testable import Loading

/// What `topics.yml` reads as, and what is said of the two files together.
struct ContactTopicsTests {
    @Test func aTopicSaysWhatItIsAboutAndWhoHelps() throws {
        let contact = try ContactSample.topics(
            """
            topics:
              - id: stolen
                title: { en: Stolen, zh-Hans: 被盗 }
                description: More
                urgency: urgent
                complexity: simple
                first: { text: Freeze it., article: security/freeze.md }
                articles: [security/faq.md#stolen, account/email.md]
                checklist: [time, amount]
                optional: [screenshot]
                channels: [email]
                keywords: { en: [hacked, sim swap], zh-Hans: 盗号 }
            """)
        let topic = try #require(contact.topics.first)
        let (english, chinese) = (try #require(LocaleCode("en")), try #require(LocaleCode("zh-Hans")))
        #expect(topic.id.value == "stolen" && topic.title[chinese] == "被盗" && topic.description?.common == "More")
        #expect(topic.urgency == .urgent && topic.complexity == .simple)
        #expect(topic.firstStep?.text.common == "Freeze it.")
        #expect(topic.firstStep?.article?.value == "security/freeze.md")
        #expect(topic.articles.map(\.value) == ["security/faq.md#stolen", "account/email.md"])
        #expect(topic.articles.last?.position == SourcePosition(line: 8, column: 40))
        #expect(topic.checklist.map(\.field.value) == ["time", "amount", "screenshot"])
        #expect(topic.checklist.map(\.isOptional) == [false, false, true])
        #expect(topic.channels.map(\.value) == ["email"])
        #expect(topic.keywords == [english: ["hacked", "sim swap"], chinese: ["盗号"]])
    }

    @Test func aTopicMayBeAnIDAndATitle() throws {
        let contact = try ContactSample.topics("topics: [{ id: tax, title: Tax, keywords: [report] }]")
        let topic = try #require(contact.topics.first)
        #expect(topic.urgency == .normal && topic.complexity == .complex && topic.firstStep == nil)
        #expect(topic.articles.isEmpty && topic.checklist.isEmpty && topic.channels.isEmpty)
        #expect(topic.keywords.values.sorted { $0.count < $1.count } == [["report"], ["report"]])
    }

    @Test func builtInFieldsAreThereWithoutTopics() throws {
        let contact = try ContactSample.flawless("- { id: email, kind: email, address: a@b.example }")
        #expect(contact.topics.isEmpty)
        #expect(contact.fields.keys.sorted() == ChecklistField.builtIn.map(\.id).sorted())
    }

    @Test func fieldsChangeBuiltInOnesAndAddOthers() throws {
        let fields = try ContactSample.topics(
            """
            fields:
              network: { label: Chain, options: [TRON, { en: Other, zh-Hans: 其他 }] }
              amount: { private: false }
              ticket-id: { kind: reference, label: Ticket, help: In the email., private: true }
              note: { label: Note }
            """
        ).fields
        let network = try #require(fields["network"])
        #expect(network.kind == .choice && network.label?.common == "Chain" && network.textKey == "fieldNetwork")
        #expect(network.options.map(\.common) == ["TRON", "Other"])
        #expect(fields["amount"]?.isPrivate == false && fields["amount"]?.kind == .amount)
        let ticket = try #require(fields["ticket-id"])
        #expect(ticket.kind == .reference && ticket.isPrivate && ticket.help?.common == "In the email.")
        #expect(ticket.textKey == nil)
        #expect(fields["note"]?.kind == .text && fields["note"]?.isPrivate == false)
    }

    @Test func theDefaultLocaleLendsItsTextsToTheOthers() throws {
        let sample = try ContactSample(
            "channels: [{ id: a, kind: email, address: a@b.example, name: { en: Email, zh-Hans: 邮件 } }]",
            locales: ["zh-Hans", "en", "ko"])
        #expect(sample.contact?.channels.first?.name?[try #require(LocaleCode("ko"))] == "邮件")
    }

    @Test func nothingIsSaidOfCoverageWhenAChannelCouldNotBeRead() throws {
        let sample = try ContactSample(
            """
            channels:
              - { id: a, kind: email, address: a@b.example, languages: [en], topics: [one] }
              - { id: b, kind: email, address: b, languages: [zh-Hans], topics: [two] }
            """, topics: "topics: [{ id: one, title: One }, { id: two, title: Two, channels: [b] }]")
        #expect(sample.diagnostics.map(\.id) == [.invalidAddress])
    }

    @Test func nothingIsSaidOfTopicsThatCouldNotBeRead() throws {
        let sample = try ContactSample(
            "channels: [{ id: a, kind: email, address: a@b.example, topics: [one] }]", topics: "topics: [")
        #expect(sample.diagnostics.map(\.id) == [.invalidYAML])
    }

    @Test func aChannelThatNamesNoLanguageLeavesTheQuestionOpen() throws {
        let sample = try ContactSample(
            """
            channels:
              - { id: a, kind: email, address: a@b.example, languages: [en] }
              - { id: b, kind: email, address: b@b.example }
            """)
        #expect(sample.diagnostics.isEmpty)
    }

    @Test func aBrokenFileHasNoContact() throws {
        #expect(try ContactSample("channels: [").contact == nil)
        #expect(try ContactSample("- a").contact == nil)
        #expect(try ContactSample("").contact?.channels.isEmpty == true)
    }

    /// Seconds in a build for tests; the square of the channels would take minutes.
    @Test(.timeLimit(.minutes(1)), arguments: [true, false])
    func thousandsOfChannelsTakeNoMoreThanTheirShare(areKnown: Bool) throws {
        let count = 4_000
        let topic = areKnown ? "u" : "t"
        let channels = (0..<count).map {
            "- { id: c\($0), kind: email, address: a@b.example, topics: [\(topic)\($0)] }\n"
        }
        let topics = (0..<count).map { "  - { id: u\($0), title: T, channels: [\(areKnown ? "c" : "d")\($0)] }\n" }
        let sample = try ContactSample("channels:\n" + channels.joined(), topics: "topics:\n" + topics.joined())
        #expect(sample.contact?.channels.count == count && sample.contact?.topics.count == count)
        #expect(sample.diagnostics.count == (areKnown ? 0 : 3 * count))
    }
}
