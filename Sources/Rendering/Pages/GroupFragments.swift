internal import HelpCenter

/// What the translations of one article have in common: the links to each other in the head, and the items of the language
/// menu.
///
/// They are rendered once for the group, because they cost as much as the rest of a page: the menu's addresses lead by
/// way of the site's root, so that they hold for every page of one depth.
struct GroupFragments {
    /// The `link` elements that name the translations; empty where there is one only.
    let alternates: [UInt8]

    private let site: Site
    private let group: Int
    private let library: TemplateLibrary
    private var menus: [String: [UInt8]] = [:]

    /// The fragments of a group.
    init(_ site: Site, group: Int, library: TemplateLibrary) {
        self.site = site
        self.group = group
        self.library = library
        let items = Self.alternates(site, of: group)
        let views: [View] = items.map { ["hreflang": .text($0.language), "url": .text($0.url)] }
        alternates = items.isEmpty ? [] : library.render(["items": .list(views)], with: "alternates")
    }

    /// The items of the language menu, for a page of the group that lies at a place.
    mutating func languageMenu(at base: AddressBase) -> [UInt8] {
        guard site.parsed.settings.locales.count > 1 else { return [] }
        let root = base.root
        if let menu = menus[root] { return menu }
        let items = site.parsed.settings.locales.enumerated().map { index, settings -> View in
            let target = site.groups[group].pages[index] ?? site.homes[index]
            return [
                "lang": .text(settings.code.rawValue), "name": .text(settings.name),
                "dir": .text(settings.direction.rawValue),
                "url": .text(root + site.pages[target].permalink.encoded.dropFirst()),
            ]
        }
        let menu = library.render(["items": .list(items)], with: "language-menu")
        menus[root] = menu
        return menu
    }

    /// The translations of a group with their absolute URLs, and which of them is for readers of any other language.
    /// Every translation names all, itself included, so that search engines see the same set on each.
    static func alternates(_ site: Site, of group: Int) -> [(language: String, url: String)] {
        let pages = site.translations(of: group)
        guard pages.count > 1, let first = pages.first else { return [] }
        let base = site.parsed.settings.baseURL
        var items = pages.map { (site.locale($0.locale).code.rawValue, base.url(of: $0.permalink)) }
        let standard = pages.first { site.locale($0.locale).code == site.parsed.settings.defaultLocale } ?? first
        // The chooser at the root asks readers whose language is not among the home pages'.
        items.append(("x-default", standard.role == .home ? base.text : base.url(of: standard.permalink)))
        return items
    }
}
