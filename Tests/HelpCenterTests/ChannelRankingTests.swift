import Foundation
import HelpCenter
import Testing

/// The table of cases that the contact page's script is tested by, too.
struct ChannelRankingTests {
    @Test(arguments: try RankingCase.all())
    func rankingIsAsTheTableSays(_ example: RankingCase) throws {
        let ranked = ChannelRanking().rank(try example.channels.map { try $0.channel }, for: try example.need.need)
        let found = ranked.map { entry in
            RankingCase.Entry(
                id: entry.channel.id.value, fits: entry.fits,
                reasons: entry.reasons.map { ($0.isGood ? "+" : "-") + $0.key })
        }
        #expect(found == example.expected)
    }

    @Test func theTableHasManyCasesAndEveryReason() throws {
        let cases = try RankingCase.all()
        #expect(cases.count >= 80)
        let reasons = Set(cases.flatMap(\.expected).flatMap(\.reasons))
        #expect(reasons.count == 17)
    }

    @Test func theOrderOfTheFileDecidesBetweenEqualsHoweverManyThereAre() throws {
        let channels = try (0..<200).map { try RankingCase.Example(id: "c\($0)").channel }
        let ranked = ChannelRanking().rank(channels, for: ContactNeed(language: try #require(LocaleCode("en"))))
        #expect(ranked.map(\.channel.id.value) == channels.map(\.id.value))
    }

    @Test func otherWeightsMakeAnotherOrder() throws {
        var weights = ChannelRanking.Weights.standard
        weights.language = 1
        let channels = [
            try RankingCase.Example(id: "a", languages: ["ko"]).channel,
            try RankingCase.Example(id: "b", languages: ["en"], complexity: ["complex"]).channel,
        ]
        let need = ContactNeed(language: try #require(LocaleCode("ko")))
        #expect(ChannelRanking().rank(channels, for: need).map(\.channel.id.value) == ["a", "b"])
        #expect(ChannelRanking(weights: weights).rank(channels, for: need).map(\.channel.id.value) == ["b", "a"])
    }

    @Test func aTopicTellsWhatItNeeds() throws {
        let place = SourcePosition(line: 1, column: 1)
        var topic = Topic(id: Located("fees", at: place), title: LocalizedText("Fees"))
        topic.urgency = .low
        topic.complexity = .simple
        topic.channels = [Located("chat", at: place)]
        let fields = Dictionary(uniqueKeysWithValues: ChecklistField.builtIn.map { ($0.id, $0) })
        let english = try #require(LocaleCode("en"))
        topic.checklist = [Topic.ChecklistItem(field: Located("description", at: place), isOptional: false)]
        let plain = ContactNeed(topic, fields: fields, language: english)
        #expect(plain.topic == "fees" && plain.preferredChannels == ["chat"] && plain.language == english)
        #expect(plain.urgency == .low && plain.complexity == .simple)
        #expect(!plain.needsAttachment && !plain.hasPrivateDetails)
        topic.checklist.append(Topic.ChecklistItem(field: Located("screenshot", at: place), isOptional: true))
        let personal = ContactNeed(topic, fields: fields, language: english)
        #expect(personal.needsAttachment && personal.hasPrivateDetails)
    }

    // MARK: The table of weights

    @Test func scriptsGetEveryWeightUnderItsName() {
        let properties = Mirror(reflecting: ChannelRanking.Weights.standard).children.map { child in
            "\(child.label ?? ""): \(child.value)"
        }
        #expect(ChannelRanking.Weights.standard.table.map { "\($0.name): \($0.value)" }.sorted() == properties.sorted())
    }

    @Test func noReasonsTogetherBringAPublicChannelForward() {
        let weights = ChannelRanking.Weights.standard
        let all =
            2 * (weights.language + weights.openWhenUrgent + weights.urgency + weights.complexity + weights.attachments)
            + weights.preferred + weights.reply
        #expect(weights.publicPlace > all)
    }

    @Test func theRulesStandInTheOrderOfWhatTheyMakeOfADifference() {
        let weights = ChannelRanking.Weights.standard
        let differences = [
            weights.publicPlace, 2 * weights.wish, 2 * weights.openWhenUrgent, 2 * weights.urgency,
            2 * weights.language, 2 * weights.complexity, weights.preferred, 2 * weights.lesserUrgency,
            weights.preferredStep, weights.reply, 2 * weights.open, 2 * weights.attachments, weights.topic,
        ]
        #expect(differences == differences.sorted(by: >))
        #expect(Set(differences).count == differences.count)
    }
}
