/// The entries of an edition's keys as JSON, cut into shards.
///
/// 1. Each key that leads to a document gets its entry: postings, pointers to terms, or both.
/// 2. Shards are cut where one is full and the next key's place differs, and named by the shortest beginning of it that
///    the key before does not reach.
/// 3. Prefixes that shards have in common get entries of their own, so that a word whose beginning was typed is found
///    without fetching every shard in which it could go on.
struct ShardedKeys {
    /// From where on the keys belong to each shard; the first is empty.
    let boundaries: [[UInt8]]
    /// The shards.
    let shards: [[UInt8]]

    /// The smallest size at which a shard is full: a word costs a reader about half of that, compressed.
    static let smallestSize = 1536
    /// More files than this are a burden to publish.
    static let mostShards = 8192

    /// The shards of an edition.
    ///
    /// - Parameters:
    ///   - lexicon: All keys.
    ///   - postings: Where the edition's documents hold them.
    init(_ lexicon: Lexicon, _ postings: EditionPostings) {
        let entries = KeyEntries(lexicon, postings)
        let size = max(Self.smallestSize, entries.text.count / Self.mostShards)
        var (boundaries, shards): ([[UInt8]], [[UInt8]]) = ([[]], [])
        var prefixes: Set<[UInt8]> = []
        var (shard, previous): ([UInt8], ArraySlice<UInt8>) = ([], [])
        var start = 0
        for entry in entries.entries {
            let place = entries.place(of: entry, in: lexicon)
            if shard.count >= size, !place.elementsEqual(previous) {
                let common = Self.commonPrefixes(previous, place)
                prefixes.formUnion(common)
                boundaries.append(KeyOrder.shortestBeginning(of: place, after: previous))
                shards.append(shard)
                shard = []
            }
            if !shard.isEmpty { shard.append(UInt8(ascii: ",")) }
            shard += entries.text[start..<entry.end]
            start = entry.end
            previous = place
        }
        shards.append(shard)
        let extensions = PrefixEntries(lexicon, postings)
        for prefix in prefixes.sorted(by: { KeyOrder.precedes($0, $1) }) {
            guard let entry = extensions.entry(of: prefix) else { continue }
            let index = Self.shard(of: prefix, boundaries)
            if !shards[index].isEmpty { shards[index].append(UInt8(ascii: ",")) }
            shards[index] += entry
        }
        self.boundaries = boundaries
        self.shards = shards.map { [UInt8(ascii: "{")] + $0 + [UInt8(ascii: "}")] }
    }
}

extension ShardedKeys {
    /// The beginnings that two texts have in common, by whole characters, short ones first.
    private static func commonPrefixes(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> [[UInt8]] {
        let common = zip(left, right).prefix { $0 == $1 }.count
        let ends = (1..<(common + 1)).filter { $0 == right.count || !isContinuation(right[right.startIndex + $0]) }
        return ends.map { Array(right.prefix($0)) }
    }

    private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

    private static func shard(of place: [UInt8], _ boundaries: [[UInt8]]) -> Int {
        var (low, high) = (0, boundaries.count)
        while low + 1 < high {
            let middle = (low + high) / 2
            if KeyOrder.precedes(place, boundaries[middle]) { high = middle } else { low = middle }
        }
        return low
    }
}

/// The entries of all keys that lead to a document, in their order.
private struct KeyEntries {
    /// A key with the end of its entry in the text: of the lexicon, or else one of the variants.
    struct Entry {
        let key: Int
        let isVariant: Bool
        let end: Int
    }

    /// The entries as JSON, one behind the other.
    private(set) var text: [UInt8] = []
    private(set) var entries: [Entry] = []
    private let variants: [HanVariant]

    init(_ lexicon: Lexicon, _ postings: EditionPostings) {
        variants = HanVariant.all(lexicon, postings)
        let longest = max(Ranking.longestList, postings.documentCount / 5)
        var variant = 0
        for key in 0...lexicon.count {
            while variant < variants.count, variants[variant].number == key {
                appendKey(variants[variant].key[...])
                appendPointers(variants[variant].terms.map { lexicon.key($0) })
                entries.append(Entry(key: variant, isVariant: true, end: text.count))
                variant += 1
            }
            if key < lexicon.count { append(key, lexicon, postings, longest: longest) }
        }
    }

    func place(of entry: Entry, in lexicon: Lexicon) -> ArraySlice<UInt8> {
        entry.isVariant ? variants[entry.key].key[...] : lexicon.place(entry.key)
    }

    private mutating func append(_ key: Int, _ lexicon: Lexicon, _ postings: EditionPostings, longest: Int) {
        let frequency = postings.frequency(of: key)
        let terms = lexicon.terms(of: key).filter { postings.frequency(of: Int($0)) > 0 }
        guard frequency > 0 || !terms.isEmpty else { return }
        appendKey(lexicon.key(key))
        if frequency > 0 {
            PostingsText.append(
                weight: Ranking.weight(ofFrequency: frequency, in: postings.documentCount),
                documents: postings.documents(of: key), levels: postings.levels(of: key), most: longest, to: &text)
        }
        appendPointers(terms.map { lexicon.key(Int($0)) })
        entries.append(Entry(key: key, isVariant: false, end: text.count))
    }

    private mutating func appendKey(_ key: ArraySlice<UInt8>) {
        text.append(UInt8(ascii: "\""))
        text += key
        text += "\":\"".utf8
    }

    private mutating func appendPointers(_ terms: [ArraySlice<UInt8>]) {
        for term in terms {
            text.append(UInt8(ascii: ">"))
            text += term
        }
        text.append(UInt8(ascii: "\""))
    }
}

/// A Han character that the edition lacks, and the characters of the other way of writing Chinese that it has: so readers
/// of traditional Chinese find simplified texts, and the other way round.
private struct HanVariant {
    /// The number of the lexicon's key before which it stands.
    let number: Int
    let key: [UInt8]
    /// The numbers of the terms.
    var terms: [Int]

    /// All of them, in their order.
    static func all(_ lexicon: Lexicon, _ postings: EditionPostings) -> [HanVariant] {
        var terms: [UInt32: [Int]] = [:]
        for key in 0..<lexicon.count where lexicon.kinds[key].contains(.han) && postings.frequency(of: key) > 0 {
            guard let character = loneCharacter(lexicon.key(key)) else { continue }
            let simplified = HanVariants.simplified(of: character)
            let others = HanVariants.traditional(of: character) + (simplified == character ? [] : [simplified])
            for other in others { terms[other.value, default: []].append(key) }
        }
        let variants = terms.compactMap { value, terms -> HanVariant? in
            guard let scalar = Unicode.Scalar(value) else { return nil }
            let key = Array(String(Character(scalar)).utf8)
            let number = lexicon.firstNumber(from: key)
            let isTerm = number < lexicon.count && lexicon.key(number).elementsEqual(key)
            return isTerm && postings.frequency(of: number) > 0
                ? nil : HanVariant(number: number, key: key, terms: terms)
        }
        return variants.sorted { KeyOrder.precedes($0.key, $1.key) }
    }

    private static func loneCharacter(_ key: ArraySlice<UInt8>) -> Unicode.Scalar? {
        guard key.count <= 4 else { return nil }
        let scalars = String(decoding: key, as: UTF8.self).unicodeScalars
        return scalars.count == 1 ? scalars.first : nil
    }
}
