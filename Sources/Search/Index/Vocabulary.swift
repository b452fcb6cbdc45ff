/// Texts, numbered in the order in which they are first seen.
///
/// A hash table over one buffer of bytes: looking a word up allocates nothing, which Swift's dictionaries of arrays or
/// strings would do for each of millions of words. Equal hashes are told apart by their bytes.
struct Vocabulary {
    /// The texts, one behind the other.
    private var bytes: [UInt8] = []
    /// Where each text ends.
    private var ends: [UInt32] = []
    /// The number of a text plus one in the lower half and its hash in the upper one, side by side so that another text
    /// is told apart without a look elsewhere; or zero for a free place. Its size is a power of two.
    private var table: [UInt64]

    init(capacity: Int = 1 << 10) {
        var size = 1 << 10
        while size < capacity * 2 { size *= 2 }
        table = [UInt64](repeating: 0, count: size)
    }

    /// How many texts there are.
    var count: Int { ends.count }

    /// Where a text lies in the bytes that `withBytes` gives.
    func range(of number: Int) -> Range<Int> { (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number]) }

    /// Calls a function with the bytes of all texts.
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        try bytes.withUnsafeBufferPointer(body)
    }

    /// The number of a text, which is a new one if it was not seen before.
    mutating func number(of text: UnsafeBufferPointer<UInt8>) -> Int {
        let hash = Self.hash(text)
        var place = Int(hash) & (table.count - 1)
        while table[place] != 0 {
            let entry = table[place]
            if entry >> 32 == hash {
                let number = Int(entry & 0xFFFF_FFFF) - 1
                if isEqual(number, text) { return number }
            }
            place = (place + 1) & (table.count - 1)
        }
        table[place] = UInt64(hash) << 32 | UInt64(ends.count + 1)
        bytes.append(contentsOf: text)
        ends.append(UInt32(bytes.count))
        if ends.count * 2 > table.count { grow() }
        return ends.count - 1
    }

    /// The number of a text, which is a new one if it was not seen before.
    mutating func number(of text: [UInt8]) -> Int { text.withUnsafeBufferPointer { number(of: $0) } }
}

extension Vocabulary {
    @inline(__always)
    private func isEqual(_ number: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        KeyOrder.areEqual(bytes.span.extracting(range(of: number)), text.span)
    }

    private mutating func grow() {
        let entries = table
        table = [UInt64](repeating: 0, count: entries.count * 2)
        for entry in entries where entry != 0 {
            var place = Int(entry >> 32) & (table.count - 1)
            while table[place] != 0 { place = (place + 1) & (table.count - 1) }
            table[place] = entry
        }
    }

    /// A hash in the manner of FNV-1a, but over words of eight bytes, folded to 32 bits.
    @inline(__always)
    private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var state: UInt64 = 0xCBF2_9CE4_8422_2325
        let raw = UnsafeRawBufferPointer(text)
        var index = 0
        while index + 8 <= raw.count {
            state = (state ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* 0x100_0000_01B3
            state ^= state >> 29
            index += 8
        }
        // The rest as one more word: most texts are shorter than eight bytes, and multiplications wait for each other.
        var rest = UInt64(raw.count)
        while index < raw.count {
            rest = rest << 8 | UInt64(raw[index])
            index += 1
        }
        state = (state ^ rest) &* 0x9E37_79B9_7F4A_7C15
        return UInt32(truncatingIfNeeded: state ^ (state >> 32))
    }
}
