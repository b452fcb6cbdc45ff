/// The numbers that a query counts with. They come with the index, so that its readers need not be changed when they are.
///
/// Factors are sixteenths: 16 counts in full.
struct QueryRanking: Equatable {
    /// Added to the level of a posting to make its impact.
    var base: Int
    /// Factor of a single character that is part of a run.
    var single: Int
    /// Factor of words that only ask.
    var asking: Int
    /// Factors of n-grams in a run of one, two, three, and four or more pairs of characters; empty when all count alike.
    var run: [Int]
    /// Factor of words that differ in one letter.
    var typo1: Int
    /// Factor of words that begin alike.
    var form: Int
    /// Factor of words that differ in two letters.
    var typo2: Int
    /// Factor of words that begin with the last word of the query; 0 finds none.
    var prefix: Int
    /// The same where the last word is one by itself.
    var prefixKnown: Int
    /// Sixteenths of the weight of words that stand side by side in a title as in the query, which their document gains.
    var pair: Int
    /// Sixteenths of the weight of words near each other that their document gains.
    var near: Int
    /// How far apart words may be to count as near, in units: a word has two.
    var window: Int
    /// Weight of a word that the index does not know, 0 to 63.
    var unseen: Int
    /// Per cent of the query's weight that the first result must match to be a good one.
    var good: Int
    /// Per cent of the second result's score that the first must reach to hold an answer.
    var answerLead: Int
    /// Per cent of the query's weight that must stand together in a text to make it an answer.
    var answerShare: Int
    /// How many tokens an answer must match.
    var answerTokens: Int
    /// How many full tokens a query needs for texts to be read.
    var texts: Int
}

extension QueryRanking {
    /// More than any of the numbers needs, and little enough that sums of them fit.
    private static let largest = 10_000

    /// The numbers of an index; nil when one is no number or out of bounds. One that an index does not have is 0, which
    /// switches off what it is for.
    init?(_ json: JSONValue?) {
        guard let json, let members = json.members else { return nil }
        let run = (json["run"] ?? .array([])).array?.map(\.integer) ?? [nil]
        let numbers = members.filter { $0.value.array == nil }.map(\.value.integer) + run
        guard numbers.allSatisfy({ $0.map { (0...Self.largest).contains($0) } ?? false }) else { return nil }
        func number(_ name: StaticString) -> Int { json[name]?.integer ?? 0 }
        self.init(
            base: number("base"), single: number("single"), asking: number("asking"), run: run.compactMap { $0 },
            typo1: number("typo1"), form: number("form"), typo2: number("typo2"), prefix: number("prefix"),
            prefixKnown: number("prefixKnown"), pair: number("pair"), near: number("near"), window: number("window"),
            unseen: number("unseen"), good: number("good"), answerLead: number("answerLead"),
            answerShare: number("answerShare"), answerTokens: number("answerTokens"),
            texts: number("texts"))
    }

    /// A factor of tokens in a run of so many pairs of characters.
    func factor(_ factor: Int, inRunOf pairs: Int) -> Int {
        guard pairs > 0, !run.isEmpty else { return factor }
        return factor * run[min(pairs, run.count) - 1] / QueryToken.whole
    }
}
