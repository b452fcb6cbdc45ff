internal import Mustache

/// What a template sees: values by name, some of them shared with other views.
final class View: MustacheParent, Sendable {
    /// The values of this view itself.
    let values: [String: any Sendable]
    private let shared: View?

    /// A view of values, over a view whose values it shares.
    init(_ values: [String: any Sendable], over shared: View? = nil) {
        self.values = values
        self.shared = shared
    }

    func child(named name: String) -> Any? {
        values[name] ?? shared?.child(named: name)
    }

    /// The names of all values, for comparing with the schema.
    var names: Set<String> {
        Set(values.keys).union(shared?.names ?? [])
    }
}

extension View {
    /// A view of values of which some are missing. A missing one hides the value of that name in an outer view: a card
    /// without a description must not show the page's.
    static func of(_ values: [String: (any Sendable)?], over shared: View? = nil) -> View {
        View(values.mapValues { $0 ?? Absent() }, over: shared)
    }
}

/// A value that is not there: renders as nothing, and its section is skipped.
private struct Absent: MustacheCustomRenderable, Sendable {
    var renderText: String { "" }
    var isNull: Bool { true }
}
