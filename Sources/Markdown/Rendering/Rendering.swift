extension MarkdownDocument {
    /// Parses an article's body and renders it.
    ///
    /// - Parameters:
    ///   - source: Markdown in valid UTF-8, without the front matter, and without control characters other than tab
    ///     and line endings.
    ///   - options: what rendering needs to know beside the text.
    public static func parse(_ source: [UInt8], options: MarkdownOptions = MarkdownOptions()) -> MarkdownDocument {
        let arena = TreeArena()
        let features = Features(of: source)
        let text = SourceText(source)
        var markers = BlockMarkers()
        markers.findBlocks(in: text)
        if features.hasFootnotes { markers.findFootnotes(in: text) }
        guard var root = arena.parse(markers.masked(text)) else { return MarkdownDocument() }
        var footnotes = Footnotes()
        if markers.hasFootnotes {
            let extraction = FootnoteExtraction(from: root, of: text, markers: markers)
            guard let rest = arena.parse(extraction.masked()) else { return MarkdownDocument() }
            (root, markers, footnotes) = (rest, extraction.markers, extraction.footnotes)
        }
        let body = Part(text: text, root: root, markers: markers)
        var renderer = Renderer(body, footnotes: footnotes, features: features, options: options, arena: arena)
        return renderer.render()
    }
}

extension Renderer {
    fileprivate init(
        _ body: Part, footnotes: Footnotes, features: Features, options: MarkdownOptions, arena: consuming TreeArena
    ) {
        self.options = options
        self.arena = arena
        self.features = features
        self.body = body.text
        self.bodyRoot = body.root
        self.footnotes = FootnoteNumbers(footnotes)
        self.part = body
        // HTML is a quarter longer than typical Markdown.
        self.writer = HTMLWriter(capacity: body.text.bytes.count * 5 / 4 + 256)
        self.anchors = Anchors(reserved: footnotes.isEmpty ? [] : [Self.footnotesAnchor])
        self.anchors.reserve(body.survey.anchors)
    }

    fileprivate mutating func render() -> MarkdownDocument {
        renderChildren(of: part.root)
        closeQuestion()
        writeFootnotes()
        let sorted = issues.enumerated().sorted {
            ($0.element.line, $0.element.column, $0.offset) < ($1.element.line, $1.element.column, $1.offset)
        }
        return MarkdownDocument(
            html: writer.bytes, holes: holes, links: links, media: media, headings: headings, questions: questions,
            summary: summary, wordCount: text.words.count, text: text.bytes, issues: sorted.map(\.element))
    }
}

extension MarkdownDocument {
    /// A document without anything.
    private init() {
        self.init(
            html: [], holes: [], links: [], media: [], headings: [], questions: [], summary: "", wordCount: 0, text: [],
            issues: [])
    }
}
