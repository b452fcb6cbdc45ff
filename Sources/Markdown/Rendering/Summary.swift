/// Cuts a text to the length of a description.
enum Summary {
    /// Search engines show about this many characters.
    static let length = 200

    /// The whole text if it is short enough, else as many whole sentences as fit, or else whole words and an ellipsis.
    static func cut(_ text: String) -> String {
        let end = text.index(text.startIndex, offsetBy: length, limitedBy: text.endIndex) ?? text.endIndex
        if end == text.endIndex { return text }
        let head = text[..<end]
        // A sentence that is much shorter than the limit says less than a longer text that breaks off.
        let enough = text.index(text.startIndex, offsetBy: length / 3)
        if let stop = lastSentenceEnd(in: head, next: text[end]), stop > enough { return String(head[..<stop]) }
        let room = head.dropLast()
        if text[room.endIndex].isWhitespace { return room.trimmingEnd() + "…" }
        if let space = room.lastIndex(where: \.isWhitespace), space > enough {
            return room[..<space].trimmingEnd() + "…"
        }
        return room.trimmingEnd() + "…"
    }

    /// After the last mark that ends a sentence: `.` `!` `?` before white space, or one of the full-width ones.
    private static func lastSentenceEnd(in text: Substring, next: Character) -> Substring.Index? {
        var following = next
        for index in text.indices.reversed() {
            let character = text[index]
            let endsSentence = "。！？".contains(character) || ".!?؟۔।".contains(character) && following.isWhitespace
            if endsSentence { return text.index(after: index) }
            following = character
        }
        return nil
    }
}

extension Substring {
    fileprivate func trimmingEnd() -> String {
        var text = self
        while let last = text.last, last.isWhitespace || ",;:，、；：".contains(last) { text.removeLast() }
        return String(text)
    }
}
