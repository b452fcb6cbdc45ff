/// What a reader needs a channel for.
public struct ContactNeed: Sendable {
    /// The topic's name in `topics.yml`; nil when the reader has not chosen any.
    public var topic: String?
    /// The channels that the topic names, best first.
    public var preferredChannels: [String] = []
    /// How urgent the problem is.
    public var urgency = Urgency.normal
    /// How much there is to look into.
    public var complexity = Complexity.complex
    /// The language in which the reader wants to talk.
    public var language: LocaleCode
    /// How the reader wants to talk; nil when that does not matter.
    public var medium: Medium?
    /// Whether the reader asks only for what is open.
    public var openOnly = false
    /// Which channels are open, by their names; a channel that is missing here says nothing about that, or nobody knows
    /// the time, as on a page that is built once and read at any hour.
    public var openness: [String: Bool] = [:]
    /// Whether the topic asks for a screenshot or another file.
    public var needsAttachment = false
    /// Whether the topic asks for anything that is nobody else's business.
    public var hasPrivateDetails = false

    /// A need without a topic.
    public init(language: LocaleCode) {
        self.language = language
    }

    /// What a topic usually needs, for a reader of some language.
    ///
    /// A detail counts although it is optional: readers give away in public what a checklist asks for.
    public init(_ topic: Topic, fields: [String: ChecklistField], language: LocaleCode) {
        self.init(language: language)
        self.topic = topic.id.value
        preferredChannels = topic.channels.map(\.value)
        urgency = topic.urgency
        complexity = topic.complexity
        let asked = topic.checklist.compactMap { fields[$0.field.value] }
        needsAttachment = asked.contains { $0.kind == .attachment }
        hasPrivateDetails = asked.contains { $0.isPrivate }
    }
}
