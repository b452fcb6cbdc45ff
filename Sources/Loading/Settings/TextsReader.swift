internal import HelpCenter
internal import Markdown

/// Puts together the interface texts of a locale: English underneath, the language's built-in ones over it, the site's
/// own `strings.yml` on top.
struct TextsReader {
    /// The texts.
    private(set) var texts: InterfaceTexts
    /// What is wrong with the site's own ones.
    private(set) var diagnostics: [Diagnostic] = []

    /// Reads the texts of a locale.
    ///
    /// - Parameters:
    ///   - locale: The locale.
    ///   - own: The bytes of the site's `strings.yml`, if it has one.
    ///   - file: The name of that file, for diagnostics.
    init(locale: LocaleSettings, own: [UInt8]?, file: String) {
        let english =
            LocaleCode("en").flatMap(BuiltInTexts.yaml(for:)).map { Self.layer($0, file: "en.yml") } ?? Layer()
        var result = english
        let builtIn = BuiltInTexts.yaml(for: locale.code).map { Self.layer($0, file: "\(locale.code).yml") }
        if let builtIn { result.put(builtIn) }
        if let own {
            let layer = Self.layer(own, file: file)
            diagnostics = layer.diagnostics + Self.check(layer, against: english, file: file)
            result.put(layer.without(invalid: diagnostics))
        }
        if builtIn == nil {
            let given = own.map { Self.layer($0, file: file) } ?? Layer()
            let missing = english.keys.filter { !given.keys.contains($0) && $0 != "language" }
            if !missing.isEmpty { diagnostics.append(.missingTexts(locale.code, in: file, missing: missing)) }
        }
        result.texts["language"] = .plain(locale.name)
        texts = InterfaceTexts(locale: locale.code, texts: result.texts, months: result.months)
    }
}

extension TextsReader {
    /// The texts of one file.
    fileprivate struct Layer {
        var keys: [String] = []
        var texts: [String: InterfaceTexts.Text] = [:]
        var positions: [String: YAMLScalar] = [:]
        var months: [String] = []
        var diagnostics: [Diagnostic] = []

        mutating func put(_ other: Layer) {
            texts.merge(other.texts) { _, new in new }
            if !other.months.isEmpty { months = other.months }
        }

        /// The layer without the texts that a diagnostic stands at.
        func without(invalid diagnostics: [Diagnostic]) -> Layer {
            var result = self
            for (key, scalar) in positions
            where diagnostics.contains(where: { $0.id == .invalidText && $0.position == scalar.position }) {
                result.texts[key] = nil
            }
            return result
        }
    }

    fileprivate static func layer(_ bytes: [UInt8], file: String) -> Layer {
        var layer = Layer()
        let value: YAMLValue
        switch YAMLReader(file: file, firstLine: 1, limit: 1 << 20).read(bytes[...]) {
        case .failure(let rejection):
            layer.diagnostics = [rejection.diagnostic]
            return layer
        case .success(let read): value = read
        }
        guard case .mapping(let entries, _) = value else {
            layer.diagnostics = [.notKeys(file, at: value.position, found: value.noun)]
            return layer
        }
        for (key, value) in entries {
            layer.keys.append(key.text)
            layer.positions[key.text] = key
            switch value {
            case .scalar(let scalar):
                layer.texts[key.text] = .plain(scalar.text)
            case .sequence(let items, _):
                layer.months = items.compactMap { item in
                    if case .scalar(let scalar) = item { scalar.text } else { nil }
                }
                if key.text != "months" || layer.months.count != 12 {
                    layer.months = []
                    layer.diagnostics.append(
                        .invalidText(
                            key.text, in: file, at: key.position,
                            key.text == "months" ? "must be a list of twelve names" : "may not be a list",
                            hint: "only 'months' is a list, of the names from January to December"))
                }
            case .mapping(let forms, _):
                layer.read(forms, of: key, file: file)
            }
        }
        return layer
    }

    /// Compares a site's own texts with the English ones: every text must keep its placeholders.
    private static func check(_ layer: Layer, against english: Layer, file: String) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for key in layer.keys {
            guard let scalar = layer.positions[key], let text = layer.texts[key] else { continue }
            guard let original = english.texts[key] else {
                if let suggestion = closest(to: key, among: english.keys) {
                    found.append(.unknownText(scalar, in: file, suggestion: suggestion))
                }
                continue
            }
            let expected = placeholders(original)
            // The parts of a date may be chosen freely, and a plural form may name its number in words.
            let allowed = key == "date" ? expected.union(["monthNumber"]) : expected
            let given = placeholders(text)
            if let wrong = given.subtracting(allowed).min() {
                found.append(
                    .invalidText(
                        key, in: file, at: scalar.position, "has the placeholder {\(wrong)}, which is not filled",
                        hint: expected.isEmpty
                            ? "it has no placeholders"
                            : "it may have \(expected.sorted().map { "{\($0)}" }.joined(separator: ", "))"))
            } else if key != "date", case .plain = text, let missing = expected.subtracting(given).min() {
                found.append(
                    .invalidText(
                        key, in: file, at: scalar.position, "lacks the placeholder {\(missing)}",
                        hint: "put {\(missing)} where its value belongs"))
            }
        }
        return found
    }

    private static func placeholders(_ text: InterfaceTexts.Text) -> Set<String> {
        let forms =
            switch text {
            case .plain(let text): [text]
            case .plural(let forms): Array(forms.values)
            }
        var names: Set<String> = []
        for form in forms {
            var rest = form[...]
            while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
                names.insert(String(rest[rest.index(after: open)..<close]))
                rest = rest[rest.index(after: close)...]
            }
        }
        return names
    }
}

extension TextsReader.Layer {
    fileprivate mutating func read(
        _ forms: [(key: YAMLScalar, value: YAMLValue)], of key: YAMLScalar, file: String
    ) {
        var plural: [PluralCategory: String] = [:]
        for (name, value) in forms {
            guard let category = PluralCategory(rawValue: name.text), case .scalar(let scalar) = value else {
                diagnostics.append(
                    .invalidText(
                        key.text, in: file, at: name.position, "has the form '\(name.text)', which is no plural form",
                        hint: "the forms are zero, one, two, few, many and other"))
                continue
            }
            plural[category] = scalar.text
        }
        guard plural[.other] != nil else {
            diagnostics.append(
                .invalidText(
                    key.text, in: file, at: key.position, "lacks the plural form 'other'",
                    hint: "add it; it serves every number that has no form of its own"))
            return
        }
        texts[key.text] = .plural(plural)
    }
}
