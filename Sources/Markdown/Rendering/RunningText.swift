/// The text of a body as search reads it, collected as rendering goes by: without markup, addresses of links, headings
/// and the marks of footnotes, a block on each line.
struct RunningText {
    private(set) var bytes: [UInt8] = []
    private(set) var words = WordCounter()

    /// Counts words and keeps the text.
    mutating func add(_ text: Bytes) {
        words.add(text)
        bytes.append(contentsOf: text)
    }

    /// Counts words whose text comes in pieces by `addPiece`.
    mutating func count(_ text: Bytes) { words.add(text) }

    /// Keeps a piece of text whose words are counted elsewhere.
    mutating func addPiece(_ text: Bytes) { bytes.append(contentsOf: text) }

    /// The next text begins a new word.
    mutating func endWord() {
        words.endWord()
        if let last = bytes.last, !last.isWhitespace { bytes.append(.space) }
    }

    /// The next text begins a new line.
    mutating func endBlock() {
        words.endWord()
        trimSpace()
        if let last = bytes.last, last != .newline { bytes.append(.newline) }
    }

    /// Makes the next text follow on the same line.
    mutating func joinLine() {
        if bytes.last == .newline { bytes[bytes.count - 1] = .space }
    }

    /// Drops what was added since there were so many bytes.
    mutating func drop(from count: Int) {
        bytes.removeLast(max(0, bytes.count - count))
    }

    private mutating func trimSpace() {
        while bytes.last == .space { bytes.removeLast() }
    }
}
