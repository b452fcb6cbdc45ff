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
            && (!label.hasPrefix("xn--") || isPunycode(label.dropFirst(4)))
    }

    /// Whether a text is the Punycode of some characters (RFC 3492, 6.2), controls not among them: what browsers cannot
    /// decode is no host.
    private static func isPunycode(_ text: Substring) -> Bool {
        let digits =
            text.utf8.lastIndex(of: UInt8(ascii: "-")).map { text.utf8[text.utf8.index(after: $0)...] }
            ?? text.utf8[...]
        var (count, point, position, bias) = (text.utf8.count - digits.count, 128, 0, 72)
        if count > 0 { count -= 1 }
        var rest = digits[...]
        var isFirst = true
        while !rest.isEmpty {
            let old = position
            var (weight, k) = (1, 36)
            while true {
                guard let digit = rest.popFirst().map({ Int(isDigit($0) ? $0 - 22 : $0 - 97) }) else { return false }
                position += digit * weight
                let threshold = k <= bias ? 1 : min(k - bias, 26)
                if digit < threshold { break }
                weight *= 36 - threshold
                k += 36
                if weight > 1 << 32 || position > 1 << 32 { return false }
            }
            count += 1
            bias = adapted(position - old, count, isFirst: isFirst)
            isFirst = false
            point += position / count
            position = position % count + 1
            guard let scalar = Unicode.Scalar(UInt32(clamping: point)), scalar.value > 0xA0 else { return false }
        }
        return !digits.isEmpty
    }

    /// The bias after a character (RFC 3492, 6.1).
    private static func adapted(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / count
        var k = 0
        while delta > 455 {
            delta /= 35
            k += 36
        }
        return k + 36 * delta / (delta + 38)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
