/// The link reference definitions (`[label]: target "title"`) of a body.
///
/// cmark takes them out of its tree. Parts that are parsed on their own need those that they refer to.
struct LinkDefinitions {
    private var lines: [String: [Range<Int>]] = [:]
    private let text: SourceText

    /// The definitions in a parsed body. `masked` is the text as it was parsed.
    init(in root: Node, of text: SourceText) {
        self.text = text
        guard text.bytes.contains("]:") else { return }
        let leaves = LeafLines(root)
        var number = 1
        var lastDefinition = 0
        while number <= text.lineCount {
            defer { number += 1 }
            let line = text.bytes.skippingContainers(text.line(number))
            guard let label = Self.label(of: line, in: text.bytes) else { continue }
            switch leaves.leaf(at: number) {
            case .none: break
            case .paragraph(let start): guard number == start || lastDefinition == number - 1 else { continue }
            case .other: continue
            }
            var definition = [line]
            // The target, and after it the title, may stand in lines of their own.
            while definition.count < 3, number < text.lineCount {
                let next = text.bytes.skippingContainers(text.line(number + 1))
                let isTitle = next.first.map { "\"'(".utf8.contains(text.bytes[$0]) } ?? false
                let needsTarget = text.bytes[definition[definition.count - 1]].last == UInt8(ascii: ":")
                guard !next.isEmpty, isTitle || needsTarget else { break }
                definition.append(next)
                number += 1
            }
            lastDefinition = number
            if lines[label] == nil { lines[label] = definition }
        }
    }

    /// Adds to a part the definitions of the labels that stand between brackets in `markdown`.
    func add(for markdown: [UInt8], to part: inout PartText, line: Int) {
        guard !lines.isEmpty else { return }
        var added: Set<String> = []
        var open: Int?
        for (offset, byte) in markdown.enumerated() {
            if byte == UInt8(ascii: "[") { open = offset + 1 }
            guard byte == UInt8(ascii: "]"), let start = open else { continue }
            open = nil
            let label = Self.normalized(markdown[start..<offset])
            guard let definition = lines[label], added.insert(label).inserted else { continue }
            for range in definition {
                part.addLine(text.bytes[range], from: SourceText.Origin(line: line, offset: 0))
            }
        }
    }
}

extension LinkDefinitions {
    /// Whether a line begins like a definition.
    static func isDefinition(_ line: Range<Int>, in bytes: [UInt8]) -> Bool {
        label(of: bytes.trimmed(line), in: bytes) != nil
    }

    /// The label of a line that begins with `[label]:`.
    private static func label(of line: Range<Int>, in bytes: [UInt8]) -> String? {
        guard let first = line.first, bytes[first] == UInt8(ascii: "["), line.count > 3 else { return nil }
        var offset = first + 1
        while offset < line.upperBound, bytes[offset] != UInt8(ascii: "]") {
            offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard offset + 1 < line.upperBound, bytes[offset + 1] == UInt8(ascii: ":") else { return nil }
        return normalized(bytes[first + 1..<offset])
    }

    /// Labels are equal whatever their case and white space.
    private static func normalized(_ label: ArraySlice<UInt8>) -> String {
        String(utf8: label).lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

/// Which leaf block takes which lines.
private struct LeafLines {
    enum Leaf {
        case none
        case paragraph(start: Int)
        case other
    }

    private var leaves: [(start: Int, end: Int, isParagraph: Bool)] = []

    init(_ root: Node) {
        var node = root.firstChild
        while let current = node {
            switch current.kind {
            case .blockQuote, .list, .item:
                node = current.firstChild ?? current.following(within: root)
                continue
            case .paragraph, .codeBlock, .heading:
                leaves.append((current.startLine, current.endLine, current.kind == .paragraph))
            case .htmlBlock:
                let literal = current.literal
                let lineCount = literal.count { $0 == .newline }
                leaves.append((current.startLine, current.startLine + max(0, lineCount - 1), false))
            default: break
            }
            node = current.following(within: root)
        }
    }

    func leaf(at line: Int) -> Leaf {
        var low = 0
        var high = leaves.count
        while low < high {
            let middle = (low + high) / 2
            if leaves[middle].end < line { low = middle + 1 } else { high = middle }
        }
        guard low < leaves.count, leaves[low].start <= line else { return .none }
        return leaves[low].isParagraph ? .paragraph(start: leaves[low].start) : .other
    }
}

extension [UInt8] {
    /// A line without indentation, the markers of quotes, and white space at its end.
    fileprivate func skippingContainers(_ line: Range<Int>) -> Range<Int> {
        var start = line.lowerBound
        while start < line.upperBound, self[start].isBlank || self[start] == UInt8(ascii: ">") { start += 1 }
        return trimmed(start..<line.upperBound)
    }
}
