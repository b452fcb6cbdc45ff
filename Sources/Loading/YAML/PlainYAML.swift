internal import HelpCenter

/// Reads the YAML that nearly every front matter is: lines of `key: value`, where the value is a plain or quoted scalar
/// on that line. It declines everything else, which then goes through the full parser; where it accepts, both agree.
///
/// It exists because the full parser takes 25 to 35 µs for a small front matter, a tenth of a whole build.
enum PlainYAML {
    /// The mapping, or nil when the text is more than plain lines.
    ///
    /// - Parameter firstLine: The line of the file that the text begins on.
    static func parse(_ bytes: ArraySlice<UInt8>, firstLine: Int) -> YAMLValue? {
        var entries: [(key: YAMLScalar, value: YAMLValue)] = []
        var line = firstLine
        var index = bytes.startIndex
        while index < bytes.endIndex {
            var end = bytes[index...].firstIndex(of: newline) ?? bytes.endIndex
            let next = min(end + 1, bytes.endIndex)
            if end > index, bytes[end - 1] == carriageReturn { end -= 1 }
            if index < end {
                guard entries.count < mostEntries, let entry = entry(bytes[index..<end], line: line),
                    !entries.contains(where: { $0.key.text == entry.key.text })
                else { return nil }
                entries.append(entry)
            }
            if next == index { break }
            index = next
            line += 1
        }
        return .mapping(entries, SourcePosition(line: firstLine, column: 1))
    }
}

extension PlainYAML {
    /// The most lines that are taken; looking for duplicate keys takes the square of their number.
    private static let mostEntries = 64

    private static let newline = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    private static func entry(_ line: ArraySlice<UInt8>, line number: Int) -> (key: YAMLScalar, value: YAMLValue)? {
        guard let colon = line.firstIndex(where: { !isKeyByte($0) }), colon > line.startIndex,
            line[colon] == UInt8(ascii: ":"), colon + 1 < line.endIndex, line[colon + 1] == UInt8(ascii: " ")
        else { return nil }
        let key = YAMLScalar(
            text: String(decoding: line[..<colon], as: UTF8.self), isPlain: true,
            position: SourcePosition(line: number, column: 1))
        var value = line[(colon + 1)...]
        while value.first == UInt8(ascii: " ") { value = value.dropFirst() }
        while value.last == UInt8(ascii: " ") { value = value.dropLast() }
        let position = SourcePosition(line: number, column: value.startIndex - line.startIndex + 1)
        guard let first = value.first, !holdsRareBreak(value) else { return nil }
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
            let inner = value.dropFirst().dropLast()
            guard value.count >= 2, value.last == first, !inner.contains(first), !inner.contains(UInt8(ascii: "\\"))
            else { return nil }
            let text = String(decoding: inner, as: UTF8.self)
            return (key, .scalar(YAMLScalar(text: text, isPlain: false, position: position)))
        }
        guard isPlainScalar(value) else { return nil }
        let text = String(decoding: value, as: UTF8.self)
        return (key, .scalar(YAMLScalar(text: text, isPlain: true, position: position)))
    }

    /// Whether a value holds what YAML 1.1 takes for a line break, or skips: U+0085, U+2028, U+2029, U+FEFF.
    private static func holdsRareBreak(_ value: ArraySlice<UInt8>) -> Bool {
        var index = value.startIndex
        while index < value.endIndex {
            switch value[index] {
            case 0xC2 where value[index...].starts(with: [0xC2, 0x85]): return true
            case 0xE2 where value[index...].starts(with: [0xE2, 0x80, 0xA8]): return true
            case 0xE2 where value[index...].starts(with: [0xE2, 0x80, 0xA9]): return true
            case 0xEF where value[index...].starts(with: [0xEF, 0xBB, 0xBF]): return true
            default: index += 1
            }
        }
        return false
    }

    private static func isKeyByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
    }

    /// Whether a value needs no YAML knowledge: it begins with a letter, digit or non-ASCII character, and holds nothing
    /// that could be a comment, a key or a tab.
    private static func isPlainScalar(_ value: ArraySlice<UInt8>) -> Bool {
        guard let first = value.first, isKeyByte(first) || first >= 0x80 || first == UInt8(ascii: "/") else {
            return false
        }
        var previous = first
        for byte in value.dropFirst() {
            if byte == UInt8(ascii: "#"), previous == UInt8(ascii: " ") { return false }
            if previous == UInt8(ascii: ":"), byte == UInt8(ascii: " ") { return false }
            if byte < 0x20 { return false }
            previous = byte
        }
        return previous != UInt8(ascii: ":")
    }
}
