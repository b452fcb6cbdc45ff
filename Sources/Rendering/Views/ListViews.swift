internal import HelpCenter
internal import Markdown

/// The views of lists: links, articles, categories.
struct ListViews {
    /// The site.
    let site: Site
    /// The page that shows the lists.
    let base: AddressBase
    /// The texts of its locale.
    let texts: InterfaceTexts
    /// Icons by name.
    let icons: [String: String]

    /// How many articles a category's card names.
    static let articlesOnCard = 5

    /// A link to a page.
    func link(_ page: Page) -> View {
        ["title": .text(page.title), "url": .text(base.address(of: page.permalink))]
    }

    /// The pages above a page.
    func breadcrumbs(_ page: Page) -> [View] {
        site.ancestors(of: page).map { ancestor in
            let title = ancestor.role == .home ? texts["home"] : ancestor.title
            return ["title": .text(title), "url": .text(base.address(of: ancestor.permalink))]
        }
    }

    /// An article in a list.
    func entry(_ page: Page) -> View {
        let content = site.locale(page.contentLocale)
        let label = page.isFallback ? texts.text("fallbackLabel", ["original": content.name]) : nil
        return [
            "title": .text(page.title), "description": .text(ifAny: page.description),
            "url": .text(base.address(of: page.permalink)), "isFAQ": .flag(page.role == .article(.faq)),
            "fallbackLabel": .text(ifAny: label), "contentLang": .text(content.code.rawValue),
        ]
    }

    /// An FAQ in a list, with its questions.
    func faqEntry(_ page: Page) -> View {
        let address = base.address(of: page.permalink)
        let questions = page.source.map { site.parsed.pages[$0].document.questions } ?? []
        let links: [View] = questions.map { question in
            ["text": .text(question.text), "url": .text(address + "#" + Permalink.encode(question.id))]
        }
        return entry(page).with(["questions": .list(links)])
    }

    /// A category on a page above it.
    func card(_ page: Page) -> View {
        let address = base.address(of: page.permalink)
        let count = site.articleCount(below: page)
        let described = page.source.flatMap {
            site.parsed.settings.localeIndex(of: site.parsed.pages[$0].source.locale)
        }
        let content = site.locale(described ?? page.locale)
        let isFallback = described != nil && described != page.locale
        let listed = listed(page)
        let label = isFallback ? texts.text("fallbackLabel", ["original": content.name]) : nil
        return [
            "title": .text(page.title), "description": .text(ifAny: page.description), "url": .text(address),
            "fallbackLabel": .text(ifAny: label), "contentLang": .text(content.code.rawValue),
            "icon": .text(ifAny: icon(page)), "countText": .text(texts.count("articleCount", count)),
            "articles": .list(listed.prefix(Self.articlesOnCard).map { entry($0) }), "allURL": .text(address),
            "allText": count > min(listed.count, Self.articlesOnCard)
                ? .text(texts.text("showAll", ["count": texts.number(count)])) : .absent,
        ]
    }

    /// The icon of a category.
    func icon(_ page: Page) -> String? {
        page.source.flatMap { site.parsed.pages[$0].frontMatter.icon }.flatMap { icons[$0.value] }
    }
}

extension ListViews {
    /// The articles of a category and, where it has few, of those below it.
    private func listed(_ page: Page) -> [Page] {
        var result = page.articles.map { site.pages[$0] }
        for category in page.categories where result.count < Self.articlesOnCard {
            result += listed(site.pages[category])
        }
        return result
    }
}
