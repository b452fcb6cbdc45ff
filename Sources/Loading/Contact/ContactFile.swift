internal import HelpCenter

/// What the readers of one settings file share: its name, the locales its texts may be in, and what was found wrong.
struct ContactFile {
    /// The file, for diagnostics.
    let name: String
    /// Names that were meant.
    var suggestions = Suggestions()
    /// What is wrong with the file.
    private(set) var diagnostics: [Diagnostic] = []

    private let texts: LocalizedTextReader
    private var untranslated: [LocaleCode: [String]] = [:]

    /// A file of a site.
    init(_ name: String, settings: SiteSettings) {
        self.name = name
        let others = settings.locales.map(\.code).filter { $0 != settings.defaultLocale }
        texts = LocalizedTextReader(locales: [settings.defaultLocale] + others)
    }

    /// The locales of the site, the default one first, which lends its texts to the others.
    var locales: [LocaleCode] { texts.locales }

    /// Notes what is wrong.
    mutating func report(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }

    /// Notes what was wrong with the fields of one mapping.
    mutating func take(_ fields: FieldReader) {
        diagnostics += fields.diagnostics
    }

    /// The document in the file's bytes; nil, and reported, when it is none or not a mapping.
    mutating func document(_ bytes: [UInt8]) -> YAMLValue? {
        switch YAMLReader(file: name, firstLine: 1, limit: 1 << 20).read(bytes[...]) {
        case .failure(let rejection):
            report(rejection.diagnostic)
            return nil
        case .success(let value):
            if case .mapping = value { return value }
            report(.notKeys(name, at: value.position, found: value.noun))
            return nil
        }
    }
}

extension ContactFile {
    /// A text, or one for each locale.
    ///
    /// - Parameter owner: What the text belongs to, such as a channel's id, for the list of missing translations.
    mutating func text(_ key: String, of owner: String?, _ fields: inout FieldReader) -> LocalizedText? {
        fields.value(key).flatMap { text($0, as: key, of: owner, &fields) }
    }

    /// A text that must be there, in the default locale at least: it stands in for every other.
    ///
    /// - Parameter diagnostic: What is wrong when there is none, or none in the locale it is given.
    mutating func requiredText(
        _ key: String, of owner: String?, _ fields: inout FieldReader, otherwise diagnostic: (LocaleCode?) -> Diagnostic
    ) -> LocalizedText? {
        let count = fields.diagnostics.count
        let found = fields.value(key).flatMap { text($0, as: key, of: owner, isRequired: true, &fields) }
        guard let found else {
            // A text of a wrong type has been reported.
            if fields.diagnostics.count == count { fields.report(diagnostic(nil)) }
            return nil
        }
        if let standard = locales.first, !found.byLocale.isEmpty, found.byLocale[standard] == nil {
            fields.report(diagnostic(standard))
        }
        return found
    }

    /// The text, or the texts for each locale, that a value is.
    ///
    /// - Parameter isRequired: Whether the caller looks after the default locale.
    mutating func text(
        _ value: YAMLValue, as key: String, of owner: String?, isRequired: Bool = false, _ fields: inout FieldReader
    ) -> LocalizedText? {
        guard let text = texts.text(value, as: key, &fields) else { return nil }
        // A text without locales serves them all: that is a choice, not an omission.
        guard !text.byLocale.isEmpty else { return text }
        for locale in locales.dropFirst(isRequired ? 1 : 0) where text.byLocale[locale] == nil {
            untranslated[locale, default: []].append(owner.map { "\($0).\(key)" } ?? key)
        }
        return text
    }

    /// What is wrong with the file, the texts that are missing in some locales included.
    var allDiagnostics: [Diagnostic] {
        diagnostics
            + locales.compactMap { locale in
                untranslated[locale].map { .untranslated($0, locale: locale, in: name) }
            }
    }
}

extension ContactFile {
    /// The id of a channel or topic; nil, and reported, when there is none or when it cannot be one.
    ///
    /// - Parameter noun: What it is the id of, such as `channel`.
    mutating func id(of noun: String, _ item: YAMLValue, example: String, _ fields: inout FieldReader)
        -> Located<String>?
    {
        guard let id = fields.string("id", example: example) else {
            if fields.value("id") == nil {
                fields.report(.missingID(of: noun, in: name, at: item.position, example: example))
            }
            return nil
        }
        return isID(id) ? id : nil
    }

    /// Whether a name may be an id; reported when it may not.
    mutating func isID(_ id: Located<String>) -> Bool {
        guard let problem = Identifier.problem(of: id.value) else { return true }
        report(.invalidID(id, problem, suggestion: Identifier.suggestion(for: id.value), in: name))
        return false
    }

    /// One of a few words; nil, and reported, when it is none of them.
    ///
    /// - Parameter rule: What the word must be, such as `a kind of channel`.
    mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ key: String, _ rule: String, example: Choice, _ fields: inout FieldReader
    ) -> Choice? {
        guard let word = fields.string(key, example: example.rawValue) else { return nil }
        return choice(word, key, rule, &fields)
    }

    /// The words of a list, each once; those that are none of the few are reported.
    mutating func choices<Choice: RawRepresentable<String> & CaseIterable & Equatable>(
        _ key: String, _ rule: String, _ fields: inout FieldReader
    ) -> [Choice] {
        var result: [Choice] = []
        for word in fields.strings(key) {
            if let found: Choice = choice(word, key, rule, &fields), !result.contains(found) { result.append(found) }
        }
        return result
    }

    private mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ word: Located<String>, _ key: String, _ rule: String, _ fields: inout FieldReader
    ) -> Choice? {
        if let choice = Choice(rawValue: word.value) { return choice }
        let known = Choice.allCases.map(\.rawValue)
        let suggestion = suggestions.name(like: word.value, among: known)
        fields.report(.unknownWord(word, of: key, rule: rule, suggestion: suggestion, known: known, in: name))
        return nil
    }

    /// The texts of a list, each once; repetitions are reported.
    mutating func uniqueStrings(
        _ key: String, example: String, _ fields: inout FieldReader
    ) -> [Located<String>] {
        var seen: Set<String> = []
        return fields.strings(key, example: example).filter { item in
            if seen.insert(item.value).inserted { return true }
            fields.report(.duplicateEntry(item, in: key, file: name))
            return false
        }
    }
}
