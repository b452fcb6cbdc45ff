/// The beginning of an XML file up to the attributes of its root element: as much of XML as finding them needs.
///
/// Declarations, comments and a document type, which drawing programs fill with entities, are passed over; entities are
/// left as they are written.
struct XMLRoot {
    /// The file.
    private(set) var bytes: MediaBytes
    private var offset = 0

    /// A file, of which nothing is read yet.
    init(_ bytes: MediaBytes) {
        self.bytes = bytes
    }

    /// Reads up to the root element's name; returns it without a namespace's prefix.
    mutating func readName() throws(MediaDamage) -> String {
        if bytes.has([0xEF, 0xBB, 0xBF], at: 0) { offset = 3 }
        while true {
            try skipSpace()
            if bytes.has("<?", at: offset) {
                try skip(past: "?>")
            } else if bytes.has("<!--", at: offset) {
                try skip(past: "-->")
            } else if bytes.has("<!", at: offset) {
                try skipDocumentType()
            } else {
                break
            }
        }
        guard try take() == UInt8(ascii: "<") else { throw MediaDamage() }
        let name = try text { !Self.isSpace($0) && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">") }
        return name.lastIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
    }

    /// Reads the next attribute of the root element; nil at its end.
    mutating func readAttribute() throws(MediaDamage) -> (name: String, value: String)? {
        try skipSpace()
        let next = try bytes.byte(offset)
        if next == UInt8(ascii: ">") || next == UInt8(ascii: "/") { return nil }
        let name = try text { !Self.isSpace($0) && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ">") }
        try skipSpace()
        guard try take() == UInt8(ascii: "=") else { throw MediaDamage() }
        try skipSpace()
        let quote = try take()
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw MediaDamage() }
        let value = try text { $0 != quote }
        offset += 1
        return (name, value)
    }

    /// Whether a byte is white space in XML.
    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
}

extension XMLRoot {
    private mutating func take() throws(MediaDamage) -> UInt8 {
        let byte = try bytes.byte(offset)
        offset += 1
        return byte
    }

    private mutating func skipSpace() throws(MediaDamage) {
        while Self.isSpace(try bytes.byte(offset)) { offset += 1 }
    }

    private mutating func skip(past end: StaticString) throws(MediaDamage) {
        while !bytes.has(end, at: offset) {
            _ = try bytes.byte(offset)
            offset += 1
        }
        offset += end.utf8CodeUnitCount
    }

    /// The bytes as long as they are wanted, as text.
    private mutating func text(while isWanted: (UInt8) -> Bool) throws(MediaDamage) -> String {
        var text: [UInt8] = []
        while true {
            let byte = try bytes.byte(offset)
            guard isWanted(byte) else { return String(decoding: text, as: UTF8.self) }
            text.append(byte)
            offset += 1
        }
    }

    /// Passes over `<!DOCTYPE … [ … ]>`, whose declarations hold quotes, comments and angle brackets of their own.
    private mutating func skipDocumentType() throws(MediaDamage) {
        var depth = 0
        repeat {
            if bytes.has("<!--", at: offset) {
                try skip(past: "-->")
                continue
            }
            let byte = try take()
            switch byte {
            case UInt8(ascii: "<"): depth += 1
            case UInt8(ascii: ">"): depth -= 1
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                while try take() != byte {}
            default: break
            }
        } while depth > 0
    }
}
