internal import HelpCenter
internal import Markdown

/// Takes typed values out of a YAML mapping and collects what is wrong with them: a key nobody knows, a value of
/// another type. A wrong value counts as missing, so that one run reports every mistake.
struct FieldReader {
    /// The file, for diagnostics.
    let file: String
    /// What was wrong so far.
    private(set) var diagnostics: [Diagnostic] = []

    private let entries: [(key: YAMLScalar, value: YAMLValue)]

    /// A reader of a mapping, which may hold the known keys only.
    init(_ value: YAMLValue, file: String, known: [String]) {
        self.file = file
        guard case .mapping(let entries, _) = value else {
            self.entries = []
            diagnostics.append(.notKeys(file, at: value.position, found: value.noun))
            return
        }
        self.entries = entries
        for (key, _) in entries where !known.contains(key.text) {
            let suggestion = closest(to: key.text, among: known)
            diagnostics.append(.unknownKey(key, in: file, suggestion: suggestion, of: known))
        }
    }

    /// Reports a mistake that only the caller can see.
    mutating func report(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }

    /// The value of a key, unless it is missing or says nothing.
    func value(_ key: String) -> YAMLValue? {
        guard let value = entries.first(where: { $0.key.text == key })?.value, !value.isNull else { return nil }
        return value
    }

    /// A text.
    mutating func string(_ key: String, example: String = "a few words") -> Located<String>? {
        guard let value = value(key) else { return nil }
        guard case .scalar(let scalar) = value else {
            return mismatch(key, value, expected: "text", example: example)
        }
        return Located(scalar.text, at: scalar.position)
    }

    /// A whole number.
    mutating func integer(_ key: String) -> Int? {
        guard let value = value(key) else { return nil }
        guard case .scalar(let scalar) = value, scalar.isPlain, let number = Int(scalar.text) else {
            return mismatch(key, value, expected: "a whole number", example: "10")
        }
        return number
    }

    /// `true` or `false`.
    mutating func boolean(_ key: String) -> Bool? {
        guard let value = value(key) else { return nil }
        guard case .scalar(let scalar) = value, scalar.isPlain, ["true", "false"].contains(scalar.text) else {
            return mismatch(key, value, expected: "true or false", example: "true")
        }
        return scalar.text == "true"
    }

    /// A day or moment.
    mutating func date(_ key: String) -> PublicationDate? {
        guard let value = value(key) else { return nil }
        guard case .scalar(let scalar) = value else {
            return mismatch(key, value, expected: "a date", example: "2026-11-21")
        }
        guard let date = PublicationDate(scalar.text) else {
            report(
                .invalidValue(
                    key, in: file, at: scalar.position, scalar.text, rule: "a date",
                    hint: "write the day as 2026-11-21, or a moment as 2026-11-21T08:00:00+08:00"))
            return nil
        }
        return date
    }

    /// A list of texts; a single text counts as a list of one.
    mutating func strings(_ key: String, example: String = "[one, two]") -> [Located<String>] {
        guard let value = value(key) else { return [] }
        switch value {
        case .scalar(let scalar):
            return [Located(scalar.text, at: scalar.position)]
        case .sequence(let items, _):
            return items.compactMap { item in
                guard case .scalar(let scalar) = item else {
                    return mismatch(key, item, expected: "a list of texts", item: true, example: example)
                }
                return Located(scalar.text, at: scalar.position)
            }
        case .mapping:
            return mismatch(key, value, expected: "a list of texts", example: example) ?? []
        }
    }

    /// Reports that a value has another type than its key asks for.
    ///
    /// - Parameter item: Whether it is one of a list's values.
    mutating func mismatch<Value>(
        _ key: String, _ value: YAMLValue, expected: String, item: Bool = false, example: String
    ) -> Value? {
        let subject = item ? "this item" : "this"
        report(
            .wrongType(
                key, in: file, at: value.position, expected: expected, found: "\(subject) is \(value.found)",
                example: example
            ))
        return nil
    }
}
