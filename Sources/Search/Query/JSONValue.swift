/// A value of a JSON file (RFC 8259), as far as the files of the index use them: numbers are whole.
enum JSONValue: Equatable {
    /// `null`, which nothing in the index means something by.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A whole number.
    case integer(Int)
    /// A text in UTF-8.
    case string([UInt8])
    /// Values in their order.
    case array([JSONValue])
    /// Names and values in the order of the file.
    case object([Member])

    /// A name of an object and what it stands for.
    struct Member: Equatable {
        /// The name, in UTF-8.
        let name: [UInt8]
        /// The value.
        let value: JSONValue
    }

    /// The number; nil when it is something else.
    var integer: Int? {
        if case .integer(let value) = self { value } else { nil }
    }

    /// The text's bytes; nil when it is something else.
    var bytes: [UInt8]? {
        if case .string(let value) = self { value } else { nil }
    }

    /// The text; nil when it is something else.
    var string: String? { bytes.map { String(decoding: $0, as: UTF8.self) } }

    /// The values; nil when it is something else.
    var array: [JSONValue]? {
        if case .array(let values) = self { values } else { nil }
    }

    /// The texts of an array; nil when it is something else, or holds something else.
    var strings: [String]? {
        guard let array else { return nil }
        let strings = array.compactMap(\.string)
        return strings.count == array.count ? strings : nil
    }

    /// The names and values; nil when it is something else.
    var members: [Member]? {
        if case .object(let members) = self { members } else { nil }
    }

    /// What a name of an object stands for; nil when it has none such.
    subscript(name: StaticString) -> JSONValue? {
        let bytes = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
        return members?.last { $0.name.elementsEqual(bytes) }?.value
    }
}
