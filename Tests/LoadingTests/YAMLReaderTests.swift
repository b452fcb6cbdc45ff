import Foundation
import HelpCenter
import Testing

@testable import Loading

/// YAML that content may hold, and YAML that it may not: each refusal at its place, fast, and never a crash.
struct YAMLReaderTests {
    @Test func valuesKeepTheirTextAndPlace() throws {
        let value = try YAMLSample.read("title: 'One: two'\ntags:\n  - a\n  - \"b\"\nmore: { x: 1 }\n").get()
        guard case .mapping(let entries, _) = value else {
            Issue.record("no mapping")
            return
        }
        #expect(entries.map(\.key.text) == ["title", "tags", "more"])
        #expect(entries.map(\.key.position.line) == [2, 3, 6])
        guard case .scalar(let title) = entries[0].value, case .sequence(let tags, _) = entries[1].value else {
            Issue.record("other values")
            return
        }
        #expect(title.text == "One: two" && !title.isPlain && title.position == SourcePosition(line: 2, column: 8))
        #expect(tags.map(\.position) == [SourcePosition(line: 4, column: 5), SourcePosition(line: 5, column: 5)])
    }

    @Test(arguments: ["", "\n\n", "# only a comment\n", "---\n", "~"])
    func nothingIsAnEmptyMappingOrNothing(text: String) throws {
        switch try YAMLSample.read(text).get() {
        case .mapping(let entries, _): #expect(entries.isEmpty)
        case let value: #expect(value.isNull)
        }
    }

    @Test(arguments: [
        ("a: &x 1", "an anchor ('&name')", 4), ("a: *x", "an alias ('*name')", 4), ("a: !x 1", "a tag ('!name')", 4),
        ("a: !!str 1", "a tag ('!name')", 4), ("a: &x [1]\nb: *x", "an anchor ('&name')", 4),
        ("a: !!binary aGk=", "a tag ('!name')", 4),
        ("a: !!python/object:os.system x", "a tag ('!name')", 4), ("a: [&x b]", "an anchor ('&name')", 5),
    ])
    func anchorsAliasesAndTagsAreRefused(text: String, feature: String, column: Int) throws {
        let diagnostic = try #require(YAMLSample.rejection(text))
        #expect(diagnostic.id == .unsupportedYAML)
        #expect(diagnostic.message == "\(feature) is YAML that content may not use")
        #expect(diagnostic.position == SourcePosition(line: 2, column: column))
    }

