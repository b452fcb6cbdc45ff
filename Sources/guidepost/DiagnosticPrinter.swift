internal import Build
internal import HelpCenter

/// Prints what is wrong with the content.
struct DiagnosticPrinter {
    /// How many warnings of one kind are printed in full as text; the rest is counted. Whoever moves a thousand articles
    /// would not read thirty thousand lines; `--format json` lists all.
    static let shownOfAKind = 25

    /// How they are written.
    let format: CommonOptions.Format
    /// Whether warnings are left out.
    let isQuiet: Bool
    /// The content folder as the user gave it.
    let content: String
    /// Where they are written.
    let terminal: Terminal

    /// Prints a report.
    func print(_ report: BuildReport, _ summary: Summary) {
        let shown = report.diagnostics.filter { !isQuiet || $0.severity == .error }
        switch format {
        case .text:
            printText(shown)
            if !isQuiet { terminal.report(summary.text) }
        case .json:
            terminal.print(JSONReport(diagnostics: shown, summary: summary).text)
        case .github:
            for diagnostic in shown { terminal.print(Self.annotation(diagnostic)) }
            terminal.report(summary.text)
        }
    }
}

extension DiagnosticPrinter {
    // MARK: Text

    private func printText(_ diagnostics: [Diagnostic]) {
        var excerpts = SourceExcerpts()
        var printed: [DiagnosticID: Int] = [:]
        var text = ""
        for diagnostic in diagnostics {
            if diagnostic.severity == .warning {
                printed[diagnostic.id, default: 0] += 1
                if printed[diagnostic.id, default: 0] > Self.shownOfAKind { continue }
            }
            text += lines(of: diagnostic, excerpts: &excerpts)
        }
        for (id, count) in printed.sorted(by: { $0.key.rawValue < $1.key.rawValue }) where count > Self.shownOfAKind {
            text += "… and \(count - Self.shownOfAKind) more warnings [\(id.rawValue)]; --format json lists them all\n"
        }
        terminal.report(text)
    }

    private func lines(of diagnostic: Diagnostic, excerpts: inout SourceExcerpts) -> String {
        var place = Terminal.harmless(diagnostic.file)
        if let position = diagnostic.position { place += ":\(position.line):\(position.column)" }
        let isError = diagnostic.severity == .error
        let severity = terminal.style(isError ? "error:" : "warning:", isError ? .red : .yellow)
        var text =
            "\(terminal.style(place + ":", .bold)) \(severity) \(Terminal.harmless(diagnostic.message)) [\(diagnostic.id.rawValue)]\n"
        if let position = diagnostic.position,
            let excerpt = excerpts.excerpt(Environment.absolute(diagnostic.file), position)
        {
            let number = String(position.line)
            let margin = String(repeating: " ", count: max(5, number.count + 2))
            let padded = String(repeating: " ", count: margin.count - number.count) + number
            text += "\(padded) | \(excerpt.line)\n\(margin) | \(excerpt.indentation)\(terminal.style("^", .cyan))\n"
        }
        if let hint = diagnostic.hint { text += "  \(terminal.style("hint:", .cyan)) \(Terminal.harmless(hint))\n" }
        return text
    }

    // MARK: GitHub Actions

    /// A workflow command (docs.github.com, "Workflow commands for GitHub Actions").
    private static func annotation(_ diagnostic: Diagnostic) -> String {
        var properties = "file=\(property(diagnostic.file))"
        if let position = diagnostic.position { properties += ",line=\(position.line),col=\(position.column)" }
        let message = diagnostic.message + (diagnostic.hint.map { "\n\($0)" } ?? "") + " [\(diagnostic.id.rawValue)]"
        return "::\(diagnostic.severity.rawValue) \(properties)::\(data(message))"
    }

    private static func data(_ text: String) -> String {
        text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    private static func property(_ text: String) -> String {
        data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
