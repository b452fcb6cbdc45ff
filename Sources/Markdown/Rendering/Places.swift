// Where a node stands in the file.

extension Renderer {
    /// A line and a column of the file, counted from 1; columns count code points.
    typealias Place = (line: Int, column: Int)

    mutating func report(_ kind: MarkdownIssue.Kind, at place: Place) {
        issues.append(MarkdownIssue(kind: kind, line: place.line, column: place.column))
    }

    /// Where a block or an inline begins.
    mutating func place(of node: Node) -> Place {
        let line = node.firstSourceLine
        return place(line: line, byte: sourceOffset(of: node) - part.text.line(line).lowerBound)
    }

    /// A byte of a line of the part, as a place in the file.
    mutating func place(line: Int, byte: Int) -> Place {
        let (bodyLine, bodyByte) = part.text.bodyPlace(line: line, byte: byte)
        let range = body.line(bodyLine)
        let end = min(range.upperBound, range.lowerBound + max(0, bodyByte))
        return (bodyLine + options.firstLine - 1, columns.column(of: end, lineStart: range.lowerBound, in: body.bytes))
    }

    /// The byte of the part's text at which a node begins.
    ///
    /// cmark counts the columns of a paragraph's later lines as if they were indented like its first one.
    func sourceOffset(of node: Node) -> Int {
        let number = node.firstSourceLine
        let line = part.text.line(number)
        var byte = node.startColumn - 1
        if let leaf, leaf != node, number > leaf.startLine {
            byte += contentStart(of: line) - line.lowerBound - (leaf.startColumn - 1)
        }
        let offset = min(line.upperBound, line.lowerBound + max(0, byte))
        guard node.kind == .link || node.kind == .image else { return offset }
        let isStart = { (byte: UInt8) in "[!<".utf8.contains(byte) }
        if offset < line.upperBound, isStart(part.text.bytes[offset]) { return offset }
        // Code that spans lines misleads cmark: the line's first bracket is nearer than nothing.
        return part.text.bytes[line].firstIndex(where: isStart) ?? offset
    }

    /// The first byte of a paragraph's line after indentation and the markers of the quotes around it.
    func contentStart(of line: Range<Int>) -> Int {
        var offset = part.text.bytes.skippingBlanks(line)
        var quotes = quoteDepth
        while quotes > 0, offset < line.upperBound, part.text.bytes[offset] == UInt8(ascii: ">") {
            quotes -= 1
            offset = part.text.bytes.skippingBlanks(offset + 1..<line.upperBound)
        }
        return offset
    }
}

/// Counts code points up to a byte of a line; from where it was last, so that many places in one line cost one look.
struct ColumnCounter {
    private var lineStart = -1
    private var offset = 0
    private var column = 1

    mutating func column(of target: Int, lineStart start: Int, in bytes: [UInt8]) -> Int {
        if start != lineStart || target < offset { (lineStart, offset, column) = (start, start, 1) }
        while offset < target {
            if !bytes[offset].isContinuation { column += 1 }
            offset += 1
        }
        return column
    }
}

extension Node {
    /// The line on which the node begins. cmark gives a link the line of its end; its text knows better.
    fileprivate var firstSourceLine: Int {
        guard kind == .link || kind == .image, let line = firstChild?.startLine, line > 0 else { return startLine }
        return line
    }
}
