/// A token of a query with everything of the index that it may stand for.
struct MatchedToken {
    /// Documents that a token leads to.
    struct Alternative {
        /// The documents.
        let postings: Postings
        /// How surely they are meant, in sixteenths.
        let factor: Int
    }

    /// The token.
    let token: QueryToken
    /// What it leads to; nothing for a token that the index does not have.
    var alternatives: [Alternative] = []
    /// The terms that it leads to.
    var terms: Set<TermKey> = []
    /// Whether it leads to every word that begins with it, by an entry of its own.
    var matchesBeginnings = false
    /// Whether what it leads to resembles it no more than that it begins alike or differs in two letters.
    var isGuess = false

    /// A token that has not been looked up.
    init(_ token: QueryToken) { self.token = token }

    /// Whether it is a word, other than a single character or one that only asks, that the index does not have in any form.
    var isUnknown: Bool {
        token.kind == .word && token.isFull && alternatives.isEmpty && token.text.text.utf16.count > 1
    }

    /// How much the token says, by how rare its best alternative is.
    func weight(unseen: Int) -> Int {
        guard !alternatives.isEmpty else { return token.factor * unseen }
        return alternatives.map { token.factor * $0.factor * $0.postings.weight / QueryToken.whole }.max() ?? 0
    }
}
