/// A script as it is published: without comments, indentation, blank lines and spaces beside brackets and operators.
/// Nothing is renamed and lines stay lines, so that it can still be read, and runs as before where semicolons are left to
/// the line's end.
///
/// 1. The text is read token by token (ECMA-262, 12). Each is copied as it is; a template with all that is in it.
/// 2. Whether `/` divides or begins a regular expression follows from the token before it. Where that does not tell (after
///    `}` or `++`, at the beginning of a line), where classic scripts and modules differ (`<!--`, `await`), and where
///    the text ends within something, all of it is published as it is.
/// 3. What stands between tokens becomes a `TokenGap`, within a line nothing where the tokens stay two without it.
struct ScriptText {
    /// The bytes to publish.
    let published: [UInt8]

    /// Reads a script, classic or a module.
    init(_ bytes: [UInt8]) {
        var lexer = ScriptLexer(bytes)
        do throws(UnclearText) {
            published = try lexer.compacted()
        } catch {
            published = bytes
        }
    }
}

/// Tells the tokens of a script apart.
private struct ScriptLexer {
    enum Bracket: Equatable {
        case parenthesis(ofCondition: Bool)
        case square
        case brace
        /// `${` in a template.
        case substitution
    }

    var reader: TokenReader
    var previous = ScriptToken.operation
    var open: [Bracket] = []
    /// How many of the open brackets are substitutions.
    var substitutions = 0

    init(_ bytes: [UInt8]) { reader = TokenReader(bytes) }

    mutating func compacted() throws(UnclearText) -> [UInt8] {
        if reader.has("\u{FEFF}") { try reader.copy(3) }
        if reader.has("#!") { reader.publish(reader.skipLine()) }
        var beginsLine = try passGap(beginsLine: true)
        while let byte = reader.next {
            try passToken(byte, beginsLine: beginsLine)
            beginsLine = try passGap(beginsLine: false)
        }
        guard open.isEmpty else { throw UnclearText() }
        return reader.published
    }
}

extension ScriptLexer {
    /// Passes white space and comments; returns whether a line begins behind them.
    private mutating func passGap(beginsLine isFirst: Bool) throws(UnclearText) -> Bool {
        let start = reader.index
        var gap = TokenGap(separator: " ", isAtStart: reader.published.isEmpty)
        var beginsLine = isFirst
        loop: while let byte = reader.next {
            switch byte {
            case 0x20, 0x09, 0x0B, 0x0C:
                gap.add(space: byte)
                reader.skip(1)
            case 0x0A, 0x0D:
                gap.addLineBreak()
                beginsLine = true
                reader.skip(1)
            case UInt8(ascii: "/") where reader.has("//"):
                try addComment(reader.skipLine(), to: &gap, &beginsLine)
            case UInt8(ascii: "/") where reader.has("/*"):
                try addComment(reader.skipBlockComment(), to: &gap, &beginsLine)
            default:
                break loop
            }
        }
        // What is in a template stays as it is.
        if substitutions > 0 {
            reader.publish(reader.bytes[start..<reader.index])
        } else {
            reader.publish(gap.text(isAtEnd: reader.next == nil, separates: !staysApart(reader.next)))
        }
        return beginsLine
    }

    /// Whether what is published and the next token stay two tokens without white space.
    private func staysApart(_ next: UInt8?) -> Bool {
        guard let last = reader.published.last, let next else { return false }
        return ScriptToken.stayApart(last, next)
    }

    /// Adds a comment, unless a line ends in it by a character that few know to end one.
    private func addComment(
        _ comment: ArraySlice<UInt8>, to gap: inout TokenGap, _ beginsLine: inout Bool
    ) throws(UnclearText) {
        for index in comment.indices where comment[index] == 0xE2 {
            if ScriptToken.isLineSeparator(comment[index...]) { throw UnclearText() }
        }
        let isBreak = comment.contains { $0 == 0x0A || $0 == 0x0D }
        gap.add(comment: comment, isBreak: isBreak)
        if isBreak { beginsLine = true }
    }

