/// Code points of UTF-8 text, read and written without `String`.
enum UTF8Scalars {
    /// The code point whose first byte is at `index`, and the number of its bytes. A byte that begins no complete
    /// sequence stands for U+FFFD.
    @inline(__always)
    static func decode(_ text: Span<UInt8>, at index: Int) -> (scalar: UInt32, length: Int) {
        let first = UInt32(text[index])
        if first < 0x80 { return (first, 1) }
        let available = text.count - index
        if first >= 0xE0, first < 0xF0, available >= 3 {
            let rest = (UInt32(text[index + 1]) & 0x3F) << 6 | UInt32(text[index + 2]) & 0x3F
            return ((first & 0x0F) << 12 | rest, 3)
        }
        if first >= 0xC2, first < 0xE0, available >= 2 {
            return ((first & 0x1F) << 6 | UInt32(text[index + 1]) & 0x3F, 2)
        }
        if first >= 0xF0, first < 0xF5, available >= 4 {
            let high = (first & 0x07) << 18 | (UInt32(text[index + 1]) & 0x3F) << 12
            return (high | (UInt32(text[index + 2]) & 0x3F) << 6 | UInt32(text[index + 3]) & 0x3F, 4)
        }
        return (0xFFFD, 1)
    }

    /// Appends a code point's UTF-8.
    @inline(__always)
    static func append(_ scalar: UInt32, to output: inout [UInt8]) {
        if scalar < 0x80 {
            output.append(UInt8(truncatingIfNeeded: scalar))
        } else if scalar < 0x800 {
            output.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
            output.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        } else if scalar < 0x10000 {
            output.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
            output.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
            output.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        } else {
            output.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
            output.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
            output.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
            output.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        }
    }
}
