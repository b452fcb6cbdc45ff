internal import HelpCenter

/// Reads how readers reach a channel: the keys of `contact.yml` that differ from kind to kind.
struct ChannelAddressReader {
    /// The keys of all kinds.
    static let keys = ["url", "address", "number", "endpoint", "network", "handle"]

    private static let example = (
        page: "https://chat.example.com/", ticket: "https://example.com/tickets/new?subject={subject}",
        endpoint: "https://example.com/messages", email: "support@example.com", phone: "\"+65 6000 0100\"",
        network: SocialNetwork.x, handle: "\"@NorthstarHelp\"", place: "1 Example Street, Singapore"
    )

    /// The channel's kind.
    let kind: ChannelKind
    /// The channel's id, if it has one.
    let id: Located<String>?
    /// The channel.
    let item: YAMLValue

    /// The address; nil, and reported, when it is missing or wrong.
    func read(_ fields: inout FieldReader, _ file: inout ContactFile) -> ChannelAddress? {
        reportUnused(&fields)
        switch kind {
        case .chat, .community:
            return page("url", Self.example.page, &fields).map { .page(url: $0) }
        case .ticket:
            return page("url", Self.example.ticket, &fields).map { .ticket(url: $0) }
        case .email:
            return required("address", Self.example.email, &fields, ContactAddress.email).map { .email($0) }
        case .phone:
            return required("number", Self.example.phone, &fields, ContactAddress.phone).map { .phone($0) }
        case .form:
            let url = optionalPage(&fields)
            return page("endpoint", Self.example.endpoint, &fields).map { .form(endpoint: $0, url: url) }
        case .social:
            return account(&fields, &file)
        case .visit:
            let url = optionalPage(&fields)
            let position = fields.value("address")?.position ?? item.position
            let name = file.name
            let place = file.requiredText("address", of: id?.value, &fields) { locale in
                .channelWithout("address", id, locale: locale, at: position, example: Self.example.place, in: name)
            }
            return place.map { .place($0, url: url) }
        }
    }
}

extension ChannelAddressReader {
    /// The keys of this module's addresses that the kind has a use for.
    private var usedKeys: [String] {
        switch kind {
        case .chat, .community, .ticket: ["url"]
        case .email: ["address"]
        case .phone: ["number"]
        case .form: ["endpoint", "url"]
        case .social: ["network", "handle", "url"]
        case .visit: ["address", "url"]
        }
    }

    private func reportUnused(_ fields: inout FieldReader) {
        guard case .mapping(let entries, _) = item else { return }
        for (key, _) in entries where Self.keys.contains(key.text) && !usedKeys.contains(key.text) {
            fields.report(.unusedKey(key, of: kind, used: usedKeys, in: fields.file))
        }
    }

    private func account(_ fields: inout FieldReader, _ file: inout ContactFile) -> ChannelAddress? {
        let url = optionalPage(&fields)
        let network: SocialNetwork? = file.choice("network", "a known network", example: .x, &fields)
        if network == nil, fields.value("network") == nil {
            fields.report(missing("network", Self.example.network.rawValue, fields.file))
        }
        // Without a network, what its accounts are called is unknown; the most lenient rule tells what is wrong anyway.
        let handle = required("handle", Self.example.handle, &fields) { (text) throws(AddressProblem) in
            try ContactAddress.handle(text, of: network ?? .weibo)
        }
        guard let network, let handle else { return nil }
        return .account(network, handle: handle, url: url)
    }

    private func page(_ key: String, _ example: String, _ fields: inout FieldReader) -> String? {
        required(key, example, &fields) { (text) throws(AddressProblem) in
            try WebAddress.read(text, placeholders: placeholders(of: key))
        }
    }

    private func optionalPage(_ fields: inout FieldReader) -> String? {
        fields.value("url") == nil ? nil : page("url", Self.example.page, &fields)
    }

    /// What may stand in braces.
    private func placeholders(of key: String) -> [String] {
        if key == "endpoint" { return [] }
        return kind == .ticket ? ["subject", "body", "topic", "locale"] : ["locale"]
    }

    /// A text that must be there and follow a rule.
    private func required(
        _ key: String, _ example: String, _ fields: inout FieldReader,
        _ rule: (String) throws(AddressProblem) -> String
    ) -> String? {
        if fields.value(key) == nil { fields.report(missing(key, example, fields.file)) }
        return fields.address(key, example: example, rule)
    }

    private func missing(_ key: String, _ example: String, _ file: String) -> Diagnostic {
        .channelWithout(key, id, at: item.position, example: example, in: file)
    }
}