    private mutating func passToken(_ byte: UInt8, beginsLine: Bool) throws(UnclearText) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            try reader.copyString()
            previous = .operand
        case UInt8(ascii: "`"):
            try passTemplate()
        case UInt8(ascii: "/"):
            try passSlash(beginsLine: beginsLine)
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
            try passOpening(byte)
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
            try passClosing(byte)
        case UInt8(ascii: "."):
            previous = reader.has("...") ? .operation : .dot
            try reader.copy(reader.has("...") ? 3 : 1)
        case UInt8(ascii: "+") where reader.has("++"), UInt8(ascii: "-") where reader.has("--"):
            // At the beginning of a line `-->` begins a comment in classic scripts, as `<!--` does anywhere.
            if beginsLine, reader.has("-->") { throw UnclearText() }
            try reader.copy(2)
            previous = .unclear
        case UInt8(ascii: "<") where reader.has("<!--"):
            throw UnclearText()
        case UInt8(ascii: "\\"), UInt8(ascii: "@"):
            throw UnclearText()
        case let byte where ScriptToken.isWordByte(byte):
            try passWord()
        default:
            try reader.copy(1)
            previous = .operation
        }
    }

    private mutating func passOpening(_ byte: UInt8) throws(UnclearText) {
        switch byte {
        case UInt8(ascii: "("): open.append(.parenthesis(ofCondition: previous == .condition))
        case UInt8(ascii: "["): open.append(.square)
        default: open.append(.brace)
        }
        try reader.copy(1)
        previous = .operation
    }

    private mutating func passClosing(_ byte: UInt8) throws(UnclearText) {
        switch (byte, open.popLast()) {
        case (UInt8(ascii: ")"), .parenthesis(let isOfCondition)): previous = isOfCondition ? .operation : .operand
        case (UInt8(ascii: "]"), .square): previous = .operand
        case (UInt8(ascii: "}"), .brace): previous = .unclear
        case (UInt8(ascii: "}"), .substitution):
            substitutions -= 1
            return try passTemplate()
        default: throw UnclearText()
        }
        try reader.copy(1)
    }

    /// Passes the text of a template from a backtick, or the end of a substitution, to the next of these.
    private mutating func passTemplate() throws(UnclearText) {
        try reader.copy(1)
        while let byte = reader.next, byte != UInt8(ascii: "`") {
            if reader.has("${") {
                try reader.copy(2)
                open.append(.substitution)
                substitutions += 1
                previous = .operation
                return
            }
            if byte == UInt8(ascii: "\\") { try reader.copyEscape() } else { try reader.copy(1) }
        }
        try reader.copy(1)
        previous = .operand
    }

    /// Passes an operator that divides, or a regular expression.
    private mutating func passSlash(beginsLine: Bool) throws(UnclearText) {
        switch previous {
        // At the beginning of a line it may divide what is above, or begin a statement: `break↵/a/.test(b)`.
        case .operand where !beginsLine:
            try reader.copy(1)
            previous = .operation
        case .operation:
            try passExpression()
        default:
            throw UnclearText()
        }
    }

    /// Passes a regular expression. In a class a slash does not end it; classes do not nest for this (12.9.5).
    private mutating func passExpression() throws(UnclearText) {
        try reader.copy(1)
        var isInClass = false
        while let byte = reader.next, isInClass || byte != UInt8(ascii: "/") {
            switch byte {
            case UInt8(ascii: "["): isInClass = true
            case UInt8(ascii: "]"): isInClass = false
            case UInt8(ascii: "\\"): try reader.copy(1)
            default: break
            }
            guard let byte = reader.next, !TokenReader.isLineBreak(byte) else { throw UnclearText() }
            try reader.copy(1)
        }
        try reader.copy(1)
        try copyWordBytes()
        previous = .operand
    }

    /// Passes a name, a keyword or a number.
    private mutating func passWord() throws(UnclearText) {
        let start = reader.index
        try copyWordBytes()
        // The dot of a number is none before a property.
        if TokenReader.isDigit(reader.bytes[start]), reader.next == UInt8(ascii: ".") {
            try reader.copy(1)
            try copyWordBytes()
        }
        let word = String(decoding: reader.bytes[start..<reader.index], as: UTF8.self)
        previous = ScriptToken(word, after: previous)
    }

    private mutating func copyWordBytes() throws(UnclearText) {
        while let byte = reader.next, ScriptToken.isWordByte(byte) {
            if byte >= 0x80, ScriptToken.isSpace(reader.bytes[reader.index...]) { throw UnclearText() }
            try reader.copy(1)
        }
    }
}
