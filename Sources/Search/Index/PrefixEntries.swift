/// Entries of prefixes: the documents that hold any word with a beginning, best ones first.
struct PrefixEntries {
    private let lexicon: Lexicon
    private let postings: EditionPostings

    init(_ lexicon: Lexicon, _ postings: EditionPostings) {
        self.lexicon = lexicon
        self.postings = postings
    }

    /// The entry of a prefix as JSON; nil when no word that readers may type by its beginning goes on from it.
    ///
    /// A document counts as much as the best of its words does. The entry has one weight, that of the rarest word; what a
    /// document's word weighs less is taken off its level.
    func entry(of prefix: [UInt8]) -> [UInt8]? {
        let keys = lexicon.numbers(withPrefix: prefix).filter {
            lexicon.kinds[$0].contains(.prefixable) && postings.frequency(of: $0) > 0
        }
        guard !keys.isEmpty else { return nil }
        var best: [UInt32: Int] = [:]
        var heaviest = 1
        for key in keys {
            let weight = Ranking.weight(ofFrequency: postings.frequency(of: key), in: postings.documentCount)
            heaviest = max(heaviest, weight)
            for (document, level) in zip(postings.documents(of: key), postings.levels(of: key)) {
                let product = weight * (Int(level) + Ranking.base)
                if product > best[document] ?? 0 { best[document] = product }
            }
        }
        let kept = best.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Ranking.longestPrefixList)
            .sorted { $0.key < $1.key }
        let levels = kept.map { UInt8(min(15, max(1, ($0.value + heaviest / 2) / heaviest - Ranking.base))) }
        var entry = [UInt8(ascii: "\"")] + prefix + Array("*\":\"".utf8)
        PostingsText.append(
            weight: heaviest, documents: kept.map(\.key)[...], levels: levels[...], most: kept.count, to: &entry)
        entry.append(UInt8(ascii: "\""))
        return entry
    }
}
