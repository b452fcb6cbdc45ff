/// The mark of a text in a rendered template. Marks are made of control characters, which sources cannot hold.
struct SlotMark: Sendable {
    /// The level of the shared values.
    static let sharedLevel = 99

    /// How many lists the view lies in.
    let level: Int
    /// The number of the slot in that view.
    let index: Int
    /// Whether the text is escaped.
    let isEscaped: Bool

    /// The mark as it stands in the text.
    var text: String { "\u{1}\(level):\(index)\u{2}" }

    /// A mark's text with the sign that it is escaped; nil when the text is no mark.
    static func escaped(_ text: String) -> String? {
        text.hasPrefix("\u{1}") ? "\u{1}e" + text.dropFirst() : nil
    }
}

/// The marks around what a template renders for a part of a list.
///
/// Templates are given two variables in each section, at its beginning and its end, which hold these marks in a part of a
/// list and nothing elsewhere.
struct ListMark: Equatable {
    /// The variable at the beginning of a section.
    static let beginName = "_begin"
    /// The variable at the end of a section.
    static let endName = "_end"

    /// How many lists the list itself lies in.
    let level: Int
    /// The number of the list in its view.
    let index: Int
    /// The shape of the part, among those of the list.
    let variant: Int

    /// The mark at the beginning.
    var beginText: String { "\u{3}\(level):\(index):\(variant)\u{2}" }
    /// The mark at the end.
    var endText: String { "\u{4}\u{2}" }
}

/// Takes a rendered template with marks apart.
struct SkeletonReader {
    /// The template's own bytes.
    private(set) var literals: [UInt8] = []
    /// The pieces, once all is read.
    var pieces: [TemplateSkeleton.Piece] { stack[0].pieces }

    private var stack = [Frame(list: nil)]

    /// A part of a list that is being read; the first one is the whole.
    private struct Frame {
        let list: ListMark?
        var pieces: [TemplateSkeleton.Piece] = []
        /// How often its beginning was met again: a section on a flag of the part repeats the part's marks.
        var repeats = 0
    }

    /// Reads a rendered template.
    mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
        var index = 0
        var start = 0
        while index < text.count {
            let byte = text[index]
            guard byte == 1 || byte == 3 || byte == 4 else {
                literals.append(byte)
                index += 1
                continue
            }
            flush(from: start)
            let close = text[index...].firstIndex(of: 2) ?? text.count - 1
            let mark = String(decoding: text[(index + 1)..<close], as: UTF8.self)
            let numbers = mark.drop { $0 == "e" }.split(separator: ":").compactMap { Int($0) }
            switch byte {
            case 1:
                let slot = SlotMark(level: numbers[0], index: numbers[1], isEscaped: mark.hasPrefix("e"))
                append(.slot(slot))
            case 3: begin(ListMark(level: numbers[0], index: numbers[1], variant: numbers[2]))
            default: end()
            }
            index = close + 1
            start = literals.count
        }
        flush(from: start)
    }
}

extension SkeletonReader {
    private mutating func append(_ piece: TemplateSkeleton.Piece) {
        stack[stack.count - 1].pieces.append(piece)
    }

    private mutating func flush(from start: Int) {
        if literals.count > start { append(.literal(start..<literals.count)) }
    }

    private mutating func begin(_ mark: ListMark) {
        if stack[stack.count - 1].list == mark {
            stack[stack.count - 1].repeats += 1
        } else {
            stack.append(Frame(list: mark))
        }
    }

    private mutating func end() {
        guard let list = stack[stack.count - 1].list else { return }
        guard stack[stack.count - 1].repeats == 0 else {
            stack[stack.count - 1].repeats -= 1
            return
        }
        let part = stack.removeLast().pieces
        // The variants of a list come one after the other.
        let before = stack[stack.count - 1].pieces.last
        if case .list(let level, let index, var variants)? = before, level == list.level, index == list.index,
            variants.count == list.variant
        {
            variants.append(part)
            stack[stack.count - 1].pieces[stack[stack.count - 1].pieces.count - 1] =
                .list(level: level, index: index, variants: variants)
        } else {
            append(.list(level: list.level, index: list.index, variants: [part]))
        }
    }
}
