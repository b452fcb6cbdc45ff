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

/// Values in JSON that may stand inside a `script` element: `<` is written `\u003c`, so that nothing ends the element.
indirect enum JSONText {
    case string(String)
    case bytes([UInt8])
    case array([JSONText])
    case object([(String, JSONText)])
    case integer(Int)
    case flag(Bool)
    case null

    /// A text that may be missing.
    static func string(ifAny text: String?) -> JSONText { text.map { .string($0) } ?? .null }

    /// A list of texts.
    static func strings(_ texts: some Sequence<String>) -> JSONText { .array(texts.map { .string($0) }) }

    /// The value as a `script` element that no browser runs: data for the page's scripts.
    func script(id: String) -> [UInt8] {
        var output = Array("<script type=\"application/json\" id=\"\(id)\">".utf8)
        append(to: &output)
        return output + "</script>".utf8
    }

    /// Appends the value.
    func append(to output: inout [UInt8]) {
        switch self {
        case .string(let text): Self.appendString(text.utf8, to: &output)
        case .bytes(let bytes): Self.appendString(bytes, to: &output)
        case .integer(let number): output += String(number).utf8
        case .flag(let flag): output += (flag ? "true" : "false").utf8
        case .null: output += "null".utf8
        case .array(let items):
            output.append(UInt8(ascii: "["))
            for (index, item) in items.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                item.append(to: &output)
            }
            output.append(UInt8(ascii: "]"))
        case .object(let entries):
            output.append(UInt8(ascii: "{"))
            for (index, (key, value)) in entries.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                Self.appendString(key.utf8, to: &output)
                output.append(UInt8(ascii: ":"))
                value.append(to: &output)
            }
            output.append(UInt8(ascii: "}"))
        }
    }

    private static func appendString(_ text: some Sequence<UInt8>, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""): output += "\\\"".utf8
            case UInt8(ascii: "\\"): output += "\\\\".utf8
            case UInt8(ascii: "\n"): output += "\\n".utf8
            case UInt8(ascii: "\r"): output += "\\r".utf8
            case UInt8(ascii: "\t"): output += "\\t".utf8
            case UInt8(ascii: "<"): output += "\\u003c".utf8
            case UInt8(ascii: ">"): output += "\\u003e".utf8
            case UInt8(ascii: "&"): output += "\\u0026".utf8
            case 0..<0x20:
                let digits = String(byte, radix: 16)
                output += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }
}
