/// A compiled file of the time zone database (RFC 8536, TZif), version 2 or later.
///
/// 1. A header and a block with times of 32 bits, which is skipped.
/// 2. A header and a block with times of 64 bits: the transitions.
/// 3. A line with the rule for all later times. Where it exists, the transitions may end early ("slim" files); others
///    ("fat" ones) go on to 2037.
struct TimeZoneFile {
    /// A change of the clocks.
    struct Transition: Sendable {
        /// Its time, in seconds since 1970.
        let instant: Int
        /// How many seconds the clocks are ahead of UTC from then on.
        let offset: Int
    }

    /// The changes, in order.
    let transitions: [Transition]
    /// The offset before the first change, in seconds.
    let initialOffset: Int
    /// The rule for the times after the last change, where there is one.
    let future: PosixTimeZone?

    /// Reads a file; nil when it is no such file, is damaged, or counts leap seconds, as clocks do not.
    init?(_ bytes: [UInt8]) {
        var reader = BigEndianReader(bytes: bytes[...])
        guard let skipped = Header(&reader), skipped.version >= UInt8(ascii: "2"),
            reader.skip(skipped.blockLength(timeBytes: 4)), let header = Header(&reader),
            header.leapSeconds == 0, header.types > 0,
            let (transitions, initialOffset) = Self.changes(&reader, header),
            reader.skip(header.standardFlags + header.universalFlags),
            let footer = Self.footer(&reader)
        else { return nil }
        (self.transitions, self.initialOffset) = (transitions, initialOffset)
        if footer.isEmpty {
            future = nil
        } else {
            guard let rule = PosixTimeZone(footer) else { return nil }
            future = rule
        }
    }

    /// The numbers before a block.
    private struct Header {
        let version: UInt8
        let universalFlags: Int
        let standardFlags: Int
        let leapSeconds: Int
        let times: Int
        let types: Int
        let characters: Int

        init?(_ reader: inout BigEndianReader) {
            guard reader.integer(bytes: 4) == 0x545A_6966, let version = reader.integer(bytes: 1), reader.skip(15),
                let universal = reader.integer(bytes: 4), let standard = reader.integer(bytes: 4),
                let leap = reader.integer(bytes: 4), let times = reader.integer(bytes: 4),
                let types = reader.integer(bytes: 4), let characters = reader.integer(bytes: 4),
                min(universal, standard, leap, times, types, characters) >= 0
            else { return nil }
            self.version = UInt8(truncatingIfNeeded: version)
            (universalFlags, standardFlags, leapSeconds) = (universal, standard, leap)
            (self.times, self.types, self.characters) = (times, types, characters)
        }

        func blockLength(timeBytes: Int) -> Int {
            times * (timeBytes + 1) + types * 6 + characters + leapSeconds * (timeBytes + 4) + standardFlags
                + universalFlags
        }
    }
}

extension TimeZoneFile {
    private static func changes(_ reader: inout BigEndianReader, _ header: Header) -> ([Transition], Int)? {
        guard reader.rest.count >= header.blockLength(timeBytes: 8) else { return nil }
        let instants = (0..<header.times).compactMap { _ in reader.integer(bytes: 8) }
        let indexes = (0..<header.times).compactMap { _ in reader.integer(bytes: 1) }.map { $0 & 0xFF }
        let offsets = (0..<header.types).compactMap { _ -> Int? in
            // Each type is an offset, whether it is summer time, and where its abbreviation is.
            let offset = reader.integer(bytes: 4)
            return reader.skip(2) ? offset : nil
        }
        guard reader.skip(header.characters), indexes.allSatisfy({ $0 < offsets.count }),
            zip(instants, instants.dropFirst()).allSatisfy({ $0 < $1 })
        else { return nil }
        return (zip(instants, indexes).map { Transition(instant: $0, offset: offsets[$1]) }, offsets[0])
    }

    /// The text between the two line feeds at the file's end.
    private static func footer(_ reader: inout BigEndianReader) -> ArraySlice<UInt8>? {
        let lineFeed = UInt8(ascii: "\n")
        guard reader.rest.first == lineFeed, let end = reader.rest.dropFirst().firstIndex(of: lineFeed) else {
            return nil
        }
        return reader.rest[(reader.rest.startIndex + 1)..<end]
    }
}

/// Reads whole numbers whose highest byte comes first, in two's complement.
private struct BigEndianReader {
    private(set) var rest: ArraySlice<UInt8>

    init(bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    mutating func integer(bytes count: Int) -> Int? {
        guard rest.count >= count, let first = rest.first else { return nil }
        let start = Int(Int8(bitPattern: first))
        let value = rest.prefix(count).dropFirst().reduce(start) { $0 << 8 | Int($1) }
        rest = rest.dropFirst(count)
        return value
    }

    mutating func skip(_ count: Int) -> Bool {
        guard rest.count >= count else { return false }
        rest = rest.dropFirst(count)
        return true
    }
}
