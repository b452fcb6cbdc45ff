import Foundation
import Search
import Testing

/// A case of Tests/Fixtures/search-text.json: a text, and what the search of every platform reads in it.
struct SearchTextCase: Decodable, CustomTestStringConvertible {
    /// What the case is an example of.
    let about: String
    /// The text as it is written.
    let text: String
    /// Its folding to lower case.
    let lower: String
    /// The folding of `lower` without accents.
    let bare: String
    /// The tokens of `lower`.
    let tokens: [ReadToken]

    var testDescription: String { "\(about): \(text.debugDescription)" }

    /// Every case of the file.
    static func all() throws -> [SearchTextCase] {
        try JSONDecoder().decode([SearchTextCase].self, from: fixture("search-text.json"))
    }

    /// The content of a file in Tests/Fixtures.
    static func fixture(_ name: String) throws -> Data {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return try Data(contentsOf: tests.appending(path: "Fixtures/\(name)"))
    }
}

/// A token as cases write it: `["word", "fi", 1]`.
struct ReadToken: Decodable, Equatable, CustomStringConvertible {
    let kind: String
    let text: String
    let position: UInt32

    init(kind: String, text: String, position: UInt32) {
        (self.kind, self.text, self.position) = (kind, text, position)
    }

    init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        kind = try container.decode(String.self)
        text = try container.decode(String.self)
        position = try container.decode(UInt32.self)
    }

    var description: String { "[\(kind) \(text) \(position)]" }

    /// Bytes are compared: Swift's strings are equal when they are canonically equivalent.
    static func == (left: ReadToken, right: ReadToken) -> Bool {
        left.kind == right.kind && left.position == right.position && left.text.utf8.elementsEqual(right.text.utf8)
    }

    /// The tokens of a text.
    static func read(_ text: String) -> [ReadToken] {
        var tokenizer = Tokenizer()
        tokenizer.tokenize(Array(text.utf8).span)
        return tokenizer.tokens.map {
            ReadToken(
                kind: $0.kind.name, text: String(decoding: tokenizer.text[$0.range], as: UTF8.self),
                position: $0.position)
        }
    }
}

extension Token.Kind {
    /// The class as cases write it.
    var name: String {
        switch self {
        case .word: "word"
        case .gram2: "gram2"
        case .hangul: "hangul"
        case .gram3: "gram3"
        }
    }
}
