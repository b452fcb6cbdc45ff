internal import HelpCenter
internal import Markdown

/// Renders one page: its view, its template, its body in the place that the template gives it.
struct PageRenderer {
    private let site: Site
    private let page: Page
    private let base: AddressBase
    private let locale: LocaleViews
    private let library: TemplateLibrary
    private let lists: ListViews
    private let body: BodyWriter?

    /// A renderer of a page.
    init(_ site: Site, page: Page, locale: LocaleViews, library: TemplateLibrary) {
        self.site = site
        self.page = page
        self.locale = locale
        self.library = library
        let base = AddressBase.relative(page.permalink)
        self.base = base
        lists = ListViews(site: site, base: base, texts: locale.texts, icons: library.icons)
        body = page.source.map { BodyWriter(site, page: page, source: $0, base: base, texts: locale.texts) }
    }

    /// The page's HTML.
    func html(_ fragments: inout GroupFragments) -> [UInt8] {
        let menu = fragments.languageMenu(at: base)
        return library.render(view(alternates: fragments.alternates, menu: menu), with: template)
    }

    /// What the page's template sees.
    func view(alternates: [UInt8], menu: [UInt8]) -> View {
        let own: View =
            switch page.role {
            case .home: home
            case .category: category
            case .article(.guide): article.with(["toc": toc])
            case .article(.faq): article.with(["questions": .list(questions)])
            case .contact: contact
            case .verify: verify
            case .search: search
            }
        return common(alternates: alternates, menu: menu).with(own).over(locale.frame(for: base))
    }

    private var template: String {
        switch page.role {
        case .home: "home"
        case .category: "category"
        case .article(.guide): "article"
        case .article(.faq): "faq"
        case .contact: "contact"
        case .verify: "verify"
        case .search: "search"
        }
    }
}

extension PageRenderer {
    private var settings: SiteSettings { site.parsed.settings }
    private var source: ParsedPage? { page.source.map { site.parsed.pages[$0] } }

    private func common(alternates: [UInt8], menu: [UInt8]) -> View {
        let siteTitle = settings.title[site.locale(page.locale).code]
        let image = page.source.flatMap { site.references[$0].image }.map { settings.baseURL.url(of: site.files[$0]) }
        let original = site.original(of: page)
        return [
            "title": .text(page.title),
            "metaTitle": .text(page.role == .home ? siteTitle : "\(page.title) · \(siteTitle)"),
            "description": .text(ifAny: page.description),
            // Shown on the page: only what the author wrote, because a summary would say the first paragraph twice.
            "lead": .text(ifAny: page.source == nil ? page.description : source?.frontMatter.description),
            "canonical": .text(settings.baseURL.url(of: original.permalink)),
            "noindex": .flag(!site.isIndexed(page) && !page.isFallback),
            "ogType": .text(isArticle ? "article" : "website"),
            "ogImage": .text(ifAny: image), "alternates": .html(page.isFallback ? [] : alternates),
            "jsonLD": .html(StructuredData(site: site, page: page).html(body: body, image: image)),
            "languageMenu": .html(menu),
        ]
    }

    private var isArticle: Bool { if case .article = page.role { true } else { false } }

    /// The language of the page's text: a category may be described by the text of another locale.
    private var contentLocale: LocaleSettings {
        let code = page.source.map { site.parsed.pages[$0].source.locale }
        return code.flatMap { settings.localeIndex(of: $0) }.map { site.locale($0) } ?? site.locale(page.contentLocale)
    }

    private var text: View {
        [
            "body": .html(body?.html ?? []), "contentLang": .text(contentLocale.code.rawValue),
            "contentDir": .text(contentLocale.direction.rawValue),
        ]
    }

    private var hasBody: Bool { body.map { !$0.html.isEmpty } ?? false }

    private var home: View {
        let featured = page.source ?? standardHomeSource
        return text.with([
            "hasBody": .flag(hasBody), "categories": .list(page.categories.map { lists.card(site.pages[$0]) }),
            "articles": .list(page.articles.map { lists.entry(site.pages[$0]) }),
            "featured": .list(featured.map { related($0) } ?? []),
        ])
    }

    /// The default locale's home, whose most useful articles stand in where a locale names none.
    private var standardHomeSource: Int? {
        settings.localeIndex(of: settings.defaultLocale).flatMap { site.pages[site.homes[$0]].source }
    }

    private var category: View {
        let articles = page.articles.map { site.pages[$0] }
        let guides = articles.filter { $0.role != .article(.faq) }
        let faqs = articles.filter { $0.role == .article(.faq) }
        let others = site.pages[site.homes[page.locale]].categories.map { site.pages[$0] }
        let ancestors = Set(site.ancestors(of: page).map(\.id) + [page.id])
        return text.with([
            "breadcrumbs": .list(lists.breadcrumbs(page)), "icon": .text(ifAny: lists.icon(page)),
            "hasBody": .flag(hasBody), "groups": .list(page.categories.map { lists.card(site.pages[$0]) }),
            "guides": .list(guides.map { lists.entry($0) }), "faqs": .list(faqs.map { lists.faqEntry($0) }),
            "isEmpty": .flag(page.articles.isEmpty && page.categories.isEmpty),
            "others": .list(others.filter { !ancestors.contains($0.id) }.map { lists.link($0) }),
        ])
    }

