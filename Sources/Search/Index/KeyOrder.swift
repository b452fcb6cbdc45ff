/// The order of JavaScript's strings, on UTF-8.
///
/// Code units of UTF-16 and bytes of UTF-8 sort alike but for one thing: characters beyond U+FFFF are written with
/// surrogates, which come before U+E000. So the lead bytes of the two groups change places.
enum KeyOrder {
    /// Whether a text comes before another.
    static func precedes(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
        for index in 0..<min(left.count, right.count) where left[index] != right[index] {
            return order(left[index]) < order(right[index])
        }
        return left.count < right.count
    }

    /// Whether a text comes before another.
    static func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool { precedes(left.span, right.span) }

    /// Whether two texts are the same.
    static func areEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
        left.count == right.count && commonCount(left, right) == left.count
    }

    /// How many bytes two texts begin with in common.
    static func commonCount(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
        let count = min(left.count, right.count)
        for index in 0..<count where left[index] != right[index] { return index }
        return count
    }

    /// The shortest beginning of a text, by whole characters, that comes after another text which comes before it.
    static func shortestBeginning(of text: Span<UInt8>, after previous: Span<UInt8>) -> [UInt8] {
        var end = commonCount(text, previous) + 1
        while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
        return text.extracting(first: end).withUnsafeBufferPointer { Array($0) }
    }

    /// The first eight bytes as a number that sorts as they do.
    static func head(_ text: Span<UInt8>) -> UInt64 {
        var head: UInt64 = 0
        for index in 0..<8 { head = head << 8 | UInt64(index < text.count ? order(text[index]) : 0) }
        return head
    }

    @inline(__always)
    private static func order(_ byte: UInt8) -> UInt8 {
        switch byte {
        case 0xEE, 0xEF: byte + 5
        case 0xF0...0xF4: byte - 2
        default: byte
        }
    }
}
