internal import HelpCenter

/// Reads what `contact.yml` lists as official besides the channels.
struct OfficialReader {
    private static let addressKeys = ["website", "email", "phone"]
    private static let accountKeys = ["network", "handle"]
    private static let example = "[{ website: example.com }]"

    /// The entries, each once.
    func read(_ fields: inout FieldReader, _ file: inout ContactFile) -> [OfficialEntry] {
        guard let value = fields.value("official") else { return [] }
        guard case .sequence(let items, _) = value else {
            return fields.mismatch("official", value, expected: "a list", example: Self.example) ?? []
        }
        var seen: Set<String> = []
        return items.compactMap { item in
            guard case .mapping = item else {
                return fields.mismatch(
                    "official", item, expected: "a list of addresses", item: true, example: Self.example)
            }
            var own = FieldReader(item, file: file.name, known: Self.addressKeys + Self.accountKeys + ["note"])
            defer { file.take(own) }
            let note = file.text("note", of: "official", &own)
            guard let key = addressKey(&own, item), let address = address(key, &own, &file) else { return nil }
            guard seen.insert(address.identity).inserted else {
                own.report(.duplicateOfficial(own.value(key == "network" ? "handle" : key) ?? item, in: file.name))
                return nil
            }
            return OfficialEntry(address: address, note: note)
        }
    }
}

extension OfficialReader {
    /// The key that says what an entry is; nil, and reported, unless it is one address. A network and a handle are one
    /// address in two keys.
    private func addressKey(_ own: inout FieldReader, _ item: YAMLValue) -> String? {
        let names = Self.addressKeys.filter { own.value($0) != nil }
        let halves = Self.accountKeys.filter { own.value($0) != nil }
        let count = names.count + (halves.isEmpty ? 0 : 1)
        if count == 1, halves.count != 1 { return names.first ?? "network" }
        if count == 0 {
            own.report(.officialWithoutAddress(at: item.position, in: own.file))
        } else if count > 1 {
            own.report(.officialWithSeveral(names + halves, at: item.position, in: own.file))
        } else {
            let missing = Self.accountKeys.first { !halves.contains($0) } ?? ""
            own.report(.officialWithoutHalf(missing, at: item.position, in: own.file))
        }
        return nil
    }

    private func address(
        _ key: String, _ own: inout FieldReader, _ file: inout ContactFile
    ) -> OfficialEntry.Address? {
        switch key {
        case "website":
            let host = own.address(key, example: "example.com", website)
            return host.flatMap { isShared($0, key, &own) ? nil : .website(host: $0) }
        case "email":
            guard let address = own.address(key, example: "support@example.com", email) else { return nil }
            guard address.hasPrefix("*@") else { return .email(address) }
            let domain = String(address.dropFirst(2))
            return isShared(domain, key, &own) ? nil : .emailDomain(domain)
        case "phone":
            return own.address(key, example: "\"+65 6000 0100\"", ContactAddress.phone).map { .phone($0) }
        default:
            guard let network: SocialNetwork = file.choice("network", "a known network", example: .x, &own) else {
                return nil
            }
            let handle = own.address("handle", example: "\"@Northstar\"") { (text) throws(AddressProblem) in
                try ContactAddress.handle(text, of: network)
            }
            return handle.map { .account(network, handle: $0) }
        }
    }

    /// Whether a host is one where everybody can have something; reported when it is.
    private func isShared(_ host: String, _ key: String, _ own: inout FieldReader) -> Bool {
        guard let shared = SharedHost(of: host), let position = own.value(key)?.position else { return false }
        let instead = key == "email" ? SharedHost.mail : shared
        own.report(.sharedOfficial(Located(host, at: position), hint: instead.hint, in: own.file))
        return true
    }

    /// A host alone, in small letters.
    private func website(_ text: String) throws(AddressProblem) -> String {
        let host = text.lowercased()
        if HostName.isDomain(host) { return host }
        if host.hasPrefix("*.") {
            throw AddressProblem(
                rule: "stands for more than one host", hint: "list each host; readers are told about that one alone")
        }
        let parts = host.split(separator: "/").filter { !$0.hasSuffix(":") }
        guard let bare = parts.first, HostName.isDomain(String(bare)) else {
            throw AddressProblem(
                rule: "is not the name of a host", hint: "write it as in example.com; other letters as xn--…")
        }
        // A page is no reason to vouch for all the others on its host.
        let hint = SharedHost(of: String(bare))?.hint ?? (parts.count == 1 ? "write '\(bare)'" : SharedHost.pages.hint)
        throw AddressProblem(rule: "is not the name of a host", hint: hint)
    }

    /// An email address, or `*@` and the domain whose addresses are all official.
    private func email(_ text: String) throws(AddressProblem) -> String {
        guard text.hasPrefix("*@") else { return try ContactAddress.email(text) }
        let domain = text.dropFirst(2).lowercased()
        guard HostName.isDomain(domain) else {
            throw AddressProblem(rule: "is not a domain of email addresses", hint: "write it as *@example.com")
        }
        return "*@" + domain
    }
}
