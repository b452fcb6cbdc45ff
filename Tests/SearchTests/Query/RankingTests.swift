import Testing

@testable import Search

@Suite struct RankingTests {
    private func sample(_ titles: String...) -> IndexSample {
        var sample = IndexSample()
        sample.documents = titles.map { IndexSample.Document($0) }
        return sample
    }

    @Test func scoresAddUpOverTokens() throws {
        var sample = sample("A", "B")
        sample.terms = [
            "card": IndexSample.postings(20, [0: 7, 1: 1]), "limit": IndexSample.postings(30, [1: 15]),
        ]
        let results = try sample.search("card limit ").results
        #expect(results.map(\.url) == ["/en/1/", "/en/0/"])
        #expect(results.map(\.score) == [16 * (20 * 4 + 30 * 18), 16 * 20 * 10])
    }

    @Test func theBestAlternativeOfATokenCounts() throws {
        var sample = sample("A")
        sample.terms = [
            "pins": IndexSample.postings(20, [0: 2]) + ">pin", "pin": IndexSample.postings(10, [0: 15]),
        ]
        #expect(try sample.search("pins ").results.map(\.score) == [16 * 10 * 18])
    }

    @Test func equalScoresKeepTheOrderOfTheDocuments() throws {
        var sample = sample("A", "B", "C", "D")
        sample.terms = ["pin": IndexSample.postings(10, [0: 5, 1: 6, 2: 5, 3: 6])]
        #expect(try sample.found("pin ") == [1, 3, 0, 2])
    }

    @Test func noMoreResultsThanAskedFor() throws {
        var sample = IndexSample()
        sample.documents = (0..<150).map { IndexSample.Document("\($0)") }
        sample.terms = ["pin": IndexSample.postings(10, Dictionary(uniqueKeysWithValues: (0..<150).map { ($0, 5) }))]
        #expect(try sample.found("pin ", limit: 2) == [0, 1])
        #expect(try sample.found("pin ", limit: 0) == [0])
        #expect(try sample.found("pin ", limit: 1_000) == Array(0..<100))
    }

    @Test func aQueryOfNothingFindsNothing() throws {
        for query in ["", " ", "?!", "\u{200D}", "🙂"] {
            #expect(try sample("A").search(query) == SearchResponse())
        }
    }

    // MARK: Titles

    @Test func neighboursInATitleRaiseIt() throws {
        var sample = sample("Limits of accounts without card", "Your card limit", "Card and limit", "Card-limit")
        sample.ranking["pair"] = 16
        sample.terms = [
            "card": IndexSample.postings(10, [0: 7, 1: 7, 2: 7, 3: 7]),
            "limit": IndexSample.postings(20, [0: 7, 1: 7, 2: 7, 3: 7]), "limits": ">limit",
        ]
        let scores = try sample.search("card limits").results.map { "\($0.url) \($0.score - 16 * 300)" }
        #expect(scores == ["/en/1/ 160", "/en/3/ 160", "/en/0/ 0", "/en/2/ 0"])
    }

    @Test func neighbouringPairsOfCharactersOverlap() throws {
        var sample = sample("账号密码", "密码账号")
        sample.ranking["pair"] = 16
        sample.ranking["single"] = 0
        for gram in ["账号", "号密", "密码"] { sample.terms[gram] = IndexSample.postings(10, [0: 7, 1: 7]) }
        #expect(try sample.search("账号密码").results.map(\.score) == [16 * 300 + 320, 16 * 300])
    }

    @Test func wordsThatOnlyAskAreNoNeighbours() throws {
        var sample = sample("How limit")
        sample.ranking["pair"] = 16
        sample.asking = ["words": ["how"]]
        sample.terms = ["how": IndexSample.postings(10, [0: 7]), "limit": IndexSample.postings(10, [0: 7])]
        #expect(try sample.search("how limit ").results.map(\.score) == [16 * 100 + 4 * 100])
    }

    @Test func onlyTheFirstTenTitlesAreRead() throws {
        var sample = IndexSample()
        sample.documents = (0..<12).map { _ in IndexSample.Document("Card limit") }
        sample.ranking["pair"] = 16
        let all = Dictionary(uniqueKeysWithValues: (0..<12).map { ($0, 7) })
        sample.terms = ["card": IndexSample.postings(10, all), "limit": IndexSample.postings(10, all)]
        let scores = try sample.search("card limit ", limit: 12).results.map(\.score)
        #expect(scores == [Int](repeating: 3360, count: 10) + [3200, 3200])
    }

    // MARK: Texts

