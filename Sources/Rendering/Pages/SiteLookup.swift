internal import HelpCenter
internal import Markdown

extension Site {
    /// The page of a group that readers of another page are led to: in their locale, or else in the language of the text
    /// they read, or else in the default locale, or any.
    func page(of group: Int, for page: Page) -> Page? {
        let ids = groups[group].pages
        let standard = parsed.settings.localeIndex(of: parsed.settings.defaultLocale)
        let id =
            ids[page.locale] ?? ids[page.contentLocale] ?? standard.flatMap { ids[$0] }
            ?? ids.lazy.compactMap { $0 }.first
        return id.map { pages[$0] }
    }

    /// The page that a fallback page shows the text of; the page itself when it is no fallback.
    func original(of page: Page) -> Page {
        guard page.isFallback, let id = groups[page.group].pages[page.contentLocale] else { return page }
        return pages[id]
    }

    /// The locale's settings of an index.
    func locale(_ index: Int) -> LocaleSettings { parsed.settings.locales[index] }

    /// The pages above a page, the locale's home first.
    func ancestors(of page: Page) -> [Page] {
        var result: [Page] = []
        var parent = page.parent
        while let id = parent {
            result.append(pages[id])
            parent = pages[id].parent
        }
        return result.reversed()
    }

    /// Whether search engines are to list a page: its own text in its own locale, and neither a draft nor a search page.
    func isIndexed(_ page: Page) -> Bool {
        if page.isFallback || page.role == .search { return false }
        guard let source = page.source else { return true }
        return !parsed.pages[source].frontMatter.isDraft
    }

    /// The pages of a group that are translations in earnest, fallbacks left out.
    func translations(of group: Int) -> [Page] {
        groups[group].pages.compactMap { $0.map { pages[$0] } }.filter { $0.group == group && isIndexed($0) }
    }

    /// Whether a page has a Markdown twin: it shows the text of an article in that article's own locale.
    func hasTwin(_ page: Page) -> Bool {
        guard let source = page.source else { return false }
        return !parsed.pages[source].source.isIndex && showsOwnText(page)
    }

    /// The paths of the assets that articles link to or show.
    var linkedAssets: Set<String> {
        var paths: Set<String> = []
        for references in references {
            for case .file(let permalink, _) in references.links { paths.insert(String(permalink.path.dropFirst())) }
            for case .asset(let index) in references.media { paths.insert(parsed.assets[index].path) }
        }
        return paths
    }

    /// The article that a link means, as a page of a locale shows it: its title, or the heading's that is meant.
    func shown(_ link: ArticleLink, for page: Page, _ base: AddressBase) -> (page: Page, title: String, url: String)? {
        guard let target = self.page(of: link.group, for: page) else { return nil }
        let address = base.address(of: target.permalink)
        guard let fragment = link.fragment else { return (target, target.title, address) }
        let headings = target.source.map { parsed.pages[$0].document.headings } ?? []
        guard let heading = headings.first(where: { $0.id == fragment }) else { return (target, target.title, address) }
        // A question says by itself what it is about; a section needs the name of its article.
        let title = target.role == .article(.faq) ? heading.text : "\(target.title): \(heading.text)"
        return (target, title, address + "#" + Permalink.encode(fragment))
    }

    /// The interface texts of a locale.
    func texts(of locale: LocaleCode) -> InterfaceTexts? {
        parsed.settings.localeIndex(of: locale).map { parsed.texts[$0] }
    }

    /// Where the site's contact forms send to.
    var formEndpoints: [String] {
        (contact?.settings.channels ?? []).compactMap { channel in
            if case .form(let endpoint, _) = channel.address { endpoint } else { nil }
        }
    }

    /// How many articles lie in a category and below it.
    func articleCount(below page: Page) -> Int {
        page.articles.count + page.categories.reduce(0) { $0 + articleCount(below: pages[$1]) }
    }
}
