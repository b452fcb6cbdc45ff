/// A name in the index: a term, a form of a word, or the beginning of terms; in UTF-8.
///
/// Keys are ordered as JavaScript orders strings, by UTF-16 code units, because both sides must look in the same shard.
struct TermKey: Hashable, Comparable, Sendable {
    /// The bytes of the name.
    let utf8: [UInt8]

    /// A key of bytes that are UTF-8.
    init(_ utf8: some Sequence<UInt8>) { self.utf8 = Array(utf8) }

    /// The name.
    var text: String { String(decoding: utf8, as: UTF8.self) }

    /// The name's code points.
    var scalars: [Unicode.Scalar] { Array(text.unicodeScalars) }

    /// How many UTF-16 code units it has.
    var length: Int {
        utf8.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xF0 ? 2 : 1) }
    }

    /// Whether it can be taken for a word: pairs of words and beginnings of terms have names of their own kind.
    var isPlain: Bool { !utf8.contains { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "*") } }

    /// Whether it begins with another key.
    func hasPrefix(_ prefix: TermKey) -> Bool { utf8.starts(with: prefix.utf8) }

    /// The key with its accents and marks taken off, by which shards are divided.
    var bare: TermKey {
        var bare: [UInt8] = []
        TextFolding.bare(utf8.span, into: &bare)
        return TermKey(bare)
    }

    func hash(into hasher: inout Hasher) {
        utf8.withUnsafeBytes { hasher.combine(bytes: $0) }
    }

    static func < (left: TermKey, right: TermKey) -> Bool { KeyOrder.precedes(left.utf8, right.utf8) }

    /// In the order of their lengths, and of the same length in the order of their texts.
    static func isShorter(_ left: TermKey, _ right: TermKey) -> Bool {
        let lengths = (left.length, right.length)
        return lengths.0 == lengths.1 ? left < right : lengths.0 < lengths.1
    }
}
