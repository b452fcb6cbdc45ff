/// Something wrong with an article's Markdown, at its place.
public struct MarkdownIssue: Sendable, Equatable {
    /// What is wrong.
    public let kind: Kind
    /// The line in the file, counted from 1.
    public let line: Int
    /// The code point in the line, counted from 1.
    public let column: Int

    /// What can be wrong with the text of an article.
    public enum Kind: Sendable, Equatable {
        /// HTML that is not passed on.
        case rawHTML(HTMLFault)
        /// A link or an image whose target is none of those allowed.
        case unsafeLink(target: String, reason: UnsafeTarget)
        /// A block quote that begins like a callout, with an unknown name.
        case unknownCallout(name: String)
        /// A `:::name` line whose name is not `details`.
        case unknownBlock(name: String)
        /// A `:::details` line without the `:::` that ends it.
        case unclosedBlock
        /// A `:::` line that ends nothing.
        case strayBlockEnd
        /// A footnote that the text never refers to.
        case unusedFootnote(label: String)
        /// A second footnote of the same label.
        case duplicateFootnote(label: String, firstLine: Int)
        /// An explicit anchor that an earlier heading has already.
        case duplicateAnchor(id: String, firstLine: Int)
        /// An explicit anchor that cannot be one.
        case invalidAnchor(id: String, reason: InvalidAnchor)
        /// An image without alternative text.
        case missingAlternativeText(destination: String)
        /// A level-1 heading: the page's only one is its title.
        case extraTitle(text: String)
        /// A row of a table with more cells than the table has columns.
        case tableExtraCells(cells: Int, columns: Int)
        /// Blocks or emphasis inside each other beyond any use.
        case nestingTooDeep(limit: Int)
    }

    /// Why HTML is not passed on.
    public enum HTMLFault: Sendable, Hashable {
        /// A tag that is not on the list.
        case tag(String)
        /// A tag of the list that has attributes; it is kept, they are not.
        case attributes(String)
        /// An opening tag whose closing tag does not stand beside it.
        case unclosed(String)
        /// A closing tag whose opening tag does not stand beside it.
        case unopened(String)
        /// A processing instruction, a declaration or a CDATA section: it begins with `<?` or `<!`.
        case declaration(String)
    }

    /// Why a target is not allowed.
    public enum UnsafeTarget: Sendable, Equatable {
        /// It begins with a scheme other than http, https, mailto and tel.
        case scheme(String)
        /// It begins with http: or https:, but no host follows.
        case missingHost
        /// It begins with `//` or `\\`: another host in the scheme of the page.
        case otherHost
        /// It holds a tab, a line break or another control character.
        case controlCharacter
        /// An image or video cannot come from mailto: or tel:.
        case notMedia(String)
    }

    /// Why an explicit anchor cannot be one.
    public enum InvalidAnchor: Sendable, Equatable {
        /// It holds something else than letters, digits, `-`, `_` and `.`, or nothing at all.
        case characters
        /// It begins with `gp-`, which is for the page's own parts.
        case reserved
        /// It is a name that scripts rely on, such as `constructor`.
        case scriptName
    }

    /// How much an issue matters.
    public enum Severity: Sendable, Equatable {
        /// Nothing should be published until it is mended.
        case error
        /// The page is as good as it can be; somebody should look.
        case warning
    }
}
