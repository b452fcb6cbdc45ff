/// Neighbours of a query that are neighbours in a title too: "card limit" is rather meant by "Your card limit" than by
/// "Limits of accounts without a card".
struct TitlePairs {
    private let forms: MatchForms
    /// Tokens that follow each other in the query.
    private let pairs: [(first: Int, second: Int, isRun: Bool)]

    /// The neighbours of a query, without tokens that are made of others, part of others or only ask.
    init(_ tokens: [MatchedToken], _ forms: MatchForms) {
        self.forms = forms
        let whole = tokens.indices.filter { tokens[$0].token.isFull }
        pairs = zip(whole, whole.dropFirst()).map { first, second in
            let kind = tokens[first].token.kind
            return (first, second, kind != .word && kind == tokens[second].token.kind)
        }
    }

    /// The weight of the neighbours in a title; of each pair, the lesser weight counts.
    func weight(in title: String) -> Int {
        let matches = ScannedText(title, forms).matches
        return pairs.reduce(0) { weight, pair in
            let stands = matches.contains { match in
                match.tokens >> UInt64(pair.first) & 1 == 1
                    && matches.contains { next in
                        next.tokens >> UInt64(pair.second) & 1 == 1 && follows(next, match, isRun: pair.isRun)
                    }
            }
            return stands ? weight + min(forms.weights[pair.first], forms.weights[pair.second]) : weight
        }
    }

    /// Whether a match begins where another ends; n-grams of a run overlap and begin one character later.
    private func follows(_ next: ScannedText.Match, _ match: ScannedText.Match, isRun: Bool) -> Bool {
        next.units.lowerBound == match.units.upperBound
            || (isRun && next.units.lowerBound == match.units.lowerBound + 1)
    }
}
