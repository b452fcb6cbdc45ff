import Testing

@testable import Search

@Suite struct TokenLookupTests {
    private var sample: IndexSample {
        var sample = IndexSample()
        sample.documents = ["A", "B", "C", "D"].map { IndexSample.Document($0) }
        return sample
    }

    /// Postings of one document, so that its score tells the factor: 160 for each sixteenth.
    private func in0(_ document: Int) -> String { IndexSample.postings(10, [document: 7]) }

    private func scores(_ sample: IndexSample, _ query: String) throws -> [Int: Int] {
        let results = try sample.search(query).results
        return Dictionary(
            uniqueKeysWithValues: try results.map { result in
                (try #require(Int(result.url.split(separator: "/")[1])), result.score / 100)
            })
    }

    @Test func aWordFindsItsDocumentsAndThoseOfItsTerms() throws {
        var sample = sample
        sample.terms = [
            "accounts": in0(0) + ">account>bill", "account": in0(1) + ">bill", "bill": in0(2) + ">x", "x": in0(3),
        ]
        #expect(try scores(sample, "accounts ") == [0: 16, 1: 16, 2: 16])
    }

    @Test func theSpellingWithAccentsComesBeforeTheOneWithout() throws {
        var sample = sample
        sample.terms = ["má": in0(0), "ma": ">má>mà", "mà": in0(1)]
        #expect(try scores(sample, "má ") == [0: 16])
        #expect(try scores(sample, "mả ") == [0: 16, 1: 16])
        #expect(try scores(sample, "ma ") == [0: 16, 1: 16])
    }

    @Test func keysLieInTheFileOfTheirSpellingWithoutAccents() throws {
        var sample = sample
        sample.starts = ["", "b", "n", "帳", "\u{FB00}"]
        sample.terms = ["éa": in0(0), "zebra": in0(1), "na": in0(2), "帳": in0(3)]
        #expect(try scores(sample, "éa ") == [0: 16])
        #expect(try scores(sample, "zebra ") == [1: 16])
        #expect(try scores(sample, "na ") == [2: 16])
        #expect(try scores(sample, "帳") == [3: 16])
    }

    @Test func keysOfALongListLieInTheFilesOfTheirGroups() throws {
        var sample = sample
        sample.groupSize = 2
        sample.starts = ["", "b", "n", "z", "帳"]
        sample.terms = ["éa": in0(0), "bill": in0(1), "na": in0(2), "zebra": in0(3), "zoo": in0(0), "帳": in0(1)]
        let found = ["éa": 0, "bill": 1, "na": 2, "zebra": 3, "zoo": 0, "帳": 1]
        for (key, document) in found { #expect(try scores(sample, key + " ") == [document: 16], "\(key)") }
        #expect(try scores(sample, "m ") == [:])
    }

    @Test func beginningsInALongListAreFoundInTheirGroup() throws {
        var sample = sample
        sample.groupSize = 2
        sample.starts = ["", "de", "deq", "dez"]
        sample.terms = ["debit": in0(0), "deposit": in0(1), "dequeue": in0(2), "dezember": in0(3)]
        #expect(try scores(sample, "dep") == [1: 12])
        #expect(try scores(sample, "deq") == [2: 12])
        #expect(try scores(sample, "deze") == [3: 12])
        var short = sample
        short.groupSize = nil
        for query in ["d", "de", "deb", "dequ", "dez"] {
            #expect(try scores(sample, query) == scores(short, query), "\(query)")
        }
    }

    @Test func whatALongListBeginsAfterIsNotFound() throws {
        var sample = sample
        sample.groupSize = 2
        sample.starts = ["b", "n", "p"]
        sample.terms = ["bill": in0(0), "na": in0(1), "pay": in0(2)]
        #expect(try scores(sample, "account ") == [:])
        #expect(try scores(sample, "pay ") == [2: 16])
    }

    @Test func twoCharactersOfAnotherScriptAreSpeltInAllVariants() throws {
        var sample = sample
        sample.ranking["single"] = 0
        sample.terms = ["帳": ">账", "號": ">号", "账号": in0(0), "發": ">发", "票": in0(2), "发票": in0(1)]
        #expect(try scores(sample, "帳號") == [0: 16])
        #expect(try scores(sample, "發票") == [1: 16])
        #expect(try scores(sample, "票號") == [:])
    }

    @Test func theLastWordFindsWhatBeginsWithIt() throws {
        var sample = sample
        sample.terms = ["deposit": in0(0), "deposits": ">deposit", "depot": in0(1), "de x": in0(2), "dz": in0(3)]
        #expect(try scores(sample, "de") == [0: 12, 1: 12])
        #expect(try scores(sample, "de ") == [:])
        sample.terms["de"] = in0(3)
        #expect(try scores(sample, "de") == [0: 4, 1: 4, 3: 16])
        sample.ranking["prefixKnown"] = 0
        #expect(try scores(sample, "de") == [3: 16])
    }

    @Test func onlyTheShortestWordsOfABeginningAreFollowed() throws {
        var sample = sample
        for letter in "bcdefghi" { sample.terms["ab\(letter)"] = in0(0) }
        sample.terms["abcd"] = in0(1)
        #expect(try scores(sample, "ab") == [0: 12])
    }

    @Test func anEntryOfABeginningStandsForAllItsWords() throws {
        var sample = sample
        sample.terms = ["de*": IndexSample.postings(10, [0: 7, 1: 7]), "deposit": in0(2)]
        #expect(try scores(sample, "de") == [0: 12, 1: 12])
    }

    @Test func aKoreanSyllableFindsWordsThatBeginWithIt() throws {
        var sample = sample
        sample.terms = ["계좌": in0(0), "계정": in0(1)]
        #expect(try scores(sample, "계") == [0: 12, 1: 12])
    }

    @Test(arguments: ["pasword", "passsword", "passwird", "passwrod", "assword"])
    func aLetterMayBeWrong(query: String) throws {
        var sample = sample
        sample.words = ["password", "passport"]
        sample.terms = ["password": in0(0), "passport": in0(1)]
        #expect(try scores(sample, query + " ") == [0: 14])
    }

    @Test func ofSimilarWordsThoseThatBeginAlikeAreMeant() throws {
        var sample = sample
        sample.words = ["tests", "bests", "rests", "testy"]
        sample.terms = ["tests": in0(0), "bests": in0(1), "rests": in0(2), "testy": in0(3)]
        #expect(try scores(sample, "testz ") == [0: 14, 3: 14])
        sample.words += ["testa", "testb"]
        sample.terms["testa"] = in0(1)
        sample.terms["testb"] = in0(2)
        #expect(try scores(sample, "testz ") == [0: 14, 1: 14, 2: 14])
    }

    @Test func shortWordsAndNumbersAreNotCorrected() throws {
        var sample = sample
        sample.words = ["test", "abc12"]
        sample.terms = ["xest": in0(0), "zbc12": in0(1)]
        sample.words = ["xest", "zbc12"]
        #expect(try scores(sample, "test ") == [:])
        #expect(try scores(sample, "abc12 ") == [:])
    }

    @Test func aFormThatNobodyUsedFindsWordsThatBeginAlike() throws {
        var sample = sample
        sample.terms = ["verification": in0(0), "verified": in0(1), "verb": in0(2), "verifi x": in0(3)]
        #expect(try scores(sample, "verifiable ") == [0: 12, 1: 12])
        #expect(try scores(sample, "vex ") == [:])
        #expect(try scores(sample, "ver ") == [2: 12, 1: 12, 0: 12])
    }

    @Test func twoLettersOfALongWordMayBeWrong() throws {
        var sample = sample
        sample.words = ["withdrawal"]
        sample.terms = ["withdrawal": in0(0)]
        #expect(try scores(sample, "vithdrawel ") == [0: 10])
        sample.words = ["deposits"]
        sample.terms = ["deposits": in0(0)]
        #expect(try scores(sample, "tepozits ") == [:])
    }

    @Test func wordsInNoFormAreUnknown() throws {
        var sample = sample
        sample.terms = ["wallet": in0(0)]
        let response = try sample.search("Wallet QWxyz 12 wi-fi 账")
        #expect(response.unknown == ["qwxyz", "12", "wi", "fi"])
        #expect(response.results.map(\.url) == ["/en/0/"])
    }

    @Test func singleCharactersAndWordsThatOnlyAskAreNotNamedAsUnknown() throws {
        var sample = sample
        sample.asking = ["words": ["how"]]
        #expect(try sample.search("how x qwxyz é ").unknown == ["qwxyz"])
        #expect(try sample.search("how ").unknown == ["how"])
    }

    @Test func namesOfObjectsAreOrdinaryWords() throws {
        #expect(try sample.search("constructor __proto__ toString").results.isEmpty)
    }
}
