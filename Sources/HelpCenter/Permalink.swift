/// The absolute path of a page or file within the site, such as `/en/account/reset-password/`.
///
/// A page's path ends with `/`. The path is kept as readers see it and as URLs need it.
public struct Permalink: Sendable, Hashable {
    /// The path as people read it, and as the output's folders are named.
    public let path: String
    /// The path with what a URL cannot hold percent-encoded (RFC 3986, 3.3).
    public let encoded: String

    /// A permalink of a path that begins with `/`.
    public init(_ path: String) {
        self.path = path
        self.encoded = Self.encode(path)
    }

    /// The output file, relative to the output folder.
    public var outputPath: String {
        path.hasSuffix("/") ? String(path.dropFirst()) + "index.html" : String(path.dropFirst())
    }

    /// How many folders the page lies below the site's root.
    public var depth: Int { encoded.utf8.count { $0 == UInt8(ascii: "/") } - 1 }

    /// The prefix that leads from this page to the site's root: `../../`, or nothing at the root.
    public var rootPrefix: String { String(repeating: "../", count: depth) }

    /// The address of this path as seen from a page, relative, so that a site works below any path.
    public func relative(to page: Permalink) -> String {
        var from = page.encoded
        var to = encoded
        return from.withUTF8 { from in
            to.withUTF8 { to in
                var common = 0
                var index = 0
                while index < min(from.count, to.count), from[index] == to[index] {
                    index += 1
                    if from[index - 1] == UInt8(ascii: "/") { common = index }
                }
                var ascents = 0
                for byte in from[common...] where byte == UInt8(ascii: "/") { ascents += 1 }
                if ascents == 0, common == to.count { return "./" }
                var bytes: [UInt8] = []
                bytes.reserveCapacity(ascents * 3 + to.count - common + 2)
                for _ in 0..<ascents { bytes.append(contentsOf: Self.ascent) }
                // A first segment with a colon would read as a scheme (RFC 3986, 4.2).
                if ascents == 0, to[common...].contains(UInt8(ascii: ":")) {
                    bytes.append(contentsOf: [UInt8(ascii: "."), UInt8(ascii: "/")])
                }
                bytes.append(contentsOf: to[common...])
                return String(decoding: bytes, as: UTF8.self)
            }
        }
    }

    /// A text with every byte percent-encoded that a URL's path cannot hold as it is; slashes stay.
    public static func encode(_ text: String) -> String {
        if text.utf8.allSatisfy(isPathByte) { return text }
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if isPathByte(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let ascent = Array("../".utf8)
    private static let hexDigits = Array("0123456789ABCDEF".utf8)

    /// Unreserved characters and those delimiters that mean nothing in a path; `&` and `'` are left out for HTML's sake.
    private static func isPathByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"),
            UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"),
            UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: ":"),
            UInt8(ascii: "@"):
            true
        default:
            false
        }
    }
}
