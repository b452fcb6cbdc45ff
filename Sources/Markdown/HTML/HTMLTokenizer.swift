/// Splits raw HTML into tags, comments and text, as a browser would.
enum HTMLTokenizer {
    struct Token {
        let kind: Kind
        /// The bytes it takes.
        let range: Range<Int>
    }

    enum Kind: Equatable {
        /// Characters between tags.
        case text
        /// An opening or closing tag, by its name in lower case.
        case tag(name: String, isClosing: Bool, hasAttributes: Bool)
        case comment
        /// A processing instruction, a declaration or a CDATA section.
        case declaration
    }

    /// The tokens of raw HTML. What looks like a tag but never ends is text; a comment that never ends goes to the end.
    static func tokens(of html: [UInt8]) -> [Token] {
        var tokens: [Token] = []
        var textStart = 0
        var offset = 0
        var endlessTags = 0
        while endlessTags < mostEndlessTags, let next = html[offset...].firstIndex(of: UInt8(ascii: "<")) {
            guard let token = token(at: next, in: html, endlessTags: &endlessTags) else {
                offset = next + 1
                continue
            }
            if textStart < next { tokens.append(Token(kind: .text, range: textStart..<next)) }
            tokens.append(token)
            offset = token.range.upperBound
            textStart = offset
        }
        if textStart < html.count { tokens.append(Token(kind: .text, range: textStart..<html.count)) }
        return tokens
    }
}

extension HTMLTokenizer {
    /// The tokens without the content of tags such as `<script>`, up to their closing tags.
    static func shownTokens(of html: [UInt8]) -> [Token] {
        var lost: String?
        return tokens(of: html).filter { token in
            guard case .tag(let name, let isClosing, _) = token.kind else { return lost == nil }
            if let open = lost {
                if isClosing, name == open { lost = nil }
                return false
            }
            if !isClosing, AllowedTags.rule(for: name) == .lost { lost = name }
            return true
        }
    }

    /// Each tag that never ends costs a look at all that follows; after so many the rest is text.
    private static let mostEndlessTags = 16

    private static func token(at start: Int, in html: [UInt8], endlessTags: inout Int) -> Token? {
        guard start + 1 < html.count else { return nil }
        switch html[start + 1] {
        case UInt8(ascii: "!"):
            if html.matches("<!--", at: start) { return Token(kind: .comment, range: start..<commentEnd(start, html)) }
            if html.matches("<![CDATA[", at: start) { return declaration(start, html, end: "]]>") }
            return declaration(start, html, end: ">")
        case UInt8(ascii: "?"): return declaration(start, html, end: "?>")
        case UInt8(ascii: "/"): return tag(start, nameStart: start + 2, html, endlessTags: &endlessTags)
        default: return tag(start, nameStart: start + 1, html, endlessTags: &endlessTags)
        }
    }

    private static func commentEnd(_ start: Int, _ html: [UInt8]) -> Int {
        if html.matches("<!-->", at: start) { return start + 5 }
        if html.matches("<!--->", at: start) { return start + 6 }
        return html.firstRange(of: "-->", from: start + 4).map { $0 + 3 } ?? html.count
    }

    private static func declaration(_ start: Int, _ html: [UInt8], end: StaticString) -> Token {
        let close = html.firstRange(of: end, from: start + 2).map { $0 + end.utf8CodeUnitCount }
        return Token(kind: .declaration, range: start..<(close ?? html.count))
    }

    private static func tag(_ start: Int, nameStart: Int, _ html: [UInt8], endlessTags: inout Int) -> Token? {
        guard nameStart < html.count, html[nameStart].isASCIILetter else { return nil }
        var offset = nameStart
        while offset < html.count, !html[offset].isWhitespace, html[offset] != UInt8(ascii: ">"),
            html[offset] != UInt8(ascii: "/"), html[offset] != UInt8(ascii: "<")
        {
            offset += 1
        }
        let name = String(utf8: html[nameStart..<offset].map(\.lowercasedASCII))
        var hasAttributes = false
        var quote: UInt8?
        while offset < html.count {
            let byte = html[offset]
            offset += 1
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: ">") {
                let kind = Kind.tag(name: name, isClosing: nameStart == start + 2, hasAttributes: hasAttributes)
                return Token(kind: kind, range: start..<offset)
            } else if byte == UInt8(ascii: "<") {
                return nil
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
                hasAttributes = true
            } else if !byte.isWhitespace, byte != UInt8(ascii: "/") {
                hasAttributes = true
            }
        }
        endlessTags += 1
        return nil
    }
}
