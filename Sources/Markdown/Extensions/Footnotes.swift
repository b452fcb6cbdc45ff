/// The footnotes of a body: `[^label]: text` at its top level, with indented or lazy continuation lines.
///
/// 1. Lines that look like definitions are masked and the body is parsed; cmark shows which of them are blocks of the
///    document (others are code, or belong to a list), and which lines continue them.
/// 2. Those lines are taken out of the body, and it is parsed again.
/// 3. Each definition becomes a part that is rendered at the end, if the text refers to it.
struct Footnotes {
    struct Definition {
        let label: String
        let text: SourceText
        /// Its line in the body.
        let line: Int
    }

    /// The definitions in the order of the body. Of equal labels only the first counts.
    private(set) var definitions: [Definition] = []
    /// Definitions whose label was taken, with the line of the first one.
    private(set) var duplicates: [(definition: Definition, firstLine: Int)] = []
    private var indexOfKey: [String: Int] = [:]

    var isEmpty: Bool { definitions.isEmpty }

    /// The number of the definition of a label.
    func index(of label: some Collection<UInt8>) -> Int? {
        indexOfKey[Self.key(label)]
    }

    mutating func add(_ definition: Definition) {
        let key = Self.key(Array(definition.label.utf8))
        if let first = indexOfKey[key] {
            duplicates.append((definition, definitions[first].line))
        } else {
            indexOfKey[key] = definitions.count
            definitions.append(definition)
        }
    }

    private static func key(_ label: some Collection<UInt8>) -> String { String(utf8: label).lowercased() }
}

/// Finds the definitions in a body and takes them out of it.
struct FootnoteExtraction {
    private let text: SourceText
    /// The masked lines, without those that turned out not to be definitions.
    private(set) var markers: BlockMarkers
    private(set) var footnotes = Footnotes()
    private var continuationLines: [Int] = []

    /// `markers` holds the candidates; `root` is the tree that was parsed with them masked.
    init(from root: Node, of text: SourceText, markers: BlockMarkers) {
        self.text = text
        self.markers = markers
        var confirmed: Set<Int> = []
        var child = root.firstChild
        while let block = child {
            child = block.next
            guard block.kind == .htmlBlock, markers[block.startLine]?.kind == .footnote else { continue }
            confirmed.insert(block.startLine)
            child = take(block)
        }
        for line in markers.footnoteLines where !confirmed.contains(line) { self.markers.remove(line: line) }
    }

    /// The text as cmark should see it: without the definitions.
    func masked() -> [UInt8] {
        var bytes = markers.masked(text)
        for line in continuationLines {
            for offset in text.line(line) { bytes[offset] = .space }
        }
        return bytes
    }

    /// Takes the definition that begins with a block; returns the first block that does not belong to it.
    private mutating func take(_ first: Node) -> Node? {
        let firstLine = text.line(first.startLine)
        guard let marker = markers[first.startLine],
            let labelEnd = text.bytes.footnoteLabelEnd(at: marker.offset, before: firstLine.upperBound)
        else { return first.next }
        let contentStart = text.bytes.skippingBlanks(labelEnd + 2..<firstLine.upperBound)
        var part = PartText()
        part.addLine(
            text.bytes[contentStart..<firstLine.upperBound],
            from: SourceText.Origin(line: first.startLine, offset: contentStart - firstLine.lowerBound))

        var lastLine = first.startLine
        var block = first.next
        while let next = block, continues(next, after: lastLine) {
            for number in lastLine + 1...max(lastLine + 1, next.endLine) {
                addContinuation(number, to: &part)
            }
            lastLine = next.endLine
            block = next.next
        }
        footnotes.add(
            Footnotes.Definition(
                label: String(utf8: text.bytes[marker.offset + 2..<labelEnd]), text: part.text(), line: first.startLine)
        )
        return block
    }

    /// A paragraph continues a definition when it follows at once; an indented block also after blank lines.
    private func continues(_ block: Node, after line: Int) -> Bool {
        switch block.kind {
        // cmark counts the blank lines after indented code as its own.
        case .paragraph:
            block.startLine == line + 1 && !text.bytes[text.line(line)].allSatisfy(\.isWhitespace)
        case .codeBlock: text.bytes.indentation(of: text.line(block.startLine)) >= 4
        default: false
        }
    }

    private mutating func addContinuation(_ number: Int, to part: inout PartText) {
        let line = text.line(number)
        var start = line.lowerBound
        var columns = 0
        while start < line.upperBound, columns < 4, text.bytes[start].isBlank {
            columns += text.bytes[start] == .tab ? 4 : 1
            start += 1
        }
        continuationLines.append(number)
        part.addLine(
            text.bytes[start..<line.upperBound],
            from: SourceText.Origin(line: number, offset: start - line.lowerBound))
    }
}

extension BlockMarkers {
    var hasFootnotes: Bool { markers.values.contains { $0.kind == .footnote } }

    fileprivate var footnoteLines: [Int] {
        markers.filter { $0.value.kind == .footnote }.map(\.key)
    }

    /// Adds the lines of a text that look like the definition of a footnote.
    mutating func findFootnotes(in text: SourceText) {
        var offset = 0
        while let bracket = text.bytes.firstRange(of: "[^", from: offset) {
            let number = text.lineNumber(at: bracket)
            let line = text.line(number)
            offset = max(line.upperBound, bracket + 2)
            guard bracket - line.lowerBound <= 3,
                text.bytes[line.lowerBound..<bracket].allSatisfy({ $0 == .space }),
                let end = text.bytes.footnoteLabelEnd(at: bracket, before: line.upperBound),
                end + 1 < line.upperBound, text.bytes[end + 1] == UInt8(ascii: ":")
            else { continue }
            add(.footnote, at: bracket, line: number)
        }
    }
}

extension RandomAccessCollection<UInt8> where Index == Int {
    /// Where the `]` stands of a `[^label]` that begins at an offset. A label holds no white space and no brackets.
    func footnoteLabelEnd(at start: Int, before end: Int) -> Int? {
        var offset = start + 2
        while offset < end, !self[offset].isWhitespace, self[offset] != UInt8(ascii: "[") {
            if self[offset] == UInt8(ascii: "]") { return offset > start + 2 ? offset : nil }
            offset += 1
        }
        return nil
    }
}

extension [UInt8] {
    /// The columns of white space that a line begins with; a tab counts as four.
    func indentation(of line: Range<Int>) -> Int {
        var columns = 0
        for offset in line {
            switch self[offset] {
            case .space: columns += 1
            case .tab: columns += 4
            default: return columns
            }
        }
        return columns
    }
}
