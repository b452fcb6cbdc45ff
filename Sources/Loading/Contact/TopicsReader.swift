internal import HelpCenter

/// Reads `topics.yml`.
///
/// 1. The fields of checklists: the built-in ones, as the file changes them, and its own (`ChecklistFieldReader`).
/// 2. The topics, one by one; one that cannot be used is left out.
struct TopicsReader {
    /// The topics, in the order of the file.
    private(set) var topics: [Topic] = []
    /// The fields by their names.
    private(set) var fields: [String: ChecklistField] = [:]
    /// The ids of all topics, those that were left out included; nil when the file cannot be read at all.
    private(set) var ids: Set<String>?
    /// What is wrong with it.
    var diagnostics: [Diagnostic] { file.allDiagnostics }
    /// The file's name, for diagnostics.
    var name: String { file.name }

    private static let topicKeys = [
        "id", "title", "description", "urgency", "complexity", "first", "articles", "checklist", "optional", "channels",
        "keywords",
    ]
    private static let example = "[{ id: deposit-missing, title: My deposit has not arrived, … }]"

    private var file: ContactFile
    /// The names of all fields, those that were left out included.
    private var fieldNames: Set<String> = []

    /// Reads the file.
    ///
    /// - Parameters:
    ///   - bytes: The file's text.
    ///   - name: Its name, for diagnostics.
    ///   - settings: The site's settings.
    init(_ bytes: [UInt8], name: String, settings: SiteSettings) {
        file = ContactFile(name, settings: settings)
        fields = ChecklistFieldReader.builtIn
        guard let document = file.document(bytes) else { return }
        var top = FieldReader(document, file: name, known: ["topics", "fields"])
        let own = ChecklistFieldReader().read(&top, &file)
        fields = own.fields
        fieldNames = own.names
        readTopics(&top)
        file.take(top)
    }
}

extension TopicsReader {
    private mutating func readTopics(_ top: inout FieldReader) {
        guard let value = top.value("topics") else { return ids = [] }
        guard case .sequence(let items, _) = value else {
            let _: Void? = top.mismatch("topics", value, expected: "a list", example: Self.example)
            return
        }
        var seen: Set<String> = []
        for item in items {
            guard case .mapping = item else {
                let _: Void? = top.mismatch(
                    "topics", item, expected: "a list of topics", item: true, example: Self.example)
                continue
            }
            let (id, topic) = topic(item)
            if let id, !seen.insert(id.value).inserted {
                file.report(.duplicateID(id, of: "topic", in: file.name))
            } else if let topic {
                topics.append(topic)
            }
        }
        ids = seen
    }

    private mutating func topic(_ item: YAMLValue) -> (id: Located<String>?, topic: Topic?) {
        var own = FieldReader(item, file: file.name, known: Self.topicKeys)
        defer { file.take(own) }
        let id = file.id(of: "topic", item, example: "deposit-missing", &own)
        let position = own.value("title")?.position ?? item.position
        let name = file.name
        let title = file.requiredText("title", of: id?.value, &own) { locale in
            .topicWithoutTitle(id, locale: locale, at: position, in: name)
        }
        // A stand-in takes the place of what is missing, so that everything else is judged all the same.
        var topic = Topic(id: id ?? Located("", at: item.position), title: title ?? LocalizedText(""))
        topic.description = file.text("description", of: id?.value, &own)
        topic.urgency = file.choice("urgency", "an urgency", example: .normal, &own) ?? topic.urgency
        topic.complexity = file.choice("complexity", "a complexity", example: .complex, &own) ?? topic.complexity
        topic.firstStep = firstStep(of: id, &own)
        topic.articles = file.uniqueStrings("articles", example: "[account/reset-password.md]", &own)
        topic.checklist = checklist(&own)
        topic.channels = file.uniqueStrings("channels", example: "[chat, email]", &own)
        topic.keywords = keywords(&own)
        return (id, id == nil || title == nil ? nil : topic)
    }

    private mutating func firstStep(of id: Located<String>?, _ own: inout FieldReader) -> Topic.FirstStep? {
        guard let value = own.value("first") else { return nil }
        guard case .mapping = value else {
            return own.mismatch(
                "first", value, expected: "a group of keys",
                example: "{ text: Freeze your account., article: security/freeze-account.md }")
        }
        var step = FieldReader(value, file: file.name, known: ["text", "article"])
        defer { file.take(step) }
        let name = file.name
        let text = file.requiredText("text", of: id.map { "\($0.value).first" }, &step) { locale in
            .firstStepWithoutText(locale: locale, at: value.position, in: name)
        }
        let article = step.string("article", example: "security/freeze-account.md")
        return text.map { Topic.FirstStep(text: $0, article: article) }
    }

    /// What is asked for, the required fields first.
    private mutating func checklist(_ own: inout FieldReader) -> [Topic.ChecklistItem] {
        var seen: Set<String> = []
        var result: [Topic.ChecklistItem] = []
        for (key, isOptional) in [("checklist", false), ("optional", true)] {
            for name in own.strings(key, example: "[time, amount]") {
                guard fieldNames.contains(name.value) else {
                    let suggestion = file.suggestions.name(like: name.value, among: fieldNames)
                    own.report(.unknownField(name, suggestion: suggestion, in: file.name))
                    continue
                }
                guard seen.insert(name.value).inserted else {
                    own.report(.duplicateEntry(name, in: "checklist", file: file.name))
                    continue
                }
                if fields[name.value] != nil {
                    result.append(Topic.ChecklistItem(field: name, isOptional: isOptional))
                }
            }
        }
        return result
    }

    /// The words that say something, each once.
    private static func words(_ given: [Located<String>]) -> [String] {
        var known: Set<String> = []
        return given.map(\.value).filter { word in
            word.contains { !$0.isWhitespace } && known.insert(word).inserted
        }
    }

    /// Words for all locales, or a list for each.
    private mutating func keywords(_ own: inout FieldReader) -> [LocaleCode: [String]] {
        guard let value = own.value("keywords") else { return [:] }
        guard case .mapping(let entries, _) = value else {
            let words = Self.words(own.strings("keywords", example: "[stuck, pending]"))
            return Dictionary(uniqueKeysWithValues: file.locales.map { ($0, words) })
        }
        var result: [LocaleCode: [String]] = [:]
        for (key, list) in entries {
            guard let locale = file.locales.first(where: { $0.rawValue == key.text }) else {
                let code = Located(key.text, at: key.position)
                own.report(.foreignLocale(code, of: "keywords", in: file.name, locales: file.locales))
                continue
            }
            var words = FieldReader(.mapping([(key, list)], key.position), file: file.name, known: [key.text])
            result[locale] = Self.words(words.strings(key.text, example: "[stuck, pending]"))
            file.take(words)
        }
        return result
    }
}
