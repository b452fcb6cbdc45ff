/// A text in Markdown, as lines, and where its lines stand in the article's body.
///
/// The body itself is one; others are made of parts of it (the cells of a table, the text of a footnote) and parsed on
/// their own. Positions in any of them lead back to the body.
struct SourceText {
    /// Where a line of a part comes from.
    struct Origin {
        /// The line of the body, counted from 1.
        let line: Int
        /// The byte of that line at which the part's line begins; negative when something was put before it.
        let offset: Int
    }

    let bytes: [UInt8]
    /// The origins of the lines of a part; empty for the body.
    let origins: [Origin]
    private let lineStarts: [Int]

    init(_ bytes: [UInt8], origins: [Origin] = []) {
        self.bytes = bytes
        self.origins = origins
        lineStarts = Self.lineStarts(in: bytes)
    }

    var lineCount: Int { lineStarts.count - 1 }

    /// The bytes of a line, counted from 1, without its ending.
    func line(_ number: Int) -> Range<Int> {
        guard number >= 1, number <= lineCount else { return bytes.count..<bytes.count }
        let start = lineStarts[number - 1]
        var end = lineStarts[number]
        while end > start, bytes[end - 1] == .newline || bytes[end - 1] == .carriageReturn { end -= 1 }
        return start..<end
    }

    /// The number of the line that holds a byte.
    func lineNumber(at offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count - 1
        while low + 1 < high {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    /// The line of the body that a line comes from.
    func bodyLine(_ number: Int) -> Int {
        origins.isEmpty ? number : origins.indices.contains(number - 1) ? origins[number - 1].line : 1
    }

    /// The place in the body of a byte of this text's line: line, and byte in it.
    func bodyPlace(line number: Int, byte: Int) -> (line: Int, byte: Int) {
        guard !origins.isEmpty else { return (number, byte) }
        guard origins.indices.contains(number - 1) else { return (1, 0) }
        let origin = origins[number - 1]
        return (origin.line, max(0, byte + origin.offset))
    }
}

extension SourceText {
    /// The offset of every line, and of the end.
    private static func lineStarts(in bytes: [UInt8]) -> [Int] {
        var starts = [0]
        starts.reserveCapacity(bytes.count / 40 + 2)
        var offset = 0
        let hasReturns = bytes.contains("\r")
        while let newline = hasReturns ? bytes.firstLineEnding(from: offset) : bytes.firstRange(of: "\n", from: offset)
        {
            offset = newline + 1
            if bytes[newline] == .carriageReturn, offset < bytes.count, bytes[offset] == .newline { offset += 1 }
            starts.append(offset)
        }
        if offset < bytes.count { starts.append(bytes.count) }
        return starts
    }
}
