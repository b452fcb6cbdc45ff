/// One way to reach support.
public struct Channel: Sendable {
    /// Its name in `topics.yml`, in links and in `contact.json`.
    public let id: Located<String>
    /// What it is.
    public let kind: ChannelKind
    /// How readers reach it.
    public let address: ChannelAddress
    /// Its name; nil when its kind's built-in name says enough.
    public var name: LocalizedText?
    /// What it is for, in a sentence.
    public var description: LocalizedText?
    /// The languages in which it answers.
    public var languages: [Located<LocaleCode>] = []
    /// When it is open; nil when nothing is said about that.
    public var hours: OpeningHours?
    /// How soon it answers; nil when nothing is said about that.
    public var responds: ResponseTime?
    /// How urgent the problems may be that it is made for; empty when it takes all.
    public var urgencies: [Urgency] = []
    /// How complex the problems may be that it is made for; empty when it takes all.
    public var complexities: [Complexity] = []
    /// How people talk there.
    public var medium: Medium
    /// Whether it takes screenshots and other files.
    public var acceptsAttachments = false
    /// The topics it handles; nil when it handles all.
    public var topics: [Located<String>]?
    /// Whether everyone can read what is written there.
    public var isPublic: Bool
    /// When somebody last made sure that it works.
    public var verified: Located<PublicationDate>?

    /// A channel with what its kind implies.
    public init(id: Located<String>, kind: ChannelKind, address: ChannelAddress) {
        self.id = id
        self.kind = kind
        self.address = address
        self.medium = kind.medium
        if case .account(let network, _, _) = address {
            self.isPublic = network.isPublic
        } else {
            self.isPublic = kind == .community
        }
    }
}

/// What a channel is.
public enum ChannelKind: String, Sendable, CaseIterable {
    case chat
    case ticket
    case email
    case phone
    case form
    case social
    case community
    case visit

    /// How people talk there, unless the channel says otherwise.
    var medium: Medium {
        switch self {
        case .phone: .voice
        case .visit: .inPerson
        default: .text
        }
    }
}

/// How readers reach a channel.
public enum ChannelAddress: Sendable, Equatable {
    /// A page: a chat or a forum. `{locale}` in the URL is replaced by the reader's locale.
    case page(url: String)
    /// A page with a form that a URL can fill in. `{subject}`, `{body}`, `{topic}` and `{locale}` are replaced, encoded.
    case ticket(url: String)
    /// An email address.
    case email(String)
    /// A telephone number in international form, with the spaces of `contact.yml`.
    case phone(String)
    /// An endpoint that takes a message as JSON by POST, and a page for readers without JavaScript.
    case form(endpoint: String, url: String?)
    /// An account of a social network or messenger; the handle is without `@`.
    case account(SocialNetwork, handle: String, url: String?)
    /// A place to visit, and a page that shows the way.
    case place(LocalizedText, url: String?)
}

/// How people talk over a channel.
public enum Medium: String, Sendable, CaseIterable {
    case text
    case voice
    case inPerson = "in-person"
}

/// How urgent a problem is.
public enum Urgency: String, Sendable, CaseIterable {
    case urgent
    case normal
    case low
}

/// How much there is to look into.
public enum Complexity: String, Sendable, CaseIterable {
    case simple
    case complex
}

/// How soon a channel answers.
public struct ResponseTime: Sendable, Equatable {
    /// The time after which a reader may ask why there is no answer.
    public let within: Span
    /// The usual time.
    public let typical: Span?

    /// A response time.
    public init(within: Span, typical: Span?) {
        self.within = within
        self.typical = typical
    }

    /// A number of minutes, hours or days.
    public struct Span: Sendable, Equatable {
        /// What is counted.
        public enum Unit: String, Sendable, CaseIterable {
            case minutes = "m"
            case hours = "h"
            case days = "d"
            /// Days on which the channel is open.
            case businessDays = "bd"
        }

        /// How many.
        public let count: Int
        /// Of what.
        public let unit: Unit

        /// A span.
        public init(count: Int, unit: Unit) {
            self.count = count
            self.unit = unit
        }

        /// Its length in minutes when a business day counts as a day; for comparing spans.
        public var minutes: Int {
            switch unit {
            case .minutes: count
            case .hours: count * 60
            case .days, .businessDays: count * 1440
            }
        }
    }
}
