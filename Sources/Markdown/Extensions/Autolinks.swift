/// Finds bare addresses in text, as GFM's extended autolinks do: `www.`, `http://`, `https://` and e-mail addresses.
///
/// Beyond GFM, an address also ends at the full-width punctuation of Chinese and Japanese, where no space follows it.
struct Autolinks {
    struct Match {
        let range: Range<Int>
        /// What the address lacks before it is complete.
        let prefix: StaticString
    }

    private let text: Bytes

    init(_ text: Bytes) {
        self.text = text
    }

    /// The first address whose trigger (`:`, `.` or `@`) stands in `range`, and which lies within it.
    func first(in range: Range<Int>) -> Match? {
        var offset = range.lowerBound
        while offset < range.upperBound {
            let match: Match?
            switch text[offset] {
            case UInt8(ascii: ":"): match = webAddress(colon: offset, in: range)
            case UInt8(ascii: "."): match = wwwAddress(dot: offset, in: range)
            case UInt8(ascii: "@"): match = mailAddress(at: offset, in: range)
            default: match = nil
            }
            if let match { return match }
            offset += 1
        }
        return nil
    }
}

extension Autolinks {
    /// DNS allows 253 bytes; more are allowed here for percent-encoded and Unicode names, but not endless ones.
    private static let longestDomain = 1_024

    private func webAddress(colon: Int, in range: Range<Int>) -> Match? {
        guard text.matches("://", at: colon) else { return nil }
        var start = colon
        while start > range.lowerBound, text[start - 1].isASCIILetter, colon - start < 6 { start -= 1 }
        let scheme = text[start..<colon].map(\.lowercasedASCII)
        guard scheme.elementsEqual("http".utf8) || scheme.elementsEqual("https".utf8) else { return nil }
        guard let domainEnd = domain(from: colon + 3, in: range, needsDot: false) else { return nil }
        return match(start: start, from: domainEnd, in: range, prefix: "")
    }

    private func wwwAddress(dot: Int, in range: Range<Int>) -> Match? {
        let start = dot - 3
        guard start >= range.lowerBound, text.matches("www", at: start) else { return nil }
        if start > range.lowerBound {
            let previous = text[start - 1]
            guard previous.isWhitespace || "*_~(".utf8.contains(previous) || !previous.isASCII else { return nil }
        }
        guard let domainEnd = domain(from: start, in: range, needsDot: true) else { return nil }
        return match(start: start, from: domainEnd, in: range, prefix: "http://")
    }

    private func mailAddress(at sign: Int, in range: Range<Int>) -> Match? {
        var start = sign
        while start > range.lowerBound, text[start - 1].isMailByte { start -= 1 }
        guard start < sign else { return nil }
        var end = sign + 1
        var hasDot = false
        while end < range.upperBound {
            let byte = text[end]
            if byte == UInt8(ascii: "@") { return nil }
            if byte == UInt8(ascii: "."), end + 1 < range.upperBound, text[end + 1].isASCIIAlphanumeric {
                hasDot = true
            } else if !byte.isASCIIAlphanumeric, byte != UInt8(ascii: "-"), byte != UInt8(ascii: "_") {
                break
            }
            end += 1
        }
        guard hasDot, text[end - 1].isASCIILetter || text[end - 1] == UInt8(ascii: ".") else { return nil }
        return Match(range: start..<end, prefix: "mailto:")
    }

    /// The end of a domain name: no punctuation but `-`, `_` and `.`, and no `_` in its last two parts.
    private func domain(from start: Int, in range: Range<Int>, needsDot: Bool) -> Int? {
        guard start < range.upperBound, isHostCharacter(at: start) else { return nil }
        var offset = start
        var (dots, underscores, underscoresBefore) = (0, 0, 0)
        loop: while offset < range.upperBound {
            switch text[offset] {
            case UInt8(ascii: "_"): underscores += 1
            case UInt8(ascii: "."):
                underscoresBefore = underscores
                underscores = 0
                dots += 1
            case UInt8(ascii: "-"): break
            default: if !isHostCharacter(at: offset) { break loop }
            }
            offset += 1
            if offset - start > Self.longestDomain { return nil }
        }
        guard underscores == 0, underscoresBefore == 0, !needsDot || dots > 0 else { return nil }
        return offset
    }

    private func isHostCharacter(at offset: Int) -> Bool {
        let byte = text[offset]
        return byte.isASCII ? byte.isASCIIAlphanumeric : !isWidePunctuation(at: offset)
    }

    /// From the end of the domain to the end of the address, without the punctuation that belongs to the sentence.
    private func match(start: Int, from domainEnd: Int, in range: Range<Int>, prefix: StaticString) -> Match {
        var end = domainEnd
        var (opened, closed) = (0, 0)
        while end < range.upperBound {
            let byte = text[end]
            if byte.isWhitespace || byte == UInt8(ascii: "<") || isWidePunctuation(at: end) { break }
            if byte == UInt8(ascii: "(") { opened += 1 }
            if byte == UInt8(ascii: ")") { closed += 1 }
            end += 1
        }
        while end > domainEnd {
            let last = text[end - 1]
            if last == UInt8(ascii: ")") {
                guard closed > opened else { break }
                closed -= 1
                end -= 1
            } else if last == UInt8(ascii: ";") {
                end = entityStart(endingAt: end, from: domainEnd) ?? end - 1
            } else if "?!.,:*_~'\"".utf8.contains(last) {
                end -= 1
            } else {
                break
            }
        }
        while end > start, text[end - 1] == UInt8(ascii: ".") { end -= 1 }
        return Match(range: start..<end, prefix: prefix)
    }

    /// Where `&name;` begins that ends at `end`.
    private func entityStart(endingAt end: Int, from start: Int) -> Int? {
        var offset = end - 2
        while offset > start, text[offset].isASCIILetter { offset -= 1 }
        return offset >= start && offset < end - 2 && text[offset] == UInt8(ascii: "&") ? offset : nil
    }

    /// Whether a CJK or full-width punctuation mark begins here: U+3000–303F without 々〆〇, U+FF00–FF0F, FF1A–FF20,
    /// FF3B–FF40, FF5B–FF65, or curly quotation marks U+2018–201F.
    private func isWidePunctuation(at offset: Int) -> Bool {
        guard text[offset] >= 0xE2, offset + 2 < text.count else { return false }
        switch (text[offset], text[offset + 1], text[offset + 2]) {
        case (0xE2, 0x80, 0x98...0x9F): return true
        case (0xE3, 0x80, 0x80...0xBF): return !(0x85...0x87).contains(text[offset + 2])
        case (0xEF, 0xBC, 0x80...0x8F), (0xEF, 0xBC, 0x9A...0xA0), (0xEF, 0xBC, 0xBB...0xBF): return true
        case (0xEF, 0xBD, 0x80), (0xEF, 0xBD, 0x9B...0xA5): return true
        default: return false
        }
    }
}

extension UInt8 {
    fileprivate var isASCII: Bool { self < 0x80 }
    fileprivate var isMailByte: Bool { isASCIIAlphanumeric || ".+-_".utf8.contains(self) }
}
