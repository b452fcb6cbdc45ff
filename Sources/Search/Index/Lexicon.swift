/// The keys of all sources, numbered in their order in the index.
///
/// The order is that of JavaScript's comparison of strings (UTF-16 code units), so that a script finds the shard of a word
/// by comparing strings; words that differ by accents only lie together.
struct Lexicon: Sendable {
    /// The bytes of all keys and places.
    let bytes: [UInt8]
    private let keyRanges: [Range<UInt32>]
    private let placeRanges: [Range<UInt32>]
    /// What each key is.
    let kinds: [KeyKinds]
    /// The terms that forms lead to, one form's behind the other's.
    let pointers: [UInt32]
    /// Where the terms of each form begin among the pointers; those of form n end where the next one's begin.
    private let pointerStarts: [UInt32]

    /// How many keys there are.
    var count: Int { keyRanges.count }

    /// Where a key lies in the bytes.
    func keyRange(_ number: Int) -> Range<Int> { Range(keyRanges[number]) }

    /// Where a key's place in the order lies in the bytes: the key without accents.
    func placeRange(_ number: Int) -> Range<Int> { Range(placeRanges[number]) }

    /// A key's bytes.
    func key(_ number: Int) -> ArraySlice<UInt8> { bytes[keyRange(number)] }

    /// A key's place in the order: itself without accents.
    func place(_ number: Int) -> ArraySlice<UInt8> { bytes[placeRange(number)] }

    /// Appends a key's bytes.
    func appendKey(_ number: Int, to output: inout [UInt8]) {
        // No slice of the array: counting its references costs more than copying a word.
        bytes.withUnsafeBufferPointer { output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[keyRange(number)])) }
    }

    /// Where the terms that a form leads to lie among the pointers.
    func pointerRange(of form: Int) -> Range<Int> { Int(pointerStarts[form])..<Int(pointerStarts[form + 1]) }

    /// The number of the first key whose place is not before a text.
    func firstNumber(from place: [UInt8]) -> Int {
        firstNumber(in: 0..<count) { !KeyOrder.precedes($0, place.span) }
    }

    /// The numbers of the keys whose place begins with a text.
    func numbers(withPrefix prefix: [UInt8]) -> Range<Int> {
        let first = firstNumber(from: prefix)
        return first..<firstNumber(in: first..<count) { KeyOrder.commonCount($0, prefix.span) < prefix.count }
    }

    /// The first number of a range from which on all places meet a condition.
    private func firstNumber(in range: Range<Int>, where condition: (Span<UInt8>) -> Bool) -> Int {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if condition(bytes.span.extracting(placeRange(middle))) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension Lexicon {
    /// Puts the keys of all parts together. The parts' documents are renumbered in place.
    init(merging parts: inout [AnalyzedSources]) {
        var all = Vocabulary(capacity: parts.map(\.keys.count).max() ?? 0)
        var kinds: [KeyKinds] = []
        var numbers: [[UInt32]] = []
        for part in parts {
            let map = part.keys.withBytes { bytes in
                (0..<part.keys.count).map { number in
                    UInt32(all.number(of: UnsafeBufferPointer(rebasing: bytes[part.keys.range(of: number)])))
                }
            }
            while kinds.count < all.count { kinds.append([]) }
            for (number, key) in map.enumerated() { kinds[Int(key)].formUnion(part.kinds[number]) }
            numbers.append(map)
        }
        let sorted = SortedKeys(all)
        var rank = [UInt32](repeating: 0, count: all.count)
        for (place, number) in sorted.order.enumerated() { rank[Int(number)] = UInt32(place) }
        var pairs: [UInt64] = []
        for index in parts.indices {
            let map = numbers[index].map { rank[Int($0)] }
            numbers[index] = []
            for pointer in parts[index].pointers {
                pairs.append(UInt64(map[Int(pointer.form)]) << 32 | UInt64(map[Int(pointer.term)]))
            }
            parts[index].renumber(map)
        }
        self.init(all, kinds, sorted, pairs)
    }

    /// - Parameter pairs: Forms, in the upper half, and the terms that they lead to; some more than once.
    private init(_ all: Vocabulary, _ kinds: [KeyKinds], _ sorted: SortedKeys, _ pairs: [UInt64]) {
        bytes = sorted.bytes
        keyRanges = sorted.order.map { Range(all.range(of: Int($0))) }
        placeRanges = sorted.order.map { sorted.places[Int($0)] }
        self.kinds = sorted.order.map { kinds[Int($0)] }
        var pointers: [UInt32] = []
        var starts = [UInt32](repeating: 0, count: sorted.order.count + 1)
        var previous: UInt64?
        for pair in pairs.sorted() where pair != previous {
            pointers.append(UInt32(truncatingIfNeeded: pair))
            starts[Int(pair >> 32) + 1] += 1
            previous = pair
        }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        self.pointers = pointers
        pointerStarts = starts
    }
}

/// The keys of a vocabulary in their order.
private struct SortedKeys {
    /// The numbers of the keys.
    private(set) var order: [UInt32] = []
    /// The keys' bytes, and behind them the places that are not keys themselves.
    private(set) var bytes: [UInt8]
    /// Where the place of each key lies in the bytes, by the key's number.
    private(set) var places: [Range<UInt32>] = []

    init(_ all: Vocabulary) {
        bytes = all.withBytes { Array($0) }
        places.reserveCapacity(all.count)
        var entries: [(head: UInt64, number: UInt32)] = []
        entries.reserveCapacity(all.count)
        for number in 0..<all.count {
            let place = findPlace(all.range(of: number))
            places.append(Range(place))
            entries.append((KeyOrder.head(bytes.span.extracting(place)), UInt32(number)))
        }
        entries.sort { left, right in
            if left.head != right.head { return left.head < right.head }
            let (one, other) = (places[Int(left.number)], places[Int(right.number)])
            let (place, otherPlace) = (bytes.span.extracting(Range(one)), bytes.span.extracting(Range(other)))
            if !KeyOrder.areEqual(place, otherPlace) { return KeyOrder.precedes(place, otherPlace) }
            return KeyOrder.precedes(
                bytes.span.extracting(all.range(of: Int(left.number))),
                bytes.span.extracting(all.range(of: Int(right.number))))
        }
        order = entries.map(\.number)
    }

    /// Where a key's place lies, which is added to the bytes if it is not the key itself.
    private mutating func findPlace(_ key: Range<Int>) -> Range<Int> {
        guard bytes[key].contains(where: { $0 >= 0x80 }) else { return key }
        var place: [UInt8] = []
        TextFolding.bare(bytes.span.extracting(key), into: &place)
        guard !KeyOrder.areEqual(place.span, bytes.span.extracting(key)) else { return key }
        bytes += place
        return bytes.count - place.count..<bytes.count
    }
}

extension AnalyzedSources {
    /// Gives every term the number that it has in the lexicon; what only the lexicon needs is given up.
    fileprivate mutating func renumber(_ map: [UInt32]) {
        documents.renumber(map)
        keys = Vocabulary()
        kinds = []
        pointers = []
    }
}

extension Range<Int> {
    fileprivate init(_ range: Range<UInt32>) { self = Int(range.lowerBound)..<Int(range.upperBound) }
}

extension Range<UInt32> {
    fileprivate init(_ range: Range<Int>) { self = UInt32(range.lowerBound)..<UInt32(range.upperBound) }
}
