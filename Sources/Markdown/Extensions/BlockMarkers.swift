/// Lines that cmark must see as blocks of their own, though CommonMark does not know them: `:::details`, `:::`, and
/// the first lines of footnotes.
///
/// Their first three bytes are replaced by `<?>`, a complete HTML block that may interrupt a paragraph. So cmark says
/// exactly where such a line stands and whether it is one: within a code block it is text, and is put back.
struct BlockMarkers {
    enum Kind: Equatable {
        /// `:::name text`
        case open(name: String, text: String)
        /// `:::`
        case close
        /// `[^label]:`
        case footnote
    }

    struct Marker {
        let kind: Kind
        /// The byte of the text at which the three replaced bytes begin.
        let offset: Int
    }

    /// The markers by their lines, counted from 1.
    private(set) var markers: [Int: Marker] = [:]

    static let mask = Array("<?>".utf8)

    var isEmpty: Bool { markers.isEmpty }

    subscript(line: Int) -> Marker? { markers[line] }

    mutating func add(_ kind: Kind, at offset: Int, line: Int) {
        markers[line] = Marker(kind: kind, offset: offset)
    }

    mutating func remove(line: Int) {
        markers[line] = nil
    }

    /// The text with the markers replaced.
    func masked(_ text: SourceText) -> [UInt8] {
        guard !markers.isEmpty else { return text.bytes }
        var bytes = text.bytes
        for marker in markers.values {
            bytes.replaceSubrange(marker.offset..<marker.offset + 3, with: Self.mask)
        }
        return bytes
    }

    /// The literal of code or raw HTML, with the marker lines in it as the author wrote them.
    func restored(_ block: Node, in text: SourceText) -> [UInt8] {
        var bytes = Array(block.literal)
        guard !markers.isEmpty else { return bytes }
        let firstLine = block.startLine
        var start = 0
        var index = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: .newline) ?? bytes.count
            let first = bytes.skippingBlanks(start..<end)
            if bytes.matches("<?>", at: first) {
                // In fenced code the first line is the fence's.
                for line in [firstLine + index + 1, firstLine + index] {
                    guard let marker = markers[line] else { continue }
                    let source = text.bytes[marker.offset..<text.line(line).upperBound]
                    guard source.dropFirst(3).elementsEqual(bytes[first + 3..<end]) else { continue }
                    bytes.replaceSubrange(first..<first + 3, with: source.prefix(3))
                    break
                }
            }
            start = end + 1
            index += 1
        }
        return bytes
    }

    /// Adds the lines of a text that begin with `:::`.
    mutating func findBlocks(in text: SourceText) {
        var offset = 0
        while let colons = text.bytes.firstRange(of: ":::", from: offset) {
            let number = text.lineNumber(at: colons)
            let line = text.line(number)
            offset = max(line.upperBound, colons + 3)
            if text.bytes.isOnlyContainerMarkers(line.lowerBound..<colons),
                let kind = Self.kind(of: colons..<line.upperBound, in: text.bytes)
            {
                add(kind, at: colons, line: number)
            }
        }
    }
}

extension BlockMarkers {
    private static func kind(of range: Range<Int>, in bytes: [UInt8]) -> Kind? {
        var start = range.lowerBound
        while start < range.upperBound, bytes[start] == UInt8(ascii: ":") { start += 1 }
        let rest = bytes.trimmed(start..<range.upperBound)
        if rest.isEmpty { return .close }
        guard bytes[rest.lowerBound].isASCIILetter else { return nil }
        var end = rest.lowerBound
        while end < rest.upperBound, bytes[end].isASCIIAlphanumeric || bytes[end] == UInt8(ascii: "-") { end += 1 }
        guard end == rest.upperBound || bytes[end].isBlank else { return nil }
        let text = bytes.trimmed(end..<rest.upperBound)
        return .open(
            name: String(utf8: bytes[rest.lowerBound..<end].map(\.lowercasedASCII)), text: String(utf8: bytes[text]))
    }
}

extension [UInt8] {
    /// Whether a line's beginning holds only indentation and the markers of quotes and list items.
    fileprivate func isOnlyContainerMarkers(_ range: Range<Int>) -> Bool {
        var offset = range.lowerBound
        while offset < range.upperBound {
            switch self[offset] {
            case .space, .tab, UInt8(ascii: ">"): offset += 1
            case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                while offset < range.upperBound, self[offset].isASCIIDigit { offset += 1 }
                offset += 1
                guard offset < range.upperBound, self[offset].isBlank else { return false }
            default: return false
            }
        }
        return true
    }
}
