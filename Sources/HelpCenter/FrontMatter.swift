/// A value together with where it stands in its file, for diagnostics.
public struct Located<Value: Sendable>: Sendable {
    /// The value.
    public let value: Value
    /// Where it stands.
    public let position: SourcePosition

    /// A value at a place.
    public init(_ value: Value, at position: SourcePosition) {
        self.value = value
        self.position = position
    }
}

/// What kind of article a page is.
public enum ArticleKind: String, Sendable, CaseIterable {
    /// Explains, or walks through steps.
    case guide
    /// Its level-2 headings are questions.
    case faq
}

/// What the YAML between the `---` lines of an article says, with Hugo's names where Hugo has one.
public struct FrontMatter: Sendable {
    /// The title; nil when the file has none.
    public var title: String?
    /// The answer in a sentence.
    public var description: String?
    /// Guide or FAQ.
    public var kind: ArticleKind = .guide
    /// The last part of the permalink, in place of the file's name.
    public var slug: Located<String>?
    /// Earlier addresses of the page.
    public var aliases: [Located<String>] = []
    /// Place among its siblings, lightest first; pages without one come last.
    public var weight: Int?
    /// Left out unless drafts are asked for.
    public var isDraft = false
    /// When it was written.
    public var date: PublicationDate?
    /// When it was last changed in substance.
    public var lastModified: PublicationDate?
    /// Not shown before.
    public var publishDate: PublicationDate?
    /// Not shown after.
    public var expiryDate: PublicationDate?
    /// Labels.
    public var tags: [String] = []
    /// What translations of one article have in common, in place of the path.
    public var translationKey: Located<String>?
    /// Other words readers search for.
    public var keywords: [String] = []
    /// Articles to read next, as paths relative to the file; on a home page, the most useful ones.
    public var related: [Located<String>] = []
    /// What readers need help with when they come here.
    public var topics: [Located<String>] = []
    /// When someone last confirmed that it is right.
    public var reviewed: PublicationDate?
    /// How often someone should, such as `90d`.
    public var reviewEvery: String?
    /// A picture for previews on other sites, relative to the file.
    public var image: Located<String>?
    /// A category's built-in icon.
    public var icon: Located<String>?
    /// Whether search finds it.
    public var isSearchable = true

    /// Front matter that says nothing.
    public init() {}
}
