/// What the destination of a link or an image is.
///
/// An allowlist: browsers know schemes that run code (`javascript:`), open programs (`ms-msdt:`) or leave the site
/// without a scheme (`//host`), and disguise them by control characters, which they ignore. Destinations arrive
/// without entities and escapes, so nothing can hide behind those.
enum LinkTarget: Equatable {
    /// Complete as it is: http, https, mailto or tel.
    case external(scheme: String)
    /// A place of the same site: path, query or fragment.
    case `internal`
    /// None of those allowed.
    case unsafe(MarkdownIssue.UnsafeTarget)

    init(_ destination: some Collection<UInt8>) {
        // Browsers drop control characters at the ends and tabs and line breaks anywhere.
        if destination.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
            self = .unsafe(.controlCharacter)
            return
        }
        let address = destination.drop { $0 == .space }
        if address.prefix(2).count == 2, address.prefix(2).allSatisfy(\.isSlash) {
            self = .unsafe(.otherHost)
            return
        }
        let name = address.prefix { !$0.endsScheme }
        let rest = address[name.endIndex...]
        guard rest.first == UInt8(ascii: ":") else {
            self = .internal
            return
        }
        let scheme = String(utf8: name).lowercased()
        switch scheme {
        case "mailto", "tel": self = .external(scheme: scheme)
        case "http", "https":
            let hasHost =
                rest.dropFirst().prefix(2).elementsEqual("//".utf8) && rest.dropFirst(3).first?.isHostByte == true
            self = hasHost ? .external(scheme: scheme) : .unsafe(.missingHost)
        default: self = .unsafe(.scheme(String(utf8: name)))
        }
    }

    /// Whether the path of a destination has the extension of a video that browsers play.
    static func isVideo(_ destination: some Collection<UInt8>) -> Bool {
        let path = destination.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        let end = String(utf8: path.suffix(5)).lowercased()
        return end.hasSuffix(".mp4") || end.hasSuffix(".webm") || end.hasSuffix(".ogv")
    }
}

extension UInt8 {
    fileprivate var isSlash: Bool { self == UInt8(ascii: "/") || self == UInt8(ascii: "\\") }
    fileprivate var isHostByte: Bool { !isSlash && self != UInt8(ascii: "?") && self != UInt8(ascii: "#") }
    fileprivate var endsScheme: Bool { self == UInt8(ascii: ":") || !isHostByte }
}
