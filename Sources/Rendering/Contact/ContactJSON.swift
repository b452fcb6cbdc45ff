internal import HelpCenter

/// `contact.json`: the channels, topics and official addresses of all locales, for apps and widgets.
/// `Documentation/contact.schema.json` describes it.
struct ContactJSON {
    /// The version of the format; it changes when something that was there is gone or means another thing.
    static let version = 1

    private let site: Site
    private let contact: ContactCenter

    /// The file of a site.
    init(_ site: Site, contact: ContactCenter) {
        self.site = site
        self.contact = contact
    }

    /// The file.
    var file: OutputFile {
        var output: [UInt8] = []
        json.append(to: &output)
        output.append(UInt8(ascii: "\n"))
        return OutputFile(path: "contact.json", content: .bytes(output))
    }
}

extension ContactJSON {
    private var base: BaseURL { site.parsed.settings.baseURL }
    private var settings: ContactSettings { contact.settings }

    private var json: JSONText {
        .object([
            ("version", .integer(Self.version)), ("url", .string(base.text)),
            ("title", byLocale { site.parsed.settings.title[$0.locale] }),
            ("defaultLocale", .string(site.parsed.settings.defaultLocale.rawValue)),
            (
                "pages",
                .object(
                    site.parsed.settings.locales.enumerated().map { index, locale in
                        (
                            locale.code.rawValue,
                            .object([
                                ("contact", url(contact.contactPages[index])),
                                ("verify", url(contact.verifyPages[index])),
                            ])
                        )
                    })
            ),
            ("channels", .array(settings.channels.map { channel($0) })),
            ("topics", .array(settings.topics.indices.map { topic($0) })),
            ("fields", .object(fields.map { ($0.id, field($0)) })),
            (
                "official",
                .array(
                    OfficialList(site.parsed.settings, settings).entries.map {
                        official($0)
                    })
            ),
        ])
    }

    private func url(_ page: PageID) -> JSONText { .string(base.url(of: site.pages[page].permalink)) }

    /// A text of every locale, by the locales' codes.
    private func byLocale(_ text: (InterfaceTexts) -> String?) -> JSONText {
        .object(
            site.parsed.texts.compactMap { texts in text(texts).map { (texts.locale.rawValue, .string($0)) } })
    }

    private func byLocale(_ text: LocalizedText?) -> JSONText {
        text.map { text in byLocale { text[$0.locale] } } ?? .null
    }

    // MARK: Channels

    private func channel(_ channel: Channel) -> JSONText {
        .object(
            [
                ("id", .string(channel.id.value)), ("kind", .string(channel.kind.rawValue)),
                ("name", byLocale { ChannelText(channel: channel, texts: $0).name }),
                ("description", byLocale(channel.description)),
            ] + address(channel.address) + [
                ("languages", .strings(channel.languages.map(\.value.rawValue))),
                ("hours", channel.hours.map { hours($0) } ?? .null),
                (
                    "responds",
                    channel.responds.map {
                        .object([("within", span($0.within)), ("typical", $0.typical.map { span($0) } ?? .null)])
                    } ?? .null
                ),
                (
                    "suits",
                    .object([
                        ("urgency", .strings(channel.urgencies.map(\.rawValue))),
                        ("complexity", .strings(channel.complexities.map(\.rawValue))),
                    ])
                ),
                ("medium", .string(channel.medium.rawValue)), ("attachments", .flag(channel.acceptsAttachments)),
                ("public", .flag(channel.isPublic)),
                ("topics", channel.topics.map { .strings($0.map(\.value)) } ?? .null),
                ("verified", .string(ifAny: channel.verified?.value.iso)),
            ])
    }

