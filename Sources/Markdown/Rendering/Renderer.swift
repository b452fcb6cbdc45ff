// How an article's body becomes HTML:
//
// 1. The body is split into lines; marker lines (`:::`, footnotes) are masked, so that cmark sees them as blocks.
// 2. cmark parses it. Footnotes are taken out, and the rest parsed again, when there are any.
// 3. One walk over the tree writes the HTML as cmark's own renderer would, and where an extension applies what the
//    extension asks for. Nothing recurses with the depth of the text.
// 4. Tables and footnotes are parsed as parts of their own and rendered by the same walk.
//
// cmark's renderer is not used: the anchors of headings, the holes and the tables would have to be smuggled through it
// by changing the tree and searching its output. Tests hold the walk to cmark's output, byte for byte.

/// Renders one body. It owns the memory of the trees.
struct Renderer: ~Copyable {
    let options: MarkdownOptions
    let arena: TreeArena
    /// What the whole body holds, so that most bodies skip most extensions.
    let features: Features
    let body: SourceText
    let bodyRoot: Node
    var footnotes: FootnoteNumbers
    var collectedDefinitions: LinkDefinitions?
    /// The text that is being rendered: the body, or a part of it.
    var part: Part
    var writer: HTMLWriter
    var anchors: Anchors
    var issues: [MarkdownIssue] = []

    var holes: [MarkdownDocument.Hole] = []
    var links: [MarkdownDocument.Link] = []
    var media: [MarkdownDocument.Media] = []
    var headings: [MarkdownDocument.Heading] = []
    var questions: [MarkdownDocument.Question] = []
    var summary = ""
    var text = RunningText()
    /// How much text was there when the heading that is being rendered began.
    var headingStart = 0

    /// The paragraph, heading or cell whose inlines are being rendered.
    var leaf: Node?
    /// The number of block quotes around the current block, within the part.
    var quoteDepth = 0
    /// How many parts are being rendered inside each other.
    var partDepth = 0
    /// The link around the current inline; links do not nest.
    var link: OpenLink?
    /// A text of which only a range is shown, because the rest was syntax.
    var trim: (node: Node, range: Range<Int>)?
    /// The block quotes being rendered that are callouts, innermost last.
    var callouts: [Node] = []
    /// The paragraph whose first line is the title of a callout, until that line has ended.
    var calloutTitle: CalloutTitle?
    /// How many tags of HTML blocks are open.
    var openTags = 0
    /// The containers in which `:::details` is open, innermost last.
    var openDetails: [Node] = []
    /// The box of the task list item whose first paragraph comes next.
    var task: Bool?
    /// Whether a question's answer is open.
    var isAnswerOpen = false
    var hasTitleHeading = false
    /// Whether something was too deep, which is said once.
    var isTooDeep = false
    var columns = ColumnCounter()
    var inlineHTML = InlineHTML()
    /// Inlines are skipped up to this one, because they are the content of a tag such as `<script>`.
    var skippedUntil: Node?
    var reportedHTML = ReportedHTML()
    var strikethrough = Strikethrough()
    var escapes: [Node: Set<Int>] = [:]

    /// More levels than any text needs, and fewer than browsers allow (Chromium: 512).
    static let deepestNesting = 100

    enum OpenLink: Equatable {
        case `internal`(Int)
        case external
        case none
    }
}

extension Renderer {
    /// Renders everything below a node, in document order.
    mutating func renderChildren(of root: Node) {
        guard var node = root.firstChild else { return }
        var depth = 1
        while true {
            if enter(node, depth: depth) {
                if let child = node.firstChild {
                    node = child
                    depth += 1
                    continue
                }
                leave(node)
            }
            while node.next == nil {
                guard let parent = node.parent, parent != root else { return }
                node = parent
                depth -= 1
                leave(node)
            }
            guard let next = node.next else { return }
            node = next
        }
    }

    /// Writes the beginning of a node. Returns whether its children and its end are to follow.
    private mutating func enter(_ node: Node, depth: Int) -> Bool {
        if let end = skippedUntil {
            if node == end { skippedUntil = nil }
            return false
        }
        switch node.kind {
        case .text: writeText(of: node)
        case .softBreak: writeSoftBreak(node)
        case .lineBreak: writeLineBreak(node)
        case .code: writeCode(node)
        case .htmlInline: writeInlineHTML(node)
        case .image: writeImage(node)
        case .codeBlock: writeCodeBlock(node)
        case .htmlBlock: writeHTMLBlock(node)
        case .thematicBreak:
            writer.startLine()
            writer.write("<hr />\n")
        case .paragraph, .heading, .emphasis, .strong, .link, .blockQuote, .list, .item:
            guard depth <= Self.deepestNesting else {
                reportDepth(of: node)
                return false
            }
            return open(node)
        case .none, .document, .customBlock, .customInline: return true
        }
        return false
    }

    private mutating func open(_ node: Node) -> Bool {
        guard node.startLine >= part.firstLine || !node.isBlock else { return false }
        switch node.kind {
        case .paragraph: return openParagraph(node)
        case .heading: return openHeading(node)
        case .blockQuote: openBlockQuote(node)
        case .list: openList(node)
        case .item: openItem(node)
        case .link: openLink(node)
        case .emphasis: openInline(node, "<em>")
        case .strong: openInline(node, "<strong>")
        default: break
        }
        return true
    }

    private mutating func leave(_ node: Node) {
        switch node.kind {
        case .paragraph: closeParagraph(node)
        case .heading: closeHeading(node)
        case .blockQuote: closeBlockQuote(node)
        case .list: writer.write(node.listStart == nil ? "</ul>\n" : "</ol>\n")
        case .item:
            text.endBlock()
            writer.write("</li>\n")
        case .link: closeLink()
        case .emphasis: writer.write("</em>")
        case .strong: writer.write("</strong>")
        default: break
        }
    }

    private mutating func openInline(_ node: Node, _ tag: StaticString) {
        writer.write(tag)
        pairTildes(in: node)
    }

    private mutating func reportDepth(of node: Node) {
        guard !isTooDeep else { return }
        isTooDeep = true
        report(.nestingTooDeep(limit: Self.deepestNesting), at: place(of: node))
    }
}

extension Node {
    fileprivate var isBlock: Bool {
        switch kind {
        case .paragraph, .heading, .blockQuote, .list, .item: true
        default: false
        }
    }
}
