extension Bytes {
    /// The first byte at or after an offset that HTML writes as a reference: `&`, `<`, `>` or `"`; or the end.
    ///
    /// Most text has none for long stretches, so eight bytes are looked at together.
    func firstEscaped(from start: Int) -> Int {
        guard let base = baseAddress else { return start }
        var offset = start
        while offset + 8 <= count {
            let word = UnsafeRawPointer(base + offset).loadUnaligned(as: UInt64.self)
            // `"` and `&` differ in one bit, and so do `<` and `>`.
            let quoteOrAmpersand = (word & repeated(~0x04)) ^ repeated(UInt8(ascii: "\""))
            let lessOrGreater = (word & repeated(~0x02)) ^ repeated(UInt8(ascii: "<"))
            if hasZeroByte(quoteOrAmpersand) || hasZeroByte(lessOrGreater) { break }
            offset += 8
        }
        while offset < count, !base[offset].isEscaped { offset += 1 }
        return offset
    }
}

@inline(__always)
private func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

/// Whether one of the eight bytes is zero: subtracting one borrows into its highest bit.
@inline(__always)
private func hasZeroByte(_ word: UInt64) -> Bool {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0
}

extension UInt8 {
    fileprivate var isEscaped: Bool {
        self == UInt8(ascii: "&") || self == UInt8(ascii: "<") || self == UInt8(ascii: ">")
            || self == UInt8(ascii: "\"")
    }
}
