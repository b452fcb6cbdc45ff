/// The keys of all sources, numbered in their order in the index.
///
/// The order is that of JavaScript's comparison of strings (UTF-16 code units), so that a script finds the shard of a word
/// by comparing strings; words that differ by accents only lie together.
struct Lexicon: Sendable {
    /// The keys' bytes, one behind the other.
    private let bytes: [UInt8]
    private let ranges: [Range<UInt32>]
    /// What each key is.
    let kinds: [KeyKinds]
    /// The keys that differ from their place in the order, with that place: words with accents that their language keeps.
    private let places: [UInt32: [UInt8]]
    /// The terms that each form leads to, ascending: those of key n lie between `pointerStarts[n]` and the next.
    private let pointerStarts: [UInt32]
    private let pointers: [UInt32]

    /// How many keys there are.
    var count: Int { ranges.count }

    /// A key's bytes.
    func key(_ number: Int) -> ArraySlice<UInt8> {
        bytes[Int(ranges[number].lowerBound)..<Int(ranges[number].upperBound)]
    }

    /// A key's place in the order: itself without accents.
    func place(_ number: Int) -> ArraySlice<UInt8> { places[UInt32(number)]?[...] ?? key(number) }

    /// The terms that a form leads to.
    func terms(of form: Int) -> ArraySlice<UInt32> {
        pointers[Int(pointerStarts[form])..<Int(pointerStarts[form + 1])]
    }

    /// The number of the first key whose place is not before a text.
    func firstNumber(from place: [UInt8]) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if KeyOrder.precedes(self.place(middle), place) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The numbers of the keys whose place begins with a text.
    func numbers(withPrefix prefix: [UInt8]) -> Range<Int> {
        let first = firstNumber(from: prefix)
        var (low, high) = (first, count)
        while low < high {
            let middle = (low + high) / 2
            if place(middle).starts(with: prefix) { low = middle + 1 } else { high = middle }
        }
        return first..<low
    }
}

extension Lexicon {
    /// Puts the keys of all parts together. The parts' documents are renumbered in place.
    init(merging parts: inout [AnalyzedSources]) {
        var all = Vocabulary(capacity: parts.map(\.keys.count).max() ?? 0)
        var kinds: [KeyKinds] = []
        var pairs: Set<UInt64> = []
        var numbers: [[UInt32]] = []
        for part in parts {
            let map = part.keys.withBytes { bytes in
                (0..<part.keys.count).map { number in
                    UInt32(all.number(of: UnsafeBufferPointer(rebasing: bytes[part.keys.range(of: number)])))
                }
            }
            while kinds.count < all.count { kinds.append([]) }
            for (number, key) in map.enumerated() { kinds[Int(key)].formUnion(part.kinds[number]) }
            for pointer in part.pointers {
                pairs.insert(UInt64(map[Int(pointer.form)]) << 32 | UInt64(map[Int(pointer.term)]))
            }
            numbers.append(map)
        }
        let (order, places) = Self.order(all)
        var rank = [UInt32](repeating: 0, count: all.count)
        for (place, number) in order.enumerated() { rank[number] = UInt32(place) }
        for index in parts.indices {
            let map = numbers[index].map { rank[Int($0)] }
            parts[index].renumber(map)
        }
        self.init(all, kinds, pairs, order: order, rank: rank, places: places)
    }

    private init(
        _ all: Vocabulary, _ kinds: [KeyKinds], _ pairs: Set<UInt64>, order: [Int], rank: [UInt32],
        places: [Int: [UInt8]]
    ) {
        bytes = all.withBytes { Array($0) }
        ranges = order.map { UInt32(all.range(of: $0).lowerBound)..<UInt32(all.range(of: $0).upperBound) }
        self.kinds = order.map { kinds[$0] }
        self.places = Dictionary(uniqueKeysWithValues: places.map { (rank[$0.key], $0.value) })
        let sorted = pairs.map { (form: rank[Int($0 >> 32)], term: rank[Int($0 & 0xFFFF_FFFF)]) }
            .sorted { ($0.form, $0.term) < ($1.form, $1.term) }
        pointers = sorted.map(\.term)
        var starts = [UInt32](repeating: 0, count: order.count + 1)
        for pair in sorted { starts[Int(pair.form) + 1] += 1 }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        pointerStarts = starts
    }

    /// The numbers of the keys in their order, and the places of those that are not their own.
    private static func order(_ all: Vocabulary) -> (order: [Int], places: [Int: [UInt8]]) {
        var places: [Int: [UInt8]] = [:]
        var entries: [(head: UInt64, number: UInt32)] = []
        entries.reserveCapacity(all.count)
        var buffer: [UInt8] = []
        all.withBytes { bytes in
            for number in 0..<all.count {
                let key = UnsafeBufferPointer(rebasing: bytes[all.range(of: number)])
                var head = KeyOrder.head(key)
                if key.contains(where: { $0 >= 0x80 }) {
                    buffer.removeAll(keepingCapacity: true)
                    TextFolding.bare(key.span, into: &buffer)
                    if !buffer.elementsEqual(key) {
                        places[number] = buffer
                        head = buffer.withUnsafeBufferPointer { KeyOrder.head($0) }
                    }
                }
                entries.append((head, UInt32(number)))
            }
        }
        entries.sort { left, right in
            if left.head != right.head { return left.head < right.head }
            let (one, other) = (Int(left.number), Int(right.number))
            let (place, otherPlace) = (places[one]?[...] ?? all[one], places[other]?[...] ?? all[other])
            if !place.elementsEqual(otherPlace) { return KeyOrder.precedes(place, otherPlace) }
            return KeyOrder.precedes(all[one], all[other])
        }
        return (entries.map { Int($0.number) }, places)
    }
}

extension AnalyzedSources {
    /// Gives every term the number that it has in the lexicon.
    fileprivate mutating func renumber(_ map: [UInt32]) {
        for source in documents.indices {
            for document in documents[source].indices {
                for index in documents[source][document].terms.indices {
                    let term = documents[source][document].terms[index].term
                    documents[source][document].terms[index].term = map[Int(term)]
                }
            }
        }
        keys = Vocabulary()
        kinds = []
        pointers = []
    }
}
