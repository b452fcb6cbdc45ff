internal import HelpCenter

/// Reads `fields` of `topics.yml`: changes to built-in fields, and fields of the site's own.
struct ChecklistFieldReader {
    /// The fields that every site has, by their names.
    static let builtIn = Dictionary(uniqueKeysWithValues: ChecklistField.builtIn.map { ($0.id, $0) })

    private static let keys = ["kind", "label", "help", "options", "private"]
    private static let example = "{ ticket-id: { kind: reference, label: Ticket number } }"

    /// All fields by their names; and their names, those of fields that were left out included.
    func read(
        _ top: inout FieldReader, _ file: inout ContactFile
    ) -> (fields: [String: ChecklistField], names: Set<String>) {
        var fields = Self.builtIn
        var names = Set(fields.keys)
        guard let value = top.value("fields") else { return (fields, names) }
        guard case .mapping(let entries, _) = value else {
            let _: Void? = top.mismatch("fields", value, expected: "a group of keys", example: Self.example)
            return (fields, names)
        }
        for (key, value) in entries {
            names.insert(key.text)
            guard file.isID(Located(key.text, at: key.position)) else { continue }
            guard case .mapping = value else {
                let _: Void? = top.mismatch(
                    key.text, value, expected: "a group of keys", example: "{ kind: reference, label: Ticket number }")
                continue
            }
            if let field = field(key, value, &file) { fields[key.text] = field }
        }
        return (fields, names)
    }
}

extension ChecklistFieldReader {
    /// A field; nil, and reported, when nothing says what it asks for.
    private func field(_ key: YAMLScalar, _ value: YAMLValue, _ file: inout ContactFile) -> ChecklistField? {
        var own = FieldReader(value, file: file.name, known: Self.keys)
        defer { file.take(own) }
        let builtIn = Self.builtIn[key.text]
        let given: ChecklistField.Kind? = file.choice("kind", "a kind of field", example: .reference, &own)
        let options = options(of: key.text, &own, &file)
        let kind = kind(given, builtIn?.kind, hasOptions: !options.isEmpty)
        if !options.isEmpty, kind != .choice {
            own.report(.fieldCannotChoose(key, kind: kind, at: own.value("options")?.position, in: file.name))
        } else if kind == .choice, options.isEmpty, own.value("options")?.isEmpty ?? true {
            own.report(.choiceWithoutOptions(key, in: file.name))
        }
        let isPrivate = own.boolean("private") ?? builtIn?.isPrivate ?? false
        let name = file.name
        let label =
            builtIn == nil
            ? file.requiredText("label", of: key.text, &own) { .fieldWithoutLabel(key, locale: $0, in: name) }
            : file.text("label", of: key.text, &own)
        if label == nil, builtIn == nil { return nil }
        var field = ChecklistField(id: key.text, kind: kind, isPrivate: isPrivate, textKey: builtIn?.textKey)
        field.label = label
        field.help = file.text("help", of: key.text, &own)
        field.options = kind == .choice ? options : []
        return field
    }

    /// What readers enter: options turn a text into a choice.
    private func kind(
        _ given: ChecklistField.Kind?, _ builtIn: ChecklistField.Kind?, hasOptions: Bool
    ) -> ChecklistField.Kind {
        let kind = given ?? builtIn ?? .text
        return hasOptions && kind == .text ? .choice : kind
    }

    private func options(
        of owner: String, _ own: inout FieldReader, _ file: inout ContactFile
    ) -> [LocalizedText] {
        guard let value = own.value("options") else { return [] }
        guard case .sequence(let items, _) = value else {
            return own.mismatch("options", value, expected: "a list", example: "[TRON (TRC-20), Ethereum (ERC-20)]")
                ?? []
        }
        return items.compactMap { file.text($0, as: "options", of: owner, &own) }
    }
}
