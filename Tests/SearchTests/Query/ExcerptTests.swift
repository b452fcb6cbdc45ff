import Testing

@testable import Search

@Suite struct ExcerptTests {
    private func excerpt(_ text: String, _ query: String = "card ", terms: [String] = ["card"]) throws -> MarkedText {
        var sample = IndexSample()
        sample.documents = [IndexSample.Document("A", text: text)]
        // Texts are read for two words and more.
        for term in terms + ["extra"] { sample.terms[term] = IndexSample.postings(10, [0: 7]) }
        return try #require(sample.search("extra " + query).results.first).excerpt
    }

    /// So many words of nine characters and a space.
    private func words(_ count: Int) -> String { [String](repeating: "something", count: count).joined(separator: " ") }

    @Test func aShortTextIsShownAsItIs() throws {
        #expect(try excerpt("Order a card.\nIt comes by mail.").bracketed == "Order a [card]. It comes by mail.")
    }

    @Test func theSummaryStandsInWhereNothingMatches() throws {
        #expect(try excerpt("Nothing.").bracketed == "What it is about.")
    }

    @Test func anExcerptBeginsWithItsSentence() throws {
        let text = "\(words(9)). \(words(5)) card \(words(2))."
        #expect(try excerpt(text).bracketed == "\(words(5)) [card] \(words(2)).")
        #expect(try excerpt("\(words(9))\nOrder a card now").bracketed == "Order a [card] now")
        #expect(try excerpt("\(words(7))。」Order a card now").bracketed == "Order a [card] now")
    }

    @Test func anExcerptBeginsWithAWordWhereTheSentenceBeginsTooFarAway() throws {
        #expect(try excerpt("\(words(7)) card.").bracketed == "…\(words(4)) [card].")
        #expect(try excerpt(String(repeating: "-", count: 70) + "card.").bracketed == "…[card].")
        let han = String(repeating: "一", count: 70) + "卡。"
        #expect(try excerpt(han, "卡", terms: ["卡"]).bracketed == "…" + String(repeating: "一", count: 40) + "[卡]。")
    }

    @Test func anExcerptEndsWithASentence() throws {
        let text = "Card \(words(9)). \(words(6)) end. \(words(9))."
        #expect(try excerpt(text).bracketed == "[Card] \(words(9)). \(words(6)) end.")
    }

    @Test func anExcerptEndsWithAWordWhereNoSentenceEndsInTime() throws {
        #expect(try excerpt("Card \(words(5)). \(words(30))").bracketed == "[Card] \(words(5)). \(words(12))…")
        #expect(try excerpt("card" + String(repeating: "-", count: 400)).text.utf16.count == 181)
        let han = "卡" + String(repeating: "一", count: 400)
        #expect(try excerpt(han, "卡", terms: ["卡"]).text.utf16.count == 181)
    }

    @Test func nothingIsCutWithinACharacter() throws {
        let line = String(repeating: "-", count: 174)
        #expect(try excerpt("card\(line)e\u{301}\u{302}\u{303}\(line)").text == "card\(line)…")
        let pairs = "card-" + String(repeating: "😀", count: 200)
        #expect(try excerpt(pairs).text == "card-" + String(repeating: "😀", count: 87) + "…")
    }

    @Test func formsOfAWordAreMarked() throws {
        var sample = IndexSample()
        sample.documents = [IndexSample.Document("Résumés", text: "A RESUME, and résumé’s résumés; résuméd.")]
        sample.terms = ["resum": IndexSample.postings(10, [0: 7]), "resume": ">resum", "resumes": ">resum"]
        sample.terms["extra"] = IndexSample.postings(10, [0: 7])
        let result = try #require(sample.search("extra résumé ").results.first)
        #expect(result.title.bracketed == "[Résumés]")
        #expect(result.excerpt.bracketed == "A [RESUME], and [résumé]’s [résumés]; résuméd.")
    }

    @Test func wordsThatBeginAsTheLastOneAreMarkedByAnEntryOfBeginnings() throws {
        #expect(try excerpt("Cards, a card, discard", "ca", terms: ["ca*"]).bracketed == "[Cards], a [card], discard")
    }

    @Test func singleCharactersAndWordsThatOnlyAskAreNotMarked() throws {
        var sample = IndexSample()
        sample.documents = [IndexSample.Document("A", text: "How 账号 and 号: 账")]
        sample.asking = ["words": ["how"]]
        for term in ["how", "账", "账号", "号", "extra"] { sample.terms[term] = IndexSample.postings(10, [0: 7]) }
        #expect(try sample.search("extra how 账号").results.first?.excerpt.bracketed == "How [账号] and 号: 账")
    }

    @Test func ngramsAreMarkedByWholeCharacters() throws {
        #expect(try excerpt("내 계좌번호는", "계좌번호", terms: ["계좌", "좌번", "번호"]).bracketed == "내 [계좌번호]는")
        // A consonant and its vowel sign are one character to readers.
        #expect(try excerpt("นำเงินไป", "เงิ", terms: ["เงิ"]).bracketed == "นำ[เงิ]นไป")
        #expect(try excerpt("นำเงินไป", "งิน", terms: ["งิน"]).bracketed == "นำเ[งิน]ไป")
    }

    @Test func rangesAreUTF16() throws {
        let excerpt = try excerpt("😀 card")
        #expect(excerpt.ranges == [3..<7])
    }
}
