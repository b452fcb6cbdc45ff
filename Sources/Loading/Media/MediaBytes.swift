/// A header is cut off, or contradicts itself.
struct MediaDamage: Error {}

/// The bytes of a media file, read in pieces as they are asked for.
///
/// Nothing it is asked for can trap: an offset outside the file is damage. Neither can a hostile file keep it busy: after
/// `piecesLeft` pieces, which no honest header needs, everything is damage.
struct MediaBytes {
    /// The file's size in bytes.
    let count: Int

    private let read: (Range<Int>) -> [UInt8]
    private var piece: [UInt8] = []
    private var start = 0
    private var piecesLeft = 1_000

    /// How many bytes are asked for at once; most headers fit in.
    private static let pieceSize = 4096

    /// A whole file, in memory.
    init(_ bytes: [UInt8]) {
        self.init(count: bytes.count) { Array(bytes[$0]) }
    }

    /// A file that somebody else reads.
    ///
    /// - Parameters:
    ///   - count: Its size in bytes.
    ///   - read: Gives the bytes of a range, which is inside the size; fewer where the file cannot be read.
    init(count: Int, read: @escaping (Range<Int>) -> [UInt8]) {
        self.count = count
        self.read = read
    }

    /// The byte at an offset.
    mutating func byte(_ offset: Int) throws(MediaDamage) -> UInt8 {
        if offset < start || offset - start >= piece.count { try load(offset) }
        return piece[offset - start]
    }

    /// The number in `length` bytes, the most significant first.
    mutating func big(_ offset: Int, _ length: Int) throws(MediaDamage) -> Int {
        var value: UInt64 = 0
        for index in 0..<length {
            value = value << 8 | UInt64(try byte(offset + index))
        }
        guard let number = Int(exactly: value) else { throw MediaDamage() }
        return number
    }

    /// The number in at most seven bytes, the least significant first.
    mutating func little(_ offset: Int, _ length: Int) throws(MediaDamage) -> Int {
        var value = 0
        for index in 0..<length {
            value |= Int(try byte(offset + index)) << (8 * index)
        }
        return value
    }

    /// Whether certain bytes are at an offset.
    mutating func has(_ bytes: [UInt8], at offset: Int) -> Bool {
        for (index, byte) in bytes.enumerated() where (try? self.byte(offset + index)) != byte { return false }
        return true
    }

    /// Whether a word is at an offset, such as a chunk's name.
    mutating func has(_ word: StaticString, at offset: Int) -> Bool {
        word.withUTF8Buffer { letters in
            for (index, letter) in letters.enumerated() where (try? byte(offset + index)) != letter { return false }
            return true
        }
    }

    private mutating func load(_ offset: Int) throws(MediaDamage) {
        guard offset >= 0, offset < count, piecesLeft > 0 else { throw MediaDamage() }
        piecesLeft -= 1
        piece = read(offset..<offset + min(Self.pieceSize, count - offset))
        start = offset
        guard !piece.isEmpty else { throw MediaDamage() }
    }
}
