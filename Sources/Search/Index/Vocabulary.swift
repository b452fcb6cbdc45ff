/// Texts, numbered in the order in which they are first seen.
///
/// A hash table over one buffer of bytes: looking a word up allocates nothing, which Swift's dictionaries of arrays or
/// strings would do for each of millions of words. Equal hashes are told apart by their bytes.
struct Vocabulary {
    /// The texts, one behind the other.
    private var bytes: [UInt8] = []
    /// Where each text ends.
    private var ends: [UInt32] = []
    private var hashes: [UInt32] = []
    /// The number of a text plus one, or zero for a free place; its size is a power of two.
    private var table: [UInt32]

    init(capacity: Int = 1 << 10) {
        var size = 1 << 10
        while size < capacity * 2 { size *= 2 }
        table = [UInt32](repeating: 0, count: size)
    }

    /// How many texts there are.
    var count: Int { ends.count }

    /// Where a text lies in the bytes that `withBytes` gives.
    func range(of number: Int) -> Range<Int> { (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number]) }

    /// A text.
    subscript(number: Int) -> ArraySlice<UInt8> { bytes[range(of: number)] }

    /// Calls a function with the bytes of all texts.
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        try bytes.withUnsafeBufferPointer(body)
    }

    /// The number of a text, which is a new one if it was not seen before.
    mutating func number(of text: UnsafeBufferPointer<UInt8>) -> Int {
        let hash = Self.hash(text)
        var place = Int(hash) & (table.count - 1)
        while table[place] != 0 {
            let number = Int(table[place]) - 1
            if hashes[number] == hash, isEqual(number, text) { return number }
            place = (place + 1) & (table.count - 1)
        }
        table[place] = UInt32(ends.count + 1)
        hashes.append(hash)
        bytes.append(contentsOf: text)
        ends.append(UInt32(bytes.count))
        if ends.count * 2 > table.count { grow() }
        return ends.count - 1
    }

    /// The number of a text, which is a new one if it was not seen before.
    mutating func number(of text: some Collection<UInt8>) -> Int {
        if let number = text.withContiguousStorageIfAvailable({ number(of: $0) }) { return number }
        return Array(text).withUnsafeBufferPointer { number(of: $0) }
    }
}

extension Vocabulary {
    private func isEqual(_ number: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let range = range(of: number)
        guard range.count == text.count else { return false }
        return bytes.withUnsafeBufferPointer { all in
            for index in 0..<text.count where all[range.lowerBound + index] != text[index] { return false }
            return true
        }
    }

    private mutating func grow() {
        table = [UInt32](repeating: 0, count: table.count * 4)
        for (number, hash) in hashes.enumerated() {
            var place = Int(hash) & (table.count - 1)
            while table[place] != 0 { place = (place + 1) & (table.count - 1) }
            table[place] = UInt32(number + 1)
        }
    }

    /// FNV-1a over words of eight bytes where there are so many, folded to 32 bits.
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
        while index < raw.count {
            state = (state ^ UInt64(raw[index])) &* 0x100_0000_01B3
            index += 1
        }
        return UInt32(truncatingIfNeeded: state ^ (state >> 32))
    }
}
