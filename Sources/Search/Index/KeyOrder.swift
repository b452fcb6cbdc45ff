/// The order of JavaScript's strings, on UTF-8.
///
/// Code units of UTF-16 and bytes of UTF-8 sort alike but for one thing: characters beyond U+FFFF are written with
/// surrogates, which come before U+E000. So the lead bytes of the two groups change places.
enum KeyOrder {
    /// Whether a text comes before another.
    static func precedes(_ left: some Collection<UInt8>, _ right: some Collection<UInt8>) -> Bool {
        var others = right.makeIterator()
        for byte in left {
            guard let other = others.next() else { return false }
            if byte != other { return order(byte) < order(other) }
        }
        return others.next() != nil
    }

    /// The shortest beginning of a text, by whole characters, that comes after another text which comes before it.
    static func shortestBeginning(of text: some Collection<UInt8>, after previous: some Collection<UInt8>) -> [UInt8] {
        let text = Array(text)
        var end = zip(text, previous).prefix { $0 == $1 }.count + 1
        while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
        return Array(text.prefix(end))
    }

    /// The first eight bytes as a number that sorts as they do.
    static func head(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
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