    private func address(_ address: ChannelAddress) -> [(String, JSONText)] {
        switch address {
        case .page(let url), .ticket(let url): [("url", .string(url))]
        case .email(let address): [("address", .string(address))]
        case .phone(let number): [("number", .string(number))]
        case .form(let endpoint, let url): [("endpoint", .string(endpoint)), ("url", .string(ifAny: url))]
        case .account(let network, let handle, let url):
            [
                ("network", .string(network.rawValue)), ("handle", .string(handle)),
                ("url", .string(ifAny: url ?? network.url(of: handle))),
            ]
        case .place(let place, let url): [("place", byLocale(place)), ("url", .string(ifAny: url))]
        }
    }

    private func hours(_ hours: OpeningHours) -> JSONText {
        .object([
            ("timeZone", .string(hours.zone.identifier)),
            (
                "week",
                hours.week.map { week in
                    .array(week.map { .object([("start", .integer($0.start)), ("end", .integer($0.end))]) })
                } ?? .null
            ),
            ("holidays", .strings(hours.holidays.map(\.iso))),
        ])
    }

    private func span(_ span: ResponseTime.Span) -> JSONText {
        let unit =
            switch span.unit {
            case .minutes: "minutes"
            case .hours: "hours"
            case .days: "days"
            case .businessDays: "business-days"
            }
        return .object([("count", .integer(span.count)), ("unit", .string(unit))])
    }

    // MARK: Topics

    private func topic(_ index: Int) -> JSONText {
        let topic = settings.topics[index]
        let links = contact.links[index]
        return .object([
            ("id", .string(topic.id.value)), ("title", byLocale(topic.title)),
            ("description", byLocale(topic.description)), ("urgency", .string(topic.urgency.rawValue)),
            ("complexity", .string(topic.complexity.rawValue)),
            (
                "first",
                topic.firstStep.map { step in
                    .object([
                        ("text", byLocale(step.text)),
                        ("article", links.firstStep.map { articles([$0]) } ?? .null),
                    ])
                } ?? .null
            ),
            ("articles", articles(links.articles)),
            (
                "checklist",
                .array(
                    topic.checklist.map {
                        .object([("field", .string($0.field.value)), ("optional", .flag($0.isOptional))])
                    })
            ),
            ("channels", .strings(topic.channels.map(\.value))),
        ])
    }

    /// Articles as each locale shows them.
    private func articles(_ links: [ArticleLink]) -> JSONText {
        .object(
            contact.contactPages.map { id in
                let page = site.pages[id]
                let shown = links.compactMap { site.shown($0, for: page, .absolute(base)) }
                return (
                    site.locale(page.locale).code.rawValue,
                    .array(
                        shown.map { article in
                            let fragment = article.url.firstIndex(of: "#").map { String(article.url[$0...]) } ?? ""
                            return .object([
                                ("title", .string(article.title)),
                                ("url", .string(base.url(of: article.page.permalink) + fragment)),
                            ])
                        })
                )
            })
    }

    private var fields: [ChecklistField] {
        let used = Set(settings.topics.flatMap(\.checklist).map(\.field.value))
        return used.sorted().compactMap { settings.fields[$0] }
    }

    private func field(_ field: ChecklistField) -> JSONText {
        .object([
            ("kind", .string(field.kind.rawValue)), ("private", .flag(field.isPrivate)),
            ("label", byLocale { FieldText(field: field, texts: $0).label }),
            ("help", byLocale { FieldText(field: field, texts: $0).help }),
            ("options", .array(field.options.map { byLocale($0) })),
        ])
    }

    // MARK: Official addresses

    private func official(_ entry: OfficialList.Entry) -> JSONText {
        let what: [(String, JSONText)] =
            switch entry.kind {
            case .page(let page): [("page", .string(page.url)), ("open", .strings(page.open))]
            case .address(.website(let host)): [("website", .string(host))]
            case .address(.email(let address)): [("email", .string(address))]
            case .address(.emailDomain(let domain)): [("email", .string("*@" + domain))]
            case .address(.phone(let number)): [("phone", .string(number))]
            case .address(.account(let network, let handle)):
                [("network", .string(network.rawValue)), ("handle", .string(handle))]
            }
        return .object(
            what + [("note", byLocale(entry.note)), ("channel", .string(ifAny: entry.channel?.id.value))])
    }
}
