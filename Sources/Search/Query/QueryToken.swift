/// A word or n-gram that a query asks for.
struct QueryToken: Equatable {
    /// The most tokens of a query that are looked up.
    static let most = 40
    /// The factor of a token that counts in full.
    static let whole = 16

    /// The token's folded text.
    let text: TermKey
    /// Its class.
    let kind: Token.Kind
    /// What is looked up when the text itself is not in the index: a word without its accents.
    let key: TermKey
    /// How much it counts, in sixteenths.
    var factor: Int
    /// Whether it is one character among others, which says less than the two characters that it is in.
    var isPart: Bool
    /// Whether it is the joined form of words with hyphens, whose absence means nothing.
    var isJoined: Bool
    /// Whether it only asks, beside words that say what for.
    var isAsking = false
    /// Whether the query ends with it, so that it may be the beginning of a word.
    var isLast: Bool

    /// Whether it is marked in texts, and makes an answer.
    var isFull: Bool { !isPart && !isJoined && !isAsking }
}

/// Splits queries into tokens.
///
/// 1. Fold the query, and take out of it what only asks, unless that is all of it.
/// 2. Split it, and let n-grams of a long run count less: they are many for one word.
/// 3. Take each token once, where it counts most; a mark without a letter is none.
/// 4. Let words that only ask count less, unless there are no others.
struct QueryReader {
    /// The most of a query that is read, in code points: more is no question, but a text that was pasted.
    private static let longest = 300

    /// The numbers to count with.
    let ranking: QueryRanking
    /// What only asks.
    let asking: AskingWords

    /// The tokens of a query, in the order of their first places.
    func tokens(_ query: String) -> [QueryToken] {
        let start = Array(String(String.UnicodeScalarView(query.unicodeScalars.prefix(Self.longest))).utf8)
        var folded: [UInt8] = []
        TextFolding.lower(start.span, into: &folded)
        let all = split(asking.removed(from: folded))
        var tokens: [QueryToken] = []
        for token in all.isEmpty ? split(folded) : all {
            if let known = tokens.firstIndex(where: { $0.kind == token.kind && $0.text == token.text }) {
                tokens[known].factor = max(tokens[known].factor, token.factor)
                tokens[known].isPart = tokens[known].isPart && token.isPart
                tokens[known].isJoined = tokens[known].isJoined && token.isJoined
                tokens[known].isLast = tokens[known].isLast || token.isLast
            } else if tokens.count < QueryToken.most {
                tokens.append(token)
            }
        }
        lowerAsking(&tokens)
        return tokens
    }
}

extension QueryReader {
    private func split(_ folded: [UInt8]) -> [QueryToken] {
        var tokenizer = Tokenizer()
        tokenizer.tokenize(folded: folded.span)
        var tokens: [QueryToken] = []
        for run in Self.runs(tokenizer.tokens) {
            let texts = run.map { TermKey(tokenizer.text[$0.range]) }
            let pairs = run[0].kind == .word || run[0].kind == .gram3 ? 0 : texts.count { $0.scalars.count == 2 }
            for (token, text) in zip(run, texts) {
                let isPart = token.kind == .gram2 && pairs > 0 && text.scalars.count == 1
                let key = token.kind == .word ? text.bare : text
                if key.utf8.isEmpty { continue }
                tokens.append(
                    QueryToken(
                        text: text, kind: token.kind, key: key,
                        factor: ranking.factor(isPart ? ranking.single : QueryToken.whole, inRunOf: pairs),
                        isPart: isPart, isJoined: token.start >= folded.count, isLast: token.end == folded.count))
            }
        }
        return tokens
    }

    /// The tokens of each run of characters, and each word by itself.
    private static func runs(_ tokens: [Token]) -> [[Token]] {
        var runs: [[Token]] = []
        for token in tokens {
            if token.kind != .word, let last = runs.last?.last, last.kind == token.kind, last.end >= token.start {
                runs[runs.count - 1].append(token)
            } else {
                runs.append([token])
            }
        }
        return runs
    }

    private func lowerAsking(_ tokens: inout [QueryToken]) {
        func asks(_ token: QueryToken) -> Bool { token.kind == .word && asking.words.contains(token.key) }
        guard tokens.contains(where: { !$0.isJoined && !asks($0) }) else { return }
        for index in tokens.indices where asks(tokens[index]) {
            tokens[index].factor = ranking.asking
            tokens[index].isAsking = true
        }
    }
}
