/// What a reader needs help with, what support must know to help, and who helps best.
public struct Topic: Sendable {
    /// Its name in front matter, in links and in `contact.json`.
    public let id: Located<String>
    /// The problem in the reader's words.
    public let title: LocalizedText
    /// More about it, in a sentence.
    public var description: LocalizedText?
    /// How urgent it usually is.
    public var urgency = Urgency.normal
    /// How much there usually is to look into.
    public var complexity = Complexity.complex
    /// What to do before anything else, such as freezing the account.
    public var firstStep: FirstStep?
    /// The articles that usually solve it: paths below the locale's folder, with or without a fragment.
    public var articles: [Located<String>] = []
    /// What support must know.
    public var checklist: [ChecklistItem] = []
    /// The channels that suit it, best first; empty when the ranking decides alone.
    public var channels: [Located<String>] = []
    /// Other words for it, for readers who come from a search.
    public var keywords: [LocaleCode: [String]] = [:]

    /// A topic.
    public init(id: Located<String>, title: LocalizedText) {
        self.id = id
        self.title = title
    }

    /// What to do before anything else.
    public struct FirstStep: Sendable {
        /// What to do, in a sentence.
        public let text: LocalizedText
        /// The article that shows how, a path below the locale's folder.
        public let article: Located<String>?

        /// A first step.
        public init(text: LocalizedText, article: Located<String>?) {
            self.text = text
            self.article = article
        }
    }

    /// A line of the checklist.
    public struct ChecklistItem: Sendable {
        /// The field that is asked for.
        public let field: Located<String>
        /// Whether support can begin without it.
        public let isOptional: Bool

        /// A line.
        public init(field: Located<String>, isOptional: Bool) {
            self.field = field
            self.isOptional = isOptional
        }
    }
}

/// One thing that a checklist asks for.
public struct ChecklistField: Sendable {
    /// What readers enter.
    public enum Kind: String, Sendable, CaseIterable {
        case text
        case long
        case time
        case amount
        case choice
        case transaction
        case address
        case reference
        case email
        case url
        /// A file that goes with the message, outside it.
        case attachment
    }

    /// Its name in `topics.yml`.
    public let id: String
    /// What readers enter.
    public let kind: Kind
    /// What is asked for; nil when the built-in label says it.
    public var label: LocalizedText?
    /// How to find it; nil when the built-in help says it.
    public var help: LocalizedText?
    /// The answers to choose from.
    public var options: [LocalizedText] = []
    /// Whether it stays out of messages to public channels.
    public var isPrivate: Bool
    /// The key of the built-in label, and with `Help` behind it of the built-in help; nil for a field of the site's own.
    public let textKey: String?

    /// A field.
    public init(id: String, kind: Kind, isPrivate: Bool = false, textKey: String? = nil) {
        self.id = id
        self.kind = kind
        self.isPrivate = isPrivate
        self.textKey = textKey
    }

    /// The fields that every site has; `fields` in `topics.yml` changes them and adds others.
    public static let builtIn = [
        ChecklistField(id: "description", kind: .long, textKey: "fieldDescription"),
        ChecklistField(id: "time", kind: .time, textKey: "fieldTime"),
        ChecklistField(id: "amount", kind: .amount, isPrivate: true, textKey: "fieldAmount"),
        ChecklistField(id: "asset", kind: .text, textKey: "fieldAsset"),
        ChecklistField(id: "network", kind: .text, textKey: "fieldNetwork"),
        ChecklistField(id: "transaction-id", kind: .transaction, isPrivate: true, textKey: "fieldTransaction"),
        ChecklistField(id: "address", kind: .address, isPrivate: true, textKey: "fieldAddress"),
        ChecklistField(id: "order-number", kind: .reference, isPrivate: true, textKey: "fieldOrder"),
        ChecklistField(id: "method", kind: .text, textKey: "fieldMethod"),
        ChecklistField(id: "error", kind: .long, textKey: "fieldError"),
        ChecklistField(id: "screenshot", kind: .attachment, isPrivate: true, textKey: "fieldScreenshot"),
        ChecklistField(id: "account-email", kind: .email, isPrivate: true, textKey: "fieldEmail"),
        ChecklistField(id: "user-id", kind: .reference, isPrivate: true, textKey: "fieldUser"),
        ChecklistField(id: "device", kind: .text, textKey: "fieldDevice"),
        ChecklistField(id: "link", kind: .url, textKey: "fieldLink"),
    ]
}
