internal import Mustache

/// A template rendered for one shape of views: literal bytes, and slots for the texts.
///
/// Mustache decides by what is there (a value, a flag, a list's length), never by what a text says. So a template is run
/// once for each shape, with marks in place of the texts, and every further page of that shape is the filling of slots:
/// a hundred times faster than running it again.
struct TemplateSkeleton: Sendable {
    private let literals: [UInt8]
    private let pieces: [Piece]

    /// A stretch of literal bytes, and the slot after it.
    private struct Piece: Sendable {
        let literal: Range<Int>
        let slot: Int
        let isEscaped: Bool
    }

    /// The number from which slots are those of the shared values.
    private static let firstShared = 1_000_000

    /// Renders a template for the shape of a view.
    init(_ template: String, library: MustacheLibrary, view: View) {
        var next = 0
        let own = SlotContext.make(view, next: &next)
        if let shared = view.shared {
            next = Self.firstShared
            own.fallback = SlotContext.make(shared.view, next: &next).values
        }
        var text = library.render(own, withTemplate: template) ?? ""
        (literals, pieces) = text.withUTF8 { Self.parse($0) }
    }

    /// The bytes of a view of this shape.
    func fill(_ slots: [ViewSlot], shared: [ViewSlot]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(literals.count + 2048)
        for piece in pieces {
            output.append(contentsOf: literals[piece.literal])
            guard piece.slot >= 0 else { continue }
            switch piece.slot < Self.firstShared ? slots[piece.slot] : shared[piece.slot - Self.firstShared] {
            case .html(let bytes): output.append(contentsOf: bytes)
            case .text(let text):
                if piece.isEscaped {
                    HTMLText.append(text, to: &output)
                } else {
                    output.append(contentsOf: text.utf8)
                }
            }
        }
        return output
    }

    /// Takes rendered text with marks apart: byte 1, `e` if it was escaped, the slot's number, byte 2.
    private static func parse(_ text: UnsafeBufferPointer<UInt8>) -> (literals: [UInt8], pieces: [Piece]) {
        var literals: [UInt8] = []
        var pieces: [Piece] = []
        var start = 0
        var index = 0
        while index < text.count {
            guard text[index] == 1 else {
                literals.append(text[index])
                index += 1
                continue
            }
            index += 1
            let isEscaped = text[index] == UInt8(ascii: "e")
            if isEscaped { index += 1 }
            var slot = 0
            while text[index] != 2 {
                slot = slot * 10 + Int(text[index] - UInt8(ascii: "0"))
                index += 1
            }
            index += 1
            pieces.append(Piece(literal: start..<literals.count, slot: slot, isEscaped: isEscaped))
            start = literals.count
        }
        pieces.append(Piece(literal: start..<literals.count, slot: -1, isEscaped: false))
        return (literals, pieces)
    }
}

/// A view as the template engine sees it while a skeleton is made: marks in place of texts.
private final class SlotContext: MustacheParent {
    let values: [String: Any]
    var fallback: [String: Any] = [:]

    private init(_ values: [String: Any]) {
        self.values = values
    }

    func child(named name: String) -> Any? { values[name] ?? fallback[name] }

    /// The context of a view; slots are numbered in the order of `FlatView`.
    static func make(_ view: View, next: inout Int) -> SlotContext {
        var values: [String: Any] = [:]
        for field in view.fields {
            switch field.value {
            case .html(let bytes) where bytes.isEmpty: values[field.name] = Absent()
            case .text, .html:
                values[field.name] = "\u{1}\(next)\u{2}"
                next += 1
            case .flag(let flag): values[field.name] = flag
            case .absent: values[field.name] = Absent()
            case .part(let part): values[field.name] = make(part, next: &next)
            case .list(let parts): values[field.name] = parts.map { make($0, next: &next) }
            }
        }
        return SlotContext(values)
    }
}

/// A value that is not there: renders as nothing, and its section is skipped.
private struct Absent: MustacheCustomRenderable {
    var renderText: String { "" }
    var isNull: Bool { true }
}

/// Marks a slot as escaped, where the template asks for escaping; the escaping itself is done when it is filled.
struct SlotEscaping: MustacheContentType {
    func escapeText(_ text: String) -> String {
        text.hasPrefix("\u{1}") ? "\u{1}e" + text.dropFirst() : HTMLText.escape(text)
    }
}
