internal import HelpCenter

/// A checklist's field in words of one locale: the site's own where it has any, else the built-in ones.
struct FieldText {
    /// The field.
    let field: ChecklistField
    /// The texts of the locale.
    let texts: InterfaceTexts

    /// What is asked for.
    var label: String { field.label?[texts.locale] ?? field.textKey.map { texts[$0] } ?? field.id }

    /// How to find it.
    var help: String? { field.help?[texts.locale] ?? field.textKey.map { texts[$0 + "Help"] } }
}
