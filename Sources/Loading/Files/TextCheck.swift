internal import HelpCenter

/// Makes sure that a source file is text that every later stage can take as it is.
///
/// A byte-order mark is dropped and line ends are left alone. What is not UTF-8, and control characters, are reported
/// and replaced by U+FFFD, so that nothing vanishes unseen. Controls that reorder text (bidirectional overrides and
/// isolates) are reported and kept: they can be meant, but they can also make an address read as another one.
struct TextCheck {
    /// What is wrong with a place in the text.
    enum Finding: Equatable {
        case invalidUTF8
        case utf16
        case control(UInt32)
        case bidirectional(UInt32)
    }

    /// The text, clean.
    private(set) var bytes: [UInt8]
    /// What was found, by offset into `bytes`.
    private(set) var findings: [(offset: Int, finding: Finding)] = []

    /// Checks the bytes of a file.
    init(_ input: [UInt8]) {
        bytes = input
        if input.starts(with: [0xFF, 0xFE]) || input.starts(with: [0xFE, 0xFF]) {
            findings = [(0, .utf16)]
            bytes = []
            return
        }
        if input.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        if !Self.isPlain(bytes) { clean() }
    }

    /// Whether the bytes are UTF-8 without anything to report: the case of nearly every file, decided in one pass.
    private static func isPlain(_ bytes: [UInt8]) -> Bool {
        let span = bytes.span
        var index = 0
        while index < span.count {
            let byte = span[index]
            if byte < 0x80 {
                if byte < 0x20, byte != 0x0A, byte != 0x09, byte != 0x0D { return false }
                if byte == 0x7F { return false }
                index += 1
                continue
            }
            guard let length = sequenceLength(span, index) else { return false }
            if length == 3, isSuspicious(span, index) { return false }
            index += length
        }
        return true
    }

    /// The length of the well-formed sequence that begins here (Unicode 15, table 3-7); nil when it is ill-formed.
    private static func sequenceLength(_ span: Span<UInt8>, _ index: Int) -> Int? {
        let lead = span[index]
        let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
        guard length > 0, index + length <= span.count else { return nil }
        let second = span[index + 1]
        let lowest: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
        let highest: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
        guard second >= lowest, second <= highest else { return nil }
        for offset in 2..<max(2, length) where span[index + offset] & 0xC0 != 0x80 { return nil }
        return length
    }

    /// Whether a three-byte sequence is a bidirectional control or a noncharacter.
    private static func isSuspicious(_ span: Span<UInt8>, _ index: Int) -> Bool {
        switch span[index] {
        case 0xE2:
            let (second, third) = (span[index + 1], span[index + 2])
            return (second == 0x80 && (0xAA...0xAE).contains(third))
                || (second == 0x81 && (0xA6...0xA9).contains(third))
        case 0xEF:
            return span[index + 1] == 0xBF && span[index + 2] >= 0xBE
        default:
            return false
        }
    }

    private mutating func clean() {
        let source = bytes
        let span = source.span
        var output: [UInt8] = []
        output.reserveCapacity(source.count + 16)
        var index = 0
        while index < span.count {
            let byte = span[index]
            let length = byte < 0x80 ? 1 : Self.sequenceLength(span, index)
            guard let length else {
                // One report for a run of broken bytes; each run becomes one replacement character.
                findings.append((output.count, .invalidUTF8))
                repeat {
                    index += 1
                } while index < span.count && span[index] >= 0x80
                    && Self.sequenceLength(span, index) == nil
                output += Self.replacement
                continue
            }
            if length == 1, byte < 0x20 || byte == 0x7F, byte != 0x0A, byte != 0x09, byte != 0x0D {
                findings.append((output.count, .control(UInt32(byte))))
                output += Self.replacement
            } else if length == 3, Self.isSuspicious(span, index) {
                let scalar =
                    UInt32(byte & 0x0F) << 12 | UInt32(span[index + 1] & 0x3F) << 6
                    | UInt32(span[index + 2] & 0x3F)
                if scalar >= 0xFFFE {
                    findings.append((output.count, .control(scalar)))
                    output += Self.replacement
                } else {
                    findings.append((output.count, .bidirectional(scalar)))
                    for offset in 0..<3 { output.append(span[index + offset]) }
                }
            } else {
                for offset in 0..<length { output.append(span[index + offset]) }
            }
            index += length
        }
        bytes = output
    }

    private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
}

extension SourcePosition {
    /// The place of an offset into a text.
    init(offset: Int, in bytes: [UInt8]) {
        var line = 1
        var start = 0
        let end = min(offset, bytes.count)
        for index in 0..<end where bytes[index] == 0x0A {
            line += 1
            start = index + 1
        }
        let column = bytes[start..<max(start, end)].count { $0 & 0xC0 != 0x80 }
        self.init(line: line, column: column + 1)
    }
}
