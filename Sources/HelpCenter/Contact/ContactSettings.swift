/// What `contact.yml` and `topics.yml` say.
public struct ContactSettings: Sendable {
    /// The channels, in the order of the file.
    public var channels: [Channel]
    /// Official addresses that are not channels.
    public var official: [OfficialEntry] = []
    /// What readers ask about, in the order of the file.
    public var topics: [Topic] = []
    /// The fields of checklists, by their names: the built-in ones and the site's own.
    public var fields: [String: ChecklistField] = [:]
    /// The locale in which the support team reads; labels in it stand beside the reader's own in messages.
    public var teamLocale: LocaleCode
    /// Where else readers can check what is official.
    public var elsewhere: LocalizedText?
    /// After how many days a channel must be confirmed again; nil when that is not asked for.
    public var verifyEvery: Int?

    /// Settings with nothing but channels.
    public init(channels: [Channel], teamLocale: LocaleCode) {
        self.channels = channels
        self.teamLocale = teamLocale
    }

    /// The names of places on the contact page, as they stand behind `#`.
    public var anchors: [String] { topics.map { "topic-" + $0.id.value } + channels.map { "channel-" + $0.id.value } }

    /// The channel of a name.
    public func channel(_ id: String) -> Channel? { channels.first { $0.id.value == id } }
}

/// Something that is officially the company's, for the verify page.
public struct OfficialEntry: Sendable {
    /// What it is.
    public enum Address: Sendable, Equatable {
        /// A host, such as `northstar.example`. Its sub-domains are not meant.
        case website(host: String)
        /// An email address.
        case email(String)
        /// Every email address of a domain.
        case emailDomain(String)
        /// A telephone number in international form.
        case phone(String)
        /// An account; the handle is without `@`.
        case account(SocialNetwork, handle: String)
    }

    /// What it is.
    public let address: Address
    /// What it is for.
    public let note: LocalizedText?

    /// An entry.
    public init(address: Address, note: LocalizedText?) {
        self.address = address
        self.note = note
    }
}
