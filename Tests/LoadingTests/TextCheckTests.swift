import HelpCenter
import Testing

@testable import Loading

struct TextCheckTests {
    @Test(arguments: ["", "plain", "tabs\tand\r\nlines\n", "中文 한국어 🎉", "e\u{301}", "\u{200D}\u{200C}\u{200F}\u{AD}"])
    func textIsLeftAlone(text: String) {
        let check = TextCheck(Array(text.utf8))
        #expect(check.bytes == Array(text.utf8))
        #expect(check.findings.isEmpty)
    }

    @Test func aByteOrderMarkIsDropped() {
        let check = TextCheck([0xEF, 0xBB, 0xBF] + Array("text".utf8))
        #expect(check.bytes == Array("text".utf8) && check.findings.isEmpty)
    }

    @Test(arguments: [[0xFF, 0xFE, 0x61, 0x00], [0xFE, 0xFF, 0x00, 0x61]] as [[UInt8]])
    func utf16IsReportedOnce(bytes: [UInt8]) {
        let check = TextCheck(bytes)
        #expect(check.findings.map(\.finding) == [.utf16])
        #expect(check.bytes.isEmpty)
    }

    /// Ill-formed sequences of Unicode 15, table 3-7: stray continuation, truncated, overlong, surrogate, too large.
    @Test(
        arguments: [
            [0x80], [0xC3], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80],
            [0xED, 0xBF, 0xBF],
            [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
            [0xFF], [0xE4, 0xB8],
            [0xE4, 0xB8, 0x41], [0xF0, 0x9F, 0x8E],
        ] as [[UInt8]])
    func whatIsNotUTF8IsReportedAndReplaced(broken: [UInt8]) {
        let check = TextCheck(Array("a".utf8) + broken + Array("b".utf8))
        #expect(check.findings.first?.finding == .invalidUTF8)
        #expect(check.findings.first?.offset == 1)
        #expect(String(validating: check.bytes, as: UTF8.self)?.hasPrefix("a\u{FFFD}") == true)
        #expect(check.bytes.last == UInt8(ascii: "b"))
    }

    @Test(arguments: [0x00, 0x07, 0x08, 0x0B, 0x0C, 0x1B, 0x1F, 0x7F, 0xFFFE, 0xFFFF] as [UInt32])
    func controlCharactersAreReportedAndReplaced(scalar: UInt32) throws {
        let character = try #require(Unicode.Scalar(scalar))
        let check = TextCheck(Array("中\(character)文".utf8))
        #expect(check.findings.map(\.finding) == [.control(scalar)])
        #expect(check.findings.map(\.offset) == [3])
        #expect(String(decoding: check.bytes, as: UTF8.self) == "中\u{FFFD}文")
    }

    @Test(arguments: Array(0x202A...0x202E) + Array(0x2066...0x2069) as [UInt32])
    func bidirectionalControlsAreReportedAndKept(scalar: UInt32) throws {
        let character = try #require(Unicode.Scalar(scalar))
        let text = "a\(character)b"
        let check = TextCheck(Array(text.utf8))
        #expect(check.findings.map(\.finding) == [.bidirectional(scalar)])
        #expect(check.bytes == Array(text.utf8))
    }

    @Test func anyBytesBecomeTextThatNeedsNoFurtherCheck() {
        var random = SeededRandom(seed: 3)
        for _ in 0..<2_000 {
            let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in
                [
                    0x41, 0x0A, 0x80, 0xC3, 0xE2, 0x80, 0xAE, 0xEF, 0xBF, 0xBE, 0xF0, 0x9F,
                    UInt8.random(in: 0...255, using: &random),
                ]
                .randomElement(using: &random) ?? 0
            }
            let check = TextCheck(bytes)
            #expect(String(validating: check.bytes, as: UTF8.self) != nil)
            let again = TextCheck(check.bytes).findings.filter {
                if case .bidirectional = $0.finding { false } else { true }
            }
            #expect(again.isEmpty, "\(bytes)")
            #expect(check.findings.allSatisfy { (0...check.bytes.count).contains($0.offset) })
        }
    }

    @Test func placesCountLinesAndCodePoints() {
        let bytes = Array("é中\n🎉x".utf8)
        #expect(SourcePosition(offset: 0, in: bytes) == SourcePosition(line: 1, column: 1))
        #expect(SourcePosition(offset: 2, in: bytes) == SourcePosition(line: 1, column: 2))
        #expect(SourcePosition(offset: 6, in: bytes) == SourcePosition(line: 2, column: 1))
        #expect(SourcePosition(offset: 10, in: bytes) == SourcePosition(line: 2, column: 2))
        #expect(SourcePosition(offset: 99, in: bytes) == SourcePosition(line: 2, column: 3))
    }
}
