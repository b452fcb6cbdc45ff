internal import HelpCenter

/// What the template of a search page sees beside what every page sees.
///
/// Results are the script's matter. Here is what stands in for them: the categories while nothing is asked, and all
/// articles for readers whose browser runs no scripts.
struct SearchPageView {
    /// A list of more articles than this is no list to look through: then the categories alone are listed.
    static let mostArticles = 500

    private let site: Site
    private let page: Page
    private let base: AddressBase
    private let lists: ListViews

    /// The view of a page.
    init(_ site: Site, page: Page, base: AddressBase, lists: ListViews) {
        self.site = site
        self.page = page
        self.base = base
        self.lists = lists
    }

    /// The page's own values.
    var view: View {
        let home = site.pages[site.homes[page.locale]]
        let isListed = site.articleCount(below: home) <= Self.mostArticles
        let categories = home.categories.map { site.pages[$0] }
        var groups = categories.map { group($0, articles: isListed ? articles(below: $0) : []) }
        if !home.articles.isEmpty { groups.append(group(home, articles: home.articles.map { site.pages[$0] })) }
        return [
            "isListed": .flag(isListed), "categories": .list(categories.map { lists.card($0) }),
            "groups": .list(groups), "others": .list(others),
        ]
    }
}

extension SearchPageView {
    private func group(_ category: Page, articles: [Page]) -> View {
        let isHome = category.role == .home
        return [
            "title": .text(isHome ? lists.texts["morePages"] : category.title),
            "url": .text(base.address(of: category.permalink)),
            "countText": .text(
                lists.texts.count("articleCount", isHome ? articles.count : site.articleCount(below: category))),
            "articles": .list(articles.map { lists.entry($0) }),
        ]
    }

    /// The articles of a category, and of those within it.
    private func articles(below category: Page) -> [Page] {
        category.articles.map { site.pages[$0] } + category.categories.flatMap { articles(below: site.pages[$0]) }
    }

    /// The other locales, whose articles are searched when this one's give no good answer.
    private var others: [View] {
        site.parsed.settings.locales.indices.filter { $0 != page.locale }.map { index in
            let settings = site.locale(index)
            return [
                "lang": .text(settings.code.rawValue), "dir": .text(settings.direction.rawValue),
                "title": .text(lists.texts.text("searchIn", ["language": settings.name])),
            ]
        }
    }
}
