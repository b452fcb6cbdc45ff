internal import HelpCenter
internal import Markdown

/// Reads `site.yml`.
struct SettingsReader {
    /// The keys that `site.yml` may hold.
    static let keys = [
        "title", "description", "baseURL", "defaultLocale", "locales", "navigation", "footer", "copyright", "logo",
        "diagnostics",
    ]

    /// What is wrong with it.
    private(set) var diagnostics: [Diagnostic] = []
    /// The settings; nil when something that every page needs is missing.
    private(set) var settings: SiteSettings?

    private let file: String

    /// Reads the settings.
    ///
    /// - Parameters:
    ///   - bytes: The file's text.
    ///   - file: Its name, for diagnostics.
    ///   - baseURL: The address that the command was given in place of the file's.
    init(_ bytes: [UInt8], file: String, baseURL: String?) {
        self.file = file
        switch YAMLReader(file: file, firstLine: 1, limit: 1 << 20).read(bytes[...]) {
        case .failure(let rejection): diagnostics = [rejection.diagnostic]
        case .success(let value): settings = read(value, baseURL: baseURL)
        }
    }
}

extension SettingsReader {
    private static let placeholder = BaseURL("https://example.org/")

    private mutating func read(_ value: YAMLValue, baseURL: String?) -> SiteSettings? {
        guard case .mapping = value else {
            diagnostics.append(.notKeys(file, at: value.position, found: value.noun))
            return nil
        }
        var fields = FieldReader(value, file: file, known: Self.keys)
        // A value of a wrong type, or of a locale that is none, is as fatal here as a wrong setting.
        defer {
            diagnostics += fields.diagnostics.map { found in
                guard found.id == .wrongType || found.id == .invalidValue else { return found }
                return Diagnostic(
                    .invalidSetting, file: found.file, at: found.position, found.message, hint: found.hint)
            }
        }
        let locales = locales(&fields)
        let codes = locales.map(\.code)
        let texts = LocalizedTextReader(locales: codes)
        let title = texts.text("title", &fields)
        let address = address(&fields, override: baseURL)
        if title == nil, fields.value("title")?.isEmpty ?? true {
            fields.report(.missingSetting("title", in: file, example: "Example Help"))
        }
        if locales.isEmpty, fields.value("locales")?.isEmpty ?? true {
            fields.report(.missingSetting("locales", in: file, example: "[{ code: en, name: English }]"))
        }
        // Without these no site is published, but everything else is checked all the same.
        guard let first = locales.first, let address = address ?? Self.placeholder else { return nil }
        let standard = defaultLocale(&fields, codes) ?? first.code
        var settings = SiteSettings(
            title: title ?? LocalizedText(""), baseURL: address, defaultLocale: standard,
            locales: locales.map { locale in
                LocaleSettings(
                    code: locale.code, name: locale.name, direction: locale.direction,
                    fallbacks: fallbacks(of: locale, standard: standard, codes, &fields))
            })
        settings.description = texts.text("description", &fields)
        settings.navigation = navigation("navigation", &fields, texts)
        settings.footer = navigation("footer", &fields, texts)
        settings.copyright = texts.text("copyright", &fields)
        settings.logo = fields.string("logo", example: "images/logo.svg")
        settings.severities = severities(&fields)
        return settings
    }

    private func address(_ fields: inout FieldReader, override: String?) -> BaseURL? {
        let given = fields.string("baseURL", example: "https://help.example.com/")
        if let override { return BaseURL(override) }
        guard let given else {
            if fields.value("baseURL") == nil {
                fields.report(.missingSetting("baseURL", in: file, example: "https://help.example.com/"))
            }
            return nil
        }
        if let address = BaseURL(given.value) { return address }
        fields.report(
            .invalidSetting(
                file, at: given.position, "'\(given.value)' is not the address of a site",
                hint: "write it with http:// or https://, without '?' and '#', for example https://help.example.com/"))
        return nil
    }

    /// A locale as `site.yml` gives it.
    private struct GivenLocale {
        let code: LocaleCode
        let name: String
        let direction: TextDirection
        let fallback: Located<String>?
    }

    private func locales(_ fields: inout FieldReader) -> [GivenLocale] {
        guard let value = fields.value("locales") else { return [] }
        guard case .sequence(let items, _) = value else {
            return fields.mismatch(
                "locales", value, expected: "a list", example: "[{ code: en, name: English }]") ?? []
        }
        var result: [GivenLocale] = []
        for item in items {
            guard let locale = locale(item, &fields) else { continue }
            if result.contains(where: { $0.code == locale.code }) {
                fields.report(
                    .invalidSetting(
                        file, at: item.position, "the locale '\(locale.code)' is listed twice", hint: "keep one of them"
                    ))
            } else {
                result.append(locale)
            }
        }
        return result
    }

