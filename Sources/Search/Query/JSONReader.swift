/// Reads JSON strictly (RFC 8259), from bytes that nobody vouches for.
///
/// Foundation is not needed for the few shapes of the index, and would be the only module here that it is.
struct JSONReader {
    /// The file is not JSON, or not such as the index holds.
    struct Failure: Error, Equatable {
        /// What is wrong, to be put behind the file's name.
        let reason: String
        /// The number of bytes before the place.
        let offset: Int
    }

    /// The deepest nesting: the index needs four levels, and recursion must end before the stack does.
    private static let deepest = 16

    private let bytes: [UInt8]
    private var place = 0

    /// The value of a file.
    static func read(_ bytes: [UInt8]) throws(Failure) -> JSONValue {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw Failure(reason: "it is not UTF-8", offset: 0)
        }
        var reader = JSONReader(bytes)
        let value = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.next == nil else { throw reader.failure("something follows the value") }
        return value
    }

    private init(_ bytes: [UInt8]) { self.bytes = bytes }
}

extension JSONReader {
    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    private func failure(_ reason: String) -> Failure { Failure(reason: reason, offset: place) }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { place += 1 }
    }

    /// Takes a byte if it comes next, behind any space.
    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard next == byte else { return false }
        place += 1
        return true
    }

    private mutating func value(depth: Int) throws(Failure) -> JSONValue {
        guard depth < Self.deepest else { throw failure("it is nested too deeply") }
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): return .object(try members(depth: depth))
        case UInt8(ascii: "["): return .array(try elements(depth: depth))
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case .none: throw failure("it ends too early")
        default: return .integer(try integer())
        }
    }

    private mutating func elements(depth: Int) throws(Failure) -> [JSONValue] {
        place += 1
        var elements: [JSONValue] = []
        if take(UInt8(ascii: "]")) { return elements }
        repeat {
            elements.append(try value(depth: depth + 1))
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { throw failure("',' or ']' is missing") }
        return elements
    }

    private mutating func members(depth: Int) throws(Failure) -> [JSONValue.Member] {
        place += 1
        var members: [JSONValue.Member] = []
        if take(UInt8(ascii: "}")) { return members }
        repeat {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw failure("a name is missing") }
            let name = try string()
            guard take(UInt8(ascii: ":")) else { throw failure("':' is missing") }
            members.append(JSONValue.Member(name: name, value: try value(depth: depth + 1)))
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else { throw failure("',' or '}' is missing") }
        return members
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(Failure) -> JSONValue {
        let expected = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard bytes[place...].starts(with: expected) else { throw failure("a value is missing") }
        place += expected.count
        return value
    }

    private mutating func integer() throws(Failure) -> Int {
        let start = place
        if next == UInt8(ascii: "-") { place += 1 }
        let digits = place
        while let byte = next, (0x30...0x39).contains(byte) { place += 1 }
        guard place > digits else { throw failure("a value is missing") }
        if let byte = next, byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e") {
            throw failure("a number is not whole")
        }
        guard bytes[digits] != 0x30 || place == digits + 1 else { throw failure("a number begins with 0") }
        guard let value = Int(String(decoding: bytes[start..<place], as: UTF8.self)) else {
            throw failure("a number is too large")
        }
        return value
    }

    private mutating func string() throws(Failure) -> [UInt8] {
        place += 1
        var text: [UInt8] = []
        while let byte = next {
            place += 1
            switch byte {
            case UInt8(ascii: "\""): return text
            case UInt8(ascii: "\\"): try escape(into: &text)
            case 0x00..<0x20:
                place -= 1
                throw failure("a text holds a control character")
            default: text.append(byte)
            }
        }
        throw failure("a text does not end")
    }

    private mutating func escape(into text: inout [UInt8]) throws(Failure) {
        guard let byte = next else { throw failure("a text does not end") }
        place += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): text += Array(String(Character(try escapedScalar())).utf8)
        default: throw failure("'\\' stands before a character that it does not belong to")
        }
    }

    /// The character of `\uXXXX`, or of two of them that are a surrogate pair.
    private mutating func escapedScalar() throws(Failure) -> Unicode.Scalar {
        let unit = try hexadecimal()
        if let scalar = Unicode.Scalar(unit) { return scalar }
        guard unit < 0xDC00, bytes[place...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else {
            throw failure("half of a surrogate pair stands alone")
        }
        place += 2
        let low = try hexadecimal()
        guard (0xDC00...0xDFFF).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
        else { throw failure("half of a surrogate pair stands alone") }
        return scalar
    }

    private mutating func hexadecimal() throws(Failure) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw failure("'\\u' needs four digits")
            }
            value = value << 4 | UInt32(digit)
            place += 1
        }
        return value
    }
}
