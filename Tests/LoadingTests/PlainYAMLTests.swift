import Foundation
import HelpCenter
import Testing

@testable import Loading

/// The quick reader of plain lines must say the same as the full parser, wherever it says anything.
struct PlainYAMLTests {
    @Test func generatedLinesAreReadAsTheFullParserReadsThem() throws {
        var random = SeededRandom(seed: 42)
        var accepted = 0
        for _ in 0..<20_000 {
            let lines = (0..<Int.random(in: 1...3, using: &random)).map { _ in Self.line(&random) }
            let text = lines.joined(separator: ["\n", "\n", "\r\n", "\n\n"].randomElement(using: &random) ?? "\n")
            if try Self.expectAgreement(text) { accepted += 1 }
        }
        // Half of the lines are odd on purpose; if next to nothing were accepted, the test would prove nothing.
        #expect(accepted > 2_000)
    }

    @Test func theFrontMatterOfTheDemoIsReadAsTheFullParserReadsIt() throws {
        let content = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Content").path
        let names = try FileManager.default.subpathsOfDirectory(atPath: content).filter { $0.hasSuffix(".md") }
        #expect(names.count > 50)
        for name in names {
            let text = try String(contentsOfFile: content + "/" + name, encoding: .utf8)
            let parts = text.split(separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false)
            try #require(parts.count == 3, "\(name) has no front matter")
            try Self.expectAgreement(String(parts[1]))
        }
    }

    @Test(arguments: [
        "a: b # comment", "a: b: c", "a: [b]", "a: {b: c}", "a: &b c", "a: *b", "a: !b c", "a: |", "a: >", "a: @b",
        "a: `b`",
        "a: %b", "a: - b", "a: ? b", "a:", "a: ", "a:b", "- a", "? a", " a: b", "a: 'b''c'", "a: \"b\\n\"",
        "a: \"b\" c", "a: b:",
        "a: b\n  c", "a: b\na: c", "--- a: b", "a: \"b", "a: b\tc", "a b: c", "\"a\": b", "# a: b", "<<: b", "a: ~",
        "a: -1", "a: .5",
    ])
    func whateverIsMoreThanPlainIsDeclined(text: String) {
        #expect(PlainYAML.parse(Array(text.utf8)[...], firstLine: 1) == nil)
    }
}

extension PlainYAMLTests {
    private static let pieces = [
        "title", "a", "1", "true", "null", "yes", "2026-11-21", "重置", "é", ":", ": ", " #", "#", "- ", "-", "[", "]",
        "{", "}", ",", "&x",
        "*x", "!x", "|", ">", "'", "\"", "''", "\\", "%", "@", "`", "?", "? ", "<<", "~", "=", " ", "  ", "\t", "/",
        ".", "...", "---",
        "https://a.example/?b=c", "\u{A0}", "\u{85}", "\u{2028}", "\u{FEFF}",
    ]

    private static func line(_ random: inout SeededRandom) -> String {
        let key =
            ["title", "a", "b1", "date", "key with space", "-a", "", "a:", "'q'"].randomElement(using: &random) ?? "a"
        let count = Int.random(in: 0...4, using: &random)
        var value = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        if Int.random(in: 0..<4, using: &random) == 0 { value = "\"\(value)\"" }
        if Int.random(in: 0..<6, using: &random) == 0 { value = "'\(value)'" }
        return Bool.random(using: &random) ? "\(key): \(value)" : "a\(Int.random(in: 0..<3, using: &random)): \(value)"
    }

    /// Compares the two readers; returns whether the quick one accepted the text.
    @discardableResult
    private static func expectAgreement(_ text: String) throws -> Bool {
        let bytes = Array(text.utf8)
        guard let plain = PlainYAML.parse(bytes[...], firstLine: 2) else { return false }
        // An unused key with a list keeps the quick reader out.
        let full = YAMLSample.read(text + "\nzz: []\n")
        guard case .success(.mapping(let entries, _)) = full, case .mapping(let mine, _) = plain else {
            Issue.record("accepted \(text.debugDescription), which the parser refuses: \(full)")
            return true
        }
        let theirs = entries.filter { $0.key.text != "zz" }
        #expect(
            theirs.map { describe($0.key, $0.value) } == mine.map { describe($0.key, $0.value) },
            "\(text.debugDescription)")
        return true
    }

    private static func describe(_ key: YAMLScalar, _ value: YAMLValue) -> String {
        guard case .scalar(let scalar) = value else { return "no scalar" }
        return "\(key.text)@\(key.position) \(scalar.text.debugDescription) \(scalar.isPlain) \(scalar.position)"
    }
}

/// Numbers that are the same in every run (SplitMix64; Steele, Lea, Flood 2014).
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var result = state
        result = (result ^ (result >> 30)) &* 0xBF58_476D_1CE4_E5B9
        result = (result ^ (result >> 27)) &* 0x94D0_49BB_1331_11EB
        return result ^ (result >> 31)
    }
}
