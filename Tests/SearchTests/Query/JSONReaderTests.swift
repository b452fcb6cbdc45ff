import Testing

@testable import Search

@Suite struct JSONReaderTests {
    private func read(_ text: String) throws -> JSONValue { try JSONReader.read(Array(text.utf8)) }

    @Test func everyKindOfValueIsRead() throws {
        let value = try read(" {\"a\" : [ 1, -20, 0, true, false, null, \"x\" ] ,\"b\":{} , \"c\":[]}\n")
        #expect(value["a"]?.array?.prefix(3) == [.integer(1), .integer(-20), .integer(0)])
        #expect(value["a"]?.array?.suffix(4) == [.bool(true), .bool(false), .null, .string(Array("x".utf8))])
        #expect(value["b"] == .object([]))
        #expect(value["c"] == .array([]))
        #expect(value["d"] == nil)
    }

    @Test func theLastOfEqualNamesCounts() throws {
        #expect(try read("{\"a\":1,\"a\":2}")["a"] == .integer(2))
    }

    @Test func escapesBecomeTheirCharacters() throws {
        #expect(try read(#""\"\\\/\b\f\n\r\t\u00e9\u4F60\ud83d\ude00é😀""#).string == "\"\\/\u{8}\u{C}\n\r\té你😀é😀")
    }

    @Test(arguments: [
        ("", "it ends too early", 0), ("[1,]", "a value is missing", 3), ("[1 2]", "',' or ']' is missing", 3),
        ("{\"a\"}", "':' is missing", 4), ("{a:1}", "a name is missing", 1), ("{\"a\":1 ", "',' or '}' is missing", 7),
        ("nul", "a value is missing", 0), ("1.5", "a number is not whole", 1), ("1e3", "a number is not whole", 1),
        ("01", "a number begins with 0", 2), ("-", "a value is missing", 1),
        ("99999999999999999999", "a number is too large", 20), ("\"a", "a text does not end", 2),
        ("\"a\u{1}\"", "a text holds a control character", 2),
        (#""\x""#, "'\\' stands before a character that it does not belong to", 3),
        (#""\u12g4""#, "'\\u' needs four digits", 5), (#""\ud83d""#, "half of a surrogate pair stands alone", 7),
        (#""\ude00""#, "half of a surrogate pair stands alone", 7), ("[] []", "something follows the value", 3),
    ])
    func whatIsNotJSONIsRefusedAtItsPlace(text: String, reason: String, offset: Int) {
        #expect(throws: JSONReader.Failure(reason: reason, offset: offset)) { try read(text) }
    }

    @Test func bytesThatAreNotUTF8AreRefused() {
        #expect(throws: JSONReader.Failure(reason: "it is not UTF-8", offset: 0)) {
            try JSONReader.read([0x22, 0xC3, 0x22])
        }
    }

    @Test func nestingEndsBeforeTheStackDoes() {
        #expect(throws: JSONReader.Failure(reason: "it is nested too deeply", offset: 16)) {
            try read(String(repeating: "[", count: 100_000))
        }
    }
}
