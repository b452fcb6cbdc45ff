public import HelpCenter

/// What search reads of one source file, in whichever locales it is shown: an article, and an FAQ's questions.
public struct SearchSource: Sendable {
    /// The language that its text is written in.
    public let language: LocaleCode
    /// What can be found: the article first, then its questions.
    public let units: [SearchUnit]

    /// A source.
    public init(language: LocaleCode, units: [SearchUnit]) {
        self.language = language
        self.units = units
    }
}

/// The texts of one thing that readers can find.
public struct SearchUnit: Sendable {
    /// Its title; of a question, the question.
    public let title: String
    /// Other words that readers search for, and what writers call it otherwise.
    public let keywords: [String]
    /// The headings of its sections.
    public let headings: [String]
    /// The text itself, in UTF-8.
    public let body: [ArraySlice<UInt8>]

    /// Something to find.
    public init(title: String, keywords: [String] = [], headings: [String] = [], body: [ArraySlice<UInt8>]) {
        self.title = title
        self.keywords = keywords
        self.headings = headings
        self.body = body
    }
}

/// All that readers of a locale can find, in the order of its categories.
public struct SearchEdition: Sendable {
    /// The locale.
    public let locale: LocaleCode
    /// The number of its readers' list of synonyms.
    public let synonyms: Int
    /// What can be found, so that neighbours in a category are neighbours here.
    public let records: [SearchRecord]

    /// A locale's edition.
    public init(locale: LocaleCode, synonyms: Int = 0, records: [SearchRecord]) {
        self.locale = locale
        self.synonyms = synonyms
        self.records = records
    }
}

/// One thing that readers of a locale can find: where it is, and what is shown of it in a list.
public struct SearchRecord: Sendable {
    /// What it is; the numbers are those of the index's format.
    public enum Kind: Int, Sendable {
        /// A guide.
        case guide = 0
        /// An FAQ as a whole.
        case faq = 1
        /// A question of an FAQ.
        case question = 2
    }

    /// The index of its source, and which of the source's units it is.
    public let source, unit: Int
    /// What it is.
    public let kind: Kind
    /// The path below the site's root, percent-encoded, without `/` at its beginning; of a question, with its anchor.
    public let path: String
    /// Its title.
    public let title: String
    /// The titles of the categories it lies in, outermost first.
    public let breadcrumb: [String]
    /// What it says, in at most 200 characters.
    public let summary: String
    /// The name of the file with its text, and which of the file's passages are its own.
    public let text: PassageRange
    /// The language of its text where that is not the locale's.
    public let language: LocaleCode?

    /// A record.
    public init(
        source: Int, unit: Int, kind: Kind, path: String, title: String, breadcrumb: [String], summary: String,
        text: PassageRange, language: LocaleCode?
    ) {
        self.source = source
        self.unit = unit
        self.kind = kind
        self.path = path
        self.title = title
        self.breadcrumb = breadcrumb
        self.summary = summary
        self.text = text
        self.language = language
    }
}

/// Passages of a text file.
public struct PassageRange: Sendable {
    /// The name of the file, without folder and extension.
    public let file: String
    /// The first passage and their number; nil for all of them.
    public let passages: Range<Int>?

    /// Passages of a file.
    public init(file: String, passages: Range<Int>?) {
        self.file = file
        self.passages = passages
    }
}
