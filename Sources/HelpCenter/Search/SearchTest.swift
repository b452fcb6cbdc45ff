/// A search as a reader would type it, and the article that it must find.
public struct SearchTest: Sendable {
    /// What the reader types.
    public let query: Located<String>
    /// The article's path below the locale's folder, such as `account/faq.md#change-email`, as the file writes it.
    public let finds: Located<String>
    /// Among how many results it must be.
    public let within: Int

    /// Among how many results an article must be unless its test says otherwise: as many as a phone shows at once.
    public static let usualPlaces = 3

    /// A test.
    public init(query: Located<String>, finds: Located<String>, within: Int = Self.usualPlaces) {
        self.query = query
        self.finds = finds
        self.within = within
    }
}

/// A search test whose article has its place in the site.
public struct SearchExpectation: Sendable {
    /// The test.
    public let test: SearchTest
    /// The index of the locale that is searched.
    public let locale: Int
    /// The page that must be found.
    public let page: PageID
    /// The anchor of the question that must be found; nil when any entry of the page will do.
    public let anchor: String?

    /// A test of a locale's search.
    public init(test: SearchTest, locale: Int, page: PageID, anchor: String?) {
        self.test = test
        self.locale = locale
        self.page = page
        self.anchor = anchor
    }
}
