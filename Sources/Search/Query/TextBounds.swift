/// Where a passage may be cut: at sentences, else at words. Places are UTF-16 code units.
struct TextBounds {
    private let text: [UInt16]
    private let breaks: Set<Int>
    /// The sentences, without the spaces between them; none reaches beyond its block.
    let sentences: [Range<Int>]

    /// The bounds of a text.
    init(_ scanned: ScannedText) {
        text = scanned.text
        breaks = scanned.breaks
        sentences = Self.sentences(scanned.text)
    }

    /// Whether a word begins at a place.
    func isWordStart(_ place: Int) -> Bool {
        guard place < text.count, !Self.isSpace(text[place]) else { return false }
        return place == 0 || Self.isSpace(text[place - 1]) || breaks.contains(place)
    }

    /// Whether a word ends before a place.
    func isWordEnd(_ place: Int) -> Bool {
        guard place > 0, !Self.isSpace(text[place - 1]) else { return false }
        return place == text.count || Self.isSpace(text[place]) || breaks.contains(place)
    }

    /// Whether the mark of a sentence stands before a place, with nothing but quotes and brackets between them.
    func isSentenceEnd(_ place: Int) -> Bool {
        let mark = text[..<place].last { !Self.isClosing($0) }
        return mark.map { Self.stops.contains($0) || Self.wideStops.contains($0) } ?? false
    }

    /// The last place, at or before another, that is inside no character.
    func characterEnd(before place: Int, after start: Int) -> Int {
        var end = place
        while end > start + 1, end < text.count, isInside(end) { end -= 1 }
        return end
    }
}

extension TextBounds {
    /// Whether a low surrogate or a mark stands at a place.
    private func isInside(_ place: Int) -> Bool {
        if UTF16.isTrailSurrogate(text[place]) { return true }
        let scalar: Unicode.Scalar?
        if UTF16.isLeadSurrogate(text[place]), place + 1 < text.count {
            scalar = Unicode.Scalar(
                0x10000 + (UInt32(text[place]) - 0xD800) << 10 + (UInt32(text[place + 1]) &- 0xDC00))
        } else {
            scalar = Unicode.Scalar(text[place])
        }
        switch scalar?.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return true
        default: return false
        }
    }

    /// Whether a sentence's mark may stand before it: a bracket, or any quote that closes in some language.
    private static func isClosing(_ unit: UInt16) -> Bool {
        if unit == 0x22 || unit == 0x27 || unit == 0x201C { return true }
        switch Unicode.Scalar(unit)?.properties.generalCategory {
        case .closePunctuation, .finalPunctuation: return true
        default: return false
        }
    }

    private static func isSpace(_ unit: UInt16) -> Bool {
        unit == 0x20 || unit == 0x0A || unit == 0x09 || unit == 0xA0 || unit == 0x3000
    }

    /// `.`, `!`, `?`, and the full stops of Arabic, Urdu and Hindi: they end a sentence where a space follows.
    private static let stops: Set<UInt16> = [0x2E, 0x21, 0x3F, 0x61F, 0x6D4, 0x964]
    /// `。`, `！`, `？`: they end a sentence wherever they stand.
    private static let wideStops: Set<UInt16> = [0x3002, 0xFF01, 0xFF1F]
    /// `」`, `』`, `）`, `”`, `’`: behind a wide stop they belong to its sentence.
    private static let closing: Set<UInt16> = [0x300D, 0x300F, 0xFF09, 0x201D, 0x2019]

    private static func sentences(_ text: [UInt16]) -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        var start = 0
        var place = 0
        func close(_ end: Int) {
            while start < end, isSpace(text[start]) { start += 1 }
            if start < end { sentences.append(start..<end) }
            start = end
        }
        while place < text.count {
            if wideStops.contains(text[place]) {
                while place < text.count, wideStops.contains(text[place]) { place += 1 }
                while place < text.count, closing.contains(text[place]) { place += 1 }
                close(place)
                continue
            }
            if text[place] == 0x0A {
                close(place)
            } else if stops.contains(text[place]), place + 1 < text.count, isSpace(text[place + 1]) {
                close(place + 1)
            }
            place += 1
        }
        close(text.count)
        return sentences
    }
}
