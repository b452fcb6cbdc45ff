/// A help center with everything in its place: what Resolving makes and Rendering shows.
///
/// It is an immutable class, as are its pages: both are passed around for every page, and a structure of twenty fields
/// costs twenty counted references each time.
public final class Site: Sendable {
    /// What was parsed; pages refer to it by index.
    public let parsed: ParsedSite
    /// Every page of every locale; a page's identifier is its index here.
    public let pages: [Page]
    /// The locales' home pages, in the order of the settings.
    public let homes: [PageID]
    /// The locales' search pages, in the order of the settings.
    public let searchPages: [PageID]
    /// Pages that are translations of each other.
    public let groups: [TranslationGroup]
    /// Where the links and media of each parsed page lead, by the index of the parsed page.
    public let references: [References]
    /// Links of header and footer, by locale.
    public let navigation: [Navigation]
    /// Files beside the articles, by the index of the parsed file.
    public let files: [Permalink]
    /// Earlier addresses.
    public let redirects: [Redirect]
    /// What was left out, and why.
    public let leftOut: LeftOut
    /// The ways to reach support; nil for a site without `contact.yml`.
    public let contact: ContactCenter?
    /// What searches must find.
    public let searchExpectations: [SearchExpectation]

    /// A resolved site.
    public init(
        parsed: ParsedSite, pages: [Page], homes: [PageID], searchPages: [PageID], groups: [TranslationGroup],
        references: [References], navigation: [Navigation], files: [Permalink], redirects: [Redirect],
        leftOut: LeftOut, contact: ContactCenter?, searchExpectations: [SearchExpectation]
    ) {
        self.parsed = parsed
        self.pages = pages
        self.homes = homes
        self.searchPages = searchPages
        self.groups = groups
        self.references = references
        self.navigation = navigation
        self.files = files
        self.redirects = redirects
        self.leftOut = leftOut
        self.contact = contact
        self.searchExpectations = searchExpectations
    }
}

extension Site {
    /// Whether the text that a page shows is written in the page's locale.
    public func showsOwnText(_ page: Page) -> Bool {
        guard let source = page.source else { return true }
        return parsed.pages[source].source.locale == parsed.settings.locales[page.locale].code
    }
}

/// The index of a page among all pages of a site.
public typealias PageID = Int

/// A page of one locale, with its place in the help center.
public final class Page: Sendable {
    /// What a page is for.
    public enum Role: Sendable, Equatable {
        /// A locale's first page.
        case home
        /// A folder of articles.
        case category
        /// A guide or FAQ.
        case article(ArticleKind)
        /// The ways to reach support.
        case contact
        /// Where readers check whether something is official.
        case verify
        /// What readers search for, and everything there is for those whose browser runs no scripts.
        case search
    }

    /// Its index among all pages.
    public let id: PageID
    /// What it is for.
    public let role: Role
    /// The index of the locale it is shown in.
    public let locale: Int
    /// Its address.
    public let permalink: Permalink
    /// Its title.
    public let title: String
    /// What it says, in a sentence.
    public let description: String?
    /// The index of the parsed page it shows; a category or home page without `_index.md` has none.
    public let source: Int?
    /// The index of the locale its text is written in: another one than `locale` on a fallback page.
    public let contentLocale: Int
    /// The index of its translation group.
    public let group: Int
    /// The category or home page above it; a home page has none.
    public let parent: PageID?
    /// The categories below it, in order.
    public let categories: [PageID]
    /// The articles in it, in order; those of deeper categories are not among them.
    public let articles: [PageID]
    /// The article before it in its category.
    public let previous: PageID?
    /// The article after it in its category.
    public let next: PageID?

    /// Whether it stands in for a missing translation.
    public var isFallback: Bool { locale != contentLocale }

    /// A page.
    public init(
        id: PageID, role: Role, locale: Int, permalink: Permalink, title: String, description: String?, source: Int?,
        contentLocale: Int, group: Int, parent: PageID?, categories: [PageID], articles: [PageID], previous: PageID?,
        next: PageID?
    ) {
        self.id = id
        self.role = role
        self.locale = locale
        self.permalink = permalink
        self.title = title
        self.description = description
        self.source = source
        self.contentLocale = contentLocale
        self.group = group
        self.parent = parent
        self.categories = categories
        self.articles = articles
        self.previous = previous
        self.next = next
    }
}

