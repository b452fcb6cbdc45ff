internal import HelpCenter
internal import Markdown

/// Resolves the links of header and footer in each locale, and looks for the header's logo.
struct NavigationResolver {
    /// The links, by locale.
    private(set) var navigation: [Navigation] = []
    /// Links that lead nowhere.
    private(set) var diagnostics: [Diagnostic] = []

    /// Resolves the links of a site.
    init(_ parsed: ParsedSite, index: SourceIndex, pages: [Page], display: String) {
        let settings = parsed.settings
        let items = settings.navigation + settings.footer
        let groups = items.map { Self.isAbsolute($0.target) ? nil : Self.group(of: $0.target, index) }
        for (item, group) in zip(items, groups) where group == nil && !Self.isAbsolute(item.target) {
            diagnostics.append(.unknownNavigation(item, file: display + "/site.yml"))
        }
        if let logo = settings.logo, !parsed.assets.contains(where: { $0.path == logo.value }) {
            let suggestion = closest(to: logo.value, among: parsed.assets.map(\.path))
            diagnostics.append(.missingLogo(logo, suggestion: suggestion, file: display + "/site.yml"))
        }
        for (locale, info) in settings.locales.enumerated() {
            let links = zip(items, groups).map { item, group -> NavigationLink? in
                let title = item.title[info.code]
                if Self.isAbsolute(item.target) { return NavigationLink(title: title, target: .url(item.target)) }
                let page = pages.first { $0.group == group && $0.locale == locale }
                return page.map { NavigationLink(title: title, target: .page($0.id)) }
            }
            navigation.append(
                Navigation(
                    header: links.prefix(settings.navigation.count).compactMap { $0 },
                    footer: links.dropFirst(settings.navigation.count).compactMap { $0 }))
        }
    }

    private static func isAbsolute(_ target: String) -> Bool {
        ["https://", "http://", "mailto:", "tel:"].contains { target.lowercased().hasPrefix($0) }
    }

    /// The group that a path below the locale's folder means: a category (`security/`), or an article by its file
    /// (`security/two-factor.md`) or by its address (`security/two-factor/`).
    private static func group(of target: String, _ index: SourceIndex) -> Int? {
        let path = target.hasPrefix("/") ? String(target.dropFirst()) : target
        if path.hasSuffix(".md") { return index.group(ofKey: String(path.dropLast(3))) }
        return index.group(ofKey: path) ?? index.group(ofKey: String(path.hasSuffix("/") ? path.dropLast() : path[...]))
    }
}
