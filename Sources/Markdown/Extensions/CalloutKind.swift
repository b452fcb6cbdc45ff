/// The kinds of callout, as GitHub names them.
enum CalloutKind: String, CaseIterable {
    case note, tip, important, warning, caution

    /// The name between `[!` and `]`.
    var marker: String { rawValue.uppercased() }

    /// The kind that a marker names, in capitals or not.
    init?(marker: String) {
        self.init(rawValue: marker.lowercased())
    }

    /// The title of a callout that has none of its own.
    func label(in labels: MarkdownLabels) -> String {
        switch self {
        case .note: labels.note
        case .tip: labels.tip
        case .important: labels.important
        case .warning: labels.warning
        case .caution: labels.caution
        }
    }
}