    private var article: View {
        let related = page.source.map { self.related($0) } ?? []
        return text.with([
            "breadcrumbs": .list(lists.breadcrumbs(page)), "updated": .part(ifAny: updated),
            "readingTime": .text(ifAny: readingTime), "image": .part(ifAny: image),
            "fallback": .part(ifAny: fallback), "related": .list(related), "hasRelated": .flag(!related.isEmpty),
            "pager": .part(ifAny: pager),
            "markdownURL": .text(base.address(of: site.original(of: page).permalink) + "index.md"),
            "isDraft": .flag(source?.frontMatter.isDraft ?? false), "supportURL": .text(ifAny: supportURL),
        ])
    }

    private var contact: View {
        guard let contact = site.contact else { return [:] }
        let policy = ContentSecurityPolicy(endpoints: site.formEndpoints)
        let support = SupportPage(site: site, contact: contact, page: page, base: base, texts: locale.texts)
        let view = ContactView(support, icons: library.icons).view
        return view.with(["breadcrumbs": .list(lists.breadcrumbs(page)), "csp": .text(policy.text)])
    }

    private var verify: View {
        guard let contact = site.contact else { return [:] }
        let view = VerifyView(site, contact: contact, base: base, texts: locale.texts).view
        return view.with(["breadcrumbs": .list(lists.breadcrumbs(page))])
    }

    private var search: View {
        let view = SearchPageView(site, page: page, base: base, lists: lists).view
        return view.with(["breadcrumbs": .list(lists.breadcrumbs(page))])
    }

    /// The contact page, with what the reader tried already: this article, and the topic that it helps with.
    private var supportURL: String? {
        guard let contact = site.contact else { return nil }
        let topic = contact.topicsOfGroup[page.group]?.first.map { contact.settings.topics[$0].id.value }
        let query =
            "?" + (topic.map { "topic=\($0)&" } ?? "") + "from=" + page.permalink.encoded.replacing("+", with: "%2B")
        let place = topic.map { "#topic-" + $0 } ?? ""
        return base.address(of: site.pages[contact.contactPages[page.locale]].permalink) + query + place
    }

    private var updated: View? {
        (source?.frontMatter.lastModified ?? source?.frontMatter.date).map { date in
            let text = locale.texts.text("updated", ["date": locale.texts.date(date)])
            return ["iso": .text(date.iso), "text": .text(text)]
        }
    }

    private func related(_ source: Int) -> [View] {
        site.references[source].related.compactMap { group in
            site.page(of: group, for: page).map { lists.entry($0) }
        }
    }

    private var image: View? {
        guard let source = page.source, let index = site.references[source].image else { return nil }
        let size = site.parsed.files[index].size
        return [
            "url": .text(base.address(of: site.files[index])), "width": .text(ifAny: size.map { String($0.width) }),
            "height": .text(ifAny: size.map { String($0.height) }), "alt": .text(""),
        ]
    }

    private var fallback: View? {
        guard page.isFallback else { return nil }
        let content = site.locale(page.contentLocale)
        let names = ["language": site.locale(page.locale).name, "original": content.name]
        return [
            "title": .text(locale.texts["fallbackTitle"]), "notice": .text(locale.texts.text("fallbackNotice", names)),
            "url": .text(base.address(of: site.original(of: page).permalink)),
            "originalLang": .text(content.code.rawValue),
        ]
    }

    private var pager: View? {
        let previous = page.previous.map { lists.link(site.pages[$0]) }
        let next = page.next.map { lists.link(site.pages[$0]) }
        return previous == nil && next == nil ? nil : ["previous": .part(ifAny: previous), "next": .part(ifAny: next)]
    }

    /// Minutes at 230 words, or 400 Chinese, Japanese or Korean characters, a minute: usual figures for reading on
    /// screens (Brysbaert 2019 for English).
    private var readingTime: String? {
        guard let words = source?.document.wordCount, words > 0 else { return nil }
        let isIdeographic = ["zh", "ja"].contains(site.locale(page.contentLocale).code.language)
        let minutes = max(1, Int((Double(words) / (isIdeographic ? 400 : 230)).rounded()))
        return locale.texts.count("readingTime", minutes)
    }

    private var questions: [View] {
        (source?.document.questions ?? []).map {
            ["text": .text($0.text), "url": .text("#" + Permalink.encode($0.id))]
        }
    }

    /// The headings of levels 2 and 3 as a list of lists; none for an article of one section.
    private var toc: ViewValue {
        let headings = (source?.document.headings ?? []).filter { $0.level == 2 || $0.level == 3 }
        guard headings.count > 1 else { return .absent }
        var items: [(heading: MarkdownDocument.Heading, children: [MarkdownDocument.Heading])] = []
        for heading in headings {
            if heading.level == 3, !items.isEmpty {
                items[items.count - 1].children.append(heading)
            } else {
                items.append((heading, []))
            }
        }
        let views = items.map { item in entry(item.heading).with(["items": .list(item.children.map { entry($0) })]) }
        return .html(library.render((["items": .list(views)] as View).over(locale.shared), with: "toc"))
    }

    private func entry(_ heading: MarkdownDocument.Heading) -> View {
        [
            "text": .text(heading.text), "url": .text("#" + Permalink.encode(heading.id)),
            "level": .text(String(heading.level)),
        ]
    }
}
