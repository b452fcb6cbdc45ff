/// A parsed text: the article's body, or a part of it that is parsed on its own.
struct Part {
    let text: SourceText
    let root: Node
    let markers: BlockMarkers
    let survey: BlockSurvey
    /// What stands in earlier lines is not rendered: definitions that the part refers to.
    let firstLine: Int
    /// Whether its paragraphs stand without `<p>`, because it is part of an item of a tight list.
    var isTight = false

    /// A text that was parsed with its markers masked.
    init(text: SourceText, root: Node, markers: BlockMarkers, firstLine: Int = 1) {
        self.text = text
        self.root = root
        self.markers = markers
        self.survey = BlockSurvey(root, text: text, markers: markers)
        self.firstLine = firstLine
    }

    /// Parses a text that has no footnotes.
    init?(parsing lines: PartText, arena: borrowing TreeArena) {
        let text = lines.text()
        var markers = BlockMarkers()
        markers.findBlocks(in: text)
        guard let root = arena.parse(markers.masked(text)) else { return nil }
        self.init(text: text, root: root, markers: markers, firstLine: lines.firstLine)
    }

    /// Parses a text that has paragraphs only.
    init?(parsingParagraphs lines: PartText, arena: borrowing TreeArena) {
        let text = lines.text()
        guard let root = arena.parse(text.bytes) else { return nil }
        self.text = text
        self.root = root
        markers = BlockMarkers()
        survey = BlockSurvey()
        firstLine = lines.firstLine
    }
}

/// Collects the lines of a part, and remembers where they come from.
struct PartText {
    private var bytes: [UInt8] = []
    private var origins: [SourceText.Origin] = []
    /// The first line that is to be rendered.
    private(set) var firstLine = 1

    mutating func addLine(_ line: some Collection<UInt8>, from origin: SourceText.Origin) {
        bytes.append(contentsOf: line)
        bytes.append(.newline)
        origins.append(origin)
    }

    /// Ends the link reference definitions that the part needs.
    mutating func beginContent() {
        if let last = origins.last { addLine([], from: last) }
        firstLine = origins.count + 1
    }

    /// The text of the lines.
    func text() -> SourceText { SourceText(bytes, origins: origins) }
}
