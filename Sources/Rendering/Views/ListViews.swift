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
        View(["title": page.title, "url": base.address(of: page.permalink)])
    }

    /// The pages above a page.
    func breadcrumbs(_ page: Page) -> [View] {
        site.ancestors(of: page).map { ancestor in
            let title = ancestor.role == .home ? texts["home"] : ancestor.title
            return View(["title": title, "url": base.address(of: ancestor.permalink)])
        }
    }

    /// An article in a list.
    func entry(_ page: Page) -> View { View.of(entryValues(page)) }

    /// An FAQ in a list, with its questions.
    func faqEntry(_ page: Page) -> View {
        var values = entryValues(page)
        let address = base.address(of: page.permalink)
        let questions = page.source.map { site.parsed.pages[$0].document.questions } ?? []
        values["questions"] = questions.map { question in
            View(["text": question.text, "url": address + "#" + Permalink.encode(question.id)])
        }
        return View.of(values)
    }

    /// A category on a page above it.
    func card(_ page: Page) -> View {
        let articles = listed(page)
        let address = base.address(of: page.permalink)
        let count = site.articleCount(below: page)
        return View.of([
            "title": page.title, "description": page.description, "url": address,
            "icon": icon(page), "countText": texts.count("articleCount", count),
            "articles": articles.prefix(Self.articlesOnCard).map { entry($0) }, "allURL": address,
            "allText": texts.text("showAll", ["count": texts.number(count)]),
        ])
    }

    /// The icon of a category.
    func icon(_ page: Page) -> String? {
        page.source.flatMap { site.parsed.pages[$0].frontMatter.icon }.flatMap { icons[$0.value] }
    }
}

extension ListViews {
    private func entryValues(_ page: Page) -> [String: (any Sendable)?] {
        let content = site.locale(page.contentLocale)
        let label = page.isFallback ? texts.text("fallbackLabel", ["original": content.name]) : nil
        return [
            "title": page.title, "description": page.description, "url": base.address(of: page.permalink),
            "isFAQ": page.role == .article(.faq), "fallbackLabel": label, "contentLang": content.code.rawValue,
        ]
    }

    /// The articles of a category and, where it has few, of those below it.
    private func listed(_ page: Page) -> [Page] {
        var result = page.articles.map { site.pages[$0] }
        for category in page.categories where result.count < Self.articlesOnCard {
            result += listed(site.pages[category])
        }
        return result
    }
}
