internal import Build
internal import HelpCenter

/// What a run did, in a few lines.
struct Summary {
    /// The report that is summed up.
    let report: BuildReport

    private let output: String?
    private let duration: Duration

    /// A summary of a run.
    init(_ report: BuildReport, output: String?, duration: Duration) {
        self.report = report
        self.output = output
        self.duration = duration
    }

    /// The run's time in milliseconds.
    var milliseconds: Int {
        Int(duration.components.seconds) * 1000 + Int(duration.components.attoseconds / 1_000_000_000_000_000)
    }

    /// The summary for people.
    var text: String {
        var lines: [String] = []
        let width = report.editions.map(\.locale.rawValue.count).max() ?? 0
        for edition in report.editions {
            var line = "  " + edition.locale.rawValue
            line += String(repeating: " ", count: width - edition.locale.rawValue.count + 2)
            line += Self.count(edition.articles, "article") + " in " + Self.count(edition.categories, "category")
            if edition.fallbacks > 0 { line += ", \(edition.fallbacks) more shown in another language" }
            lines.append(line)
        }
        let left = [
            report.leftOut.drafts > 0 ? Self.count(report.leftOut.drafts, "draft") : nil,
            report.leftOut.future > 0 ? "\(report.leftOut.future) to be published later" : nil,
            report.leftOut.expired > 0 ? "\(report.leftOut.expired) expired" : nil,
        ].compactMap { $0 }
        if !left.isEmpty { lines.append("  left out: " + left.joined(separator: ", ")) }
        lines.append(outcome)
        return lines.joined(separator: "\n") + "\n"
    }
}

extension Summary {
    private var outcome: String {
        let errors = report.count(.error)
        let warnings = report.count(.warning)
        let found = [
            errors > 0 ? Self.count(errors, "error") : nil, warnings > 0 ? Self.count(warnings, "warning") : nil,
        ].compactMap { $0 }.joined(separator: ", ")
        let time = "in \(Self.time(milliseconds))"
        if let published = report.published, let output {
            let total = published.written + published.unchanged
            var text = "Published \(Self.count(total, "file")) to \(output) (\(published.written) new or changed"
            text += published.removed > 0 ? ", \(published.removed) removed) " : ") "
            return text + time + (found.isEmpty ? "" : "; " + found)
        }
        if output != nil { return "Nothing was published: \(found)" }
        return "Checked \(time): " + (found.isEmpty ? "all is well" : found)
    }

    private static func time(_ milliseconds: Int) -> String {
        guard milliseconds >= 1000 else { return "\(milliseconds) ms" }
        return "\(milliseconds / 1000).\(milliseconds % 1000 / 100) s"
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        if number == 1 { return "1 \(noun)" }
        return "\(number) " + (noun.hasSuffix("y") ? noun.dropLast() + "ies" : noun + "s")
    }
}
