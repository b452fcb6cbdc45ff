import HelpCenter
import Markdown
import Testing

@testable import Resolving

/// A parsed site made of texts, without files: Resolving is a function of values.
struct ParsedSample {
    /// The moment at which the tests resolve: 21 November 2026, 12:00 UTC.
    static let now = 1_795_262_400

    private var settings: SiteSettings
    private var pages: [ParsedPage] = []
    private var files: [SourceFile] = []

    /// A site of locales, the first of which stands in for the others.
    init(_ codes: String...) throws {
        let locales = try codes.map { try #require(LocaleCode($0)) }
        let standard = try #require(locales.first)
        settings = SiteSettings(
            title: LocalizedText("Help"), baseURL: try #require(BaseURL("https://help.example/")),
            defaultLocale: standard,
            locales: locales.map { code in
                LocaleSettings(
                    code: code, name: code.rawValue, direction: code.direction,
                    fallbacks: code == standard ? [] : [standard])
            })
    }

    /// Adds a page, such as `en/account/reset.md`.
    mutating func add(_ path: String, _ body: String = "", _ change: (inout FrontMatter) -> Void = { _ in }) throws {
        var matter = FrontMatter()
        change(&matter)
        let source = try Self.source(path)
        let title = matter.title ?? SourcePath.humanized(source.stem)
        let options = MarkdownOptions(isFAQ: matter.kind == .faq, title: title)
        pages.append(
            ParsedPage(
                source: source, frontMatter: matter, title: title,
                document: MarkdownDocument.parse(Array(body.utf8), options: options), body: Array(body.utf8)))
    }

    /// Adds a file beside the pages.
    mutating func addFile(_ path: String) throws {
        files.append(SourceFile(source: try Self.source(path), absolutePath: "/" + path, size: nil))
    }

    /// Resolves the site.
    func resolve(_ change: (inout SiteSettings) -> Void = { _ in }) async throws -> ResolvedSite {
        var settings = settings
        change(&settings)
        let texts = settings.locales.map { InterfaceTexts(locale: $0.code, texts: [:], months: []) }
        let parsed = ParsedSite(
            settings: settings, pages: pages.sorted { $0.source.contentPath < $1.source.contentPath }, files: files,
            texts: texts,
            templates: [], assets: [Asset(path: "logo.svg", content: .bytes([]), fingerprint: "x", size: nil)])
        let options = Resolver.Options(
            includesDrafts: false, includesFuture: false, now: Self.now, contentDisplay: "Content", jobs: 1)
        return try await Resolver(options: options).resolve(parsed)
    }

    private static func source(_ path: String) throws -> SourcePath {
        let slash = try #require(path.firstIndex(of: "/"))
        return SourcePath(
            locale: try #require(LocaleCode(String(path[..<slash]))), path: String(path[path.index(after: slash)...]))
    }
}

extension ResolvedSite {
    /// The addresses of all pages but the search page, which every locale has.
    var paths: [String] { site.pages.filter { $0.role != .search }.map(\.permalink.path) }

    /// The page at an address.
    func page(_ path: String) throws -> Page {
        try #require(site.pages.first { $0.permalink.path == path }, "there is no page \(path) among \(paths)")
    }

    /// Where the links of a source lead, as addresses; `broken` and `#fragment` as they are.
    func links(of source: String) throws -> [String] {
        let index = try #require(site.parsed.pages.firstIndex { $0.source.contentPath == source })
        let locale = site.parsed.settings.localeIndex(of: site.parsed.pages[index].source.locale) ?? 0
        return site.references[index].links.map { target in
            switch target {
            case .broken: "broken"
            case .fragment(let fragment): "#" + fragment
            case .file(let permalink, _): permalink.path
            case .page(let id, let suffix):
                site.pages[id].permalink.path + suffix.query + (suffix.fragment.map { "#" + $0 } ?? "")
            case .group(let group, let suffix):
                (site.groups[group].pages[locale].map { site.pages[$0].permalink.path } ?? "none") + suffix.query
                    + (suffix.fragment.map { "#" + $0 } ?? "")
            }
        }
    }

    /// What is wrong, by kind.
    var problems: [DiagnosticID] { diagnostics.map(\.id) }
}
