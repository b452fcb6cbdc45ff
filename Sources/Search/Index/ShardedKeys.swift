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
        let size = max(Self.smallestSize, (entries.text.count - entries.entries.count) / Self.mostShards)
        var boundaries: [[UInt8]] = [[]]
        var ranges: [Range<Int>] = []
        var prefixes: Set<[UInt8]> = []
        var start = 0
        for (entry, next) in zip(entries.entries, entries.entries.dropFirst()) where entry.end - start > size {
            let (previous, place) = (entries.place(of: entry, in: lexicon), entries.place(of: next, in: lexicon))
            guard previous != place else { continue }
            prefixes.formUnion(Self.commonPrefixes(previous.span, place.span))
            boundaries.append(KeyOrder.shortestBeginning(of: place.span, after: previous.span))
            ranges.append(start..<entry.end)
            start = entry.end
        }
        ranges.append(start..<entries.text.count)
        var additions = [[UInt8]](repeating: [], count: ranges.count)
        var extensions = PrefixEntries(lexicon, postings)
        for prefix in prefixes.sorted(by: { KeyOrder.precedes($0, $1) }) {
            guard let entry = extensions.entry(of: prefix) else { continue }
            additions[Self.shard(of: prefix, boundaries)] += entry + [UInt8(ascii: ",")]
        }
        self.boundaries = boundaries
        shards = zip(ranges, additions).map { range, addition in
            var shard = [UInt8(ascii: "{")]
            shard.reserveCapacity(range.count + addition.count + 2)
            shard += entries.text[range]
            shard += addition
            // In place of the last comma.
            if shard.count > 1 { shard.removeLast() }
            shard.append(UInt8(ascii: "}"))
            return shard
        }
    }
}

extension ShardedKeys {
    /// The beginnings that two texts have in common, by whole characters, short ones first.
    private static func commonPrefixes(_ left: Span<UInt8>, _ right: Span<UInt8>) -> [[UInt8]] {
        var prefixes: [[UInt8]] = []
        var prefix: [UInt8] = []
        for index in 0..<KeyOrder.commonCount(left, right) {
            prefix.append(right[index])
            let isWhole = index + 1 == right.count || right[index + 1] & 0xC0 != 0x80
            if isWhole { prefixes.append(prefix) }
        }
        return prefixes
    }

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

    /// The entries as JSON, a comma behind each.
    private(set) var text: [UInt8] = []
    private(set) var entries: [Entry] = []
    private let variants: [HanVariant]

    init(_ lexicon: Lexicon, _ postings: EditionPostings) {
        variants = HanVariant.all(lexicon, postings)
        let longest = max(Ranking.longestList, postings.documentCount / 5)
        var variant = 0
        for key in 0...lexicon.count {
            while variant < variants.count, variants[variant].number == key {
                text.append(UInt8(ascii: "\""))
                text += variants[variant].key
                text += "\":\"".utf8
                for term in variants[variant].terms { appendPointer(to: term, lexicon) }
                end(variant, isVariant: true)
                variant += 1
            }
            if key < lexicon.count { append(key, lexicon, postings, longest: longest) }
        }
    }

    func place(of entry: Entry, in lexicon: Lexicon) -> ArraySlice<UInt8> {
        entry.isVariant ? variants[entry.key].key[...] : lexicon.place(entry.key)
    }

    private mutating func append(_ key: Int, _ lexicon: Lexicon, _ postings: EditionPostings, longest: Int) {
        let (frequency, pointers) = (postings.frequency(of: key), lexicon.pointerRange(of: key))
        func isFound(_ pointer: Int) -> Bool { postings.frequency(of: Int(lexicon.pointers[pointer])) > 0 }
        guard frequency > 0 || pointers.contains(where: isFound) else { return }
        text.append(UInt8(ascii: "\""))
        lexicon.appendKey(key, to: &text)
        text += "\":\"".utf8
        if frequency > 0 {
            let range = postings.range(of: key)
            PostingsText.append(
                weight: Ranking.weight(ofFrequency: frequency, in: postings.documentCount),
                documents: postings.documents[range], levels: postings.levels[range], most: longest, to: &text)
        }
        for pointer in pointers where isFound(pointer) { appendPointer(to: Int(lexicon.pointers[pointer]), lexicon) }
        end(key, isVariant: false)
    }

    private mutating func appendPointer(to term: Int, _ lexicon: Lexicon) {
        text.append(UInt8(ascii: ">"))
        lexicon.appendKey(term, to: &text)
    }

    private mutating func end(_ key: Int, isVariant: Bool) {
        text += "\",".utf8
        entries.append(Entry(key: key, isVariant: isVariant, end: text.count))
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
