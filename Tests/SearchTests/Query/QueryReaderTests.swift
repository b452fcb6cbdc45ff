import Testing

@testable import Search

@Suite struct QueryReaderTests {
    private func tokens(
        _ query: String, run: [Int] = [], words: [String] = [], strings: [String] = []
    ) throws -> [QueryToken] {
        var numbers = IndexSample().ranking
        numbers["run"] = run
        let ranking = try #require(QueryRanking(JSONReader.read(IndexSample.json(numbers))))
        let asking = try JSONReader.read(IndexSample.json(["words": words, "strings": strings]))
        return QueryReader(ranking: ranking, asking: try #require(AskingWords(asking))).tokens(query)
    }

    private func texts(_ query: String) throws -> [String] { try tokens(query).map(\.text.text) }

    @Test func wordsAreFoldedAndTakenOnce() throws {
        let tokens = try self.tokens("Ｒeset CAFÉ reset!")
        #expect(tokens.map(\.text.text) == ["reset", "café"])
        #expect(tokens.map(\.key.text) == ["reset", "cafe"])
        #expect(tokens.allSatisfy { $0.factor == 16 && $0.isFull })
    }

    @Test func aMarkWithoutALetterIsNoToken() throws {
        #expect(try texts("\u{301} a \u{301}") == ["a"])
    }

    @Test func onlyTheBeginningOfALongQueryIsRead() throws {
        #expect(try texts(String(repeating: "a", count: 296) + " bcdefgh").last == "bcd")
        #expect(try texts(String(repeating: "ab ", count: 1_000_000)) == ["ab"])
        let many = (0..<60).map { "w\($0)" }.joined(separator: " ")
        #expect(try texts(many) == (0..<40).map { "w\($0)" })
    }

    @Test func aCharacterOfARunCountsLessThanOneAlone() throws {
        let tokens = try self.tokens("账号 号")
        #expect(tokens.map(\.text.text) == ["账", "账号", "号"])
        #expect(tokens.map(\.factor) == [6, 16, 16])
        #expect(tokens.map(\.isFull) == [false, true, true])
    }

    @Test func ngramsOfLongRunsCountLess() throws {
        let run = [16, 12, 10, 8]
        #expect(try tokens("账号", run: run).map(\.factor) == [6, 16, 6])
        #expect(try tokens("账号密", run: run).map(\.factor) == [4, 12, 4, 12, 4])
        #expect(try tokens("一二三四五六", run: run).filter(\.isFull).map(\.factor) == [8, 8, 8, 8, 8])
        #expect(try tokens("비밀번호", run: run).map(\.factor) == [10, 10, 10])
        #expect(try tokens("비밀번호 번호", run: run).map(\.factor) == [10, 10, 16])
        #expect(try tokens("비 รหัสผ่าน word", run: run).allSatisfy { $0.factor == 16 })
    }

    @Test func joinedFormsStandBehindTheirParts() throws {
        let tokens = try self.tokens("wi-fi")
        #expect(tokens.map(\.text.text) == ["wi", "fi", "wifi"])
        #expect(tokens.map(\.isJoined) == [false, false, true])
        #expect(try self.tokens("wi-fi wifi").map(\.isJoined) == [false, false, false])
    }

    @Test(arguments: [
        ("reset pass", "pass"), ("reset pass ", nil), ("wi-fi", "fi"), ("pass reset pass", "pass"), ("비밀", "비밀"),
        ("비밀번", "밀번"), ("pass!", nil),
    ])
    func theLastWordMayBeTheBeginningOfOne(query: String, expected: String?) throws {
        #expect(try tokens(query).first(where: \.isLast)?.text.text == expected)
    }

    @Test func wordsThatOnlyAskCountLessBesideOthers() throws {
        let tokens = try self.tokens("how reset", words: ["how", "do"])
        #expect(tokens.map(\.factor) == [4, 16])
        #expect(tokens.map(\.isFull) == [false, true])
        #expect(try self.tokens("how do", words: ["how", "do"]).map(\.factor) == [16, 16])
        #expect(try self.tokens("how-do", words: ["how", "do"]).map(\.factor) == [16, 16, 16])
    }

    @Test func textsThatOnlyAskAreTakenOut() throws {
        let strings = ["为什么", "什么"]
        #expect(try tokens("为什么账号", strings: strings).map(\.text.text) == ["账", "账号", "号"])
        #expect(try tokens("账什么号", strings: strings).map(\.text.text) == ["账", "号"])
        #expect(try tokens("为什么", strings: strings).count == 5)
    }
}
