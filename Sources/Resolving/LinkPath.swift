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
        if let hash = rest.firstIndex(of: "#") {
            fragment = Self.decode(rest[rest.index(after: hash)...])
            rest = rest[..<hash]
        } else {
            fragment = nil
        }
        if let question = rest.firstIndex(of: "?") {
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
        var segments = path.hasPrefix("/") ? [Substring(locale.rawValue)] : folder.split(separator: "/")
        for segment in path.split(separator: "/") where segment != "." {
            if segment != ".." {
                segments.append(segment)
            } else if segments.popLast() == nil {
                return nil
            }
        }
        let isFolder = path.hasSuffix("/") || path.hasSuffix("/..") || path.hasSuffix("/.") || path == ".." || path == "."
        return segments.joined(separator: "/") + (isFolder ? "/" : "")
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
