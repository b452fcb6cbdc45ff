extension MarkdownDocument {
    /// The beginning of a plain text, at most 200 characters, cut at the end of a sentence or word; its lines are joined.
    public static func summary(of text: String) -> String {
        let text = text.contains("\n") ? text.replacing("\n", with: " ") : text
        return Summary.cut(text.trimmingSpaces())
    }
}

/// Cuts a text to the length of a description.
enum Summary {
    /// Search engines show about this many characters. They are counted as code points.
    private static let length = 200
    /// A sentence that is shorter says less than a longer text that breaks off.
    private static let enough = 70

    /// The whole text if it is short enough, else as many whole sentences as fit, or else whole words and an ellipsis.
    static func cut(_ text: String) -> String {
        var count = 0
        var (sentenceEnd, wordEnd, limit): (String.Index?, String.Index?, String.Index?) = (nil, nil, nil)
        var previous: Unicode.Scalar = " "
        for index in text.unicodeScalars.indices {
            let scalar = text.unicodeScalars[index]
            if count > enough {
                if isWide(previous) || (endsSentence(previous) && scalar == " ") { sentenceEnd = index }
                if scalar == " " { wordEnd = index }
            }
            if count == length - 1 { limit = index }
            if count == length { break }
            count += 1
            previous = scalar
        }
        guard count == length, let limit, text.unicodeScalars.index(after: limit) < text.endIndex else { return text }
        if let sentenceEnd { return String(text[..<sentenceEnd]) }
        return trimmingEnd(text[..<(wordEnd ?? limit)]) + "…"
    }

    /// Marks that end a sentence before a space.
    private static func endsSentence(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "." || scalar == "!" || scalar == "?" || scalar == "؟" || scalar == "۔" || scalar == "।"
    }

    /// Full-width marks, which end a sentence by themselves.
    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "。" || scalar == "！" || scalar == "？"
    }

    private static func trimmingEnd(_ text: Substring) -> String {
        var text = text
        while let last = text.last, last.isWhitespace || ",;:，、；：".contains(last) { text.removeLast() }
        return String(text)
    }
}
