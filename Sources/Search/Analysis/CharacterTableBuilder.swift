/// Makes the character table from `FoldingData`.
///
/// 1. Read combining classes, word characters, lower-case mappings and decompositions.
/// 2. Mark the characters that can compose with, or move before, the one before them.
/// 3. Fold each character that changes, once, by the same normalisation that texts go through.
struct CharacterTableBuilder {
    private var table = CharacterTable()
    private var lowercase: [UInt32: UInt32] = [:]
    private var reader = FoldingDataReader()

    /// The finished table.
    mutating func build() -> CharacterTable {
        readCombiningClasses()
        readWords()
        setClasses()
        let letters = readLowercase()
        let decomposed = readDecompositions()
        markJoining(decomposed)
        fold(decomposed)
        fold(letters)
        fold(FoldingForm.plainLetters.keys.sorted())
        for range in FoldingForm.invisible + FoldingForm.dropped + FoldingForm.unifiedLetters {
            fold(range.prefix { $0 < CharacterTable.limit })
        }
        return table
    }
}

extension CharacterTableBuilder {
    private mutating func readCombiningClasses() {
        var end: UInt32 = 0
        for _ in 0..<reader.next() {
            let start = end + reader.next()
            end = start + reader.next()
            let combiningClass = reader.next()
            set(start..<end, combiningClass << 8 | CharacterProperties.joinsInLower | CharacterProperties.joinsInBare)
        }
    }

    private mutating func readWords() {
        var end: UInt32 = 0
        for _ in 0..<reader.next() {
            let start = end + reader.next()
            end = start + reader.next()
            set(start..<end, UInt32(Token.Kind.word.rawValue))
        }
    }

    private mutating func setClasses() {
        for (kind, ranges) in Token.Kind.scripts {
            for range in ranges {
                for scalar in range {
                    table.properties[Int(scalar)].bits &= ~CharacterProperties.kindMask
                    table.properties[Int(scalar)].bits |= UInt32(kind.rawValue)
                }
            }
        }
    }

    /// Reads the lower-case mappings; returns the characters that have one.
    private mutating func readLowercase() -> [UInt32] {
        lowercase.reserveCapacity(2048)
        var letters: [UInt32] = []
        var end: UInt32 = 0
        for _ in 0..<reader.next() {
            var scalar = end + reader.next()
            let count = reader.next()
            let stride = reader.next()
            let difference = reader.nextDifference()
            for _ in 0..<count {
                lowercase[scalar] = UInt32(truncatingIfNeeded: Int(scalar) + difference)
                letters.append(scalar)
                end = scalar + 1
                scalar += stride
            }
        }
        return letters
    }

    /// Reads the decompositions; returns the characters that have one.
    private mutating func readDecompositions() -> [UInt32] {
        table.compositions.reserveCapacity(1024)
        var decomposed: [UInt32] = []
        var end: UInt32 = 0
        for _ in 0..<reader.next() {
            let scalar = end + reader.next()
            end = scalar + 1
            let kind = reader.next()
            let start = table.parts.count
            var part = Int(scalar)
            for _ in 0..<kind / 4 {
                part += reader.nextDifference()
                table.parts.append(UInt32(truncatingIfNeeded: part))
            }
            addChange(to: scalar)
            table.changes[table.changes.count - 1].parts = start..<table.parts.count
            table.changes[table.changes.count - 1].isCompatibility = kind & 2 != 0
            if kind & 1 == 0 {
                table.compositions[UInt64(table.parts[start]) << 32 | UInt64(table.parts[start + 1])] = scalar
            }
            decomposed.append(scalar)
        }
        return decomposed
    }

