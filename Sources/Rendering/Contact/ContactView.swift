internal import HelpCenter

/// What the template of a contact page sees: complete for a reader without JavaScript.
struct ContactView {
    private let support: SupportPage
    private let icons: [String: String]

    /// The view of a page.
    init(_ support: SupportPage, icons: [String: String]) {
        self.support = support
        self.icons = icons
    }

    /// The page's own values.
    var view: View {
        let channels = contact.settings.channels
        let data = ContactData(support)
        return [
            "urgent": .list(urgentTopics), "topics": .list(contact.settings.topics.indices.map { topic($0) }),
            "channels": .list(channels.map { card($0) }), "hasForm": .flag(channels.contains { $0.kind == .form }),
            "data": .html(data.json.script(id: "gp-data")),
        ]
    }
}

extension ContactView {
    private var contact: ContactCenter { support.contact }
    private var texts: InterfaceTexts { support.texts }
    private var locale: LocaleCode { support.locale }

    private var urgentTopics: [View] {
        contact.settings.topics.enumerated().filter { $1.urgency == .urgent }.map { index, topic in
            let article = contact.links[index].firstStep.flatMap { support.shown($0) }
            return [
                "title": .text(topic.title[locale]), "text": .text(ifAny: topic.firstStep?.text[locale]),
                "articleTitle": .text(ifAny: article?.title), "articleURL": .text(ifAny: article?.url),
                "anchor": .text("topic-" + topic.id.value), "description": .text(ifAny: topic.description?[locale]),
            ]
        }
    }

    // MARK: Topics

    private func topic(_ index: Int) -> View {
        let topic = contact.settings.topics[index]
        let links = contact.links[index]
        return [
            "id": .text(topic.id.value), "anchor": .text("topic-" + topic.id.value),
            "title": .text(topic.title[locale]), "description": .text(ifAny: topic.description?[locale]),
            "urgency": .text(topic.urgency.rawValue), "isUrgent": .flag(topic.urgency == .urgent),
            "first": .part(ifAny: firstStep(topic, links)),
            "articles": .list(links.articles.compactMap { article($0) }),
            "fields": .list(topic.checklist.compactMap { field($0) }), "channels": .list(ranked(topic)),
        ]
    }

    private func firstStep(_ topic: Topic, _ links: TopicLinks) -> View? {
        topic.firstStep.map { step in
            let article = links.firstStep.flatMap { support.shown($0) }
            return [
                "text": .text(step.text[locale]), "articleTitle": .text(ifAny: article?.title),
                "articleURL": .text(ifAny: article?.url),
            ]
        }
    }

    private func article(_ link: ArticleLink) -> View? {
        support.shown(link).map { shown in
            let content = support.site.locale(shown.page.contentLocale)
            let label = shown.page.isFallback ? texts.text("fallbackLabel", ["original": content.name]) : nil
            return [
                "title": .text(shown.title), "url": .text(shown.url), "contentLang": .text(content.code.rawValue),
                "fallbackLabel": .text(ifAny: label),
            ]
        }
    }

    private func field(_ item: Topic.ChecklistItem) -> View? {
        contact.settings.fields[item.field.value].map { field in
            let text = FieldText(field: field, texts: texts)
            return [
                "id": .text(field.id), "label": .text(text.label), "help": .text(ifAny: text.help),
                "isOptional": .flag(item.isOptional), "isPrivate": .flag(field.isPrivate),
                "options": .list(field.options.map { ["text": .text($0[locale])] }),
            ]
        }
    }

    /// The channels for a topic, as well as they can be ranked without knowing the time and the reader's wishes.
    private func ranked(_ topic: Topic) -> [View] {
        let need = ContactNeed(topic, fields: contact.settings.fields, language: locale)
        let ranked = ChannelRanking().rank(contact.settings.channels, for: need)
        return ranked.prefix(Self.channelsPerTopic).enumerated().map { index, entry in
            let reasons = entry.reasons.filter(\.isGood).map { reason -> View in
                ["text": .text(texts.text(reason.key, ["language": support.site.locale(support.page.locale).name]))]
            }
            return [
                "id": .text(entry.channel.id.value),
                "name": .text(ChannelText(channel: entry.channel, texts: texts).name),
                "url": .text("#channel-" + entry.channel.id.value), "reasons": .list(reasons),
                "isFirst": .flag(index == 0),
            ]
        }
    }

    /// How many channels a topic names: the rest stand in the list of all.
    private static let channelsPerTopic = 3

    // MARK: Channels

    private func card(_ channel: Channel) -> View {
        let text = ChannelText(channel: channel, texts: texts)
        let hours = channel.hours.map { ($0, HoursText(texts: texts, today: contact.today)) }
        let lines: [View] = (hours.map { $1.lines($0) } ?? []).map {
            ["days": .text($0.days), "times": .text($0.times)]
        }
        let isForm = channel.kind == .form
        let isCalendar = hours?.0.week != nil
        return [
            "id": .text(channel.id.value), "anchor": .text("channel-" + channel.id.value),
            "icon": .text(ifAny: icon(channel)), "name": .text(text.name),
            "kindLabel": .text(ifAny: text.kind == text.name ? nil : text.kind),
            "description": .text(ifAny: channel.description?[locale]), "isPublic": .flag(channel.isPublic),
            "languages": .list(languages(channel)), "hours": .list(lines),
            "hoursText": .text(ifAny: hours != nil && !isCalendar ? texts["hoursAlways"] : nil),
            "zoneText": .text(ifAny: isCalendar ? hours.map { $1.zone($0) } : nil),
            "holidaysText": .text(ifAny: isCalendar ? hours.flatMap { $1.holidays($0) } : nil),
            "repliesText": .text(ifAny: text.replies), "confirmedText": .text(ifAny: confirmed(channel)),
            "actionURL": .text(ifAny: isForm ? nil : text.url), "actionText": .text(text.action),
            "isExternal": .flag(text.url?.hasPrefix("http") ?? false), "address": .text(ifAny: text.address),
            "isForm": .flag(isForm), "formURL": .text(ifAny: isForm ? text.url : nil),
            "place": .text(ifAny: place(channel)),
        ]
    }

    private func icon(_ channel: Channel) -> String? { icons[channel.kind.rawValue] }

    private func languages(_ channel: Channel) -> [View] {
        channel.languages.map { language in
            let own = support.site.parsed.settings.locales.first { $0.code == language.value }
            return [
                "name": .text(own?.name ?? LanguageNames.name(of: language.value)),
                "lang": .text(language.value.rawValue),
            ]
        }
    }

    private func confirmed(_ channel: Channel) -> String? {
        channel.verified.map { texts.text("channelConfirmed", ["date": texts.date($0.value)]) }
    }

    private func place(_ channel: Channel) -> String? {
        if case .place(let place, _) = channel.address { place[locale] } else { nil }
    }
}
