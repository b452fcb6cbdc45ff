/// What a token of a script says about a `/` after it.
enum ScriptToken {
    /// An operand ends: `/` divides.
    case operand
    /// An operand or a statement follows: `/` begins a regular expression.
    case operation
    /// A word before a condition in parentheses, behind which a statement follows: `if (…) /a/.test(b)`.
    case condition
    /// The dot before a property's name, which may be a keyword.
    case dot
    /// It says nothing.
    case unclear
}

extension ScriptToken {
    private static let beforeOperands: Set<String> = [
        "case", "default", "delete", "do", "else", "extends", "in", "instanceof", "new", "return", "throw", "typeof",
        "void",
    ]
    private static let beforeConditions: Set<String> = ["for", "if", "while", "with"]
    /// Keywords in some places, names in others.
    private static let either: Set<String> = ["await", "of", "yield"]

    /// A name, a keyword or a number.
    ///
    /// - Parameters:
    ///   - word: Its text.
    ///   - previous: The token before it.
    init(_ word: String, after previous: ScriptToken) {
        if case .dot = previous {
            self = .operand
        } else if Self.beforeConditions.contains(word) {
            self = .condition
        } else if case .condition = previous, word == "await" {
            self = .condition
        } else if Self.beforeOperands.contains(word) {
            self = .operation
        } else {
            self = Self.either.contains(word) ? .unclear : .operand
        }
    }

    /// Whether a byte is part of names, private ones (`#name`) included, keywords and numbers.
    static func isWordByte(_ byte: UInt8) -> Bool {
        TokenReader.isAlphanumeric(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
            || byte == UInt8(ascii: "#")
    }

    private static let punctuation = Set("(){}[],;".utf8)
    private static let operators = Set("=<>!&|?:*%^~".utf8)
    /// They have a second meaning beside a digit or a slash, or next to themselves: `1 .a`, `a ? .5 : b`, `a / /b/`,
    /// `a + +b`.
    private static let ambiguous = Set("./+-".utf8)

    /// Whether two tokens stay these two when nothing stands between them.
    ///
    /// - Parameters:
    ///   - end: The last byte of the first.
    ///   - start: The first byte of the second.
    static func stayApart(_ end: UInt8, _ start: UInt8) -> Bool {
        if ambiguous.contains(end) || ambiguous.contains(start) { return false }
        if punctuation.contains(end) || punctuation.contains(start) { return true }
        guard operators.contains(end), operators.contains(start) else {
            return operators.contains(end) || operators.contains(start)
        }
        // Only `!` begins an operand. `<!--` would begin a comment.
        return start == UInt8(ascii: "!") && end != UInt8(ascii: "<")
    }

    /// Whether a text begins with white space or the end of a line that is not ASCII (ECMA-262, 12.2 and 12.3).
    static func isSpace(_ text: ArraySlice<UInt8>) -> Bool {
        guard let character = String(decoding: text.prefix(4), as: UTF8.self).unicodeScalars.first else { return false }
        return isLineSeparator(text) || character.properties.generalCategory == .spaceSeparator
            || character == "\u{FEFF}"
    }

    /// Whether a text begins with one of the two ends of a line that are not ASCII: U+2028 and U+2029.
    static func isLineSeparator(_ text: ArraySlice<UInt8>) -> Bool {
        text.starts(with: [0xE2, 0x80, 0xA8]) || text.starts(with: [0xE2, 0x80, 0xA9])
    }
}
