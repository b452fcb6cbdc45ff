internal import HelpCenter
internal import Markdown

/// Resolves the links of header and footer in each locale, and looks for the header's logo.
struct NavigationResolver {
    /// The links, by locale.
    private(set) var navigation: [Navigation] = []
    /// Links that lead nowhere.
    private(set) var diagnostics: [Diagnostic] = []

    /// Resolves the links of a site.
    init(_ parsed: ParsedSite, index: SourceIndex, groups all: [TranslationGroup], display: String) {
        let settings = parsed.settings
        let items = settings.navigation + settings.footer
        let groups = items.map { Self.isAbsolute($0.target) ? nil : Self.group(of: $0.target, parsed.settings, index) }
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
                return group.flatMap { all[$0].pages[locale] }.map { NavigationLink(title: title, target: .page($0)) }
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
    private static func group(of target: String, _ settings: SiteSettings, _ index: SourceIndex) -> Int? {
        let path = target.hasPrefix("/") ? String(target.dropFirst()) : target
        guard path.hasSuffix(".md") else {
            return index.group(ofKey: path)
                ?? index.group(ofKey: String(path.hasSuffix("/") ? path.dropLast() : path[...]))
        }
        let sources = settings.locales.lazy.compactMap { index.sources["\($0.code)/\(path)"] }
        return sources.compactMap { index.groupOfSource[$0] }.first
    }
}
