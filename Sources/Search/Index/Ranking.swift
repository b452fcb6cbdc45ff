internal import HelpCenter

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Every number that the order of results depends on. The builder uses those of the first part; those of the second part
/// go into the index, so that its readers need to know none.
///
/// They were fitted to English and Chinese questions (XQuAD) and to English and Korean index keywords (LibreOffice's
/// help), on one half of the queries each, and are round where a range does equally well; `Benchmarks/search` measures
/// them on other languages.
enum Ranking {
    /// How fast further occurrences of a word stop to count (BM25's k1).
    static let saturation = 1.2
    /// How much a word counts in each field: BM25F's weights.
    static let weights = FieldValues(title: 8, heading: 3, body: 1)
    /// How much a field's length counts against its words (BM25F's b).
    static let lengthNorms = FieldValues(title: 0.25, heading: 0.25, body: 0.5)
    /// What a word in the title adds, however often it stands elsewhere.
    static let titleBonus = 0.5
    /// The width of a level of impact. Levels are written as 1 to 15 and count as `base` more: hardly any impact is
    /// smaller than that, so none of the sixteen levels of four bits is wasted.
    static let levelWidth = 0.14
    /// What every level counts beyond its number.
    static let base = 3
    /// Steps of a word's weight (its inverse document frequency); one digit of the index's alphabet holds them.
    static let weightSteps = 5.0
    /// A list of postings is cut to so many of its best, or a fifth of the documents if that is more.
    static let longestList = 1024
    /// A prefix leads to so many documents.
    static let longestPrefixList = 64
    /// A prefix that leads to more documents points to so many words besides, each in a file of its own.
    static let mostPrefixPointers = 3

    /// What the index tells its readers.
    static func forReaders(documents: Int) -> JSONText {
        .object([
            ("base", .integer(base)), ("single", .integer(6)), ("typo1", .integer(14)), ("form", .integer(12)),
            ("typo2", .integer(10)), ("prefix", .integer(12)), ("prefixKnown", .integer(4)), ("pair", .integer(16)),
            ("run", .array([16, 12, 10, 8].map { .integer($0) })), ("asking", .integer(4)), ("near", .integer(46)),
            ("window", .integer(32)),
            ("unseen", .integer(weight(ofFrequency: 0, in: documents))), ("good", .integer(35)),
            ("answerLead", .integer(134)), ("answerShare", .integer(67)), ("answerTokens", .integer(3)),
            ("texts", .integer(3)),
        ])
    }

    /// The weight of a term that so many of the documents hold: its inverse document frequency as in Lucene's BM25, in
    /// steps.
    static func weight(ofFrequency frequency: Int, in documents: Int) -> Int {
        let (n, df) = (Double(documents), Double(frequency))
        return min(63, max(1, Int((log(1 + (n - df + 0.5) / (df + 0.5)) * weightSteps).rounded())))
    }

    /// The level of an impact.
    static func level(of impact: Double) -> Int {
        min(15, max(1, Int((impact / levelWidth).rounded()) - base))
    }
}

/// A number for each field.
struct FieldValues {
    var title, heading, body: Double
}
