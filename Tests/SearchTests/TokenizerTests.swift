import Search
import Testing

@Suite struct TokenizerTests {
    @Test func joinedFormsStandBehindTheFoldedText() {
        var tokenizer = Tokenizer()
        tokenizer.tokenize(Array("Wi-Fi, e-mail".utf8).span)
        #expect(String(decoding: tokenizer.text, as: UTF8.self) == "wi-fi, e-mailwifiemail")
    }

    @Test func fieldsCanBeNumberedOnSoThatTheirEndsAreNoNeighbours() {
        var tokenizer = Tokenizer()
        tokenizer.tokenize(Array("log in".utf8).span)
        #expect(tokenizer.nextPosition == 3)
        tokenizer.tokenize(Array("again".utf8).span, at: tokenizer.nextPosition)
        #expect(tokenizer.tokens.map(\.position) == [3])
        tokenizer.tokenize(Array("…".utf8).span, at: 7)
        #expect(tokenizer.tokens.isEmpty && tokenizer.nextPosition == 7)
    }

    @Test func foldedTextIsNotFoldedAgain() {
        var tokenizer = Tokenizer()
        tokenizer.tokenize(folded: Array("Wi-Fi".utf8).span)
        #expect(String(decoding: tokenizer.text, as: UTF8.self) == "Wi-FiWiFi")
    }

    @Test(arguments: [
        [0xFF], [0xC3], [0xE4, 0xB8], [0xF0, 0x90, 0x80], [0x80, 0x61], [0xED, 0xA0, 0x80], [0xF4, 0xBF, 0xBF, 0xBF],
    ])
    func bytesThatAreNotUTF8AreNoReasonToStop(bytes: [UInt8]) {
        var tokenizer = Tokenizer()
        let text = Array("a ".utf8) + bytes
        tokenizer.tokenize(text.span)
        #expect(tokenizer.tokens.first?.range == 0..<1)
        var bare: [UInt8] = []
        TextFolding.bare(text.span, into: &bare)
        #expect(bare.starts(with: [0x61]))
    }

    @Test func aMarkJoinsOnlyItsOwnLetterHoweverManyThereAre() {
        let marks = String(repeating: "\u{0301}\u{0316}", count: 50_000)
        let bare = TextFolding.bare("a" + marks + "b")
        #expect(bare == "ab")
    }
}
