/// The rule for names of hosts (RFC 1123, 2.1), in ASCII: look-alikes of other scripts show as `xn--…`.
enum HostName {
    /// Whether a text in small letters is the name of a host, or an IPv4 address.
    static func isValid(_ host: String) -> Bool {
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard host.utf8.count <= 253, labels.allSatisfy(isLabel), let last = labels.last else { return false }
        // Browsers take a number at the end for an IPv4 address, also in forms that nobody can read.
        guard last.utf8.allSatisfy(isDigit) || last.hasPrefix("0x") else { return true }
        return labels.count == 4 && labels.allSatisfy { UInt8($0).map(String.init) == String($0) }
    }

    /// Whether a text in small letters is a domain, such as `northstar.example`: not an address in numbers, and not one
    /// word alone.
    static func isDomain(_ host: String) -> Bool {
        guard isValid(host), let dot = host.lastIndex(of: ".") else { return false }
        return !host[host.index(after: dot)...].utf8.allSatisfy(isDigit)
    }

    private static func isLabel(_ label: Substring) -> Bool {
        (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
            && label.utf8.allSatisfy { (0x61...0x7A).contains($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
