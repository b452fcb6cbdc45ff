/// A script or style sheet whose tokens cannot be told apart with certainty.
struct UnclearText: Error {}

/// Goes through the bytes of a script or style sheet, and holds what is published of those behind it.
struct TokenReader {
    /// The text.
    let bytes: [UInt8]
    /// Where it is in the text.
    private(set) var index = 0
    /// What is published of the text so far.
    private(set) var published: [UInt8] = []

    /// A reader at the beginning of a text.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        published.reserveCapacity(bytes.count)
    }
}

extension TokenReader {
    /// The next byte; nil at the end.
    var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    /// Whether a text comes next.
    func has(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { bytes[index...].starts(with: $0) }
    }

    /// Passes bytes, which are there.
    ///
    /// - Returns: Where they are.
    @discardableResult mutating func skip(_ count: Int) -> Range<Int> {
        index += count
        return index - count..<index
    }

    /// Passes bytes and publishes them as they are.
    mutating func copy(_ count: Int) throws(UnclearText) {
        guard index + count <= bytes.count else { throw UnclearText() }
        published += bytes[skip(count)]
    }

    /// Publishes bytes.
    mutating func publish(_ bytes: some Collection<UInt8>) { published += bytes }

    /// Passes a text between quotes, which are the same at both of its ends, and publishes it as it is.
    mutating func copyString() throws(UnclearText) {
        let quote = next
        try copy(1)
        while let byte = next, byte != quote {
            guard !Self.isLineBreak(byte) else { throw UnclearText() }
            if byte == UInt8(ascii: "\\") { try copyEscape() } else { try copy(1) }
        }
        try copy(1)
    }

    /// Passes a backslash and what it escapes, a line break of two bytes included, and publishes both as they are.
    mutating func copyEscape() throws(UnclearText) {
        try copy(has("\\\r\n") ? 3 : 2)
    }

    /// Passes `/* … */`.
    mutating func skipBlockComment() throws(UnclearText) -> ArraySlice<UInt8> {
        let start = index
        skip(2)
        while !has("*/") {
            guard next != nil else { throw UnclearText() }
            skip(1)
        }
        skip(2)
        return bytes[start..<index]
    }

    /// Passes what is left of a line, without its end.
    mutating func skipLine() -> ArraySlice<UInt8> {
        let start = index
        while let byte = next, !Self.isLineBreak(byte) { skip(1) }
        return bytes[start..<index]
    }

    /// Whether a byte ends a line.
    static func isLineBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    /// Whether a byte is a letter or digit, or part of a character that is not ASCII.
    static func isAlphanumeric(_ byte: UInt8) -> Bool {
        byte >= 0x80 || isDigit(byte) || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
    }

    /// Whether a byte is a decimal digit.
    static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
}
