/// Adds up what the tokens of a query say about each document.
///
/// What a token says about a document is the most that one of its alternatives says: factors, weight and impact multiplied.
struct Scoring {
    private let tokens: [MatchedToken]
    /// A score for each document of the index.
    private var scores: [Int]

    /// Scores of the documents.
    init(_ tokens: [MatchedToken], documentCount: Int) {
        self.tokens = tokens
        scores = [Int](repeating: 0, count: documentCount)
        var most = scores
        for token in tokens {
            var touched: [Int] = []
            for alternative in token.alternatives {
                let factor = token.token.factor * alternative.factor * alternative.postings.weight
                let postings = alternative.postings
                for (document, impact) in zip(postings.documents, postings.impacts) {
                    let contribution = factor * Int(impact) / QueryToken.whole
                    guard contribution > most[Int(document)] else { continue }
                    if most[Int(document)] == 0 { touched.append(Int(document)) }
                    most[Int(document)] = contribution
                }
            }
            for document in touched {
                scores[document] += most[document]
                most[document] = 0
            }
        }
    }

    /// The best documents with their scores, best first; of equal ones the first document.
    func best(_ count: Int) -> [(document: Int, score: Int)] {
        let found = scores.indices.filter { scores[$0] > 0 }
        let sorted = found.sorted { (scores[$1], $0) < (scores[$0], $1) }
        return sorted.prefix(count).map { ($0, scores[$0]) }
    }

    /// The numbers of the tokens that say something about a document.
    func tokens(in document: Int) -> [Int] {
        tokens.indices.filter { index in
            tokens[index].alternatives.contains { alternative in
                let factor = tokens[index].token.factor * alternative.factor * alternative.postings.weight
                return zip(alternative.postings.documents, alternative.postings.impacts).contains {
                    $0 == document && factor * Int($1) >= QueryToken.whole
                }
            }
        }
    }
}
