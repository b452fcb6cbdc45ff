internal import HelpCenter
internal import Markdown

/// Why an address cannot be one that readers are sent to.
struct AddressProblem: Error, Equatable {
    /// What it is not, or what it holds: the end of a sentence that begins with the address.
    let rule: String
    /// What to do about it.
    let hint: String
}

/// The rule for the addresses of pages: encrypted, of a host that reads as what it is, and with known placeholders.
///
/// It is stricter than a browser, because readers are told that these addresses are official: nothing in one may deceive
/// about where it leads.
enum WebAddress {
    /// Hosts that may do without encryption: they are the reader's own machine.
    private static let local = ["localhost", "127.0.0.1"]

    /// The address, with its scheme and host in small letters.
    ///
    /// - Parameter placeholders: The names that may stand in braces.
    static func read(_ text: String, placeholders: [String]) throws(AddressProblem) -> String {
        let lowercase = text.lowercased()
        guard let scheme = ["https://", "http://"].first(where: { lowercase.hasPrefix($0) }) else {
            throw AddressProblem(
                rule: "is not the address of a page", hint: "begin it with https://, as in https://chat.example.com/")
        }
        let rest = text.unicodeScalars.dropFirst(scheme.count)
        let authority = String(Substring(rest.prefix { !"/?#".unicodeScalars.contains($0) }))
        let tail = String(Substring(rest.dropFirst(authority.unicodeScalars.count)))
        let host = try host(of: authority)
        if scheme == "http://", !local.contains(host) {
            throw AddressProblem(rule: "is not encrypted", hint: "begin it with https://")
        }
        guard tail.utf8.allSatisfy(isAllowed) else {
            throw AddressProblem(
                rule: "holds a character that addresses write as '%' and two digits",
                hint: "copy it from a browser's address bar, which writes it so")
        }
        try check(tail, placeholders: placeholders)
        return scheme + authority.lowercased() + tail
    }

    /// The host of what stands between `//` and the path.
    private static func host(of authority: String) throws(AddressProblem) -> String {
        if authority.contains("@") {
            throw AddressProblem(
                rule: "holds a user name", hint: "leave out what stands before the '@'; it hides where the link leads")
        }
        if authority.contains("{") {
            throw AddressProblem(
                rule: "has a placeholder in its host", hint: "write the host out; placeholders stand behind it")
        }
        let parts = authority.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let host = parts.first.map { $0.lowercased() } ?? ""
        let hasPort =
            parts.count == 1 || (parts[1].utf8.allSatisfy(isDigit) && (1...65_535).contains(Int(parts[1]) ?? 0))
        guard HostName.isValid(host), hasPort else {
            throw AddressProblem(
                rule: "names no host", hint: "hosts are letters, digits, '-' and '.'; write other letters as xn--…")
        }
        return host
    }

    private static func check(_ tail: String, placeholders: [String]) throws(AddressProblem) {
        var rest = tail[...]
        while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            let next = rest[rest.index(after: brace)...]
            guard rest[brace] == "{", let end = next.firstIndex(of: "}") else {
                throw AddressProblem(
                    rule: "has a brace without its other half", hint: "write a placeholder as {locale}")
            }
            let name = String(next[..<end])
            guard placeholders.contains(name) else { throw unknown(name, placeholders) }
            rest = next[next.index(after: end)...]
        }
    }

    private static func unknown(_ name: String, _ placeholders: [String]) -> AddressProblem {
        let known = placeholders.map { "{\($0)}" }.joined(separator: ", ")
        return AddressProblem(
            rule: "has the placeholder {\(name.shown)}, which is not filled",
            hint: closest(to: name, among: placeholders).map { "did you mean '{\($0)}'?" }
                ?? (known.isEmpty ? "this address has no placeholders" : "this address may have \(known)"))
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// Whether a byte may stand in a path, query or fragment (RFC 3986, appendix A), or is a brace.
    private static func isAllowed(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7F && !"\"<>\\^`|".utf8.contains(byte)
    }
}
