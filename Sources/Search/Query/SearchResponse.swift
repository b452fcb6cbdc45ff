/// What a reader gets for a query.
public struct SearchResponse: Sendable, Equatable {
    /// The results, best first.
    public var results: [SearchResult] = []
    /// The passage that answers the query by itself, when one clearly does.
    public var answer: SearchAnswer?
    /// Whether the first result matches well; if not, other languages and support are worth offering.
    public var isGood = false
    /// The words of the query, in lower case, that the index does not have in any form.
    public var unknown: [String] = []
}

/// A text with the places that match a query.
public struct MarkedText: Sendable, Equatable {
    /// The text, plain.
    public let text: String
    /// The places that match, in UTF-16 code units, in order and apart from each other.
    public let ranges: [Range<Int>]
}

/// An article or question that matches a query.
public struct SearchResult: Sendable, Equatable {
    /// What a result is.
    public enum Kind: String, Sendable {
        /// An article that explains or walks through steps.
        case guide
        /// A whole page of questions.
        case faq
        /// One question of an FAQ.
        case question
    }

    /// The site path, with the anchor of a question.
    public let url: String
    /// The title, or the question.
    public let title: MarkedText
    /// The names of its categories, from the outermost.
    public let breadcrumb: [String]
    /// The part of its text that matches best, or its summary.
    public let excerpt: MarkedText
    /// What it is.
    public let kind: Kind
    /// How well it matches; comparable within a response only.
    public let score: Int
    /// The language of its text (BCP 47), where it is not the locale's.
    public let language: String?
}

/// A passage that answers a query by itself.
public struct SearchAnswer: Sendable, Equatable {
    /// The site path, with the anchor of the passage.
    public let url: String
    /// The title of the article, or the question.
    public let title: String
    /// The heading of the passage, or the question; empty before an article's first heading.
    public let heading: String
    /// Whole sentences.
    public let text: MarkedText
    /// The names of the categories, from the outermost.
    public let breadcrumb: [String]
    /// What the document is.
    public let kind: SearchResult.Kind
    /// The language of its text (BCP 47), where it is not the locale's.
    public let language: String?
}
