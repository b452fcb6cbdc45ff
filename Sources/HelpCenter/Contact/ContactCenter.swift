/// The ways to reach support, with their place in the help center.
public struct ContactCenter: Sendable {
    /// What `contact.yml` and `topics.yml` say.
    public let settings: ContactSettings
    /// Each locale's contact page.
    public let contactPages: [PageID]
    /// Each locale's verify page.
    public let verifyPages: [PageID]
    /// Where each topic's articles are, in the order of the topics.
    public let links: [TopicLinks]
    /// The topics that an article helps with, as indexes, by the article's group.
    public let topicsOfGroup: [Int: [Int]]
    /// The day on which the site is built: holidays that are over are not shown.
    public let today: CalendarDay

    /// The ways to reach support.
    public init(
        settings: ContactSettings, contactPages: [PageID], verifyPages: [PageID], links: [TopicLinks],
        topicsOfGroup: [Int: [Int]], today: CalendarDay
    ) {
        self.settings = settings
        self.contactPages = contactPages
        self.verifyPages = verifyPages
        self.links = links
        self.topicsOfGroup = topicsOfGroup
        self.today = today
    }
}

/// Where a topic's articles are.
public struct TopicLinks: Sendable {
    /// The articles that usually solve it: those that the topic names, then those that name the topic.
    public let articles: [ArticleLink]
    /// The article that shows what to do before anything else.
    public let firstStep: ArticleLink?

    /// Links of a topic.
    public init(articles: [ArticleLink], firstStep: ArticleLink?) {
        self.articles = articles
        self.firstStep = firstStep
    }
}

/// A link to an article in whatever locale shows it.
public struct ArticleLink: Sendable, Equatable {
    /// The article's translation group.
    public let group: Int
    /// The heading or question that is meant, without `#`.
    public let fragment: String?

    /// A link.
    public init(group: Int, fragment: String? = nil) {
        self.group = group
        self.fragment = fragment
    }
}
