internal import HelpCenter

/// The rules for addresses that are no pages: of emails, telephones and accounts.
enum ContactAddress {
    /// An email address, with its domain in small letters.
    static func email(_ text: String) throws(AddressProblem) -> String {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        let problem = AddressProblem(
            rule: "is not an email address",
            hint: text.hasPrefix("mailto:")
                ? "leave out 'mailto:'" : "write it as support@example.com, without a name and without spaces")
        guard parts.count == 2, let local = parts.first, let domain = parts.last?.lowercased() else { throw problem }
        let words = local.split(separator: ".", omittingEmptySubsequences: false)
        guard words.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isMailboxByte) }), local.utf8.count <= 64,
            text.utf8.count <= 254, HostName.isDomain(domain)
        else { throw problem }
        return local + "@" + domain
    }

    /// A telephone number in international form (E.164), with its spaces.
    static func phone(_ text: String) throws(AddressProblem) -> String {
        let digits = text.utf8.filter { (0x30...0x39).contains($0) }
        guard text.hasPrefix("+"), digits.first != UInt8(ascii: "0") else {
            throw AddressProblem(
                rule: "is not a telephone number in international form",
                hint: "begin it with '+' and the code of the country, as in \"+65 6000 0100\"")
        }
        guard !text.contains("(0)") else {
            throw AddressProblem(
                rule: "holds a '(0)', which is not dialled with the code of the country", hint: "leave out the '(0)'")
        }
        guard (7...15).contains(digits.count),
            text.utf8.dropFirst().allSatisfy({ (0x30...0x39).contains($0) || " -.()".utf8.contains($0) })
        else {
            throw AddressProblem(
                rule: "is not a telephone number",
                hint: "write 7 to 15 digits with spaces between them, as in \"+65 6000 0100\"")
        }
        return text
    }

    /// An account's name, without `@`.
    static func handle(_ text: String, of network: SocialNetwork) throws(AddressProblem) -> String {
        if network == .whatsapp { return try phone(text) }
        let name = text.hasPrefix("@") ? String(text.dropFirst()) : text
        if name.contains("/") {
            let last = name.split(separator: "/").last.map { $0.drop { $0 == "@" } } ?? ""
            throw AddressProblem(
                rule: "is not the name of an account",
                hint: isHandle(String(last), of: network)
                    ? "write '\(last)'; 'url' is for an address" : "write the name alone; 'url' is for an address")
        }
        if !network.hasNamesInEveryScript, let stranger = name.unicodeScalars.first(where: isForeignLetter) {
            throw AddressProblem(
                rule: "holds '\(stranger)', which is not a letter of the Latin alphabet",
                hint: "type the name anew; letters of other alphabets can look the same")
        }
        guard isHandle(name, of: network) else {
            throw AddressProblem(
                rule: "is not the name of an account",
                hint: "write it as \(network.name) shows it, in letters, digits, '.', '_' and '-'")
        }
        return name
    }

    /// The longest name of an account, in characters.
    private static let longestHandle = 100

    /// Whether a character is a letter that only looks as if it belonged where names are in ASCII.
    private static func isForeignLetter(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.isASCII && scalar.properties.isAlphabetic
    }

    private static func isHandle(_ name: String, of network: SocialNetwork) -> Bool {
        !name.isEmpty && name.unicodeScalars.count <= longestHandle
            && name.unicodeScalars.allSatisfy { scalar in
                guard !scalar.isASCII else {
                    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                        || "._-".unicodeScalars.contains(scalar)
                }
                return network.hasNamesInEveryScript && scalar.properties.isAlphabetic
            }
    }

    /// Whether a byte may stand before the `@`. RFC 5322 (3.2.3) allows more; support has no use for addresses that have
    /// to be encoded in a link.
    private static func isMailboxByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || "'+_-".utf8.contains(byte)
    }
}

extension SocialNetwork {
    /// Whether accounts may have names in every script.
    fileprivate var hasNamesInEveryScript: Bool {
        switch self {
        case .youtube, .kakaotalk, .wechat, .weibo: true
        default: false
        }
    }
}

extension FieldReader {
    /// An address that follows a rule; nil, and reported, when it does not.
    mutating func address(
        _ key: String, example: String, _ rule: (String) throws(AddressProblem) -> String
    ) -> String? {
        guard let text = string(key, example: example) else { return nil }
        do throws(AddressProblem) {
            return try rule(text.value)
        } catch {
            report(.invalidAddress(text, error, in: file))
            return nil
        }
    }
}
