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
        case .string(let text): Self.append(text, to: &output)
        case .bytes(let bytes): Self.append(bytes.span, to: &output)
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
                Self.append(key, to: &output)
                output.append(UInt8(ascii: ":"))
                value.append(to: &output)
            }
            output.append(UInt8(ascii: "}"))
        }
    }

    /// Appends a text as a JSON string.
    package static func append(_ text: String, to output: inout [UInt8]) {
        var text = text
        text.withUTF8 { append($0.span, to: &output) }
    }

    /// Appends a text in UTF-8 as a JSON string.
    package static func append(_ text: Span<UInt8>, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        // What needs no escape, nearly everything, is copied in one piece.
        var copied = 0
        for index in 0..<text.count where isEscaped(text[index]) {
            appendPlain(text.extracting(copied..<index), to: &output)
            appendEscape(of: text[index], to: &output)
            copied = index + 1
        }
        appendPlain(text.extracting(copied..<text.count), to: &output)
        output.append(UInt8(ascii: "\""))
    }
}

extension JSONText {
    @inline(__always)
    private static func isEscaped(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"):
            true
        default: false
        }
    }

    private static func appendPlain(_ text: Span<UInt8>, to output: inout [UInt8]) {
        text.withUnsafeBufferPointer { output.append(contentsOf: $0) }
    }

    private static func appendEscape(of byte: UInt8, to output: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\""): output += "\\\"".utf8
        case UInt8(ascii: "\\"): output += "\\\\".utf8
        case UInt8(ascii: "\n"): output += "\\n".utf8
        case UInt8(ascii: "\r"): output += "\\r".utf8
        case UInt8(ascii: "\t"): output += "\\t".utf8
        default:
            let digits = String(byte, radix: 16)
            output += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
        }
    }
}
