/// The text between the tags of a block of raw HTML as search reads it: white space counts once, what tags divide is on
/// lines of its own, and references stand for their characters.
struct HTMLBlockText {
    private var bytes: [UInt8] = []

    mutating func add(_ text: ArraySlice<UInt8>) {
        for byte in text {
            if byte.isWhitespace { endWord() } else { bytes.append(byte) }
        }
    }

    /// Divides what comes before a tag from what follows it, if it does so for readers.
    mutating func divide(at tag: String) {
        if tag == "br" { return endWord() }
        guard AllowedTags.divides(tag) else { return }
        if bytes.last == .space { bytes.removeLast() }
        if let last = bytes.last, last != .newline { bytes.append(.newline) }
    }

    /// The lines, for one block of the page each.
    func lines(_ arena: borrowing TreeArena) -> [ArraySlice<UInt8>] {
        let text = bytes.contains(UInt8(ascii: "&")) ? decoded(arena) : bytes
        return text.split(separator: .newline).map { $0[$0.trimmed($0.startIndex..<$0.endIndex)] }
    }
}

extension HTMLBlockText {
    private mutating func endWord() {
        if let last = bytes.last, !last.isWhitespace { bytes.append(.space) }
    }

    /// The text with the characters that references stand for, among them the two thousand that have names: cmark knows
    /// them, so it reads the text as a paragraph in which nothing else has a meaning.
    private func decoded(_ arena: borrowing TreeArena) -> [UInt8] {
        var markdown: [UInt8] = []
        var previous = UInt8.space
        for byte in bytes {
            let isPartOfReference =
                byte == UInt8(ascii: "&") || byte == UInt8(ascii: ";")
                || (byte == UInt8(ascii: "#") && previous == UInt8(ascii: "&"))
            if byte.isASCIIPunctuation, !isPartOfReference { markdown.append(UInt8(ascii: "\\")) }
            markdown.append(byte)
            previous = byte
        }
        var text: [UInt8] = []
        var node = arena.parse(markdown)?.firstChild?.firstChild
        while let current = node {
            if current.kind == .text { text.append(contentsOf: current.literal) } else { text.append(.newline) }
            node = current.next
        }
        return text
    }
}
