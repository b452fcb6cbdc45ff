internal import HelpCenter

/// Reads one channel of `contact.yml`.
struct ChannelReader {
    private var hours: HoursReader

    private static let keys =
        [
            "id", "kind", "name", "description", "languages", "hours", "responds", "suits", "medium", "attachments",
            "public", "topics", "verified",
        ] + ChannelAddressReader.keys

    /// A reader.
    init(hours: HoursReader) {
        self.hours = hours
    }

    /// The channel's id, and the channel unless something that it cannot do without is missing or wrong.
    mutating func read(
        _ item: YAMLValue, _ file: inout ContactFile
    ) throws(LoadingError) -> (id: Located<String>?, channel: Channel?) {
        var fields = FieldReader(item, file: file.name, known: Self.keys)
        defer { file.take(fields) }
        let id = file.id(of: "channel", item, example: "chat", &fields)
        let kind: ChannelKind? = file.choice("kind", "a kind of channel", example: .chat, &fields)
        if kind == nil, fields.value("kind") == nil {
            let kinds = ChannelKind.allCases.map(\.rawValue)
            fields.report(.channelWithoutKind(id, at: item.position, kinds: kinds, in: file.name))
        }
        let address = kind.flatMap { ChannelAddressReader(kind: $0, id: id, item: item).read(&fields, &file) }
        // A stand-in takes the place of what is missing, so that everything else is judged all the same.
        var channel = Channel(
            id: id ?? Located("", at: item.position), kind: kind ?? .chat, address: address ?? .page(url: ""))
        channel.name = file.text("name", of: id?.value, &fields)
        channel.description = file.text("description", of: id?.value, &fields)
        channel.languages = languages(&fields, &file)
        channel.hours = try hours.read(&fields, &file)
        channel.responds = ResponseTimeReader(hasHours: fields.value("hours") != nil).read(&fields, &file)
        readSuits(&channel, &fields, &file)
        channel.medium = file.choice("medium", "a medium", example: .text, &fields) ?? channel.medium
        channel.acceptsAttachments = fields.boolean("attachments") ?? false
        channel.isPublic = fields.boolean("public") ?? channel.isPublic
        channel.topics = topics(&fields, &file)
        if let date = fields.date("verified"), let value = fields.value("verified") {
            channel.verified = Located(date, at: value.position)
        }
        return (id, id == nil || address == nil ? nil : channel)
    }
}

extension ChannelReader {
    private func languages(_ fields: inout FieldReader, _ file: inout ContactFile) -> [Located<LocaleCode>] {
        file.uniqueStrings("languages", example: "[en, zh-Hans]", &fields).compactMap { text in
            let code = LocaleCode(text.value)
            if let code, !LanguageCode.isKnown(code) {
                fields.report(.notALanguage(text, suggestion: LanguageCode.language(ofCountry: code), in: file.name))
                return nil
            }
            if let code, code.rawValue == text.value { return Located(code, at: text.position) }
            fields.report(.notALanguage(text, suggestion: code?.rawValue, in: file.name))
            return nil
        }
    }

    private func readSuits(_ channel: inout Channel, _ fields: inout FieldReader, _ file: inout ContactFile) {
        guard let value = fields.value("suits") else { return }
        guard case .mapping = value else {
            let _: Void? = fields.mismatch(
                "suits", value, expected: "a group of keys",
                example: "{ urgency: [urgent, normal], complexity: [simple] }")
            return
        }
        var suits = FieldReader(value, file: file.name, known: ["urgency", "complexity"])
        channel.urgencies = file.choices("urgency", "an urgency", &suits)
        channel.complexities = file.choices("complexity", "a complexity", &suits)
        file.take(suits)
    }

    /// The topics that a channel names; nil when it handles all.
    private func topics(_ fields: inout FieldReader, _ file: inout ContactFile) -> [Located<String>]? {
        guard fields.value("topics") != nil else { return nil }
        let topics = file.uniqueStrings("topics", example: "[all]", &fields)
        guard let all = topics.first(where: { $0.value == "all" }) else { return topics }
        if topics.count > 1 { fields.report(.allAndMore(all, in: file.name)) }
        return nil
    }
}