    private mutating func markJoining(_ decomposed: [UInt32]) {
        let seconds = Set(table.compositions.keys.map { UInt32(truncatingIfNeeded: $0) })
        let joins = CharacterProperties.joinsInLower | CharacterProperties.joinsInBare
        for scalar in seconds { set(scalar..<scalar + 1, joins | CharacterProperties.composes) }
        for range in [Hangul.vowels, Hangul.trails] { set(range, joins | CharacterProperties.composes) }
        for range in FoldingForm.dropped {
            set(range.lowerBound..<range.upperBound + 1, CharacterProperties.joinsInBare)
        }
        // A decomposition may begin with a mark, or with a character that composes.
        var normalizer = Normalizer()
        for scalar in decomposed {
            normalizer.begin(scalar, .lower, table)
            let lower = table[normalizer.scalars[0]].bits & CharacterProperties.joinsInLower
            normalizer.begin(scalar, .bare, table)
            let bare = table[normalizer.scalars[0]].bits & CharacterProperties.joinsInBare
            let composes = table[normalizer.scalars[0]].bits & CharacterProperties.composes
            set(scalar..<scalar + 1, lower | bare | composes)
        }
    }

    /// Folds each character alone, and keeps what changes.
    private mutating func fold(_ scalars: some Sequence<UInt32>) {
        var normalizer = Normalizer()
        var own: [UInt8] = []
        for scalar in scalars {
            own.removeAll(keepingCapacity: true)
            UTF8Scalars.append(scalar, to: &own)
            let start = table.bytes.count
            normalizer.begin(scalar, .lower, table)
            normalizer.normalize(.lower, table)
            appendLower(of: normalizer.scalars)
            let middle = table.bytes.count
            normalizer.begin(scalar, .bare, table)
            normalizer.normalize(.bare, table)
            FoldingForm.appendPlain(normalizer.scalars, to: &table.bytes)
            let (lower, bare) = (start..<middle, middle..<table.bytes.count)
            let flags =
                (table.bytes[lower].elementsEqual(own) ? 0 : CharacterProperties.changesInLower)
                | (table.bytes[bare].elementsEqual(own) ? 0 : CharacterProperties.changesInBare)
            if flags == 0 {
                table.bytes.removeSubrange(start...)
                continue
            }
            if table[scalar].changeIndex == 0 { addChange(to: scalar) }
            set(scalar..<scalar + 1, flags)
            table.changes[table[scalar].changeIndex].lower = lower
            table.changes[table[scalar].changeIndex].bare = bare
        }
    }

    /// Appends the lower case of normalised characters as search reads it.
    private mutating func appendLower(of scalars: [UInt32]) {
        for scalar in scalars where !FoldingForm.invisible.contains(where: { $0.contains(scalar) }) {
            UTF8Scalars.append(FoldingForm.unified(lowercase[scalar] ?? scalar), to: &table.bytes)
            // İ is the only letter whose lower case is two characters in every language (SpecialCasing.txt).
            if scalar == 0x130 { UTF8Scalars.append(0x307, to: &table.bytes) }
        }
    }

    private mutating func addChange(to scalar: UInt32) {
        table.properties[Int(scalar)].bits |= UInt32(table.changes.count) << 16
        table.changes.append(CharacterChange())
    }

    private mutating func set(_ range: Range<UInt32>, _ bits: UInt32) {
        for scalar in range { table.properties[Int(scalar)].bits |= bits }
    }
}

/// Reads the integers of `FoldingData`.
private struct FoldingDataReader {
    private var offset = 0

    /// The next integer.
    mutating func next() -> UInt32 {
        var value: UInt32 = 0
        var shift: UInt32 = 0
        while offset < FoldingData.encoded.utf8CodeUnitCount {
            let digit = Self.digit(FoldingData.encoded.utf8Start[offset])
            offset += 1
            value |= (digit & 31) << shift
            if digit < 32 { break }
            shift += 5
        }
        return value
    }

    /// The next integer with a sign.
    mutating func nextDifference() -> Int {
        let value = Int(next())
        return value & 1 == 0 ? value / 2 : -(value + 1) / 2
    }

    private static func digit(_ byte: UInt8) -> UInt32 {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "-"): 62
        default: 63
        }
    }
}