    private func locale(_ item: YAMLValue, _ fields: inout FieldReader) -> GivenLocale? {
        if case .scalar(let scalar) = item {
            guard let code = code(Located(scalar.text, at: scalar.position), &fields) else { return nil }
            return GivenLocale(
                code: code, name: BuiltInTexts.languageName(of: code) ?? code.rawValue, direction: code.direction,
                fallback: nil)
        }
        guard case .mapping = item else {
            return fields.mismatch("locales", item, expected: "a list of locales", item: true, example: "[en, zh-Hans]")
        }
        var own = FieldReader(item, file: file, known: ["code", "name", "dir", "fallback"])
        defer { own.diagnostics.forEach { fields.report($0) } }
        guard let text = own.string("code", example: "en") else {
            own.report(
                .invalidSetting(file, at: item.position, "this locale has no code", hint: "for example 'code: en'"))
            return nil
        }
        guard let code = code(text, &own) else { return nil }
        let direction = own.string("dir", example: "rtl").flatMap { given -> TextDirection? in
            if let direction = TextDirection(rawValue: given.value) { return direction }
            own.report(
                .invalidSetting(
                    file, at: given.position, "'dir: \(given.value)' is not a direction", hint: "write 'ltr' or 'rtl'"))
            return nil
        }
        return GivenLocale(
            code: code,
            name: own.string("name", example: "English")?.value ?? BuiltInTexts.languageName(of: code)
                ?? code.rawValue,
            direction: direction ?? code.direction, fallback: own.string("fallback", example: "en"))
    }

    private func code(_ text: Located<String>, _ fields: inout FieldReader) -> LocaleCode? {
        let code = LocaleCode(text.value)
        if let code, code.rawValue == text.value { return code }
        fields.report(
            .invalidSetting(
                file, at: text.position, "'\(text.value)' is not a locale code",
                hint: code.map { "write '\($0)'" }
                    ?? "codes are language, script and region, such as en, zh-Hans or pt-BR"))
        return nil
    }

    private func defaultLocale(_ fields: inout FieldReader, _ codes: [LocaleCode]) -> LocaleCode? {
        guard let given = fields.string("defaultLocale", example: "en") else { return nil }
        if let code = codes.first(where: { $0.rawValue == given.value }) { return code }
        fields.report(.foreignLocale(given, of: "defaultLocale", in: file, locales: codes))
        return nil
    }

    private func fallbacks(
        of locale: GivenLocale, standard: LocaleCode, _ codes: [LocaleCode], _ fields: inout FieldReader
    ) -> [LocaleCode] {
        guard locale.code != standard else { return [] }
        guard let given = locale.fallback else { return [standard] }
        if given.value == "false" { return [] }
        guard let code = codes.first(where: { $0.rawValue == given.value }) else {
            fields.report(.foreignLocale(given, of: "fallback", in: file, locales: codes))
            return [standard]
        }
        return code == standard || code == locale.code ? [standard] : [code, standard]
    }

    private func navigation(
        _ key: String, _ fields: inout FieldReader, _ texts: LocalizedTextReader
    ) -> [NavigationItem] {
        guard let value = fields.value(key) else { return [] }
        guard case .sequence(let items, _) = value else {
            return fields.mismatch(key, value, expected: "a list", example: "[{ title: Fees, url: fees/ }]") ?? []
        }
        return items.compactMap { item in
            guard case .mapping = item else {
                return fields.mismatch(
                    key, item, expected: "a list of links", item: true, example: "[{ title: Fees, url: fees/ }]")
            }
            var own = FieldReader(item, file: file, known: ["title", "url"])
            let title = texts.text("title", &own)
            let target = own.string("url", example: "fees/")
            if title == nil || target == nil {
                own.report(
                    .invalidSetting(
                        file, at: item.position, "an item of '\(key)' needs a title and a url",
                        hint: "for example '- { title: Fees, url: fees/ }'"))
            }
            own.diagnostics.forEach { fields.report($0) }
            guard let title, let target else { return nil }
            return NavigationItem(title: title, target: target.value, position: target.position)
        }
    }

    private func severities(_ fields: inout FieldReader) -> [DiagnosticID: Severity] {
        guard let value = fields.value("diagnostics") else { return [:] }
        guard case .mapping(let entries, _) = value else {
            return fields.mismatch("diagnostics", value, expected: "a group of keys", example: "{ raw-html: ignore }")
                ?? [:]
        }
        var result: [DiagnosticID: Severity] = [:]
        for (key, value) in entries {
            guard let id = DiagnosticID(rawValue: key.text) else {
                let suggestion = closest(to: key.text, among: DiagnosticID.allCases.map(\.rawValue))
                fields.report(
                    .invalidSetting(
                        file, at: key.position, "there is no diagnostic '\(key.text)'",
                        hint: suggestion.map { "did you mean '\($0)'?" } ?? "its name stands in brackets in the report")
                )
                continue
            }
            guard case .scalar(let scalar) = value, let severity = Severity(rawValue: scalar.text) else {
                fields.report(
                    .invalidSetting(
                        file, at: value.position, "'\(key.text)' must be set to a severity",
                        hint: "write ignore, warning or error"))
                continue
            }
            if !id.leavesPagePossible {
                fields.report(
                    .invalidSetting(
                        file, at: key.position, "'\(key.text)' is always an error: no page can be made in spite of it",
                        hint: "remove the line"))
            } else {
                result[id] = severity
            }
        }
        return result
    }
}
