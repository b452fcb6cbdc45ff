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

    /// What every page states. These pages are found by other ways than search engines, but for the chooser.
    private func view(
        _ title: String, canonical: String, locale: Int, isIndexed: Bool = false, alternates: [UInt8] = [],
        menu: [UInt8] = [], description: String? = nil
    ) -> View {
        [
            "title": .text(title), "metaTitle": .text("\(title) · \(settings.title[site.locale(locale).code])"),
            "description": .text(ifAny: description), "lead": .absent, "canonical": .text(canonical),
            "noindex": .flag(!isIndexed),
            "ogType": .text("website"), "ogImage": .absent, "alternates": .html(alternates), "jsonLD": .html([]),
            "languageMenu": .html(menu),
        ]
    }

    private func file(_ path: String, _ view: View, _ template: String, _ locale: Int, _ base: AddressBase)
        -> OutputFile
    {
        let bytes = library.render(view.over(locales[locale].frame(for: base)), with: template)
        return OutputFile(path: path, content: .bytes(bytes))
    }

    /// The language chooser; a site with one locale has nothing to choose and leads straight on.
    private var rootPage: OutputFile {
        let home = site.pages[site.homes[standard]]
        guard settings.locales.count > 1 else { return redirect(from: Permalink("/"), to: home) }
        let base = AddressBase.relative(Permalink("/"))
        var fragments = GroupFragments(site, group: home.group, library: library)
        let items = settings.locales.enumerated().map { index, settings -> View in
            [
                "lang": .text(settings.code.rawValue), "name": .text(settings.name),
                "dir": .text(settings.direction.rawValue),
                "url": .text(base.address(of: site.pages[site.homes[index]].permalink)),
            ]
        }
        let view = view(
            locales[standard].texts["chooseLanguage"], canonical: settings.baseURL.text, locale: standard,
            isIndexed: true, alternates: fragments.alternates,
            menu: fragments.languageMenu(at: base),
            description: home.description)
        return file("index.html", view.with(["items": .list(items)]), "languages", standard, base)
    }

    private func notFound(_ locale: Int, path: String) -> OutputFile {
        let base = AddressBase.absolute(settings.baseURL)
        let home = site.pages[site.homes[locale]]
        let lists = ListViews(site: site, base: base, texts: locales[locale].texts, icons: library.icons)
        var fragments = GroupFragments(site, group: home.group, library: library)
        let view = view(
            locales[locale].texts["notFoundTitle"], canonical: settings.baseURL.url(of: home.permalink), locale: locale,
            menu: fragments.languageMenu(at: base))
        let cards = home.categories.map { lists.card(site.pages[$0]) }
        return file(path, view.with(["categories": .list(cards)]), "not-found", locale, base)
    }

    private func redirect(_ redirect: Redirect) -> OutputFile {
        self.redirect(from: redirect.from, to: site.pages[redirect.page])
    }

    private func redirect(from: Permalink, to target: Page) -> OutputFile {
        // A redirect may be a file (`/old.html`): addresses are relative to its folder.
        let end = from.path.lastIndex(of: "/") ?? from.path.startIndex
        let base = AddressBase.relative(Permalink(String(from.path[...end])))
        let view = view(
            locales[target.locale].texts["movedTitle"], canonical: settings.baseURL.url(of: target.permalink),
            locale: target.locale)
        let own: View = [
            "target": .text(base.address(of: target.permalink)), "targetTitle": .text(target.title),
        ]
        return file(from.outputPath, view.with(own), "redirect", target.locale, base)
    }
}
