/// What folding and tokenising know of each code point, in a flat table: one load answers for nearly every character.
///
/// Made once from `FoldingData`; it takes about 1 MB.
struct CharacterTable: Sendable {
    /// The table of the Unicode version in `FoldingData`.
    static let shared = {
        var builder = CharacterTableBuilder()
        return builder.build()
    }()

    /// The first code point without an entry: nothing from here on is a letter, and only the variation selectors of
    /// ideographs fold to anything else.
    static let limit: UInt32 = 0x34000

    /// By code point.
    var properties = [CharacterProperties](repeating: CharacterProperties(), count: Int(limit))
    /// By `CharacterProperties.change`: nobody's, that of what `lower` takes away, and then all others.
    var changes = [CharacterChange(), CharacterChange()]
    /// The UTF-8 that `changes` point into.
    var bytes: [UInt8] = []
    /// The code points that `changes` point into.
    var parts: [UInt32] = []
    /// The character that two characters make: by the first one × 2³² + the second one.
    var compositions: [UInt64: UInt32] = [:]

    /// The properties of a code point.
    @inline(__always)
    subscript(scalar: UInt32) -> CharacterProperties {
        if scalar < Self.limit { return properties[Int(scalar)] }
        return (0xE0100...0xE01EF).contains(scalar) ? .ideographicVariationSelector : CharacterProperties()
    }

    /// What a code point is changed to.
    @inline(__always)
    func change(_ properties: CharacterProperties) -> CharacterChange { changes[properties.changeIndex] }
}

/// The properties of a code point that every character of a text is asked for.
struct CharacterProperties: Sendable {
    /// Bits 0–2: the class of tokens. Bits 3–7: flags. Bits 8–15: the combining class. Bits 16–31: index of the change.
    var bits: UInt32 = 0

    static let kindMask: UInt32 = 0b111
    /// Flag: may combine with, or change places with, what stands before it when `lower` normalises.
    static let joinsInLower: UInt32 = 1 << 3
    /// Flag: `lower` writes something else.
    static let changesInLower: UInt32 = 1 << 4
    /// Flag: may combine with, or change places with, what stands before it when `bare` normalises.
    static let joinsInBare: UInt32 = 1 << 5
    /// Flag: `bare` writes something else.
    static let changesInBare: UInt32 = 1 << 6
    /// Flag: makes one character with some that can stand before it.
    static let composes: UInt32 = 1 << 7

    /// Those beyond the table: they vanish from folded text.
    static let ideographicVariationSelector = CharacterProperties(bits: changesInLower | 1 << 16)

    @inline(__always) var kind: UInt8 { UInt8(truncatingIfNeeded: bits & Self.kindMask) }
    @inline(__always) var combiningClass: UInt8 { UInt8(truncatingIfNeeded: bits >> 8) }
    @inline(__always) var changeIndex: Int { Int(bits >> 16) }
}

/// What becomes of a code point that does not stay as it is: ranges of the table's `bytes` and `parts`.
struct CharacterChange: Sendable {
    /// What `lower` and `bare` write when nothing is joined to the character, in UTF-8.
    var lower = 0..<0
    var bare = 0..<0
    /// The decomposition, one step of it; empty for a character without one.
    var parts = 0..<0
    /// Whether the decomposition loses something (NFKD), so that NFD has none.
    var isCompatibility = false
}
