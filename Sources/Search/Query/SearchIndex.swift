public import HelpCenter

/// Asks the search index of a locale, as `search/client.js` does for readers.
///
/// Both do exactly this, in whole numbers, so that they agree on every result:
///
/// 1. Split the query into tokens.
/// 2. Look up each token: itself, other spellings, the words that it begins, similar words.
/// 3. Score the documents by what the tokens say about them, and keep the best.
/// 4. Read what the index knows about those, and raise the ones in whose titles words stand side by side as in the query.
/// 5. Find, in the texts of those of the first three that may be the best, where most of the query stands together, and
///    raise them by that.
/// 6. Cut excerpts out of their texts.
/// 7. Judge whether the first result is a good one.
/// 8. Answer with a passage of it when it is clearly the best.
public final class SearchIndex {
    /// The most results that can be asked for.
    public static let mostResults = 100
    /// How many documents have their titles compared with the query.
    private static let titles = 10
    /// How many documents have their texts read at most.
    private static let texts = 3
    /// How many words are so few that each of them is what a query is about.
    private static let fewWords = 3

    private let files: IndexFiles

    /// Opens the index of a locale.
    ///
    /// - Parameters:
    ///   - locale: The locale's code.
    ///   - read: The bytes of a file, by its path below the output folder; nil when there is no such file.
    /// - Throws: When there is no index, or one that cannot be used.
    public init(locale: LocaleCode, read: @escaping (String) throws -> [UInt8]?) throws(SearchError) {
        files = try IndexFiles(locale: locale.rawValue, read: read)
    }

    /// What a reader gets for a query.
    ///
    /// - Parameter limit: How many results at most, 1 to 100.
    /// - Throws: When a file of the index is missing or damaged.
    public func search(_ query: String, limit: Int = 10) throws(SearchError) -> SearchResponse {
        let limit = min(max(limit, 1), Self.mostResults)
        var lookup = TokenLookup(files)
        var tokens: [MatchedToken] = []
        for token in QueryReader(ranking: ranking, asking: files.manifest.asking).tokens(query) {
            if let match = try lookup.match(token) { tokens.append(match) }
        }
        let scoring = Scoring(tokens, documentCount: files.manifest.documentCount)
        var shards: [TermShard] = []
        for number in lookup.asked.sorted() { shards.append(try files.shard(number)) }
        let forms = MatchForms(tokens, asked: shards, unseen: ranking.unseen)
        var candidates: [Candidate] = []
        for (document, score) in scoring.best(max(limit, Self.titles)) {
            candidates.append(Candidate(document: document, score: score, record: try files.document(document)))
        }
        raiseByTitles(&candidates, TitlePairs(tokens, forms))
        // Of few words titles say enough, and a text costs a reader more than all the rest.
        if tokens.count(where: { $0.token.isFull && !$0.alternatives.isEmpty }) >= ranking.texts {
            try raiseByTexts(&candidates, forms)
        }

        let excerpts = Excerpts(forms: forms)
        var response = SearchResponse()
        response.results = candidates.prefix(limit).map { $0.result(excerpts) }
        response.unknown = tokens.filter(\.isUnknown).map(\.token.text.text)
        if let first = candidates.first {
            let matched = scoring.tokens(in: first.document)
            response.isGood = isGood(tokens, matched, forms)
            let count = matched.count { tokens[$0].token.isFull }
            if count >= ranking.answerTokens, leads(candidates, forms) { response.answer = first.answer(excerpts) }
        }
        return response
    }
}

extension SearchIndex {
    private var ranking: QueryRanking { files.manifest.ranking }

    private func raiseByTitles(_ candidates: inout [Candidate], _ pairs: TitlePairs) {
        for index in candidates.indices.prefix(Self.titles) {
            let weight = pairs.weight(in: candidates[index].record.title)
            candidates[index].score += ranking.pair * weight / QueryToken.whole
        }
        candidates.sort(by: Candidate.isBetter)
    }

    /// Reads the text of the first candidate, and texts that may put theirs before it: each is a file to fetch for readers.
    private func raiseByTexts(_ candidates: inout [Candidate], _ forms: MatchForms) throws(SearchError) {
        let most = ranking.near * forms.total / QueryToken.whole
        let best = candidates.first?.score ?? 0
        for index in candidates.indices.prefix(Self.texts) where index == 0 || candidates[index].score + most > best {
            let passages = try files.passages(of: candidates[index].record)
            let window = BestWindow(passages, forms, width: ranking.window)
            candidates[index].passages = passages
            candidates[index].window = window
            candidates[index].score += ranking.near * (window?.value ?? 0) / QueryToken.whole
        }
        candidates.sort(by: Candidate.isBetter)
    }

    /// Whether a document that matches some of the tokens matches enough of the query.
    ///
    /// What only resembles words of the articles may be about anything, and so may few words with an unknown one.
    private func isGood(_ tokens: [MatchedToken], _ matched: [Int], _ forms: MatchForms) -> Bool {
        let weight = matched.reduce(0) { tokens[$1].isGuess ? $0 : $0 + forms.weights[$1] }
        let words = tokens.count { $0.token.isFull && $0.token.kind == .word }
        let isAboutUnknown = words <= Self.fewWords && tokens.contains(where: \.isUnknown)
        return weight > 0 && weight * 100 >= forms.total * ranking.good && !isAboutUnknown
    }

    /// Whether the first document is so much better than the second, and holds so much of the query in one place, that a
    /// passage of it answers the query. An answer need not repeat what its question says.
    private func leads(_ candidates: [Candidate], _ forms: MatchForms) -> Bool {
        guard let first = candidates.first else { return false }
        let title = first.record.kind == .question ? ScannedText(first.record.title, forms).matches : []
        let inTitle = forms.weight(of: title.reduce(0) { $0 | $1.tokens })
        let value = max(first.window?.value ?? 0, inTitle)
        let isFirst = candidates.count < 2 || first.score * 100 >= candidates[1].score * ranking.answerLead
        return isFirst && value > 0 && value * 100 >= forms.total * ranking.answerShare
    }
}
