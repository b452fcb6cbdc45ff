// Everything that is said about Markdown is said here, so that its wording is reviewed together.

extension MarkdownIssue {
    /// The stable name of the kind of issue, which writers see in brackets.
    public var id: String {
        switch kind {
        case .rawHTML: "raw-html"
        case .unsafeLink: "unsafe-link"
        case .unknownCallout: "unknown-callout"
        case .unknownBlock: "unknown-block"
        case .unclosedBlock, .strayBlockEnd: "unclosed-block"
        case .unusedFootnote: "unused-footnote"
        case .duplicateFootnote: "duplicate-footnote"
        case .duplicateAnchor: "duplicate-anchor"
        case .invalidAnchor: "invalid-anchor"
        case .missingAlternativeText: "missing-alt"
        case .extraTitle: "extra-title"
        case .tableExtraCells: "table-extra-cells"
        case .nestingTooDeep: "nesting-too-deep"
        }
    }

    /// How much it matters unless the site says otherwise.
    public var severity: Severity {
        switch kind {
        case .rawHTML, .unknownCallout, .unknownBlock, .unusedFootnote, .missingAlternativeText, .extraTitle,
            .tableExtraCells:
            .warning
        case .unsafeLink, .unclosedBlock, .strayBlockEnd, .duplicateFootnote, .duplicateAnchor, .invalidAnchor,
            .nestingTooDeep:
            .error
        }
    }

    /// The rule that is broken, the most specific fact first.
    public var message: String {
        switch kind {
        case .rawHTML(let fault): Self.message(of: fault)
        case .unsafeLink(let target, let reason): "link target '\(target)' \(Self.message(of: reason))"
        case .unknownCallout(let name): "'[!\(name)]' is not a callout"
        case .unknownBlock(let name): "':::\(name)' is not a block"
        case .unclosedBlock: "':::details' is never closed"
        case .strayBlockEnd: "':::' closes nothing"
        case .unusedFootnote(let label): "footnote '[^\(label)]' is never referred to, so nobody sees it"
        case .duplicateFootnote(let label, let line): "footnote '[^\(label)]' is already defined in line \(line)"
        case .duplicateAnchor(let id, let line): "anchor '{#\(id)}' already belongs to the heading in line \(line)"
        case .invalidAnchor(let id, let reason): "anchor '{#\(id)}' \(Self.message(of: reason))"
        case .missingAlternativeText(let destination): "'\(destination)' has no alternative text"
        case .extraTitle(let text): "heading '\(text)' has level 1, which is the page's title"
        case .tableExtraCells(let cells, let columns):
            "table row has \(cells) cells, but the table has \(columns) \(columns == 1 ? "column" : "columns"), "
                + "so the last \(cells - columns == 1 ? "one is" : "\(cells - columns) are") lost"
        case .nestingTooDeep(let limit): "more than \(limit) elements are nested in each other"
        }
    }

    /// What to do about it.
    public var hint: String {
        switch kind {
        case .rawHTML(let fault): Self.hint(for: fault)
        case .unsafeLink(_, let reason): Self.hint(for: reason)
        case .unknownCallout(let name): Self.calloutHint(name)
        case .unknownBlock(let name): Self.blockHint(name)
        case .unclosedBlock: "write ':::' on a line of its own after the block, in the same list item or quote"
        case .strayBlockEnd: "remove the line, or write ':::details Summary' before the block it should close"
        case .unusedFootnote(let label): "write '[^\(label)]' where the text refers to it, or remove the footnote"
        case .duplicateFootnote: "give one of them another label"
        case .duplicateAnchor: "give one of them another anchor"
        case .invalidAnchor: "use letters, digits, '-', '_' and '.', such as '{#reset-password}'"
        case .missingAlternativeText: "say what it shows, between the brackets: '![Withdrawal form](form.png)'"
        case .extraTitle: "use '## …' for sections; the title is in the front matter"
        case .tableExtraCells: "remove them or add columns; a '|' inside a cell is written '\\|'"
        case .nestingTooDeep: "make the text flatter"
        }
    }
}

extension MarkdownIssue {
    private static func message(of fault: HTMLFault) -> String {
        switch fault {
        case .tag(let name): "HTML tag <\(name)> is not supported and was left out"
        case .attributes(let name): "HTML tag <\(name)> cannot have attributes; they were left out"
        case .unclosed(let name): "HTML tag <\(name)> has no </\(name)> beside it and was left out"
        case .unopened(let name): "HTML tag </\(name)> has no <\(name)> beside it and was left out"
        case .declaration(let start): "markup that begins with '\(start)' is not supported and was left out"
        }
    }

    private static func hint(for fault: HTMLFault) -> String {
        switch fault {
        case .tag(let name): RawHTMLAdvice.advice(for: name)
        case .attributes(let name): "write <\(name)> alone; how it looks is the stylesheet's matter"
        case .unclosed(let name): "write </\(name)> where it ends, in the same paragraph or list item, or remove it"
        case .unopened(let name): "write <\(name)> where it begins, in the same paragraph or list item, or remove it"
        case .declaration: "remove it, or put a backslash before '<' if it is meant as text"
        }
    }

    private static func message(of reason: UnsafeTarget) -> String {
        switch reason {
        case .scheme(let name): "has the scheme '\(name):', which is not allowed"
        case .missingHost: "has no host"
        case .otherHost: "names a host, but no scheme"
        case .controlCharacter: "holds a control character"
        case .notMedia(let name): "cannot be shown: '\(name):' is not the address of an image or a video"
        }
    }

    private static func hint(for reason: UnsafeTarget) -> String {
        switch reason {
        case .scheme:
            "use https:, http:, mailto:, tel: or a path; a path with ':' in its first part begins with './'"
        case .missingHost, .otherHost: "write the whole address, such as 'https://example.org/page'"
        case .controlCharacter: "remove tabs and line breaks, also those written as '&Tab;' or '&#10;'"
        case .notMedia: "use the path of a file beside the article"
        }
    }

    private static func message(of reason: InvalidAnchor) -> String {
        switch reason {
        case .characters: "holds something else than letters, digits, '-', '_' and '.'"
        case .reserved: "begins with 'gp-', which is for the page's own parts"
        case .scriptName: "is a name that scripts rely on"
        }
    }

    private static func calloutHint(_ name: String) -> String {
        let names = CalloutKind.allCases.map(\.marker)
        if let suggestion = closest(to: name.uppercased(), among: names) {
            return "did you mean '[!\(suggestion)]'?"
        }
        return "callouts are " + names.map { "[!\($0)]" }.joined(separator: ", ")
    }

    private static func blockHint(_ name: String) -> String {
        if closest(to: name.lowercased(), among: ["details"]) != nil { return "did you mean ':::details'?" }
        if let callout = CalloutKind(marker: name) {
            return "callouts are block quotes that begin with '> [!\(callout.marker)]'"
        }
        return "the only block is ':::details Summary' … ':::'; remove the line to keep its text"
    }
}
