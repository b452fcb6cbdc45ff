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

extension Renderer {
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
        text.endBlock()
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
        text.endWord()
        if TableSyntax.isPlain(cell, in: cursor.text.bytes) {
            cursor.text.bytes[cell].withUnsafeBufferPointer {
                text.add($0)
                writer.writeText($0)
            }
            return
        }
        while let node = cursor.next, node.startLine < part.firstLine { cursor.next = node.next }
        guard let paragraph = cursor.next, let guardText = paragraph.firstChild else { return }
        cursor.next = paragraph.next
        beginLeaf(paragraph)
        text.joinLine()
        trim = (guardText, Self.cellGuardLength..<guardText.literal.count)
        renderChildren(of: paragraph)
        trim = nil
        leaf = nil
    }
}
