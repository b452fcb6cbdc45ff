internal import HelpCenter
internal import Markdown

/// Parses one Markdown file.
///
/// 1. Its bytes are made clean text (`TextCheck`).
/// 2. The front matter is split off and read.
/// 3. The body is parsed and rendered, but for what depends on the page that will show it.
struct PageReader {
    /// The words that the Markdown renderer writes, for each locale.
    let labels: [LocaleCode: MarkdownLabels]
    /// How diagnostics name the content folder.
    let display: String

    /// A parsed page, and what is wrong with it.
    func read(_ input: [UInt8], source: SourcePath) -> (page: ParsedPage, diagnostics: [Diagnostic]) {
        let file = display + "/" + source.contentPath
        let text = TextCheck(input)
        var diagnostics = Diagnostic.text(text, file: file)
        let head = FrontMatterReader(text.bytes, file: file)
        diagnostics += head.diagnostics
        let body = Array(text.bytes[head.bodyStart...])
        let isHome = source.isIndex && source.folder.isEmpty
        // A file whose front matter cannot be read has been reported; that it has no title as well is no news.
        let isRead = head.isReadable && !text.findings.contains { $0.finding == .utf16 }
        if head.frontMatter.title == nil, !isHome, isRead { diagnostics.append(.missingTitle(file)) }
        let title = head.frontMatter.title ?? Self.firstHeading(body) ?? SourcePath.humanized(source.stem)
        let options = MarkdownOptions(
            labels: labels[source.locale] ?? .english, isFAQ: head.frontMatter.kind == .faq, title: title,
            firstLine: head.bodyLine)
        let document = MarkdownDocument.parse(body, options: options)
        diagnostics += document.issues.map { Diagnostic($0, file: file) }
        let page = ParsedPage(
            source: source, frontMatter: head.frontMatter, title: title, document: document, body: body)
        return (page, diagnostics)
    }
}

extension PageReader {
    /// The text of the first level-1 heading (`# …`), for a file that gives no title.
    private static func firstHeading(_ body: [UInt8]) -> String? {
        for line in body.split(separator: UInt8(ascii: "\n")) where line.starts(with: [0x23, 0x20]) {
            let text = String(decoding: line.dropFirst(2), as: UTF8.self)
            let words = text.split(whereSeparator: { $0.isWhitespace || $0 == "#" })
            if !words.isEmpty { return words.joined(separator: " ") }
        }
        return nil
    }
}

extension Diagnostic {
    /// A diagnostic of what the Markdown module found.
    init(_ issue: MarkdownIssue, file: String) {
        self.init(
            DiagnosticID(rawValue: issue.id) ?? .rawHTML, file: file,
            at: SourcePosition(line: issue.line, column: issue.column), issue.message, hint: issue.hint)
    }
}
