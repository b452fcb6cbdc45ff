/// The spellings in texts that count as a match of a query's tokens.
///
/// Sets of tokens are bits of a number; there are at most 40 tokens.
struct MatchForms {
    /// The tokens that a spelling stands for.
    private var tokens: [TermKey: UInt64] = [:]
    /// Beginnings of words, and the tokens that they stand for.
    private var beginnings: [(key: TermKey, token: UInt64)] = []
    /// The tokens that count in full: what they match is marked.
    private(set) var full: UInt64 = 0
    /// The weight of each token.
    let weights: [Int]

    /// The spellings of tokens: their own, the terms that they lead to, and whatever else leads to those terms in the
    /// files of terms that were asked.
    init(_ matches: [MatchedToken], asked: [TermShard], unseen: Int) {
        weights = matches.map { $0.weight(unseen: unseen) }
        var terms: [TermKey: UInt64] = [:]
        for (index, match) in matches.enumerated() {
            let token: UInt64 = 1 << UInt64(index)
            if match.token.isFull { full |= token }
            if match.matchesBeginnings { beginnings.append((match.token.key, token)) }
            tokens[match.token.text, default: 0] |= token
            tokens[match.token.key, default: 0] |= token
            for term in match.terms { terms[term, default: 0] |= token }
        }
        tokens.merge(terms) { $0 | $1 }
        for entry in asked.joined() where entry.key.isPlain {
            var found = terms[entry.key] ?? 0
            for pointer in entry.pointers { found |= terms[pointer] ?? 0 }
            if found != 0 { tokens[entry.key, default: 0] |= found }
        }
    }

    /// The tokens that a word stands for, in the form without accents.
    func tokens(word: TermKey) -> UInt64 {
        beginnings.reduce(tokens(gram: word)) { word.hasPrefix($1.key) ? $0 | $1.token : $0 }
    }

    /// The tokens that characters of a script without spaces stand for.
    func tokens(gram: TermKey) -> UInt64 { tokens[gram] ?? 0 }

    /// The weight of all tokens.
    var total: Int { weights.reduce(0, +) }

    /// The weight of a set of tokens.
    func weight(of set: UInt64) -> Int {
        weights.indices.reduce(0) { set >> UInt64($1) & 1 == 1 ? $0 + weights[$1] : $0 }
    }
}

extension TermShard: Sequence {
    func makeIterator() -> IndexingIterator<[Entry]> { entries.makeIterator() }
}
