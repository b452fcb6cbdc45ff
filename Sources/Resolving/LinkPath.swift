internal import HelpCenter

/// A link's destination, taken apart.
struct LinkPath: Equatable {
    /// The path, decoded.
    let path: String
    /// The query with its `?`, as written; empty when there is none.
    let query: String
    /// The fragment, decoded; nil when there is none.
    let fragment: String?

    /// Takes a relative reference apart (RFC 3986, 4.2).
    init(_ destination: String) {
        var rest = destination[...]
        if let hash = rest.utf8.firstIndex(of: UInt8(ascii: "#")) {
            fragment = Self.decode(rest[rest.utf8.index(after: hash)...])
            rest = rest[..<hash]
        } else {
            fragment = nil
        }
        if let question = rest.utf8.firstIndex(of: UInt8(ascii: "?")) {
            query = String(rest[question...])
            rest = rest[..<question]
        } else {
            query = ""
        }
        path = Self.decode(rest)
    }

    /// The path below the content folder that this path means, seen from a folder there (empty, or ending with `/`).
    /// A path that begins with `/` starts at the locale's folder. Nil when it leads out of the content folder.
    func resolved(from folder: String, locale: LocaleCode) -> String? {
        let slash = UInt8(ascii: "/")
        var segments =
            path.utf8.first == slash ? [Substring(locale.rawValue).utf8] : folder.utf8.split(separator: slash)
        var endsInFolder = path.utf8.last == slash
        for segment in path.utf8.split(separator: slash) {
            let isHere = segment.elementsEqual(".".utf8)
            let isAbove = segment.elementsEqual("..".utf8)
            endsInFolder = path.utf8.last == slash || isHere || isAbove
            if isAbove {
                if segments.popLast() == nil { return nil }
            } else if !isHere {
                segments.append(segment)
            }
        }
        var result = ""
        result.reserveCapacity(folder.utf8.count + path.utf8.count)
        for segment in segments {
            if !result.isEmpty { result += "/" }
            result += Substring(segment)
        }
        return result + (endsInFolder ? "/" : "")
    }

    /// A text with its percent-encoded bytes decoded; as it is when they are malformed or not UTF-8.
    private static func decode(_ text: Substring) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
        var bytes: [UInt8] = []
        var rest = text.utf8
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = rest.prefix(2)
            guard digits.count == 2, let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16) else {
                return String(text)
            }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self) ?? String(text)
    }
}