    @Test func aBillionLaughsAreRefusedAtOnce() throws {
        var text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
        for level in 1..<12 {
            let references = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(references)]\n"
        }
        try YAMLSample.expectQuickRefusal(text, .unsupportedYAML)
    }

    @Test(arguments: [
        String(repeating: "[", count: 100_000), String(repeating: "{", count: 100_000),
        String(repeating: "{a: ", count: 20_000),
        String(repeating: "- ", count: 30_000), String(repeating: "? ", count: 30_000),
        "a: " + String(repeating: "[", count: 60_000),
        String(repeating: "[", count: 1_000) + String(repeating: "]", count: 1_000),
    ])
    func deepNestingIsRefusedBeforeItCostsTheStack(text: String) throws {
        let diagnostic = try YAMLSample.expectQuickRefusal(text, nil)
        #expect(diagnostic.id == .invalidYAML || diagnostic.id == .oversizedFrontMatter)
    }

    @Test func nestingByIndentationIsRefusedToo() throws {
        let text = (0..<200).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        try YAMLSample.expectQuickRefusal(text, .invalidYAML)
    }

    @Test func longFrontMatterIsRefused() throws {
        let line = "description: " + String(repeating: "x", count: 64 << 10)
        #expect(YAMLSample.rejection(line)?.id == .oversizedFrontMatter)
        let lines = (0..<8_000).map { "key\($0): x\n" }.joined()
        try YAMLSample.expectQuickRefusal(lines, .oversizedFrontMatter)
        #expect(YAMLSample.rejection("description: " + String(repeating: "x", count: 60 << 10)) == nil)
    }

    @Test func manyKeysWithinTheLimitTakeNoTime() throws {
        let lines = (0..<4_000).map { "key\($0): x\n" }.joined()
        let duration = try ContinuousClock().measure { _ = try YAMLSample.read(lines).get() }
        #expect(duration < .seconds(1))
    }

    @Test(arguments: [
        ("a: 1\nb: 2\na: 3\n", 4, 1), ("x:\n  a: 1\n  b: 2\n  a: 3\n", 5, 3), ("a: 1\n\na: 2\n", 4, 1),
        ("x: { a: 1, a: 2 }\n", 2, 6),
        ("\"a\": 1\na: 2\n", 2, 1),
    ])
    func aRepeatedKeyIsRefusedWhereItIsRepeated(text: String, line: Int, column: Int) throws {
        let diagnostic = try #require(YAMLSample.rejection(text))
        #expect(diagnostic.id == .duplicateKey)
        #expect(diagnostic.message == "the key 'a' is given more than once")
        #expect(diagnostic.position == SourcePosition(line: line, column: column))
    }

    @Test(arguments: [
        ("a: b: c", "a value that holds ': ' must be in quotes", 2, 5),
        ("a: \"b", "a quotation mark is opened and never closed", 2, 4),
        ("a: [b", "a list or group in brackets is not closed", 2, 4),
        ("a: \"1\"\n b", "this line does not fit the ones above", 3, 2),
        ("a: 'it's'", "this line does not fit the ones above", 2, 8),
        ("a: @b", "a value may not begin with '@', '`', '%' or a tab", 2, 4),
        ("- a\n- b: c: d\n", "a value that holds ': ' must be in quotes", 3, 7),
        ("{ [a]: b }", "this is not YAML: a key must be a word", 2, 3),
    ])
    func mistakesAreExplainedAtTheirPlace(text: String, message: String, line: Int, column: Int) throws {
        let diagnostic = try #require(YAMLSample.rejection(text))
        #expect(diagnostic.id == .invalidYAML)
        #expect(diagnostic.message.hasPrefix(message))
        #expect(diagnostic.position == SourcePosition(line: line, column: column))
    }

    @Test(.enabled(if: YAMLSample.conformance != nil, "the YAML test suite lies in ../shared/conformance/yaml"))
    func theYAMLTestSuiteIsReadOrRefused() throws {
        let folder = try #require(YAMLSample.conformance)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }
        #expect(names.count > 100)
        for name in names.sorted() {
            let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
            for text in [bytes, YAMLSample.documents(in: bytes)] {
                _ = YAMLReader(file: name, firstLine: 1, limit: 1 << 20).read(TextCheck(text).bytes[...])
                _ = FrontMatterReader(Array("---\n".utf8) + TextCheck(text).bytes + Array("\n---\n".utf8), file: name)
            }
        }
    }
}

/// YAML as a file's front matter, which begins on line 2.
enum YAMLSample {
    static func read(_ text: String) -> Result<YAMLValue, YAMLReader.Rejection> {
        YAMLReader(file: "a.md", firstLine: 2, limit: FrontMatterReader.limit).read(Array(text.utf8)[...])
    }

    /// What is said of YAML that is refused.
    static func rejection(_ text: String) -> Diagnostic? {
        if case .failure(let rejection) = read(text) { rejection.diagnostic } else { nil }
    }

    /// Expects a refusal within a tenth of a second: ten times what a release build may take, on a busy machine.
    @discardableResult
    static func expectQuickRefusal(_ text: String, _ id: DiagnosticID?) throws -> Diagnostic {
        var found: Diagnostic?
        let duration = ContinuousClock().measure { found = rejection(text) }
        #expect(duration < .milliseconds(500))
        let diagnostic = try #require(found)
        if let id { #expect(diagnostic.id == id) }
        return diagnostic
    }

    /// The YAML test suite, beside the checkout; nil when it is not there.
    static var conformance: String? {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let folder = root.appendingPathComponent("shared/conformance/yaml").path
        return FileManager.default.fileExists(atPath: folder) ? folder : nil
    }

    /// The documents within a file of the suite: the blocks below `yaml: |`, without the suite's signs for white space.
    static func documents(in file: [UInt8]) -> [UInt8] {
        var lines: [Substring] = []
        var isInside = false
        for line in String(decoding: file, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasSuffix("yaml: |") {
                isInside = true
            } else if isInside, line.isEmpty || line.hasPrefix("    ") {
                lines.append(line.dropFirst(4))
            } else {
                isInside = false
            }
        }
        let text = lines.joined(separator: "\n").replacing("␣", with: " ").replacing("»", with: "\t").replacing(
            "—", with: ""
        )
        .replacing("↵", with: "").replacing("∎", with: "").replacing("←", with: "\r").replacing("⇔", with: "\u{FEFF}")
        return Array(text.utf8)
    }
}
