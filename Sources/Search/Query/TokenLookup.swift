/// Finds what the tokens of a query stand for in the index.
///
/// 1. A token's own entry, or the entry of its spelling without accents; and the terms that the entry points to.
/// 2. Two Han characters that are not there in this script: the same in the variants of each.
/// 3. The word being typed, at the end of the query: the words that begin with it.
/// 4. A word that is not there: words that differ in one letter; else those that begin most alike; else, if it is long,
///    those that differ in two letters.
struct TokenLookup {
    /// The most words that one being typed may stand for.
    private static let mostBeginnings = 8
    /// The most words that an unknown one may stand for.
    private static let mostSimilar = 3
    /// The most spellings of two characters.
    private static let mostVariants = 4

    private let files: IndexFiles
    /// The files of terms that were asked, whose spellings light up in texts.
    private(set) var asked: Set<Int> = []

    /// A lookup in an index.
    init(_ files: IndexFiles) { self.files = files }

    /// Looks a token up; nil when it is a joined form that the index does not have.
    mutating func match(_ token: QueryToken) throws(SearchError) -> MatchedToken? {
        var match = MatchedToken(token)
        if try !add(token.text, QueryToken.whole, to: &match), token.key != token.text {
            try add(token.key, QueryToken.whole, to: &match)
        }
        if token.isJoined { return match.alternatives.isEmpty ? nil : match }
        if token.kind == .gram2, match.alternatives.isEmpty { try addVariants(to: &match) }
        if token.isLast, token.kind == .word || token.kind == .hangul { try addBeginnings(to: &match) }
        if token.kind == .word, match.alternatives.isEmpty { try addSimilar(to: &match) }
        return match
    }
}

extension TokenLookup {
    private var ranking: QueryRanking { files.manifest.ranking }

    /// The file of terms where a key belongs: beginnings of terms lie with the terms.
    private mutating func shard(of key: TermKey) throws(SearchError) -> (number: Int, shard: TermShard)? {
        let isBeginning = key.utf8.last == UInt8(ascii: "*")
        let place = (isBeginning ? TermKey(key.utf8.dropLast()) : key).bare
        guard let number = try files.shardNumber(at: place) else { return nil }
        asked.insert(number)
        return (number, try files.shard(number))
    }

    /// Adds the documents of a key and of the terms that it points to; a pointer is followed once.
    ///
    /// - Parameter isFollowed: Whether pointers are followed at all.
    /// - Returns: Whether the index has the key.
    @discardableResult
    private mutating func add(
        _ key: TermKey, _ factor: Int, following isFollowed: Bool = true, to match: inout MatchedToken
    ) throws(SearchError) -> Bool {
        guard let (number, shard) = try shard(of: key), let entry = shard.entry(key) else { return false }
        try add(entry, of: number, factor, to: &match)
        for pointer in entry.pointers where isFollowed {
            guard let (number, shard) = try self.shard(of: pointer), let target = shard.entry(pointer) else { continue }
            try add(target, of: number, factor, to: &match)
        }
        return true
    }

    private func add(
        _ entry: TermShard.Entry, of shard: Int, _ factor: Int, to match: inout MatchedToken
    ) throws(SearchError) {
        guard !entry.postings.isEmpty else { return }
        let postings = try files.postings(entry, shard: shard)
        match.alternatives.append(MatchedToken.Alternative(postings: postings, factor: factor))
        if entry.key.isPlain { match.terms.insert(entry.key) }
    }

    // MARK: Spellings

    private mutating func addVariants(to match: inout MatchedToken) throws(SearchError) {
        let characters = match.token.text.scalars.map { TermKey(String($0).utf8) }
        guard characters.count == 2 else { return }
        var options: [[TermKey]] = []
        for character in characters {
            let entry = try shard(of: character)?.shard.entry(character)
            let pointers = entry?.pointers ?? []
            let isItself = pointers.isEmpty || entry?.postings.isEmpty == false
            options.append((isItself ? [character] : []) + pointers)
        }
        let spellings = options[0].flatMap { first in options[1].map { TermKey(first.utf8 + $0.utf8) } }
        for spelling in spellings.filter({ $0 != match.token.text }).prefix(Self.mostVariants) {
            try add(spelling, QueryToken.whole, to: &match)
        }
    }

    private mutating func addBeginnings(to match: inout MatchedToken) throws(SearchError) {
        // What goes on from a word that is whole as it stands is not worth more files.
        let isKnown = !match.alternatives.isEmpty
        let factor = isKnown ? ranking.prefixKnown : ranking.prefix
        let key = match.token.key
        guard factor > 0, let (_, shard) = try shard(of: key) else { return }
        if try add(TermKey(key.utf8 + [UInt8(ascii: "*")]), factor, following: !isKnown, to: &match) {
            match.matchesBeginnings = true
            return
        }
        for word in shard.keys(beginningWith: key, most: Self.mostBeginnings) {
            try add(word, factor, following: !isKnown, to: &match)
        }
    }

    // MARK: Words that are not there

    private mutating func addSimilar(to match: inout MatchedToken) throws(SearchError) {
        let word = match.token.key.scalars
        let isWord = !match.token.key.text.unicodeScalars.contains(where: \.isNumber)
        if word.count >= 5, isWord {
            try addMisspelt(within: 1, ranking.typo1, to: &match)
        }
        match.isGuess = match.alternatives.isEmpty
        if match.alternatives.isEmpty, let (_, shard) = try shard(of: match.token.key) {
            for form in shard.keys(mostLike: word, atLeast: max(3, (word.count + 1) / 2), most: Self.mostSimilar) {
                try add(form, ranking.form, to: &match)
            }
        }
        if match.alternatives.isEmpty, word.count >= 9, isWord {
            try addMisspelt(within: 2, ranking.typo2, to: &match)
        }
    }

    private mutating func addMisspelt(
        within limit: Int, _ factor: Int, to match: inout MatchedToken
    ) throws(SearchError) {
        let spelling = Misspelling(of: match.token.key, limit: limit)
        for word in spelling.nearest(among: try files.words(like: match.token.key), most: Self.mostSimilar) {
            try add(word, factor, to: &match)
        }
    }
}

extension Unicode.Scalar {
    /// Whether Unicode counts it among the numbers.
    fileprivate var isNumber: Bool {
        switch properties.generalCategory {
        case .decimalNumber, .letterNumber, .otherNumber: true
        default: false
        }
    }
}
