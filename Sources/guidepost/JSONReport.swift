internal import Build
internal import HelpCenter

/// A report as JSON, for other tools.
///
/// `{"diagnostics": [{"id", "severity", "file", "line", "column", "message", "hint"}], "summary": {"errors", "warnings",
/// "milliseconds", "editions": [{"locale", "articles", "fallbacks", "categories"}], "leftOut": {"drafts", "future",
/// "expired"}, "published": {"written", "unchanged", "removed"}}}`; what does not apply is null.
struct JSONReport {
    /// The diagnostics to list.
    let diagnostics: [Diagnostic]
    /// The run.
    let summary: Summary

    /// The report on one line.
    var text: String {
        let report = summary.report
        let list = diagnostics.map { diagnostic in
            Self.object([
                ("id", Self.string(diagnostic.id.rawValue)), ("severity", Self.string(diagnostic.severity.rawValue)),
                ("file", Self.string(diagnostic.file)), ("line", Self.number(diagnostic.position?.line)),
                ("column", Self.number(diagnostic.position?.column)), ("message", Self.string(diagnostic.message)),
                ("hint", diagnostic.hint.map(Self.string) ?? "null"),
            ])
        }
        let editions = report.editions.map { edition in
            Self.object([
                ("locale", Self.string(edition.locale.rawValue)), ("articles", String(edition.articles)),
                ("fallbacks", String(edition.fallbacks)), ("categories", String(edition.categories)),
            ])
        }
        let published = report.published.map { published in
            Self.object([
                ("written", String(published.written)), ("unchanged", String(published.unchanged)),
                ("removed", String(published.removed)),
            ])
        }
        let left = Self.object([
            ("drafts", String(report.leftOut.drafts)), ("future", String(report.leftOut.future)),
            ("expired", String(report.leftOut.expired)),
        ])
        let totals = Self.object([
            ("errors", String(report.count(.error))), ("warnings", String(report.count(.warning))),
            ("milliseconds", String(summary.milliseconds)), ("editions", Self.array(editions)), ("leftOut", left),
            ("published", published ?? "null"),
        ])
        return Self.object([("diagnostics", Self.array(list)), ("summary", totals)])
    }
}

extension JSONReport {
    private static func object(_ entries: [(String, String)]) -> String {
        "{" + entries.map { "\(string($0)):\($1)" }.joined(separator: ",") + "}"
    }

    private static func array(_ items: [String]) -> String { "[" + items.joined(separator: ",") + "]" }

    private static func number(_ value: Int?) -> String { value.map(String.init) ?? "null" }

    private static func string(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\0"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
