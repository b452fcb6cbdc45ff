/// Counts words as text goes by.
///
/// A word is a run of characters between white space; every Han or kana character is one by itself, and a run that
/// begins with one adds nothing beyond its characters. So reading time can be told from it for every script, by one
/// cheap look at each byte.
struct WordCounter {
    private(set) var count = 0
    private var last: UInt8 = .space

    mutating func add(_ text: Bytes) {
        var previous = last
        var words = 0
        for byte in text {
            // The lead bytes of Han and kana: U+3000–U+9FFF, whose few punctuation marks count little.
            let isCJK = byte >= 0xE3 && byte <= 0xE9
            let isWordStart = previous <= .space && byte > .space
            words &+= isCJK || isWordStart ? 1 : 0
            previous = byte
        }
        count += words
        last = previous
    }

    /// The next text begins a new word.
    mutating func endWord() { last = .space }
}
