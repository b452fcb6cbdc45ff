/// What a template sees: named values, in a fixed order, over values that many views share.
struct View: Sendable, ExpressibleByDictionaryLiteral {
    /// The values of this view itself.
    var fields: [(name: String, value: ViewValue)]
    /// The values that it shares with other views.
    var shared: SharedView?

    /// A view of values.
    init(_ fields: [(name: String, value: ViewValue)], over shared: SharedView? = nil) {
        self.fields = fields
        self.shared = shared
    }

    init(dictionaryLiteral elements: (String, ViewValue)...) {
        fields = elements.map { (name: $0.0, value: $0.1) }
    }

    /// This view with the values of another one behind its own.
    func with(_ other: View) -> View {
        View(fields + other.fields, over: shared ?? other.shared)
    }

    /// This view over shared values.
    func over(_ shared: SharedView) -> View {
        View(fields, over: shared)
    }

    /// The names of all values, for comparing with the schema.
    var names: Set<String> {
        Set(fields.map(\.name)).union(shared?.view.names ?? [])
    }
}

/// A value that a template can show or ask for.
enum ViewValue: Sendable {
    /// A text, escaped where the template says `{{name}}`.
    case text(String)
    /// HTML that is inserted as it is, by `{{{name}}}`; no bytes count as absent.
    case html([UInt8])
    /// True or false.
    case flag(Bool)
    /// Nothing: its section is skipped. It hides the value of that name in an outer view, so that a card without a
    /// description does not show the page's.
    case absent
    /// A part with values of its own.
    case part(View)
    /// Several parts.
    case list([View])

    /// A text that may be missing.
    static func text(ifAny text: String?) -> ViewValue { text.map { .text($0) } ?? .absent }

    /// A part that may be missing.
    static func part(ifAny part: View?) -> ViewValue { part.map { .part($0) } ?? .absent }
}

/// Values that many views share: flattened once, not for each of them.
final class SharedView: Sendable {
    /// The values.
    let view: View
    /// The values, flattened.
    let flat: FlatView

    init(_ view: View) {
        self.view = view
        flat = FlatView(view)
    }
}
