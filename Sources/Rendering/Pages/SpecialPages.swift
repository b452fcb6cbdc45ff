internal import HelpCenter

/// The pages that no article stands behind: the language chooser, the 404 pages, the redirects.
struct SpecialPages {
    /// The site.
    let site: Site
    /// What the locales' pages share, by locale.
    let locales: [LocaleViews]
    /// The templates.
    let library: TemplateLibrary

    /// All of them.
    func files() -> [OutputFile] {
        [rootPage] + site.homes.indices.map { notFound($0, path: "\(site.locale($0).code)/404.html") }
            + [notFound(standard, path: "404.html")] + site.redirects.map { redirect($0) }
    }
}

extension SpecialPages {
    private var settings: SiteSettings { site.parsed.settings }
    private var standard: Int { settings.localeIndex(of: settings.defaultLocale) ?? 0 }

    private func values(_ title: String, canonical: String, locale: Int) -> [String: (any Sendable)?] {
        [
            "title": title, "metaTitle": "\(title) · \(settings.title[site.locale(locale).code])", "description": nil,
            "canonical": canonical, "noindex": true, "ogType": "website", "ogImage": nil, "alternates": "",
            "jsonLD": "", "languageMenu": "",
        ]
    }

    /// The language chooser; a site with one locale has nothing to choose and leads straight on.
    private var rootPage: OutputFile {
        let root = Permalink("/")
        let home = site.pages[site.homes[standard]]
        guard settings.locales.count > 1 else {
            return redirect(from: root, to: home)
        }
        let locale = locales[standard]
        let base = AddressBase.relative(root)
        var fragments = GroupFragments(site, group: home.group, library: library)
        var values = values(locale.texts["chooseLanguage"], canonical: settings.baseURL.text, locale: standard)
        values["noindex"] = false
        values["alternates"] = fragments.alternates
        values["description"] = home.description
        values["languageMenu"] = fragments.languageMenu(for: home, base: base, locale: locale)
        values["items"] = settings.locales.enumerated().map { index, settings in
            View([
                "lang": settings.code.rawValue, "name": settings.name, "dir": settings.direction.rawValue,
                "url": base.address(of: site.pages[site.homes[index]].permalink),
            ])
        }
        let view = View.of(values, over: locale.frame(for: base))
        return OutputFile(path: "index.html", text: library.render(view, with: "languages"))
    }

    private func notFound(_ locale: Int, path: String) -> OutputFile {
        let base = AddressBase.absolute(settings.baseURL)
        let home = site.pages[site.homes[locale]]
        let lists = ListViews(site: site, base: base, texts: locales[locale].texts, icons: library.icons)
        var fragments = GroupFragments(site, group: home.group, library: library)
        var values = values(
            locales[locale].texts["notFoundTitle"], canonical: settings.baseURL.url(of: home.permalink), locale: locale)
        values["languageMenu"] = fragments.languageMenu(for: home, base: base, locale: locales[locale])
        values["categories"] = home.categories.map { lists.card(site.pages[$0]) }
        let view = View.of(values, over: locales[locale].frame(for: base))
        return OutputFile(path: path, text: library.render(view, with: "not-found"))
    }

    private func redirect(_ redirect: Redirect) -> OutputFile {
        self.redirect(from: redirect.from, to: site.pages[redirect.page])
    }

    private func redirect(from: Permalink, to target: Page) -> OutputFile {
        let locale = locales[target.locale]
        // A redirect may be a file (`/old.html`): addresses are relative to its folder.
        let folder = from.path.hasSuffix("/") ? from : Permalink(String(from.path[...(from.path.lastIndex(of: "/") ?? from.path.startIndex)]))
        let base = AddressBase.relative(folder)
        var values = values(
            locale.texts["movedTitle"], canonical: settings.baseURL.url(of: target.permalink), locale: target.locale)
        values["target"] = base.address(of: target.permalink)
        values["targetTitle"] = target.title
        let view = View.of(values, over: locale.frame(for: base))
        return OutputFile(path: from.outputPath, text: library.render(view, with: "redirect"))
    }
}
