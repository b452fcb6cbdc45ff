// Text is handled as UTF-8 bytes: every byte that Markdown and HTML give a meaning is ASCII.

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Bytes that somebody else owns.
typealias Bytes = UnsafeBufferPointer<UInt8>

extension UInt8 {
    static let tab = UInt8(ascii: "\t")
    static let newline = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")

    /// Space, tab or line ending.
    var isWhitespace: Bool { self == .space || (self >= .tab && self <= .carriageReturn) }
    var isBlank: Bool { self == .space || self == .tab }
    var isASCIIDigit: Bool { self &- 0x30 < 10 }
    var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
    var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }
    /// A printable ASCII character that is neither a letter, a digit nor a space.
    var isASCIIPunctuation: Bool { self > 0x20 && self < 0x7F && !isASCIIAlphanumeric }
    var lowercasedASCII: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
    /// Not the first byte of a character.
    var isContinuation: Bool { self & 0xC0 == 0x80 }
}

extension Collection where Element == UInt8, Index == Int {
    /// The range without white space at both ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, self[start].isWhitespace { start += 1 }
        while end > start, self[end - 1].isWhitespace { end -= 1 }
        return start..<end
    }

    /// Whether `text` stands at the offset.
    func matches(_ text: StaticString, at offset: Int) -> Bool {
        guard offset >= startIndex, offset + text.utf8CodeUnitCount <= endIndex else { return false }
        for index in 0..<text.utf8CodeUnitCount where self[offset + index] != text.utf8Start[index] { return false }
        return true
    }

    /// The first byte at or after the offset that is not a space or a tab, within the range.
    func skippingBlanks(_ range: Range<Int>) -> Int {
        var offset = range.lowerBound
        while offset < range.upperBound, self[offset].isBlank { offset += 1 }
        return offset
    }
}

extension [UInt8] {
    /// The first line feed or carriage return at or after an offset.
    func firstLineEnding(from start: Int) -> Int? {
        self[start...].firstIndex { $0 == .newline || $0 == .carriageReturn }
    }

    /// The first place of a text at or after an offset.
    func firstRange(of text: StaticString, from start: Int = 0) -> Int? {
        withUnsafeBufferPointer { $0.firstRange(of: text, from: start) }
    }

    func contains(_ text: StaticString) -> Bool { firstRange(of: text) != nil }
}

extension Bytes {
    /// The first place of a text at or after an offset.
    func firstRange(of text: StaticString, from start: Int = 0) -> Int? {
        guard let base = baseAddress else { return nil }
        var offset = start
        while offset < count, let found = memchr(base + offset, Int32(text.utf8Start.pointee), count - offset) {
            offset = UnsafeRawPointer(found) - UnsafeRawPointer(base)
            if count - offset >= text.utf8CodeUnitCount, memcmp(found, text.utf8Start, text.utf8CodeUnitCount) == 0 {
                return offset
            }
            offset += 1
        }
        return nil
    }

    func contains(_ text: StaticString) -> Bool { firstRange(of: text) != nil }
}

extension String {
    /// The text of bytes in UTF-8.
    init(utf8 bytes: some Collection<UInt8>) {
        self.init(decoding: bytes, as: UTF8.self)
    }
}
