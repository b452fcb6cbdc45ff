/// What rendering needs to know beside the text.
public struct MarkdownOptions: Sendable {
    /// The words that are written into the HTML, in the language of the page.
    public var labels: MarkdownLabels
    /// Whether the article is an FAQ: its level-2 headings are questions.
    public var isFAQ: Bool
    /// The page's title. A first level-1 heading with the same text is left out, because the page shows it already.
    public var title: String?
    /// The number, in the file, of the body's first line; the front matter precedes it.
    public var firstLine: Int

    /// Options; the defaults are those of a guide without front matter, in English.
    public init(
        labels: MarkdownLabels = .english, isFAQ: Bool = false, title: String? = nil, firstLine: Int = 1
    ) {
        self.labels = labels
        self.isFAQ = isFAQ
        self.title = title
        self.firstLine = firstLine
    }
}

/// The words that rendering writes beside the author's. All of them are plain text.
public struct MarkdownLabels: Sendable {
    /// Titles of callouts that have none of their own.
    public var note, tip, important, warning, caution: String
    /// Heading of the section of footnotes.
    public var footnotes: String
    /// Accessible name of the link from a footnote back to the text.
    public var backToReference: String
    /// Accessible name of the link that a heading carries to itself.
    public var linkToSection: String
    /// Accessible name of the frame in which a table scrolls.
    public var tableLabel: String
    /// Accessible name of a ticked box of a task list.
    public var taskDone: String
    /// Accessible name of an empty box of a task list.
    public var taskOpen: String

    /// Labels in any language.
    public init(
        note: String, tip: String, important: String, warning: String, caution: String, footnotes: String,
        backToReference: String, linkToSection: String, tableLabel: String, taskDone: String, taskOpen: String
    ) {
        self.note = note
        self.tip = tip
        self.important = important
        self.warning = warning
        self.caution = caution
        self.footnotes = footnotes
        self.backToReference = backToReference
        self.linkToSection = linkToSection
        self.tableLabel = tableLabel
        self.taskDone = taskDone
        self.taskOpen = taskOpen
    }

    /// The labels in English.
    public static let english = MarkdownLabels(
        note: "Note", tip: "Tip", important: "Important", warning: "Warning", caution: "Caution", footnotes: "Notes",
        backToReference: "Back to the text", linkToSection: "Link to this section", tableLabel: "Table",
        taskDone: "Done", taskOpen: "To do")
}
