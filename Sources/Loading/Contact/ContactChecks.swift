internal import HelpCenter

/// Puts together what `contact.yml` and `topics.yml` say, and checks what needs both.
///
/// 1. The topics that channels name, and the channels that topics name, are looked up; unknown ones are left out.
/// 2. A topic that no channel handles, and a locale whose language no channel speaks, are reported: unless a channel
///    could not be read, because it might be the one.
struct ContactChecks {
    /// The channels and topics; nil when `contact.yml` cannot be read.
    private(set) var settings: ContactSettings?
    /// What is wrong, that of the two files included.
    private(set) var diagnostics: [Diagnostic]

    /// Checks the two files against each other; a site may do without topics.
    init(_ contact: ContactReader, _ topics: TopicsReader?, locales: [LocaleCode]) {
        diagnostics = contact.diagnostics + (topics?.diagnostics ?? [])
        guard var settings = contact.settings else { return }
        settings.topics = topics?.topics ?? []
        settings.topicIDs = topics == nil ? [] : topics?.ids
        settings.channelIDs = contact.channelIDs
        settings.isSound = !contact.diagnostics.contains { $0.severity == .error }
        settings.fields = topics?.fields ?? ChecklistFieldReader.builtIn
        lookUpTopics(&settings.channels, among: topics == nil ? [] : topics?.ids, hasFile: topics != nil, contact.name)
        if let topics { lookUpChannels(&settings.topics, among: contact.channelIDs, topics.name) }
        if !contact.lacksChannels, !settings.channels.isEmpty {
            if let topics { checkTopics(settings, topics.name) }
            checkLanguages(settings.channels, locales, at: contact.position, contact.name)
        }
        self.settings = settings
    }
}

extension ContactChecks {
    /// - Parameters:
    ///   - known: The ids of all topics; nil when they cannot be read, so that nothing can be said.
    ///   - hasFile: Whether there is a `topics.yml`.
    private mutating func lookUpTopics(
        _ channels: inout [Channel], among known: Set<String>?, hasFile: Bool, _ file: String
    ) {
        guard let known else { return }
        var suggestions = Suggestions()
        for index in channels.indices {
            channels[index].topics?.removeAll { topic in
                if known.contains(topic.value) { return false }
                let suggestion = suggestions.name(like: topic.value, among: known)
                diagnostics.append(.unknownTopic(topic, suggestion: suggestion, hasFile: hasFile, in: file))
                return true
            }
        }
    }

    private mutating func lookUpChannels(_ topics: inout [Topic], among known: Set<String>, _ file: String) {
        var suggestions = Suggestions()
        for index in topics.indices {
            topics[index].channels.removeAll { channel in
                if known.contains(channel.value) { return false }
                let suggestion = suggestions.name(like: channel.value, among: known)
                diagnostics.append(.unknownChannel(channel, suggestion: suggestion, in: file))
                return true
            }
        }
    }

    private mutating func checkTopics(_ settings: ContactSettings, _ file: String) {
        let handled = settings.channels.map { channel in channel.topics.map { Set($0.map(\.value)) } }
        let channels = Dictionary(zip(settings.channels.map(\.id.value), handled)) { first, _ in first }
        let takesAll = handled.contains { $0 == nil }
        let all = handled.reduce(into: Set<String>()) { $0.formUnion($1 ?? []) }
        for topic in settings.topics {
            let id = topic.id.value
            if !takesAll, !all.contains(id) {
                diagnostics.append(.uncoveredTopic(topic, in: file))
            } else {
                // A channel that was left out may handle it: what is wrong with that is reported there.
                for named in topic.channels where channels[named.value].map({ !($0?.contains(id) ?? true) }) ?? false {
                    diagnostics.append(.channelWithoutTopic(named, topic, in: file))
                }
            }
        }
    }

    private mutating func checkLanguages(
        _ channels: [Channel], _ locales: [LocaleCode], at position: SourcePosition, _ file: String
    ) {
        // A channel that names no language leaves the question open.
        guard channels.allSatisfy({ !$0.languages.isEmpty }) else { return }
        let spoken = Set(channels.flatMap { $0.languages.map(\.value) })
        for locale in locales where !spoken.contains(where: { ChannelRanking.matches($0, locale) }) {
            diagnostics.append(.uncoveredLanguage(locale, at: position, in: file))
        }
    }
}
