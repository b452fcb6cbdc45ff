/// Counts words as text goes by.
///
/// A word is a run of characters between white space; every Han or kana character is one by itself, and a run that
/// begins with one adds nothing beyond its characters. So reading time can be told from it for every script, by one
/// cheap look at each byte.
struct WordCounter {
    private(set) var count = 0
    private var last: UInt8 = .space

    mutating func add(_ text: Bytes) {
        guard let base = text.baseAddress, text.count > 0 else { return }
        count += Int(Self.wordStart(base[0], after: last))
        last = base[text.count - 1]
        // Without branches, and in stretches whose count fits a byte, so that the compiler takes many bytes at once.
        var offset = 1
        while offset < text.count {
            let end = min(text.count, offset + 255)
            var words: UInt8 = 0
            while offset < end {
                words &+= Self.wordStart(base[offset], after: base[offset &- 1])
                offset &+= 1
            }
            count += Int(words)
        }
    }

    /// The next text begins a new word.
    mutating func endWord() { last = .space }

    /// 1 where a word begins, else 0.
    @inline(__always)
    private static func wordStart(_ byte: UInt8, after previous: UInt8) -> UInt8 {
        // The lead bytes of Han and kana: U+3000–U+9FFF, whose few punctuation marks count little.
        let isCJK: UInt8 = byte &- 0xE3 <= 6 ? 1 : 0
        let isAfterSpace: UInt8 = previous <= 0x20 ? 1 : 0
        let isVisible: UInt8 = byte > 0x20 ? 1 : 0
        return isCJK | (isAfterSpace & isVisible)
    }
}
