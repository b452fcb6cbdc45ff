internal import HelpCenter

/// What the pages of one locale share: the interface texts, header and footer.
struct LocaleViews: Sendable {
    /// The interface texts.
    let texts: InterfaceTexts
    /// The values that every page of the locale sees.
    let shared: View

    private let site: Site
    private let locale: Int
    private let library: TemplateLibrary
    private let assets: [String: Permalink]
    /// Header and footer for each depth of a page below the site's root: the addresses in them depend on nothing else.
    private var chrome: [Chrome] = []

    /// Header and footer, rendered.
    private struct Chrome: Sendable {
        let header: String
        let footer: String
    }

    /// The shared values of a locale.
    init(_ site: Site, locale: Int, library: TemplateLibrary, assets: [String: Permalink]) {
        self.site = site
        self.locale = locale
        self.library = library
        self.assets = assets
        texts = site.parsed.texts[locale]
        let settings = site.locale(locale)
        let plain = texts.texts.mapValues { text -> any Sendable in
            if case .plain(let text) = text { text } else { "" }
        }
        shared = View([
            "t": View(plain), "lang": settings.code.rawValue, "dir": settings.direction.rawValue,
            "csp": ContentSecurityPolicy.text,
        ])
        let deepest = site.pages.lazy.filter { $0.locale == locale }.map(\.permalink.depth).max() ?? 1
        for depth in 0...deepest {
            // Any page of that depth that is no page of the site, so that no address comes out shorter.
            let place = Permalink("/" + String(repeating: "\u{0}/", count: depth))
            chrome.append(render(.relative(place)))
        }
    }

    /// The values of header, footer and site that depend on where a page lies.
    func frame(for base: AddressBase) -> View {
        let chrome =
            switch base {
            case .relative(let page) where page.depth < self.chrome.count: self.chrome[page.depth]
            default: render(base)
            }
        let home = site.pages[site.homes[locale]]
        return View(
            [
                "root": base.root, "header": chrome.header, "footer": chrome.footer,
                "site": View(["title": title, "home": base.address(of: home.permalink)]),
            ], over: shared)
    }
}

extension LocaleViews {
    private var title: String { site.parsed.settings.title[site.locale(locale).code] }

    private func render(_ base: AddressBase) -> Chrome {
        let code = site.locale(locale).code
        let home = site.pages[site.homes[locale]]
        let common = View(
            ["root": base.root, "site": View(["title": title, "home": base.address(of: home.permalink)])], over: shared)
        let header = View.of(
            ["logo": logo(base), "navigation": site.navigation[locale].header.map { link($0, base) }], over: common)
        let footer = View.of(
            [
                "footerNavigation": site.navigation[locale].footer.map { link($0, base) },
                "copyright": site.parsed.settings.copyright?[code],
                "poweredBy": texts.text("poweredBy", ["name": "Guidepost"]),
            ], over: common)
        return Chrome(header: library.render(header, with: "header"), footer: library.render(footer, with: "footer"))
    }

    private func link(_ link: NavigationLink, _ base: AddressBase) -> View {
        switch link.target {
        case .url(let url): View(["title": link.title, "url": url])
        case .page(let id): View(["title": link.title, "url": base.address(of: site.pages[id].permalink)])
        }
    }

    private func logo(_ base: AddressBase) -> View? {
        guard let path = site.parsed.settings.logo, let asset = site.parsed.assets.first(where: { $0.path == path }) else {
            return nil
        }
        return View.of([
            "url": base.address(of: assets[path] ?? Permalink("/" + path)), "width": asset.size.map { String($0.width) },
            "height": asset.size.map { String($0.height) }, "alt": title,
        ])
    }
}

/// What pages may load and run: nothing from elsewhere, nothing inline (solid against content that tries to).
enum ContentSecurityPolicy {
    /// The policy as every page states it. The servers' snippets add `frame-ancestors`, which only a header can.
    static let text =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; "
        + "base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; trusted-types 'none'"
}
