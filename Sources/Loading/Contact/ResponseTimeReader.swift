internal import HelpCenter

/// Reads how soon a channel answers.
struct ResponseTimeReader {
    /// Whether the channel says when it is open, so that business days mean something.
    let hasHours: Bool

    /// The times; nil when the channel says nothing, or nothing that can be read.
    func read(_ fields: inout FieldReader, _ file: inout ContactFile) -> ResponseTime? {
        guard let value = fields.value("responds") else { return nil }
        guard case .mapping = value else {
            return fields.mismatch(
                "responds", value, expected: "a group of keys", example: "{ within: 24h, typical: 3h }")
        }
        var times = FieldReader(value, file: file.name, known: ["within", "typical"])
        defer { file.take(times) }
        let within = span("within", &times)
        let typical = span("typical", &times)
        guard let within else {
            if times.value("within") == nil { times.report(.respondsWithoutLimit(at: value.position, in: file.name)) }
            return nil
        }
        if let typical, typical.span.minutes > within.span.minutes {
            times.report(.typicalBeyondLimit(typical.text, limit: within.text.value, in: file.name))
            return ResponseTime(within: within.span, typical: nil)
        }
        return ResponseTime(within: within.span, typical: typical?.span)
    }

    private func span(
        _ key: String, _ times: inout FieldReader
    ) -> (text: Located<String>, span: ResponseTime.Span)? {
        guard let text = times.string(key, example: "24h") else { return nil }
        guard let span = ResponseTime.Span(text.value) else {
            times.report(
                .invalidValue(
                    key, in: times.file, at: text.position, text.value, rule: "a span of time",
                    hint: "write a number and m, h, d or bd (days on which the channel is open), as in 24h"))
            return nil
        }
        if span.unit == .businessDays, !hasHours {
            times.report(.businessDaysWithoutHours(key, text, in: times.file))
            return nil
        }
        return (text, span)
    }
}

extension ResponseTime.Span {
    /// The longest span, of whatever unit.
    private static let longest = 9_999

    /// A span as `contact.yml` writes it: `24h`.
    init?(_ text: String) {
        let digits = text.utf8.prefix { (0x30...0x39).contains($0) }
        guard let count = Int(Substring(digits)), (1...Self.longest).contains(count),
            let unit = Unit(rawValue: String(text.dropFirst(digits.count)))
        else { return nil }
        self.init(count: count, unit: unit)
    }
}
