/// A box of the ISO base media file format (ISO/IEC 14496-12, 4.2), of which AVIF and MP4 files are made.
struct ISOBox {
    /// Its name's four letters, as a number.
    let name: Int
    /// Where its content is.
    let body: Range<Int>

    /// The box that begins at an offset and must end in a range.
    init(_ bytes: inout MediaBytes, at offset: Int, in range: Range<Int>) throws(MediaDamage) {
        var size = try bytes.big(offset, 4)
        var header = 8
        name = try bytes.big(offset + 4, 4)
        let most = range.upperBound - offset
        if size == 1 {
            size = try bytes.big(offset + 8, 8)
            header = 16
        } else if size == 0 {
            // The last box may leave its size open.
            size = most
        }
        guard size >= header, size <= most else { throw MediaDamage() }
        body = offset + header..<offset + size
    }

    /// Calls a function for each box in a range, until it returns a value.
    static func first<Value>(
        _ bytes: inout MediaBytes, in range: Range<Int>,
        _ find: (ISOBox, inout MediaBytes) throws(MediaDamage) -> Value?
    ) throws(MediaDamage) -> Value? {
        var offset = range.lowerBound
        // What is shorter than a header is padding.
        while range.upperBound - offset >= 8 {
            let box = try ISOBox(&bytes, at: offset, in: range)
            if let value = try find(box, &bytes) { return value }
            offset = box.body.upperBound
        }
        return nil
    }

    /// The content of the first box of a name in a range.
    static func body(
        _ name: StaticString, _ bytes: inout MediaBytes, in range: Range<Int>
    ) throws(MediaDamage) -> Range<Int>? {
        try first(&bytes, in: range) { (box, _) throws(MediaDamage) in box.isNamed(name) ? box.body : nil }
    }

    /// Whether it has a name.
    func isNamed(_ name: StaticString) -> Bool {
        name.withUTF8Buffer { $0.reduce(0) { $0 << 8 | Int($1) } } == self.name
    }

    /// The content without the first bytes; of a full box, four bytes are version and flags.
    static func skip(_ count: Int, _ body: Range<Int>) throws(MediaDamage) -> Range<Int> {
        guard body.count >= count else { throw MediaDamage() }
        return body.lowerBound + count..<body.upperBound
    }
}
