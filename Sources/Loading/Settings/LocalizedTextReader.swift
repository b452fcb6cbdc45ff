internal import HelpCenter

/// Reads a text of a settings file: one for every locale, or one for each.
struct LocalizedTextReader {
    /// The locales of the site. The first one that has a text lends it to those that have none.
    let locales: [LocaleCode]

    /// The text of a key; nil when there is none, or an empty one.
    func text(_ key: String, _ fields: inout FieldReader) -> LocalizedText? {
        fields.value(key).flatMap { text($0, as: key, &fields) }
    }

    /// The text that a value is.
    ///
    /// - Parameter key: The key that diagnostics name.
    func text(_ value: YAMLValue, as key: String, _ fields: inout FieldReader) -> LocalizedText? {
        switch value {
        case .scalar(let scalar):
            return scalar.text.isEmpty ? nil : LocalizedText(scalar.text)
        case .mapping(let entries, _):
            var texts: [LocaleCode: String] = [:]
            for (name, text) in entries {
                guard let code = locales.first(where: { $0.rawValue == name.text }) else {
                    let given = Located(name.text, at: name.position)
                    fields.report(.foreignLocale(given, of: key, in: fields.file, locales: locales))
                    continue
                }
                guard case .scalar(let scalar) = text else {
                    return fields.mismatch(key, text, expected: "text", example: "Help")
                }
                if !text.isNull, !scalar.text.isEmpty { texts[code] = scalar.text }
            }
            guard let common = locales.lazy.compactMap({ texts[$0] }).first else { return nil }
            return LocalizedText(common, byLocale: texts)
        case .sequence:
            return fields.mismatch(key, value, expected: "a text, or one for each locale", example: "Help")
        }
    }
}
