internal import HelpCenter

/// What the contact page's scripts work with, in the page's language.
struct ContactData {
    private let support: SupportPage

    /// The data of a page.
    init(_ support: SupportPage) {
        self.support = support
    }

    /// The data.
    var json: JSONText {
        let settings = site.parsed.settings
        let locale = site.locale(support.page.locale)
        return .object([
            ("locale", .string(locale.code.rawValue)), ("language", .string(locale.name)),
            (
                "site",
                .object([("title", .string(settings.title[locale.code])), ("url", .string(settings.baseURL.text))])
            ),
            ("page", .string(settings.baseURL.url(of: support.page.permalink))), ("root", .string(support.base.root)),
            ("teamLocale", .string(contact.settings.teamLocale.rawValue)),
            ("weights", .object(ChannelRanking().weights.table.map { ($0.name, .integer($0.value)) })),
            ("texts", ScriptTexts.json(ScriptTexts.contact, of: texts)),
            ("teamTexts", ScriptTexts.json(ScriptTexts.message, of: teamTexts)),
            ("channels", .array(contact.settings.channels.map { channel($0) })),
            ("topics", .array(contact.settings.topics.indices.map { topic($0) })),
            ("fields", .object(usedFields.map { ($0.id, field($0)) })),
        ])
    }
}

extension ContactData {
    private var site: Site { support.site }
    private var contact: ContactCenter { support.contact }
    private var texts: InterfaceTexts { support.texts }
    private var locale: LocaleCode { support.locale }
    private var teamTexts: InterfaceTexts { site.texts(of: contact.settings.teamLocale) ?? texts }

    /// The fields that topics ask for, in the order in which they are first asked for.
    private var usedFields: [ChecklistField] {
        var known: Set<String> = []
        return contact.settings.topics.flatMap(\.checklist).map(\.field.value).filter { known.insert($0).inserted }
            .compactMap { contact.settings.fields[$0] }
    }

    private func channel(_ channel: Channel) -> JSONText {
        let text = ChannelText(channel: channel, texts: texts)
        var entries: [(String, JSONText)] = [
            ("id", .string(channel.id.value)), ("kind", .string(channel.kind.rawValue)), ("name", .string(text.name)),
            ("public", .flag(channel.isPublic)), ("languages", .strings(channel.languages.map(\.value.rawValue))),
            ("medium", .string(channel.medium.rawValue)), ("urgency", .strings(channel.urgencies.map(\.rawValue))),
            ("complexity", .strings(channel.complexities.map(\.rawValue))),
            ("attachments", .flag(channel.acceptsAttachments)),
            ("topics", channel.topics.map { .strings($0.map(\.value)) } ?? .null),
            ("hours", channel.hours.map { Self.hours($0) } ?? .null),
            ("responds", channel.responds.map { Self.responds($0, text: text.replies) } ?? .null),
            ("action", action(channel, text)),
        ]
        if case .account(let network, _, _) = channel.address {
            entries.append(("network", .string(network.rawValue)))
        }
        return .object(entries)
    }

    private static func hours(_ hours: OpeningHours) -> JSONText {
        .object([
            ("timeZone", .string(hours.zone.identifier)),
            ("week", hours.week.map { .array($0.map { .array([.integer($0.start), .integer($0.end)]) }) } ?? .null),
            ("holidays", .strings(hours.holidays.map(\.iso))),
        ])
    }

    private static func responds(_ responds: ResponseTime, text: String?) -> JSONText {
        func span(_ span: ResponseTime.Span) -> JSONText {
            .object([("count", .integer(span.count)), ("unit", .string(span.unit.rawValue))])
        }
        return .object([
            ("within", span(responds.within)), ("typical", responds.typical.map(span) ?? .null),
            ("text", .string(ifAny: text)),
        ])
    }

    private func action(_ channel: Channel, _ text: ChannelText) -> JSONText {
        let entries: [(String, JSONText)]
        switch channel.address {
        case .page: entries = [("type", .string("page")), ("url", .string(ifAny: text.url))]
        // With its placeholders: the script fills in the message.
        case .ticket(let url): entries = [("type", .string("ticket")), ("url", .string(url))]
        case .email(let address): entries = [("type", .string("email")), ("address", .string(address))]
        case .phone(let number): entries = [("type", .string("phone")), ("number", .string(number))]
        case .form(let endpoint, _):
            entries = [("type", .string("form")), ("endpoint", .string(endpoint)), ("url", .string(ifAny: text.url))]
        case .account(_, let handle, _):
            entries = [("type", .string("account")), ("url", .string(ifAny: text.url)), ("handle", .string(handle))]
        case .place: entries = [("type", .string("place")), ("url", .string(ifAny: text.url))]
        }
        return .object(entries)
    }

    private func topic(_ index: Int) -> JSONText {
        let topic = contact.settings.topics[index]
        let articles = contact.links[index].articles.compactMap { support.shown($0) }
        return .object([
            ("id", .string(topic.id.value)), ("title", .string(topic.title[locale])),
            ("teamTitle", .string(topic.title[contact.settings.teamLocale])),
            ("urgency", .string(topic.urgency.rawValue)), ("complexity", .string(topic.complexity.rawValue)),
            ("channels", .strings(topic.channels.map(\.value))), ("keywords", .strings(topic.keywords[locale] ?? [])),
            (
                "articles",
                .array(
                    articles.map {
                        .object([
                            ("title", .string($0.title)), ("url", .string($0.url)),
                            ("permalink", .string($0.page.permalink.path)),
                        ])
                    })
            ),
            (
                "fields",
                .array(
                    topic.checklist.map {
                        .object([("id", .string($0.field.value)), ("optional", .flag($0.isOptional))])
                    })
            ),
        ])
    }

    private func field(_ field: ChecklistField) -> JSONText {
        let text = FieldText(field: field, texts: texts)
        let team = FieldText(field: field, texts: teamTexts)
        return .object([
            ("kind", .string(field.kind.rawValue)), ("label", .string(text.label)), ("teamLabel", .string(team.label)),
            ("help", .string(ifAny: text.help)), ("private", .flag(field.isPrivate)),
            (
                "options",
                .array(
                    field.options.map {
                        .object([
                            ("text", .string($0[locale])), ("team", .string($0[contact.settings.teamLocale])),
                        ])
                    })
            ),
        ])
    }
}