    @Test func wordsThatStandTogetherInTheTextRaiseADocument() throws {
        var sample = sample("A", "B", "C", "D")
        sample.ranking["near"] = 16
        let all = [0: 7, 1: 7, 2: 7, 3: 7]
        sample.terms = ["card": IndexSample.postings(10, all), "limit": IndexSample.postings(20, all)]
        let far = (0..<15).map { "w\($0)" }.joined(separator: " ")
        sample.documents[0].passages = [["", "", "A limit."], ["", "", "A card."]]
        sample.documents[1].passages = [["", "", "A limit \(far) card."]]
        sample.documents[2].passages = [["", "", "Nothing."], ["", "", "Card \(far.dropLast(4)) limit."]]
        sample.documents[3].passages = [["", "", "The card limit."]]
        let scores = try sample.search("card limit ").results.map { "\($0.url) \($0.score - 16 * 300)" }
        // The text of the fourth document is not read.
        #expect(scores == ["/en/2/ 480", "/en/0/ 320", "/en/1/ 320", "/en/3/ 0"])
    }

    @Test func blocksAreFartherApartThanWords() throws {
        var sample = sample("A", "B")
        sample.ranking["near"] = 16
        sample.ranking["window"] = 8
        let both = IndexSample.postings(10, [0: 7, 1: 7])
        sample.terms = ["card": both, "limit": both]
        sample.documents[0].passages = [["", "", "card\nlimit"]]
        sample.documents[1].passages = [["", "", "card, (some – words) limit"]]
        #expect(try sample.search("card limit ").results.map(\.score) == [3200 + 320, 3200 + 160])
    }

    @Test func ofAQuestionOnlyItsOwnPassagesAreRead() throws {
        var sample = sample("A", "B")
        sample.ranking["near"] = 16
        let both = IndexSample.postings(10, [0: 7, 1: 7])
        sample.terms = ["card": both, "limit": both]
        for document in 0...1 {
            sample.documents[document].passages = [["a", "A", "The card limit."], ["b", "B", "Nothing."]]
            sample.documents[document].kind = 2
            sample.documents[document].range = [document, 1]
        }
        #expect(try sample.search("card limit ").results.map(\.score) == [3200 + 320, 3200])
    }

    @Test func onlyTextsThatMayChangeTheFirstResultAreRead() throws {
        var sample = sample("A", "B", "C")
        sample.ranking["near"] = 46
        sample.terms = [
            "card": IndexSample.postings(10, [0: 12, 1: 12, 2: 12]), "limit": IndexSample.postings(10, [0: 12, 1: 7]),
        ]
        for document in 0...2 { sample.documents[document].passages = [["", "", "A card limit."]] }
        // 2 × 160 × 46/16 is what a text may add: enough for the second, too little for the third.
        let results = try sample.search("card limit ").results
        #expect(results.map(\.score) == [4800 + 920, 4000 + 920, 2400])
        #expect(results.map(\.excerpt.text) == ["A card limit.", "A card limit.", "What it is about."])
        let single = try sample.search("card ").results
        #expect(single.map(\.score) == [2400, 2400, 2400])
        #expect(single.allSatisfy { $0.excerpt.text == "What it is about." })
    }

    // MARK: Judgement

    @Test func theFirstResultIsGoodWhenItMatchesEnoughOfTheQuery() throws {
        var sample = sample("A")
        sample.ranking["unseen"] = 20
        sample.terms = ["card": IndexSample.postings(10, [0: 7])]
        // 10 of 30 are 33 per cent.
        #expect(try sample.search("card 账").isGood == false)
        sample.ranking["good"] = 33
        #expect(try sample.search("card 账").isGood)
        #expect(try sample.search("qwertz ").isGood == false)
    }

    @Test func whatOnlyResemblesWordsIsNotGood() throws {
        var sample = sample("A")
        sample.words = ["verified", "withdrawal"]
        for word in ["verified", "withdrawal"] { sample.terms[word] = IndexSample.postings(10, [0: 7]) }
        #expect(try sample.search("verfied ").isGood)
        for query in ["verifiable ", "vithdrawel "] {
            let response = try sample.search(query)
            #expect(!response.results.isEmpty && !response.isGood && response.unknown.isEmpty)
        }
        #expect(try sample.search("verified vithdrawel ").isGood)
    }

    @Test func ofFewWordsNoneMayBeUnknown() throws {
        var sample = sample("A")
        sample.ranking["unseen"] = 1
        sample.asking = ["words": ["how"]]
        for word in ["card", "limit", "daily"] { sample.terms[word] = IndexSample.postings(10, [0: 7]) }
        #expect(try sample.search("how card limit qwertz ").isGood == false)
        #expect(try sample.search("daily card limit qwertz ").isGood)
        // What asks and what is left of "can't" is not what a query is about.
        #expect(try sample.search("how card t limit ").isGood)
    }
}
