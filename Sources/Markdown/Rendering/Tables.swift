// GFM tables. cmark reads one as a paragraph; its source lines show that it is a table.

extension Renderer {
    /// Renders a paragraph, or a heading made of text and a line below it, that holds a table. Returns whether it does.
    ///
    /// 1. The second or a later line is a delimiter row, and the line before it has as many cells.
    /// 2. The lines before these two stay a paragraph; those after them are rows until something else begins.
    /// 3. All cells that are more than plain text are parsed together, one paragraph for each.
    mutating func renderTable(in node: Node) -> Bool {
        guard node.endLine > node.startLine, partDepth < Self.deepestPart, let table = tableLayout(of: node) else {
            return false
        }
        var before = table.before[...]
        if let title = calloutTitle, title.paragraph == node, let first = before.popFirst() {
            writeCalloutTitle(title, in: first)
        }
        calloutTitle = nil
        task = nil
        trim = nil
        if !before.isEmpty { renderLines(before, isTight: isTight(node)) }
        writeTable(table)
        if !table.after.isEmpty { renderLines(table.after[...], isTight: isTight(node)) }
        return true
    }
}

/// The lines of a paragraph that holds a table.
private struct TableLayout {
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
    private func tableLayout(of node: Node) -> TableLayout? {
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

    /// Writes the title of a callout whose first line belongs to the same paragraph as a table, as plain text.
    private mutating func writeCalloutTitle(_ title: CalloutTitle, in line: TableLayout.Line) {
        openCalloutTitle(title)
        if title.label == nil {
            let text = part.text.bytes[line.range].drop { $0 != UInt8(ascii: "]") }.dropFirst().drop(while: \.isBlank)
            text.withUnsafeBufferPointer { writer.writeText($0) }
        }
        writer.write("</p>\n")
    }

    private mutating func renderLines(_ lines: ArraySlice<TableLayout.Line>, isTight: Bool) {
        var inner = PartText()
        let markdown = lines.reduce(into: [UInt8]()) { $0 += part.text.bytes[$1.range] }
        definitions().add(for: markdown, to: &inner, line: part.text.bodyLine(lines.first?.number ?? 1))
        inner.beginContent()
        for line in lines {
            inner.addLine(part.text.bytes[line.range], from: origin(line.number, line.range.lowerBound))
        }
        renderPart(inner, isTight: isTight)
    }

    /// The place in the body of a byte of the current part.
    private func origin(_ number: Int, _ offset: Int) -> SourceText.Origin {
        let (line, byte) = part.text.bodyPlace(line: number, byte: offset - part.text.line(number).lowerBound)
        return SourceText.Origin(line: line, offset: byte)
    }
}

extension Renderer {
    /// Keeps block syntax from starting in a cell: a word joiner, which is taken off again.
    private static let cellGuard = Array("&#8288;".utf8)
    private static let cellGuardLength = 3

    private struct Row {
        let line: Int
        let cells: [Range<Int>]
    }

    /// Goes through the cells of a table.
    private struct CellCursor {
        /// The text of the cells that are plain.
        let text: SourceText
        /// The paragraph of the next cell that is not.
        var next: Node?
        /// How many cells may still be added to rows that are too short: a wide header would make much of little.
        var padding = 50_000
    }

    private mutating func writeTable(_ table: TableLayout) {
        let header = Row(
            line: table.header.number, cells: TableSyntax.cells(of: table.header.range, in: part.text.bytes))
        let rows = table.rows.map { row(of: $0, columns: table.alignments.count) }
        let outer = part.text
        guard let cells = parseCells(of: [header] + rows) else { return }
        writer.startLine()
        writer.write("<div class=\"table-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"")
        writer.writeText(options.labels.tableLabel)
        writer.write("\">\n<table>\n<thead>\n")
        enterPart(cells) { renderer, root in
            var cursor = CellCursor(text: outer, next: root.firstChild)
            renderer.writeRow(header, table.alignments, isHeader: true, &cursor)
            renderer.writer.write("</thead>\n")
            if !rows.isEmpty { renderer.writer.write("<tbody>\n") }
            for row in rows { renderer.writeRow(row, table.alignments, isHeader: false, &cursor) }
            if !rows.isEmpty { renderer.writer.write("</tbody>\n") }
        }
        writer.write("</table>\n</div>\n")
    }

    /// The cells of a row; more than the table has columns are cut off, and reported when they hold text.
    private mutating func row(of line: TableLayout.Line, columns: Int) -> Row {
        let cells = TableSyntax.cells(of: line.range, in: part.text.bytes)
        if let lost = cells.dropFirst(columns).first(where: { !$0.isEmpty }) {
            let start = part.text.line(line.number).lowerBound
            report(
                .tableExtraCells(cells: cells.count, columns: columns),
                at: place(line: line.number, byte: lost.lowerBound - start))
        }
        return Row(line: line.number, cells: Array(cells.prefix(columns)))
    }

    /// Parses all cells that are more than plain text, a paragraph for each, in their order.
    private mutating func parseCells(of rows: [Row]) -> Part? {
        let bytes = part.text.bytes
        var inner = PartText()
        var lines: [(markdown: [UInt8], origin: SourceText.Origin)] = []
        var markdown: [UInt8] = []
        for row in rows {
            for cell in row.cells where !TableSyntax.isPlain(cell, in: bytes) {
                let text = Self.cellGuard + TableSyntax.markdown(of: cell, in: bytes)
                lines.append((text, origin(row.line, cell.lowerBound - Self.cellGuard.count)))
                markdown += text
            }
        }
        definitions().add(for: markdown, to: &inner, line: part.text.bodyLine(rows[0].line))
        inner.beginContent()
        for (text, origin) in lines {
            inner.addLine(text, from: origin)
            inner.addLine([], from: origin)
        }
        return Part(parsingParagraphs: inner, arena: arena)
    }

    private mutating func writeRow(
        _ row: Row, _ alignments: [TableSyntax.Alignment], isHeader: Bool, _ cursor: inout CellCursor
    ) {
        writer.write("<tr>\n")
        for (column, alignment) in alignments.enumerated() {
            if column >= row.cells.count {
                guard cursor.padding > 0 else { break }
                cursor.padding -= 1
            }
            // A header cell without text heads nothing, and would be read out as an empty heading.
            let isEmpty = column >= row.cells.count || row.cells[column].isEmpty
            let isHeading = isHeader && !isEmpty
            writer.write(isHeading ? "<th" : "<td")
            switch alignment {
            case .none: writer.write(">")
            case .left: writer.write(" class=\"align-left\">")
            case .center: writer.write(" class=\"align-center\">")
            case .right: writer.write(" class=\"align-right\">")
            }
            if column < row.cells.count { writeCell(row.cells[column], &cursor) }
            writer.write(isHeading ? "</th>\n" : "</td>\n")
        }
        writer.write("</tr>\n")
    }

    private mutating func writeCell(_ cell: Range<Int>, _ cursor: inout CellCursor) {
        words.endWord()
        if TableSyntax.isPlain(cell, in: cursor.text.bytes) {
            cursor.text.bytes[cell].withUnsafeBufferPointer {
                words.add($0)
                writer.writeText($0)
            }
            return
        }
        while let node = cursor.next, node.startLine < part.firstLine { cursor.next = node.next }
        guard let paragraph = cursor.next, let guardText = paragraph.firstChild else { return }
        cursor.next = paragraph.next
        beginLeaf(paragraph)
        trim = (guardText, Self.cellGuardLength..<guardText.literal.count)
        renderChildren(of: paragraph)
        trim = nil
        leaf = nil
    }
}