/// Pages that are translations of each other.
public struct TranslationGroup: Sendable {
    /// What they have in common: the path below the locale's folder, or the `translationKey`.
    public let key: String
    /// Each locale's page, fallbacks among them; nil where there is none.
    public let pages: [PageID?]

    /// A group.
    public init(key: String, pages: [PageID?]) {
        self.key = key
        self.pages = pages
    }
}

/// Where the links and media of a parsed page lead.
public struct References: Sendable {
    /// One for each of the document's links.
    public let links: [LinkTarget]
    /// One for each of the document's images and videos.
    public let media: [MediaTarget]
    /// The groups of the articles that its front matter names as related.
    public let related: [Int]
    /// The picture for previews on other sites, as an index of the parsed files.
    public let image: Int?

    /// References of a parsed page.
    public init(links: [LinkTarget], media: [MediaTarget], related: [Int], image: Int?) {
        self.links = links
        self.media = media
        self.related = related
        self.image = image
    }
}

/// Where a link leads.
public enum LinkTarget: Sendable, Equatable {
    /// To the page of a translation group, in the reader's locale.
    case group(Int, suffix: LinkSuffix)
    /// To one page, whatever the reader's locale.
    case page(PageID, suffix: LinkSuffix)
    /// To a file of the site.
    case file(Permalink, suffix: LinkSuffix)
    /// To a place on the same page.
    case fragment(String)
    /// To nothing that exists.
    case broken
}

/// The part of a link after the path.
public struct LinkSuffix: Sendable, Equatable {
    /// The query with its `?`, or nothing.
    public let query: String
    /// The fragment without `#`, decoded; nil when there is none.
    public let fragment: String?

    /// The contact page's topic that the query names.
    public var topic: String? {
        query.dropFirst().split(separator: "&").first { $0.hasPrefix("topic=") }.map {
            String($0.dropFirst("topic=".count))
        }
    }

    /// A suffix.
    public init(query: String = "", fragment: String? = nil) {
        self.query = query
        self.fragment = fragment
    }
}

/// What an image or video shows.
public enum MediaTarget: Sendable {
    /// A file beside the articles, by its index; a video's still picture and captions likewise.
    case file(Int, poster: Int?, captions: Int?)
    /// A file of `Public/`, by its index among the assets.
    case asset(Int)
    /// Nothing that exists or may be shown.
    case missing
}

/// A link of the header or footer, in one locale.
public struct NavigationLink: Sendable {
    /// The words of the link.
    public let title: String
    /// Where it leads.
    public let target: Target

    /// Where a link of the header or footer leads.
    public enum Target: Sendable {
        /// To a page of the site.
        case page(PageID)
        /// To an absolute URL.
        case url(String)
    }

    /// A link.
    public init(title: String, target: Target) {
        self.title = title
        self.target = target
    }
}

/// The links of header and footer, in one locale.
public struct Navigation: Sendable {
    /// The header's links.
    public let header: [NavigationLink]
    /// The footer's links.
    public let footer: [NavigationLink]

    /// Links of header and footer.
    public init(header: [NavigationLink], footer: [NavigationLink]) {
        self.header = header
        self.footer = footer
    }
}

/// An earlier address of a page.
public struct Redirect: Sendable {
    /// The earlier address.
    public let from: Permalink
    /// The page that is there now.
    public let page: PageID

    /// A redirect.
    public init(from: Permalink, page: PageID) {
        self.from = from
        self.page = page
    }
}

/// How many articles were left out, by reason.
public struct LeftOut: Sendable, Equatable {
    /// Drafts.
    public var drafts = 0
    /// Articles whose publishDate is to come.
    public var future = 0
    /// Articles whose expiryDate has passed.
    public var expired = 0

    /// Nothing left out.
    public init() {}
}
