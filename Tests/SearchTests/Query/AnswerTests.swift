import Testing

@testable import Search

@Suite struct AnswerTests {
    /// An index where three words lead to the first document.
    private func sample(_ text: String) -> IndexSample {
        var sample = IndexSample()
        sample.documents = [IndexSample.Document("Cards"), IndexSample.Document("Other")]
        sample.documents[0].passages = [["", "", "About cards."], ["limit", "The limit", text]]
        for term in ["card", "daily", "limit"] { sample.terms[term] = IndexSample.postings(10, [0: 7]) }
        return sample
    }

    private func answer(_ sample: IndexSample, _ query: String = "daily card limit ") throws -> SearchAnswer? {
        try sample.search(query).answer
    }

    @Test func aPassageAnswersWithItsWholeSentences() throws {
        let found = try answer(sample("Before.\nNot this. The daily card limit is 5. It changes.\nBehind."))
        let expected = try #require(found)
        #expect(expected.url == "/en/0/#limit")
        #expect(expected.title == "Cards")
        #expect(expected.heading == "The limit")
        #expect(expected.text.bracketed == "The [daily] [card] [limit] is 5. It changes.")
        #expect(expected.breadcrumb == ["Account"])
        #expect(expected.kind == .guide)
        #expect(expected.language == nil)
    }

    @Test func whatStandsBeforeTheFirstHeadingHasNoAnchor() throws {
        var sample = sample("")
        sample.documents[0].passages = [["", "", "The daily card limit."]]
        sample.documents[0].language = "de"
        let found = try #require(try answer(sample))
        #expect(found.url == "/en/0/")
        #expect(found.heading == "")
        #expect(found.language == "de")
    }

    @Test func aQuestionIsAnsweredFromTheBeginning() throws {
        var sample = sample("")
        sample.documents[0].passages = [
            ["a", "A?", "Other."], ["b", "B?", "First.\nThen more. The daily card limit."], ["c", "C", "Last."],
        ]
        sample.documents[0].kind = 2
        sample.documents[0].range = [1, 2]
        let found = try #require(try answer(sample))
        #expect(found.url == "/en/0/")
        #expect(found.heading == "Cards")
        #expect(found.kind == .question)
        #expect(found.text.bracketed == "First. Then more. The [daily] [card] [limit].")
        sample.documents[0].passages[1][2] = ""
        #expect(try answer(sample) == nil)
    }

    @Test func aQuestionThatIsTheQueryIsAnsweredWhateverItsAnswerSays() throws {
        var sample = sample("")
        sample.documents[0].title = "What is the daily card limit?"
        sample.documents[0].passages = [["a", "A?", "Five. It changes."]]
        #expect(try answer(sample) == nil)
        sample.documents[0].kind = 2
        let found = try #require(try answer(sample))
        #expect(found.heading == "What is the daily card limit?")
        #expect(found.text.bracketed == "Five. It changes.")
        sample.documents[0].passages[0][2] = "Five. A card is no matter."
        #expect(try answer(sample)?.text.bracketed == "Five. A [card] is no matter.")
        sample.documents[0].title = "What is the daily limit?"
        #expect(try answer(sample) == nil)
        sample.documents[0].passages = []
        #expect(try answer(sample) == nil)
    }

    @Test(arguments: [
        ("Daily card limit", nil), ("Daily card limit:", nil), ("Daily card limit, Day, Card", nil),
        ("Daily card limit. Rest", "Daily card limit."), ("Daily card limit!", "Daily card limit!"),
        ("(“Daily card limit?”)", "(“Daily card limit?”)"), ("„Daily card limit.“", "„Daily card limit.“"),
        ("Daily card limit.\"", "Daily card limit.\""), ("Daily card limit۔", "Daily card limit۔"),
        ("「Daily card limit。」", "「Daily card limit。」"),
    ])
    func anAnswerEndsWithTheMarkOfASentence(text: String, expected: String?) throws {
        #expect(try answer(sample(text))?.text.text == expected)
    }

    @Test func sentencesAreAddedWhileTheyFit() throws {
        let long = String(repeating: "x", count: 250)
        let fitting = "Daily card limit. \(long). Behind."
        #expect(try answer(sample(fitting))?.text.text == fitting)
        #expect(try answer(sample("Daily card limit. \(long)\(long). Behind."))?.text.text == "Daily card limit.")
        #expect(try answer(sample("Daily card limit \(long)\(long).")) == nil)
        let wide = String(repeating: "一", count: 140)
        #expect(try answer(sample("Daily card limit。\(wide)。一。"))?.text.text == "Daily card limit。\(wide)。")
    }

    @Test func theFirstResultMustLead() throws {
        var sample = sample("The daily card limit.")
        sample.terms["card"] = IndexSample.postings(10, [0: 7, 1: 7])
        sample.terms["daily"] = IndexSample.postings(10, [0: 7, 1: 4])
        // 300 against 170 of their units.
        sample.ranking["answerLead"] = 176
        #expect(try answer(sample) != nil)
        #expect(try sample.search("daily card limit ", limit: 1).answer != nil)
        sample.ranking["answerLead"] = 177
        #expect(try answer(sample) == nil)
        #expect(try sample.search("daily card limit ", limit: 1).answer == nil)
    }

    @Test func mostOfTheQueryMustStandTogether() throws {
        var sample = sample("The daily card limit.")
        sample.ranking["unseen"] = 20
        sample.ranking["answerShare"] = 60
        #expect(try answer(sample, "daily card limit qwertz ") != nil)
        sample.ranking["answerShare"] = 61
        #expect(try answer(sample, "daily card limit qwertz ") == nil)
    }

    @Test func enoughTokensMustMatch() throws {
        let sample = sample("The daily card limit.")
        #expect(try answer(sample, "card limit ") == nil)
        var fewer = sample
        fewer.ranking["answerTokens"] = 2
        #expect(try answer(fewer, "card limit ") != nil)
        fewer.asking = ["words": ["card"]]
        fewer.ranking["asking"] = 16
        #expect(try answer(fewer, "card limit ") == nil)
    }
}
