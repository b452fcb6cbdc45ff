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
        let menu = fragments.languageMenu(for: page, base: base, locale: locale)
        let view = View.of(values(alternates: fragments.alternates, menu: menu), over: locale.frame(for: base))
        return BodyPlace.insert(body?.html ?? [], into: library.render(view, with: template))
    }

    /// The page's values, for comparing with the template's schema.
    func values(alternates: String, menu: String) -> [String: (any Sendable)?] {
        var values = common(alternates: alternates, menu: menu)
        let own: [String: (any Sendable)?] =
            switch page.role {
            case .home: home
            case .category: category
            case .article(.guide): article.merging(["toc": toc]) { _, new in new }
            case .article(.faq): article.merging(["questions": questions]) { _, new in new }
            }
        values.merge(own) { _, new in new }
        return values
    }

    private var template: String {
        switch page.role {
        case .home: "home"
        case .category: "category"
        case .article(.guide): "article"
        case .article(.faq): "faq"
        }
    }
}

extension PageRenderer {
    private var settings: SiteSettings { site.parsed.settings }
    private var matter: FrontMatter? { page.source.map { site.parsed.pages[$0].frontMatter } }
    private var document: MarkdownDocument? { page.source.map { site.parsed.pages[$0].document } }

    private func common(alternates: String, menu: String) -> [String: (any Sendable)?] {
        let siteTitle = settings.title[site.locale(page.locale).code]
        let image = page.source.flatMap { site.references[$0].image }.map { settings.baseURL.url(of: site.files[$0]) }
        let original = site.original(of: page)
        return [
            "title": page.title,
            "metaTitle": page.role == .home ? siteTitle : "\(page.title) · \(siteTitle)",
            "description": page.description,
            "canonical": settings.baseURL.url(of: original.permalink),
            "noindex": !site.isIndexed(page) && !page.isFallback,
            "ogType": page.role == .home || page.role == .category ? "website" : "article",
            "ogImage": image, "alternates": page.isFallback ? "" : alternates,
            "jsonLD": StructuredData(site: site, page: page).html(body: body, image: image), "languageMenu": menu,
        ]
    }

    /// The language of the page's text: a category may be described by the text of another locale.
    private var contentLocale: LocaleSettings {
        let code = page.source.map { site.parsed.pages[$0].source.locale }
        return code.flatMap { settings.localeIndex(of: $0) }.map { site.locale($0) } ?? site.locale(page.contentLocale)
    }

    private var text: [String: (any Sendable)?] {
        [
            "body": BodyPlace.mark, "contentLang": contentLocale.code.rawValue,
            "contentDir": contentLocale.direction.rawValue,
        ]
    }

    private var hasBody: Bool { body.map { !$0.html.isEmpty } ?? false }

    private var home: [String: (any Sendable)?] {
        let featured = page.source ?? standardHomeSource
        return text.merging([
            "hasBody": hasBody, "categories": page.categories.map { lists.card(site.pages[$0]) },
            "articles": page.articles.map { lists.entry(site.pages[$0]) },
            "featured": featured.map { related($0) } ?? [],
        ]) { _, new in new }
    }

    /// The default locale's home, whose most useful articles stand in where a locale names none.
    private var standardHomeSource: Int? {
        settings.localeIndex(of: settings.defaultLocale).flatMap { site.pages[site.homes[$0]].source }
    }

    private var category: [String: (any Sendable)?] {
        let articles = page.articles.map { site.pages[$0] }
        let guides = articles.filter { $0.role != .article(.faq) }
        let faqs = articles.filter { $0.role == .article(.faq) }
        let others = site.pages[site.homes[page.locale]].categories.map { site.pages[$0] }
        let ancestors = Set(site.ancestors(of: page).map(\.id) + [page.id])
        return text.merging([
            "breadcrumbs": lists.breadcrumbs(page), "icon": lists.icon(page), "hasBody": hasBody,
            "groups": page.categories.map { lists.card(site.pages[$0]) }, "guides": guides.map { lists.entry($0) },
            "faqs": faqs.map { lists.faqEntry($0) }, "isEmpty": page.articles.isEmpty && page.categories.isEmpty,
            "others": others.filter { !ancestors.contains($0.id) }.map { lists.link($0) },
        ]) { _, new in new }
    }

