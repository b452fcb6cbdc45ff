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

    /// The ids of all topics, those that cannot be used included; nil when `topics.yml` cannot be read, so that nothing
    /// can be said of what names a topic.
    public var topicIDs: Set<String>?
    /// The same of the channels.
    public var channelIDs: Set<String>?
    /// Whether there is no error in `contact.yml`: else what follows from its channels is not worth telling yet.
    public var isSound = true

    /// Settings with nothing but channels.
    public init(channels: [Channel], teamLocale: LocaleCode) {
        self.channels = channels
        self.teamLocale = teamLocale
    }

    /// Whether the contact page has a place of a name, as it stands behind `#`.
    public func hasPlace(_ name: String) -> Bool {
        if name.hasPrefix("topic-") { return topicIDs?.contains(String(name.dropFirst("topic-".count))) ?? true }
        return name.hasPrefix("channel-") && channelIDs?.contains(String(name.dropFirst("channel-".count))) ?? true
    }
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

        /// What two ways to write one address have in common.
        public var identity: String {
            switch self {
            case .website(let host): "website \(host)"
            case .email(let email): "email \(email.lowercased())"
            case .emailDomain(let domain): "domain \(domain)"
            case .phone(let number): "phone \(number.filter(\.isNumber))"
            case .account(let network, let handle): "\(network) \(handle.lowercased())"
            }
        }
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
