import Foundation
import Search
import Testing

@Suite struct SearchTextTests {
    @Test(arguments: try SearchTextCase.all())
    func textIsReadAsInJavaScript(example: SearchTextCase) {
        let lower = TextFolding.lower(example.text)
        #expect(Array(lower.unicodeScalars) == Array(example.lower.unicodeScalars))
        #expect(Array(TextFolding.bare(lower).unicodeScalars) == Array(example.bare.unicodeScalars))
        #expect(ReadToken.read(example.text) == example.tokens)
    }

    @Test func everyCodePointIsReadAsInJavaScript() throws {
        let expected = try SearchTextHashes.read().codePoints
        var reader = TextHasher()
        for (block, hash) in expected.enumerated() {
            reader.reset()
            for code in UInt32(block) * 0x400..<UInt32(block + 1) * 0x400 {
                if let scalar = Unicode.Scalar(code) { reader.read(String(scalar)) }
            }
            #expect(reader.text == hash, "U+\(String(block * 0x400, radix: 16)) and the next 1023")
        }
    }

    @Test func randomTextsAreReadAsInJavaScript() throws {
        let hashes = try SearchTextHashes.read()
        var strings = RandomStrings(pools: hashes.pools)
        var reader = TextHasher()
        for (batch, hash) in hashes.batches.enumerated() {
            reader.reset()
            for _ in 0..<hashes.stringsInBatch { reader.read(strings.next()) }
            #expect(reader.text == hash, "batch \(batch)")
        }
    }
}

/// Tests/Fixtures/search-text-hashes.json, which Scripts/search-text-reference.mjs makes.
private struct SearchTextHashes: Decodable {
    /// Ranges of code points that meet in the random strings.
    let pools: [[[UInt32]]]
    let stringsInBatch: Int
    let codePoints: [String]
    let batches: [String]

    static func read() throws -> SearchTextHashes {
        try JSONDecoder().decode(SearchTextHashes.self, from: SearchTextCase.fixture("search-text-hashes.json"))
    }
}

/// The random strings of Scripts/search-text-reference.mjs.
private struct RandomStrings {
    let pools: [[[UInt32]]]
    private var state: UInt32 = 1

    init(pools: [[[UInt32]]]) { self.pools = pools }

    mutating func next() -> String {
        let pool = pools[Int(random(UInt32(pools.count)))]
        var text = String.UnicodeScalarView()
        for _ in 0..<1 + random(12) {
            let range = pool[Int(random(UInt32(pool.count)))]
            if let scalar = Unicode.Scalar(range[0] + random(range[1] - range[0] + 1)) { text.append(scalar) }
        }
        return String(text)
    }

    private mutating func random(_ limit: UInt32) -> UInt32 {
        state = state &* 1_664_525 &+ 1_013_904_223
        return (state >> 8) % limit
    }
}

/// Hashes all that search reads in texts (FNV-1a, 32 bits).
private struct TextHasher {
    private var value: UInt32 = 0
    private var tokenizer = Tokenizer()
    private var lower: [UInt8] = []
    private var bare: [UInt8] = []

    /// The hash of what has been read since `reset`.
    var text: String { String(repeating: "0", count: 8 - String(value, radix: 16).count) + String(value, radix: 16) }

    init() {}

    mutating func reset() { value = 0x811C_9DC5 }

    mutating func read(_ text: String) {
        let bytes = Array(text.utf8)
        lower.removeAll(keepingCapacity: true)
        TextFolding.lower(bytes.span, into: &lower)
        add(lower)
        for text in [bytes, lower] {
            bare.removeAll(keepingCapacity: true)
            TextFolding.bare(text.span, into: &bare)
            add(bare)
        }
        tokenizer.tokenize(bytes.span)
        for token in tokenizer.tokens {
            add(Array(token.kind.name.utf8))
            add(Array(tokenizer.text[token.range]))
            add(Array(String(token.position).utf8))
        }
    }

    private mutating func add(_ bytes: [UInt8]) {
        for byte in bytes { value = (value ^ UInt32(byte)) &* 0x0100_0193 }
        value = value &* 0x0100_0193
    }
}
