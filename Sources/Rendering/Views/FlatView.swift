/// A text of a view.
enum ViewSlot: Sendable {
    /// Text, to be escaped unless the template says otherwise.
    case text(String)
    /// HTML as it is.
    case html([UInt8])
}

/// A view as lists of texts, and a shape. Two views of one shape differ in nothing that a template can ask for: the same
/// values are there, and their lists hold parts of the same shapes. How many parts there are is not in the shape.
struct FlatView: Sendable {
    /// A part of a list: which of the list's shapes it has, and what it holds.
    struct Element: Sendable {
        let variant: Int
        let view: FlatView
    }

    /// The texts, in the order in which the view names them; those of its parts are among them.
    private(set) var slots: [ViewSlot] = []
    /// The lists, in the order in which the view names them.
    private(set) var lists: [[Element]] = []
    /// What is there: a character for each value.
    private(set) var shape = ""

    /// How many bytes its texts hold at least; what escaping adds is not counted.
    var byteCount: Int {
        slots.reduce(0) { sum, slot in
            switch slot {
            case .text(let text): sum + text.utf8.count
            case .html(let bytes): sum + bytes.count
            }
        } + lists.reduce(0) { $0 + $1.reduce(0) { $0 + $1.view.byteCount + 128 } }
    }

    /// Flattens a view's own values.
    init(_ view: View) {
        slots.reserveCapacity(view.fields.count)
        append(view)
    }

    private mutating func append(_ view: View) {
        for field in view.fields {
            switch field.value {
            case .html([]), .absent: shape += "a"
            case .text(let text):
                shape += "t"
                slots.append(.text(text))
            case .html(let bytes):
                shape += "t"
                slots.append(.html(bytes))
            case .flag(let flag): shape += flag ? "1" : "0"
            case .part(let part):
                shape += "("
                append(part)
                shape += ")"
            case .list(let parts): append(parts)
            }
        }
    }

    private mutating func append(_ parts: [View]) {
        let views = parts.map { FlatView($0) }
        let variants = Self.variants(of: views)
        shape += "["
        for variant in variants { shape += variant + "|" }
        shape += "]"
        lists.append(
            views.map { view in Element(variant: variants.firstIndex(of: view.shape) ?? 0, view: view) })
    }

    /// The different shapes among views, sorted.
    private static func variants(of views: [FlatView]) -> [String] {
        guard let first = views.first?.shape else { return [] }
        if views.allSatisfy({ $0.shape == first }) { return [first] }
        return Set(views.map(\.shape)).sorted()
    }
}
