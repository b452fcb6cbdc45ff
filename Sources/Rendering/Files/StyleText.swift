/// A style sheet as it is published: without comments, indentation and blank lines; lines stay lines.
///
/// 1. The text is read token by token (CSS Syntax 3, 4). Each is copied as it is, strings and addresses (`url(…)`) among
///    them, in which nothing is a comment.
/// 2. What stands between tokens becomes a `TokenGap`. Of a comment that alone keeps two tokens apart `/**/` stays,
///    because white space would have a meaning in selectors.
/// 3. Where tokens cannot be told apart, or the text ends within one, all of it is published as it is.
struct StyleText {
    /// The bytes to publish.
    let published: [UInt8]

    /// Reads a style sheet.
    init(_ bytes: [UInt8]) {
        var lexer = StyleLexer(bytes)
        do throws(UnclearText) {
            published = try lexer.compacted()
        } catch {
            published = bytes
        }
    }
}

/// Tells the tokens of a style sheet apart.
private struct StyleLexer {
    var reader: TokenReader

    init(_ bytes: [UInt8]) { reader = TokenReader(bytes) }

    mutating func compacted() throws(UnclearText) -> [UInt8] {
        // A form feed ends a line here, and nowhere else.
        if reader.bytes.contains(0x0C) { throw UnclearText() }
        if reader.has("\u{FEFF}") { try reader.copy(3) }
        while true {
            try passGap()
            guard let byte = reader.next else { return reader.published }
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): try reader.copyString()
            case let byte where Self.isNameByte(byte): try passName()
            default: try reader.copy(1)
            }
        }
    }
}

extension StyleLexer {
    private mutating func passGap() throws(UnclearText) {
        var gap = TokenGap(separator: "/**/", isAtStart: reader.published.isEmpty)
        while let byte = reader.next {
            if TokenReader.isLineBreak(byte) {
                gap.addLineBreak()
                reader.skip(1)
            } else if Self.isSpace(byte) {
                gap.add(space: byte)
                reader.skip(1)
            } else if reader.has("/*") {
                gap.add(comment: try reader.skipBlockComment(), isBreak: false)
            } else {
                break
            }
        }
        reader.publish(gap.text(isAtEnd: reader.next == nil))
    }

    /// Passes a name, a number with its unit, or an address.
    private mutating func passName() throws(UnclearText) {
        let start = reader.index
        var hasEscape = false
        while let byte = reader.next, Self.isNameByte(byte) {
            if byte == UInt8(ascii: "\\") {
                hasEscape = true
                try passEscape()
            } else {
                try reader.copy(1)
            }
        }
        // `\75rl(` is `url(`; and a space in place of a comment would become part of the escape before it.
        if hasEscape, reader.has("(") || reader.has("/*") { throw UnclearText() }
        let name = reader.bytes[start..<reader.index]
        if reader.has("("), String(decoding: name, as: UTF8.self).lowercased() == "url" { try passAddress() }
    }

    /// Passes a backslash and what it escapes: a character, or up to six hexadecimal digits and one white space.
    private mutating func passEscape() throws(UnclearText) {
        let digits = reader.bytes[reader.index...].dropFirst().prefix(6).prefix(while: Self.isHexadecimal).count
        if digits == 0 {
            guard let escaped = reader.bytes[reader.index...].dropFirst().first, !TokenReader.isLineBreak(escaped)
            else { throw UnclearText() }
            return try reader.copy(2)
        }
        try reader.copy(1 + digits)
        if reader.has("\r\n") {
            try reader.copy(2)
        } else if let byte = reader.next, Self.isSpace(byte) {
            try reader.copy(1)
        }
    }

    /// Passes the parenthesis after `url` and, where no string follows, the address, which ends with the next one.
    private mutating func passAddress() throws(UnclearText) {
        try reader.copy(1)
        while let byte = reader.next, Self.isSpace(byte) {
            try reader.copy(1)
        }
        if reader.has("\"") || reader.has("'") { return }
        while let byte = reader.next, byte != UInt8(ascii: ")") {
            try reader.copy(byte == UInt8(ascii: "\\") ? 2 : 1)
        }
        try reader.copy(1)
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || TokenReader.isLineBreak(byte)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        TokenReader.isAlphanumeric(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "\\")
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        TokenReader.isDigit(byte) || UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte | 0x20
    }
}
