internal import HelpCenter
internal import Markdown

/// What is wrong with a published page by itself, once it is known what it is for.
struct ContentChecks {
    /// What is wrong.
    private(set) var diagnostics: [Diagnostic] = []

    /// Checks the pages that are published.
    init(_ parsed: ParsedSite, kept: [Bool], display: String) {
        let icons = parsed.templates.compactMap { template -> String? in
            guard template.path.hasPrefix("icons/"), template.path.hasSuffix(".svg") else { return nil }
            return String(template.path.dropFirst(6).dropLast(4))
        }
        for (page, kept) in zip(parsed.pages, kept) where kept {
            let file = display + "/" + page.source.contentPath
            if page.frontMatter.kind == .faq, page.document.questions.isEmpty { diagnostics.append(.emptyFAQ(file)) }
            if let icon = page.frontMatter.icon, !icons.contains(icon.value) {
                diagnostics.append(.unknownIcon(icon, among: icons, file: file))
            }
        }
    }
}
