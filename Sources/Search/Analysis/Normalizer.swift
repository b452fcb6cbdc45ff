/// Normalises a short sequence of characters (UAX #15), with buffers that are used again.
///
/// 1. Decompose each character: NFKD for `lower`, NFD for `bare`.
/// 2. Put combining marks in their canonical order; `bare` drops those it has no use for.
/// 3. Compose.
struct Normalizer: Sendable {
    /// What is to be normalised, and then its normal form.
    private(set) var scalars: [UInt32] = []

    /// Begins a sequence with a character that nothing joins to what stands before.
    mutating func begin(_ scalar: UInt32, _ form: FoldingForm, _ table: CharacterTable) {
        scalars.removeAll(keepingCapacity: true)
        add(scalar, form, table)
    }

    /// Adds the decomposition of a character.
    mutating func add(_ scalar: UInt32, _ form: FoldingForm, _ table: CharacterTable) {
        if Hangul.syllables.contains(scalar) {
            Hangul.decompose(scalar, into: &scalars)
            return
        }
        let change = table.change(table[scalar])
        if change.parts.isEmpty || change.isCompatibility && form == .bare {
            scalars.append(scalar)
            return
        }
        for index in change.parts { add(table.parts[index], form, table) }
    }

    /// Normalises the sequence for a form of folding.
    mutating func normalize(_ form: FoldingForm, _ table: CharacterTable) {
        order(table)
        if form == .bare { dropMarks() }
        compose(table)
    }
}

extension Normalizer {
    /// Sorts each run of combining marks by their classes; marks of one class stay in their order.
    private mutating func order(_ table: CharacterTable) {
        guard scalars.count > 1 else { return }
        var index = 0
        while index < scalars.count {
            let start = index
            var isOrdered = true
            var before: UInt8 = 0
            while index < scalars.count {
                let combiningClass = table[scalars[index]].combiningClass
                if combiningClass == 0 { break }
                if combiningClass < before { isOrdered = false }
                before = combiningClass
                index += 1
            }
            if !isOrdered {
                let marks = scalars[start..<index].enumerated().map { offset, scalar in
                    UInt64(table[scalar].combiningClass) << 56 | UInt64(offset) << 24 | UInt64(scalar)
                }
                scalars.replaceSubrange(start..<index, with: marks.sorted().map { UInt32($0 & 0xFF_FFFF) })
            }
            index += 1
        }
    }

    private mutating func dropMarks() {
        var before: UInt32 = 0
        scalars.removeAll { scalar in
            defer { before = scalar }
            if scalar == FoldingForm.breve, before == FoldingForm.shortI { return false }
            return FoldingForm.dropped.contains { $0.contains(scalar) }
        }
    }

    private mutating func compose(_ table: CharacterTable) {
        guard scalars.count > 1 else { return }
        var starter: Int?
        var end = 0
        var before: UInt8 = 0
        for index in scalars.indices {
            let scalar = scalars[index]
            let combiningClass = table[scalar].combiningClass
            // A mark of the same or a higher class in between blocks; so does anything between two starters.
            if let starter, end == starter + 1 || (before != 0 && before < combiningClass),
                let composite = composite(scalars[starter], scalar, table)
            {
                scalars[starter] = composite
                continue
            }
            if combiningClass == 0 { starter = end }
            before = combiningClass
            scalars[end] = scalar
            end += 1
        }
        scalars.removeSubrange(end...)
    }

    private func composite(_ first: UInt32, _ second: UInt32, _ table: CharacterTable) -> UInt32? {
        Hangul.compose(first, second) ?? table.compositions[UInt64(first) << 32 | UInt64(second)]
    }
}

/// The syllables of Korean, which Unicode composes by arithmetic (Unicode 17.0, section 3.12).
enum Hangul {
    static let leads: Range<UInt32> = 0x1100..<0x1113
    static let vowels: Range<UInt32> = 0x1161..<0x1176
    static let trails: Range<UInt32> = 0x11A8..<0x11C3
    static let syllables: Range<UInt32> = 0xAC00..<0xD7A4

    static func decompose(_ syllable: UInt32, into output: inout [UInt32]) {
        let index = syllable - syllables.lowerBound
        output.append(leads.lowerBound + index / 588)
        output.append(vowels.lowerBound + index % 588 / 28)
        if index % 28 != 0 { output.append(trails.lowerBound + index % 28 - 1) }
    }

    static func compose(_ first: UInt32, _ second: UInt32) -> UInt32? {
        if leads.contains(first), vowels.contains(second) {
            return syllables.lowerBound + (first - leads.lowerBound) * 588 + (second - vowels.lowerBound) * 28
        }
        if syllables.contains(first), (first - syllables.lowerBound) % 28 == 0, trails.contains(second) {
            return first + second - trails.lowerBound + 1
        }
        return nil
    }
}
