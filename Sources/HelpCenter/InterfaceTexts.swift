/// The words of the interface in one locale: built in, overridden by the site's `strings.yml`.
public struct InterfaceTexts: Sendable {
    /// A text: plain, or with a form for each plural category.
    public enum Text: Sendable, Equatable {
        /// One form for all.
        case plain(String)
        /// A form for each plural category of the language; `other` is always there.
        case plural([PluralCategory: String])
    }

    /// The locale they are for.
    public let locale: LocaleCode
    /// The texts by key.
    public let texts: [String: Text]
    /// The names of the months as they stand in a date, January first.
    public let months: [String]

    private let plurals: PluralRules

    /// The texts of a locale.
    public init(locale: LocaleCode, texts: [String: Text], months: [String]) {
        self.locale = locale
        self.texts = texts
        self.months = months
        // CLDR calls Brazilian Portuguese "pt"; here "pt" is the European one.
        self.plurals = PluralRules(language: locale.rawValue == "pt" ? "pt-PT" : locale.rawValue)
    }

    /// A text without placeholders; the key itself where there is none, which tests rule out.
    public subscript(key: String) -> String {
        switch texts[key] {
        case .plain(let text): text
        case .plural(let forms): forms[.other] ?? key
        case nil: key
        }
    }

    /// A text that has no forms; empty where the key has forms, or is not known in this locale.
    public func plain(_ key: String) -> String {
        if case .plain(let text)? = texts[key] { text } else { "" }
    }

    /// A text with its placeholders filled: `{name}` by the value of that name.
    public func text(_ key: String, _ values: [String: String]) -> String {
        Self.fill(self[key], values)
    }

    /// The text for a number, in the plural form that the language asks for; `{count}` becomes the number.
    public func count(_ key: String, _ count: Int) -> String {
        guard case .plural(let forms)? = texts[key] else { return text(key, ["count": number(count)]) }
        let form = forms[plurals.category(for: count)] ?? forms[.other] ?? key
        return Self.fill(form, ["count": number(count)])
    }

    /// A whole number with the locale's grouping and digits.
    public func number(_ value: Int) -> String {
        let digits = Array(String(value.magnitude))
        var result = value < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3), digits.count > minimumGroupedDigits {
                result += self["groupSeparator"]
            }
            result.append(digit)
        }
        return localizedDigits(result)
    }

    /// A time of the day, `09:30`, with the locale's digits. The end of a day is `24:00`.
    ///
    /// - Parameter minutes: Minutes since midnight.
    public func time(_ minutes: Int) -> String {
        let parts = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return localizedDigits(parts.joined(separator: ":"))
    }

    /// A day, written out as the locale does.
    public func date(_ date: PublicationDate) -> String {
        let values = [
            "year": localizedDigits(String(date.year)), "day": localizedDigits(String(date.day)),
            "monthNumber": localizedDigits(String(date.month)), "month": months[date.month - 1],
        ]
        return text("date", values)
    }
}

extension InterfaceTexts {
    /// Spanish and Portuguese group from five digits on (CLDR 45, `minimumGroupingDigits`).
    private var minimumGroupedDigits: Int {
        locale.language == "es" || (locale.language == "pt" && locale.rawValue != "pt-BR") ? 4 : 3
    }

    private func localizedDigits(_ text: String) -> String {
        guard self["digits"] == "arab" else { return text }
        return String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    guard ("0"..."9").contains(scalar) else { return scalar }
                    return Unicode.Scalar(scalar.value - 0x30 + 0x660) ?? scalar
                }))
    }

    private static func fill(_ text: String, _ values: [String: String]) -> String {
        var result = ""
        var rest = text.utf8[...]
        while let open = rest.firstIndex(of: UInt8(ascii: "{")),
            let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
        {
            let name = String(text[text.utf8.index(after: open)..<close])
            result += text[rest.startIndex..<open]
            result += values[name] ?? "{\(name)}"
            rest = rest[text.utf8.index(after: close)...]
        }
        return result + text[rest.startIndex...]
    }
}
