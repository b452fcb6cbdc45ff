/// The HTML that is being written.
struct HTMLWriter {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    var count: Int { bytes.count }

    /// Writes markup.
    @inline(__always)
    mutating func write(_ markup: StaticString) {
        bytes.append(contentsOf: Bytes(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
    }

    /// Writes a number.
    mutating func write(_ number: Int) {
        bytes.append(contentsOf: String(number).utf8)
    }

    /// Writes markup that was made of safe parts.
    mutating func writeRaw(_ markup: some Collection<UInt8>) {
        bytes.append(contentsOf: markup)
    }

    /// Begins a new line unless one has just begun.
    @inline(__always)
    mutating func startLine() {
        if let last = bytes.last, last != .newline { bytes.append(.newline) }
    }

    /// Takes back what was written after a count.
    mutating func truncate(to count: Int) {
        bytes.removeSubrange(count...)
    }

    /// Writes text, as the content of an element or of a quoted attribute.
    mutating func writeText(_ text: Bytes) {
        var start = 0
        while start < text.count {
            let next = text.firstEscaped(from: start)
            bytes.append(contentsOf: Bytes(rebasing: text[start..<next]))
            guard next < text.count else { return }
            writeEscaped(text[next])
            start = next + 1
        }
    }

    /// Writes text, as the content of an element or of a quoted attribute.
    mutating func writeText(_ text: String) {
        var text = text
        text.withUTF8 { writeText($0) }
    }

    /// Writes an address as the value of a quoted attribute: what a URL cannot hold is percent-encoded, as cmark does.
    mutating func writeAddress(_ address: Bytes) {
        for byte in address {
            if isAddressByte[Int(byte)] {
                bytes.append(byte)
            } else if byte == UInt8(ascii: "&") {
                write("&amp;")
            } else if byte == UInt8(ascii: "'") {
                write("&#x27;")
            } else {
                bytes.append(UInt8(ascii: "%"))
                bytes.append(hexDigits[Int(byte >> 4)])
                bytes.append(hexDigits[Int(byte & 15)])
            }
        }
    }

    private mutating func writeEscaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "&"): write("&amp;")
        case UInt8(ascii: "<"): write("&lt;")
        case UInt8(ascii: ">"): write("&gt;")
        default: write("&quot;")
        }
    }
}

private let hexDigits = Array("0123456789ABCDEF".utf8)

private let isAddressByte: [Bool] = (0..<256).map {
    UInt8($0).isASCIIAlphanumeric || "-_.+!*(),%#@?=;:/$~".utf8.contains(UInt8($0))
}
