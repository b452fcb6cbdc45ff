/// Entries of prefixes: the documents that hold any word with a beginning, best ones first; where those are more than an
/// entry holds, also pointers to the words that most documents have.
struct PrefixEntries {
    private let lexicon: Lexicon
    private let postings: EditionPostings
    /// The best product of a word's weight and level in each document; zero in those that hold none of the words.
    private var best: [UInt16]
    /// The documents that hold one of the words, in the order in which they are found.
    private var found: [UInt32] = []
    /// How many documents have each product.
    private var counts = [Int](repeating: 0, count: 63 * (15 + Ranking.base) + 1)

    init(_ lexicon: Lexicon, _ postings: EditionPostings) {
        self.lexicon = lexicon
        self.postings = postings
        best = [UInt16](repeating: 0, count: postings.documentCount)
    }

    /// The entry of a prefix as JSON; nil when no word that readers may type by its beginning goes on from it.
    ///
    /// A document counts as much as the best of its words does. The entry has one weight, that of the rarest word; what a
    /// document's word weighs less is taken off its level.
    mutating func entry(of prefix: [UInt8]) -> [UInt8]? {
        let keys = lexicon.numbers(withPrefix: prefix)
        let heaviest = rate(keys)
        guard heaviest > 0 else { return nil }
        var (least, left) = leastKept()
        var documents: [UInt32] = []
        var levels: [UInt8] = []
        for document in found.filter({ best[Int($0)] >= least }).sorted() {
            let product = Int(best[Int(document)])
            if product == least {
                if left == 0 { continue }
                left -= 1
            }
            documents.append(document)
            levels.append(UInt8(min(15, max(1, (product + heaviest / 2) / heaviest - Ranking.base))))
        }
        var entry = [UInt8(ascii: "\"")] + prefix + Array("*\":\"".utf8)
        PostingsText.append(
            weight: heaviest, documents: documents[...], levels: levels[...], most: documents.count, to: &entry)
        if documents.count == Ranking.longestPrefixList {
            for term in commonest(of: keys) {
                entry.append(UInt8(ascii: ">"))
                entry += lexicon.key(term)
            }
        }
        entry.append(UInt8(ascii: "\""))
        return entry
    }
}

extension PrefixEntries {
    /// The words that most documents have, of those that have more than an entry holds.
    private func commonest(of keys: Range<Int>) -> [Int] {
        var found: [Int] = []
        for key in keys
        where lexicon.kinds[key].contains(.prefixable) && postings.frequency(of: key) > Ranking.longestPrefixList / 4 {
            let place =
                found.firstIndex { postings.frequency(of: $0) < postings.frequency(of: key) } ?? found.count
            found.insert(key, at: place)
            if found.count > Ranking.mostPrefixPointers { found.removeLast() }
        }
        return found
    }

    /// Finds the best product of each document; returns the largest weight, or zero when no word is found.
    private mutating func rate(_ keys: Range<Int>) -> Int {
        for document in found { best[Int(document)] = 0 }
        found.removeAll(keepingCapacity: true)
        var heaviest = 0
        for key in keys where lexicon.kinds[key].contains(.prefixable) && postings.frequency(of: key) > 0 {
            let weight = Ranking.weight(ofFrequency: postings.frequency(of: key), in: postings.documentCount)
            heaviest = max(heaviest, weight)
            for place in postings.range(of: key) {
                let document = Int(postings.documents[place])
                let product = UInt16(weight * (Int(postings.levels[place]) + Ranking.base))
                if best[document] == 0 { found.append(UInt32(document)) }
                if product > best[document] { best[document] = product }
            }
        }
        return heaviest
    }

    /// The smallest product with which a document is kept, and how many of those that have it are. Products are small
    /// numbers, so that counting them is faster than sorting the documents.
    private mutating func leastKept() -> (product: Int, count: Int) {
        guard found.count > Ranking.longestPrefixList else { return (0, 0) }
        for product in counts.indices { counts[product] = 0 }
        for document in found { counts[Int(best[Int(document)])] += 1 }
        var left = Ranking.longestPrefixList
        for product in stride(from: counts.count - 1, to: 0, by: -1) {
            if counts[product] >= left { return (product, left) }
            left -= counts[product]
        }
        return (0, 0)
    }
}
