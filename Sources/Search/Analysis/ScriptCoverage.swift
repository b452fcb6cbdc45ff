/// Which scripts search cannot split into words, so that readers find such texts by their first characters at best.
public enum ScriptCoverage {
    /// The name of the first script that a text is written in, more than a tenth of its letters, without spaces between
    /// words and without a rule for its tokens; nil when there is none. Names of languages and samples are no matter.
    public static func uncoveredScript(in text: Span<UInt8>) -> String? {
        guard mayHoldUncovered(text) else { return nil }
        var counts = [Int](repeating: 0, count: scripts.count)
        var order: [Int] = []
        var letters = 0
        let table = CharacterTable.shared
        var index = 0
        while index < text.count {
            let (scalar, length) = UTF8Scalars.decode(text, at: index)
            index += length
            if table[scalar].kind == 0 { continue }
            letters += 1
            if scalar < first { continue }
            guard let script = scripts.firstIndex(where: { $0.ranges.contains { $0.contains(scalar) } }) else {
                continue
            }
            if counts[script] == 0 { order.append(script) }
            counts[script] += 1
        }
        return order.first { counts[$0] * 10 > letters }.map { scripts[$0].name }
    }

    /// Whether a text holds a byte that begins a character of `scripts`; most texts do not.
    private static func mayHoldUncovered(_ text: Span<UInt8>) -> Bool {
        text.withUnsafeBufferPointer { $0.contains { $0 == 0xE1 || $0 == 0xEA || $0 == 0xF0 } }
    }

    /// Scripts of living languages that are written without spaces between words (Unicode 17.0, UAX #14: classes SA, and
    /// AK of Brahmic scripts), and that `Token.Kind` has no n-grams for. Tibetan is not among them: a mark parts its
    /// syllables.
    private static let scripts: [(name: String, ranges: [ClosedRange<UInt32>])] = [
        ("Tai Le", [0x1950...0x197F]),
        ("New Tai Lue", [0x1980...0x19DF]),
        ("Buginese", [0x1A00...0x1A1F]),
        ("Tai Tham", [0x1A20...0x1AAF]),
        ("Balinese", [0x1B00...0x1B7F]),
        ("Batak", [0x1BC0...0x1BFF]),
        ("Yi", [0xA000...0xA4CF]),
        ("Rejang", [0xA930...0xA95F]),
        ("Javanese", [0xA980...0xA9DF]),
        ("Myanmar Extended", [0xA9E0...0xA9FF, 0xAA60...0xAA7F, 0x116D0...0x116FF]),
        ("Cham", [0xAA00...0xAA5F]),
        ("Tai Viet", [0xAA80...0xAADF]),
        ("Ahom", [0x11700...0x1174F]),
        ("Makasar", [0x11EE0...0x11EFF]),
        ("Kawi", [0x11F00...0x11F5F]),
    ]

    /// The lowest code point of `scripts`.
    private static let first: UInt32 = 0x1950
}
