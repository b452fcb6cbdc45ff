/// Which HTML tags an author may write; all of them without attributes.
///
/// They are those that say what Markdown cannot say, or that writers are used to, and that neither run anything nor
/// leave the place where they stand.
enum AllowedTags {
    enum Rule {
        /// Within text, and in a block of HTML.
        case inline
        /// The same, but without content and closing tag.
        case void
        /// In a block of HTML only: within text it would end the paragraph.
        case block
        /// Not allowed.
        case none
        /// Not allowed, and what it holds is not text for readers.
        case lost
    }

    static func rule(for tag: String) -> Rule { rules[tag] ?? .none }

    private static let rules: [String: Rule] = {
        var rules: [String: Rule] = ["br": .void, "wbr": .void, "hr": .block]
        let groups: [(Rule, [String])] = [
            (
                .inline,
                [
                    "abbr", "b", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp",
                    "small", "strong", "sub", "sup", "u", "var",
                ]
            ),
            (.block, ["blockquote", "dd", "details", "dl", "dt", "li", "ol", "p", "pre", "summary", "ul"]),
            (
                .lost,
                [
                    "applet", "audio", "canvas", "embed", "head", "iframe", "math", "noembed", "noframes", "noscript",
                    "object", "script", "select", "style", "svg", "template", "textarea", "title", "xmp",
                ]
            ),
        ]
        for (rule, tags) in groups {
            for tag in tags { rules[tag] = rule }
        }
        return rules
    }()

    /// Whether readers see what stands before the tag and what follows it as different words: it begins or ends a block
    /// or a line, allowed or not.
    static func divides(_ tag: String) -> Bool { tag == "br" || rule(for: tag) == .block || otherBlocks.contains(tag) }

    /// The tags of blocks that are not allowed.
    private static let otherBlocks: Set<String> = [
        "address", "article", "aside", "body", "caption", "center", "dialog", "dir", "div", "fieldset", "figcaption",
        "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "legend", "main", "menu",
        "nav", "optgroup", "option", "search", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
    ]

    /// Whether the tag has no content: it needs no closing tag.
    static func isVoid(_ tag: String) -> Bool { tag == "br" || tag == "wbr" || tag == "hr" }
}
