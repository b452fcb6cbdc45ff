/// Values in JSON that may stand inside a `script` element: `<` is written `\u003c`, so that nothing ends the element.
package indirect enum JSONText: Sendable {
    /// A text.
    case string(String)
    /// A text in UTF-8.
    case bytes([UInt8])
    /// A list.
    case array([JSONText])
    /// An object; its entries are written in this order.
    case object([(String, JSONText)])
    /// A number.
    case integer(Int)
    /// True or false.
    case flag(Bool)
    /// Nothing.
    case null

    /// A text that may be missing.
    package static func string(ifAny text: String?) -> JSONText { text.map { .string($0) } ?? .null }

    /// A list of texts.
    package static func strings(_ texts: some Sequence<String>) -> JSONText { .array(texts.map { .string($0) }) }

    /// Appends the value.
    package func append(to output: inout [UInt8]) {
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
