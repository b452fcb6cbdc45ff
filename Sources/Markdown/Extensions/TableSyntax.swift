/// The lines of a GFM table, as bytes of a text.
enum TableSyntax {
    enum Alignment {
        case none, left, center, right
    }

    /// The alignments of a delimiter row (`| :-- | --: |`); nil when the line is something else, such as dashes alone.
    static func alignments(of line: Range<Int>, in text: [UInt8]) -> [Alignment]? {
        let line = text.trimmed(line)
        guard let first = line.first, [UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: "-")].contains(text[first])
        else { return nil }
        var alignments: [Alignment] = []
        for cell in cells(of: line, in: text) {
            guard let alignment = alignment(of: text[cell]) else { return nil }
            alignments.append(alignment)
        }
        let isDashes = text[line].allSatisfy { $0 == UInt8(ascii: "-") }
        return alignments.isEmpty || isDashes ? nil : alignments
    }

    /// The cells of a row, trimmed. A `|` after a backslash does not end a cell; others do, even within code.
    static func cells(of line: Range<Int>, in text: [UInt8]) -> [Range<Int>] {
        let line = text.trimmed(line)
        var cells: [Range<Int>] = []
        var start = line.lowerBound
        if start < line.upperBound, text[start] == UInt8(ascii: "|") { start += 1 }
        var offset = start
        while offset < line.upperBound {
            switch text[offset] {
            case UInt8(ascii: "\\"):
                offset += 1
            case UInt8(ascii: "|"):
                cells.append(text.trimmed(start..<offset))
                start = offset + 1
            default: break
            }
            offset += 1
        }
        if start < line.upperBound { cells.append(text.trimmed(start..<line.upperBound)) }
        return cells
    }

    /// A cell's Markdown: `\|` stands for `|`, before anything else is parsed.
    static func markdown(of cell: Range<Int>, in text: [UInt8]) -> [UInt8] {
        var markdown: [UInt8] = []
        markdown.reserveCapacity(cell.count)
        for offset in cell {
            let isEscape =
                text[offset] == UInt8(ascii: "\\") && offset + 1 < cell.upperBound
                && text[offset + 1] == UInt8(ascii: "|")
            if !isEscape || markdownEscapesNext(markdown) { markdown.append(text[offset]) }
        }
        return markdown
    }

    /// Whether a cell's text means itself, so that it need not be parsed.
    static func isPlain(_ cell: Range<Int>, in text: [UInt8]) -> Bool {
        for offset in cell {
            switch text[offset] {
            case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
                UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "!"), UInt8(ascii: "~"),
                UInt8(ascii: ":"), UInt8(ascii: "@"):
                return false
            case UInt8(ascii: "."):
                if offset - cell.lowerBound >= 3, text[offset - 1] == UInt8(ascii: "w") { return false }
            default: break
            }
        }
        return true
    }

    /// Whether a line after the header begins something that ends the table, though it could not interrupt the
    /// paragraph as which cmark reads a table: an empty item, a list that does not begin with 1, a thematic break, or
    /// a line that holds nothing but an HTML tag.
    static func endsTable(_ line: Range<Int>, in text: [UInt8]) -> Bool {
        let line = text.trimmed(line)
        guard let first = line.first else { return true }
        switch text[first] {
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "_"):
            if line.count == 1 { return text[first] != UInt8(ascii: "_") }
            return line.count >= 3 && text[first] != UInt8(ascii: "+")
                && text[line].allSatisfy { $0 == text[first] || $0.isBlank }
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            let digits = text[line].prefix(10) { $0.isASCIIDigit }
            guard digits.count <= 9, digits.endIndex < line.upperBound,
                text[digits.endIndex] == UInt8(ascii: ".") || text[digits.endIndex] == UInt8(ascii: ")")
            else { return false }
            return digits.endIndex + 1 == line.upperBound || text[digits.endIndex + 1].isBlank
        case UInt8(ascii: "<"):
            let tokens = HTMLTokenizer.tokens(of: Array(text[line]))
            guard tokens.count == 1 else { return false }
            if case .tag = tokens[0].kind { return true }
            return false
        default: return false
        }
    }
}

extension TableSyntax {
    private static func alignment(of cell: ArraySlice<UInt8>) -> Alignment? {
        let startsWithColon = cell.first == UInt8(ascii: ":")
        let endsWithColon = cell.last == UInt8(ascii: ":")
        let dashes = cell.dropFirst(startsWithColon ? 1 : 0).dropLast(endsWithColon ? 1 : 0)
        guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
        return switch (startsWithColon, endsWithColon) {
        case (false, false): Alignment.none
        case (true, false): .left
        case (false, true): .right
        case (true, true): .center
        }
    }

    /// Whether the bytes end with a backslash that is not itself escaped.
    private static func markdownEscapesNext(_ bytes: [UInt8]) -> Bool {
        var count = 0
        while count < bytes.count, bytes[bytes.count - 1 - count] == UInt8(ascii: "\\") { count += 1 }
        return !count.isMultiple(of: 2)
    }
}

extension ArraySlice<UInt8> {
    fileprivate func prefix(_ limit: Int, while isIncluded: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        prefix(limit).prefix(while: isIncluded)
    }
}
