/// Pairs the tildes of `~text~` and `~~text~~` among the children of one inline parent, as GFM does.
struct Strikethrough {
    /// A run of tildes that opens or closes deleted text.
    struct Mark {
        /// Where the run begins in its node's literal.
        let offset: Int
        /// 1 or 2.
        let length: Int
        let opens: Bool
    }

    /// The paired runs of each text node, by ascending offset.
    private(set) var marks: [Node: [Mark]] = [:]
    private var open: [Delimiter] = []
    /// How many runs of one and of two tildes wait in `open`, so that a search that must fail is not begun.
    private var waiting = [0, 0]

    /// Looks at all children of a paragraph, a heading, a cell, emphasis or a link. `escaped` holds, by node, the bytes
    /// that were written with a backslash or as an entity.
    mutating func pair(childrenOf parent: Node, escaped: [Node: Set<Int>]) {
        open.removeAll()
        waiting = [0, 0]
        var child = parent.firstChild
        while let node = child {
            if node.kind == .text { scan(node, escaped: escaped[node] ?? []) }
            child = node.next
        }
        child = parent.firstChild
        while let node = child {
            marks[node]?.sort { $0.offset < $1.offset }
            child = node.next
        }
    }
}

extension Strikethrough {
    private struct Delimiter {
        let node: Node
        let offset: Int
        let length: Int
    }

    private mutating func scan(_ node: Node, escaped: Set<Int>) {
        let text = node.literal
        var offset = 0
        while offset < text.count {
            guard text[offset] == UInt8(ascii: "~"), !escaped.contains(offset) else {
                offset += 1
                continue
            }
            var end = offset + 1
            while end < text.count, text[end] == UInt8(ascii: "~"), !escaped.contains(end) { end += 1 }
            if end - offset <= 2 { add(Delimiter(node: node, offset: offset, length: end - offset), in: text) }
            offset = end
        }
    }

    private mutating func add(_ delimiter: Delimiter, in text: Bytes) {
        let flanks = flanking(delimiter, in: text)
        if flanks.right, waiting[delimiter.length - 1] > 0 {
            while let opener = open.popLast() {
                waiting[opener.length - 1] -= 1
                guard opener.length == delimiter.length else { continue }
                mark(opener, opens: true)
                mark(delimiter, opens: false)
                return
            }
        }
        if flanks.left {
            open.append(delimiter)
            waiting[delimiter.length - 1] += 1
        }
    }

    private mutating func mark(_ delimiter: Delimiter, opens: Bool) {
        let mark = Mark(offset: delimiter.offset, length: delimiter.length, opens: opens)
        marks[delimiter.node, default: []].append(mark)
    }

    /// CommonMark's left- and right-flanking delimiter runs.
    private func flanking(_ delimiter: Delimiter, in text: Bytes) -> (left: Bool, right: Bool) {
        let node = delimiter.node
        let end = delimiter.offset + delimiter.length
        let before = CharacterClass(before: delimiter.offset, in: text) ?? neighbour(node.previous, of: node)
        let after = CharacterClass(at: end, in: text) ?? neighbour(node.next, of: node)
        let left = after != .space && (after != .punctuation || before != .other)
        let right = before != .space && (before != .punctuation || after != .other)
        return (left, right)
    }

    /// What stands in the source beside a node: a line break, or the punctuation that begins or ends an inline.
    private func neighbour(_ sibling: Node?, of node: Node) -> CharacterClass {
        switch sibling?.kind {
        case .softBreak, .lineBreak: .space
        case nil:
            switch node.parent?.kind {
            case .emphasis, .strong, .link: .punctuation
            default: .space
            }
        default: .punctuation
        }
    }
}

/// What CommonMark's rules of emphasis ask of a character.
private enum CharacterClass {
    case space, punctuation, other

    init?(at offset: Int, in text: Bytes) {
        guard offset < text.count else { return nil }
        var iterator = String(utf8: text[offset..<min(text.count, offset + 4)]).unicodeScalars.makeIterator()
        guard let scalar = iterator.next() else { return nil }
        self.init(scalar)
    }

    init?(before offset: Int, in text: Bytes) {
        guard offset > 0 else { return nil }
        var start = offset - 1
        while start > 0, text[start].isContinuation { start -= 1 }
        self.init(at: start, in: text)
    }

    private init(_ scalar: Unicode.Scalar) {
        switch scalar.properties.generalCategory {
        case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control: self = .space
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            self = .punctuation
        default: self = scalar.isASCII && UInt8(scalar.value).isASCIIPunctuation ? .punctuation : .other
        }
    }
}
