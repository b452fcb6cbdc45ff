internal import Mustache

/// A template rendered for one shape of views: literal bytes, slots for the texts, and pieces that are repeated.
///
/// Mustache decides by what is there (a value, a flag, whether a list is empty), never by what a text says. So a template
/// is run once for each shape, with marks in place of the texts and one part in each list for each shape of its parts.
/// Every page of that shape is then the filling of slots: a hundred times faster than running the template again.
struct TemplateSkeleton: Sendable {
    /// A stretch of output.
    indirect enum Piece: Sendable {
        /// Bytes of the template itself.
        case literal(Range<Int>)
        /// A text: of the view `level` lists deep, or of the shared values.
        case slot(SlotMark)
        /// A list: what stands for each part, by the part's variant.
        case list(level: Int, index: Int, variants: [[Piece]])
    }

    private let literals: [UInt8]
    private let pieces: [Piece]

    /// Renders a template for the shape of a view.
    ///
    /// - Parameter flat: The same view, flattened.
    init(_ template: String, library: MustacheLibrary, view: View, flat: FlatView) {
        let own = SlotContext(view, flat, level: 0)
        own.shared = view.shared.map { SlotContext($0.view, $0.flat, level: SlotMark.sharedLevel) }
        var text = library.render(own, withTemplate: template) ?? ""
        var reader = SkeletonReader()
        text.withUTF8 { reader.read($0) }
        literals = reader.literals
        pieces = reader.pieces
    }

    /// The bytes of a view of this shape.
    func fill(_ view: FlatView, shared: FlatView?) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(literals.count + view.byteCount + 1024)
        fill(pieces, [view], shared, &output)
        return output
    }
}

extension TemplateSkeleton {
    private func fill(_ pieces: [Piece], _ views: [FlatView], _ shared: FlatView?, _ output: inout [UInt8]) {
        for piece in pieces {
            switch piece {
            case .literal(let range): output.append(contentsOf: literals[range])
            case .slot(let mark):
                let slot =
                    mark.level == SlotMark.sharedLevel ? shared?.slots[mark.index] : views[mark.level].slots[mark.index]
                switch slot {
                case .html(let bytes): output.append(contentsOf: bytes)
                case .text(let text) where mark.isEscaped: HTMLText.append(text, to: &output)
                case .text(let text): output.append(contentsOf: text.utf8)
                case nil: break
                }
            case .list(let level, let index, let variants):
                let list = level == SlotMark.sharedLevel ? shared?.lists[index] : views[level].lists[index]
                for element in list ?? [] where element.variant < variants.count {
                    fill(variants[element.variant], views + [element.view], shared, &output)
                }
            }
        }
    }
}

/// A view as the template engine sees it while a skeleton is made: marks in place of texts.
private final class SlotContext: MustacheParent {
    var shared: SlotContext?

    private var values: [String: Any] = [:]
    private let level: Int
    private var nextSlot = 0
    private var nextList = 0

    /// The context of a view that lies in so many lists.
    init(_ view: View, _ flat: FlatView, level: Int) {
        self.level = level
        values = make(view, flat)
    }

    func child(named name: String) -> Any? { values[name] ?? shared?.child(named: name) }

    /// The values of a view; slots and lists are numbered in the order of `FlatView`.
    private func make(_ view: View, _ flat: FlatView) -> [String: Any] {
        var values: [String: Any] = [:]
        for field in view.fields {
            switch field.value {
            case .html([]), .absent: values[field.name] = Absent()
            case .text, .html:
                values[field.name] = SlotMark(level: level, index: nextSlot, isEscaped: false).text
                nextSlot += 1
            case .flag(let flag): values[field.name] = flag
            case .part(let part): values[field.name] = Part(make(part, flat))
            case .list(let parts):
                values[field.name] = elements(parts, flat.lists[nextList], index: nextList)
                nextList += 1
            }
        }
        return values
    }

    /// One context for each variant among the parts of a list, in order.
    private func elements(_ parts: [View], _ elements: [FlatView.Element], index: Int) -> [SlotContext] {
        let count = (elements.map(\.variant).max() ?? -1) + 1
        return (0..<count).compactMap { variant in
            guard let position = elements.firstIndex(where: { $0.variant == variant }) else { return nil }
            let depth = level == SlotMark.sharedLevel ? 1 : level + 1
            let context = SlotContext(parts[position], elements[position].view, level: depth)
            let mark = ListMark(level: level, index: index, variant: variant)
            context.values[ListMark.beginName] = mark.beginText
            context.values[ListMark.endName] = mark.endText
            return context
        }
    }

    /// A part of a view that is no list.
    private final class Part: MustacheParent {
        let values: [String: Any]

        init(_ values: [String: Any]) {
            self.values = values
        }

        func child(named name: String) -> Any? { values[name] }
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
        SlotMark.escaped(text) ?? HTMLText.escape(text)
    }
}
