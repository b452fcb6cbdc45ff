internal import HelpCenter

/// Text in HTML and JSON, written byte by byte: this runs for every variable of every page.
enum HTMLText {
    /// Appends a text with `& < > " '` escaped, so that it is inert in elements and in quoted attributes.
    static func append(_ text: String, to output: inout [UInt8]) {
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            for index in bytes.indices {
                guard let escape = escape(of: bytes[index]) else { continue }
                output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
                output.append(contentsOf: escape)
                start = index + 1
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
        }
    }

    /// A text with `& < > " '` escaped.
    static func escape(_ text: String) -> String {
        if !text.utf8.contains(where: isSpecial) { return text }
        var output: [UInt8] = []
        output.reserveCapacity(text.utf8.count + 16)
        append(text, to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    private static func isSpecial(_ byte: UInt8) -> Bool { escape(of: byte) != nil }

    @inline(__always)
    private static func escape(of byte: UInt8) -> [UInt8]? {
        // All five lie below '?', and text is mostly letters.
        guard byte < UInt8(ascii: "?") else { return nil }
        switch byte {
        case UInt8(ascii: "&"): return ampersand
        case UInt8(ascii: "<"): return less
        case UInt8(ascii: ">"): return greater
        case UInt8(ascii: "\""): return quote
        case UInt8(ascii: "'"): return apostrophe
        default: return nil
        }
    }

    private static let ampersand = Array("&amp;".utf8)
    private static let less = Array("&lt;".utf8)
    private static let greater = Array("&gt;".utf8)
    private static let quote = Array("&quot;".utf8)
    private static let apostrophe = Array("&#39;".utf8)
}

extension JSONText {
    /// The value as a `script` element that no browser runs: data for the page's scripts.
    func script(id: String) -> [UInt8] {
        var output = Array("<script type=\"application/json\" id=\"\(id)\">".utf8)
        append(to: &output)
        return output + "</script>".utf8
    }
}