    private var article: [String: (any Sendable)?] {
        let date = matter?.lastModified ?? matter?.date
        let updated = date.map { View(["iso": $0.iso, "text": locale.texts.text("updated", ["date": locale.texts.date($0)])]) }
        let related = page.source.map { self.related($0) } ?? []
        let original = site.original(of: page)
        return text.merging([
            "breadcrumbs": lists.breadcrumbs(page), "updated": updated, "readingTime": readingTime, "image": image,
            "fallback": fallback, "related": related, "hasRelated": !related.isEmpty, "pager": pager,
            "markdownURL": base.address(of: original.permalink) + "index.md",
            "isDraft": matter?.isDraft ?? false,
        ]) { _, new in new }
    }

    private func related(_ source: Int) -> [View] {
        site.references[source].related.compactMap { group in
            site.page(of: group, for: page).map { lists.entry($0) }
        }
    }

    private var image: View? {
        guard let source = page.source, let index = site.references[source].image else { return nil }
        let size = site.parsed.files[index].size
        return View.of([
            "url": base.address(of: site.files[index]), "width": size.map { String($0.width) },
            "height": size.map { String($0.height) }, "alt": "",
        ])
    }

    private var fallback: View? {
        guard page.isFallback else { return nil }
        let content = site.locale(page.contentLocale)
        let names = ["language": site.locale(page.locale).name, "original": content.name]
        return View([
            "title": locale.texts["fallbackTitle"], "notice": locale.texts.text("fallbackNotice", names),
            "url": base.address(of: site.original(of: page).permalink), "originalLang": content.code.rawValue,
        ])
    }

    private var pager: View? {
        let previous = page.previous.map { lists.link(site.pages[$0]) }
        let next = page.next.map { lists.link(site.pages[$0]) }
        return previous == nil && next == nil ? nil : View.of(["previous": previous, "next": next])
    }

    /// Minutes at 230 words, or 400 Chinese, Japanese or Korean characters, a minute: usual figures for reading on
    /// screens (Brysbaert 2019 for English).
    private var readingTime: String? {
        guard let words = document?.wordCount, words > 0 else { return nil }
        let isIdeographic = ["zh", "ja"].contains(site.locale(page.contentLocale).code.language)
        let minutes = max(1, Int((Double(words) / (isIdeographic ? 400 : 230)).rounded()))
        return locale.texts.count("readingTime", minutes)
    }

    private var questions: [View] {
        (document?.questions ?? []).map { View(["text": $0.text, "url": "#" + Permalink.encode($0.id)]) }
    }

    /// The headings of levels 2 and 3 as a list of lists; none for an article of one section.
    private var toc: String? {
        let headings = (document?.headings ?? []).filter { $0.level == 2 || $0.level == 3 }
        guard headings.count > 1 else { return nil }
        var items: [(heading: MarkdownDocument.Heading, children: [MarkdownDocument.Heading])] = []
        for heading in headings {
            if heading.level == 3, !items.isEmpty {
                items[items.count - 1].children.append(heading)
            } else {
                items.append((heading, []))
            }
        }
        let views = items.map { item in
            View(entry(item.heading).merging(["items": item.children.map { View(entry($0)) }]) { _, new in new })
        }
        return library.render(View(["items": views], over: locale.shared), with: "toc")
    }

    private func entry(_ heading: MarkdownDocument.Heading) -> [String: any Sendable] {
        ["text": heading.text, "url": "#" + Permalink.encode(heading.id), "level": String(heading.level)]
    }
}

/// The place of the body in a rendered template. The body itself never passes through the template engine, which would
/// copy it several times.
enum BodyPlace {
    /// What the template is given in place of the body; sources cannot hold this character.
    static let mark = "\u{1}"

    /// The template's output as bytes, with the body in its place.
    static func insert(_ body: [UInt8], into text: String) -> [UInt8] {
        var text = text
        return text.withUTF8 { template in
            guard let place = template.firstIndex(of: 1) else { return Array(template) }
            var output: [UInt8] = []
            output.reserveCapacity(template.count + body.count)
            output.append(contentsOf: UnsafeBufferPointer(rebasing: template[..<place]))
            output.append(contentsOf: body)
            output.append(contentsOf: UnsafeBufferPointer(rebasing: template[(place + 1)...]))
            return output
        }
    }
}
