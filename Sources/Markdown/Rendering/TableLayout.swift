// Which lines of a paragraph are a table's.

/// The lines of a paragraph that holds a table.
struct TableLayout {
    /// A line by its number in the part, and its bytes without the markers of the blocks around it.
    struct Line {
        let number: Int
        let range: Range<Int>
    }

    let before: [Line]
    let header: Line
    let alignments: [TableSyntax.Alignment]
    let rows: [Line]
    let after: [Line]
}

extension Renderer {
    /// The table that a paragraph holds, or a heading made of text and a line below it; nil when there is none.
    func tableLayout(of node: Node) -> TableLayout? {
        let last = node.kind == .heading ? underline(of: node) : node.endLine
        guard let (index, alignments) = delimiterRow(of: node, before: node.kind == .heading ? last : last + 1) else {
            return nil
        }
        let rest = (index + 1)..<(last + 1)
        let end = rest.first { endsTable($0, in: node) } ?? rest.upperBound
        return TableLayout(
            before: (node.startLine..<index - 1).map { tableLine($0, of: node) },
            header: tableLine(index - 1, of: node), alignments: alignments,
            rows: (index + 1..<end).map { tableLine($0, of: node) },
            after: (end..<rest.upperBound).map { indentedLine($0, of: node) })
    }
}

extension Renderer {
    /// A line with its indentation, which may make code of it.
    private func indentedLine(_ number: Int, of node: Node) -> TableLayout.Line {
        let line = part.text.line(number)
        let start = containerEnd(of: line, contentStart: contentStart(of: line), in: node)
        return TableLayout.Line(number: number, range: start..<line.upperBound)
    }

    private func delimiterRow(of node: Node, before end: Int) -> (line: Int, alignments: [TableSyntax.Alignment])? {
        let bytes = part.text.bytes
        for number in node.startLine + 1..<max(node.startLine + 1, end) {
            let line = part.text.line(number)
            let start = contentStart(of: line)
            guard let alignments = TableSyntax.alignments(of: start..<line.upperBound, in: bytes),
                !isCodeOrLazy(line, contentStart: start, in: node)
            else { continue }
            let header = tableLine(number - 1, of: node)
            if TableSyntax.cells(of: header.range, in: bytes).count == alignments.count,
                !LinkDefinitions.isDefinition(header.range, in: bytes)
            {
                return (number, alignments)
            }
        }
        return nil
    }

    private func tableLine(_ number: Int, of node: Node) -> TableLayout.Line {
        let line = part.text.line(number)
        let start =
            number == node.startLine
            ? min(line.upperBound, line.lowerBound + node.startColumn - 1) : contentStart(of: line)
        return TableLayout.Line(number: number, range: start..<line.upperBound)
    }

    private func endsTable(_ number: Int, in node: Node) -> Bool {
        let line = part.text.line(number)
        let start = contentStart(of: line)
        if isCodeOrLazy(line, contentStart: start, in: node) { return true }
        return TableSyntax.endsTable(start..<line.upperBound, in: part.text.bytes)
    }

    /// Whether a line is indented like code, or lacks the markers of quotes around it; only a paragraph's may be so.
    ///
    /// A list item's lines may lack their indentation: writers forget it, and mean a table all the same.
    private func isCodeOrLazy(_ line: Range<Int>, contentStart start: Int, in node: Node) -> Bool {
        let prefix = part.text.bytes[line.lowerBound..<start]
        if quoteDepth > 0, prefix.count(where: { $0 == UInt8(ascii: ">") }) < quoteDepth { return true }
        return part.text.bytes.indentation(of: containerEnd(of: line, contentStart: start, in: node)..<start) >= 4
    }

    /// Where a line's indentation begins that does not belong to the block around the node.
    private func containerEnd(of line: Range<Int>, contentStart start: Int, in node: Node) -> Int {
        guard let parent = node.parent else { return line.lowerBound }
        switch parent.kind {
        case .item: return min(start, line.lowerBound + contentOffset(of: parent))
        case .blockQuote:
            let sign = part.text.bytes[line.lowerBound..<start].lastIndex(of: UInt8(ascii: ">"))
            return sign.map { min(start, $0 + 2) } ?? line.lowerBound
        default: return line.lowerBound
        }
    }

    /// The bytes before the content of a list item, in its lines.
    private func contentOffset(of item: Node) -> Int {
        let line = part.text.line(item.startLine)
        let marker = line.lowerBound + item.startColumn - 1
        let markerEnd = part.text.bytes[min(marker, line.upperBound)..<line.upperBound].firstIndex(where: \.isBlank)
        guard let markerEnd else { return item.startColumn + 1 }
        let content = part.text.bytes.skippingBlanks(markerEnd..<line.upperBound)
        let isWide = content - markerEnd > 4 || content == line.upperBound
        return (isWide ? markerEnd + 1 : content) - line.lowerBound
    }

    /// The line of `-` or `=` below the text of a heading; the heading's own line when there is none.
    private func underline(of node: Node) -> Int {
        for number in node.startLine + 1...node.endLine {
            let line = part.text.line(number)
            let content = part.text.bytes[part.text.bytes.trimmed(contentStart(of: line)..<line.upperBound)]
            if let first = content.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "="),
                content.allSatisfy({ $0 == first })
            {
                return number
            }
        }
        return node.startLine
    }
}
