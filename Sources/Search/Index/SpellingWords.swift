/// The words of all sources that spelling is corrected to, in both orders; editions only leave some of them out.
struct SpellingWords: Sendable {
    /// The words, as keys of the lexicon in their order.
    private(set) var keys: [Int] = []
    /// The same keys in the order of the words written backwards, each with its place in the bytes.
    private(set) var ends: [(key: Int, range: Range<Int>)] = []
    /// The words written backwards.
    private(set) var reversed: [UInt8] = []

    /// Shorter words are too near to too many others.
    private static let shortestWord = 4

    init(_ lexicon: Lexicon) {
        let bytes = lexicon.bytes.span
        var entries: [(head: UInt64, key: Int, range: Range<Int>)] = []
        for key in 0..<lexicon.count where lexicon.kinds[key].contains(.surface) {
            let word = bytes.extracting(lexicon.keyRange(key))
            guard Self.isLetters(word) else { continue }
            keys.append(key)
            let start = reversed.count
            Self.appendReversed(word, to: &reversed)
            let range = start..<reversed.count
            entries.append((KeyOrder.head(reversed.span.extracting(range)), key, range))
        }
        entries.sort { left, right in
            if left.head != right.head { return left.head < right.head }
            return KeyOrder.precedes(reversed.span.extracting(left.range), reversed.span.extracting(right.range))
        }
        ends = entries.map { ($0.key, $0.range) }
    }
}

extension SpellingWords {
    /// Whether a word is long enough and has no digits.
    private static func isLetters(_ word: Span<UInt8>) -> Bool {
        var length = 0
        for index in word.indices {
            if UInt8(ascii: "0")...UInt8(ascii: "9") ~= word[index] { return false }
            if word[index] & 0xC0 != 0x80 { length += 1 }
        }
        return length >= shortestWord
    }

    /// Appends the characters of a word, the last one first.
    private static func appendReversed(_ word: Span<UInt8>, to output: inout [UInt8]) {
        var end = word.count
        while end > 0 {
            var start = end - 1
            while start > 0, word[start] & 0xC0 == 0x80 { start -= 1 }
            for index in start..<end { output.append(word[index]) }
            end = start
        }
    }
}
