internal import HelpCenter

/// What the pages of one locale share: the interface texts, header and footer.
final class LocaleViews: Sendable {
    /// The interface texts.
    let texts: InterfaceTexts
    /// The values that every page of the locale sees, wherever it lies.
    let shared: SharedView

    private let maker: FrameMaker
    /// The values that depend on how deep a page lies below the site's root, and on nothing else of it.
    private let frames: [SharedView]

    /// The shared values of a locale.
    init(_ site: Site, locale: Int, library: TemplateLibrary, assets: [String: Permalink]) {
        let texts = site.parsed.texts[locale]
        let settings = site.locale(locale)
        // In the order of the keys, and with every key of every locale, so that all locales share one shape.
        let keys = Set(site.parsed.texts.flatMap(\.texts.keys)).sorted()
        let plain = keys.map { key in (name: key, value: ViewValue.text(texts.plain(key))) }
        shared = SharedView([
            "t": .part(View(plain)), "lang": .text(settings.code.rawValue), "dir": .text(settings.direction.rawValue),
            "csp": .text(ContentSecurityPolicy().text),
        ])
        let maker = FrameMaker(
            site: site, locale: locale, texts: texts, shared: shared, library: library, assets: assets)
        let deepest = site.pages.lazy.filter { $0.locale == locale }.map(\.permalink.depth).max() ?? 1
        frames = (0...deepest).map { depth in
            // A place of that depth which is no page of the site, so that no address comes out shorter.
            maker.frame(at: .relative(Permalink("/" + String(repeating: "\u{0}/", count: depth))))
        }
        self.texts = texts
        self.maker = maker
    }

    /// The values that every page of the locale sees at a place.
    func frame(for base: AddressBase) -> SharedView {
        switch base {
        case .relative(let page) where page.depth < frames.count: frames[page.depth]
        default: maker.frame(at: base)
        }
    }
}

/// Makes what surrounds a page: header, footer, the address of the site's root.
private struct FrameMaker: Sendable {
    let site: Site
    let locale: Int
    let texts: InterfaceTexts
    let shared: SharedView
    let library: TemplateLibrary
    let assets: [String: Permalink]

    private var title: String { site.parsed.settings.title[site.locale(locale).code] }

    func frame(at base: AddressBase) -> SharedView {
        let code = site.locale(locale).code
        let home = site.pages[site.homes[locale]]
        let place: View = [
            "root": .text(base.root),
            "site": .part(["title": .text(title), "home": .text(base.address(of: home.permalink))]),
            "search": .part(search(base)),
        ]
        let common = SharedView(place.with(["contact": .part(ifAny: contact(base))]).with(shared.view))
        let header: View = [
            "logo": .part(ifAny: logo(base)),
            "navigation": .list(site.navigation[locale].header.map { link($0, base) }),
        ]
        let footer: View = [
            "footerNavigation": .list(site.navigation[locale].footer.map { link($0, base) }),
            "copyright": .text(ifAny: site.parsed.settings.copyright?[code]),
            "poweredBy": .text(texts.text("poweredBy", ["name": "Guidepost"])),
        ]
        let rendered: View = [
            "header": .html(library.render(header.over(common), with: "header")),
            "footer": .html(library.render(footer.over(common), with: "footer")),
        ]
        return SharedView(rendered.with(common.view))
    }

    /// What the search field of every page needs, whatever page it is on.
    private func search(_ base: AddressBase) -> View {
        [
            "url": .text(base.address(of: site.pages[site.searchPages[locale]].permalink)), "base": .text(base.root),
            "counts": .text(texts.formsJSON("searchCount")),
        ]
    }

    /// The way to a person, which every page shows.
    private func contact(_ base: AddressBase) -> View? {
        guard let contact = site.contact else { return nil }
        let address = base.address(of: site.pages[contact.contactPages[locale]].permalink)
        let code = site.locale(locale).code
        let home = site.pages[site.homes[locale]]
        let urgent = zip(contact.settings.topics, contact.links).filter { $0.0.urgency == .urgent }.map {
            topic, links in
            let article = links.firstStep.flatMap { site.shown($0, for: home, base) }
            let url = "\(address)?topic=\(topic.id.value)#topic-\(topic.id.value)"
            return [
                "title": .text(topic.title[code]), "url": .text(url), "articleTitle": .text(ifAny: article?.title),
                "articleURL": .text(ifAny: article?.url),
            ] as View
        }
        return [
            "contactURL": .text(address),
            "verifyURL": .text(base.address(of: site.pages[contact.verifyPages[locale]].permalink)),
            "urgent": .list(urgent),
        ]
    }

    private func link(_ link: NavigationLink, _ base: AddressBase) -> View {
        let address =
            switch link.target {
            case .url(let url): url
            case .page(let id): base.address(of: site.pages[id].permalink)
            }
        return ["title": .text(link.title), "url": .text(address)]
    }

    private func logo(_ base: AddressBase) -> View? {
        guard let path = site.parsed.settings.logo?.value,
            let asset = site.parsed.assets.first(where: { $0.path == path })
        else {
            return nil
        }
        return [
            "url": .text(base.address(of: assets[path] ?? Permalink("/" + path))),
            "width": .text(ifAny: asset.size.map { String($0.width) }),
            "height": .text(ifAny: asset.size.map { String($0.height) }), "alt": .text(title),
        ]
    }
}
