#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif
public import HelpCenter
internal import Markdown
internal import Theme

/// Where the sources are.
public struct Sources: Sendable {
    /// A folder: where it is, and how diagnostics name it.
    public struct Folder: Sendable {
        /// The absolute path, without `/` at its end.
        public let path: String
        /// The path as the user gave it.
        public let display: String

        /// A folder.
        public init(path: String, display: String) {
            self.path = path
            self.display = display
        }
    }

    /// Articles and settings.
    public let content: Folder
    /// The site's own templates; the folder need not exist.
    public let templates: Folder
    /// What is served as it is; the folder need not exist.
    public let assets: Folder
    /// An address in place of the one in `site.yml`.
    public let baseURL: String?

    /// Sources in three folders.
    public init(content: Folder, templates: Folder, assets: Folder, baseURL: String?) {
        self.content = content
        self.templates = templates
        self.assets = assets
        self.baseURL = baseURL
    }
}

/// What Loading made of the sources.
public struct LoadedSite: Sendable {
    /// The site; nil when its settings cannot be used.
    public let site: ParsedSite?
    /// What is wrong, in no order.
    public let diagnostics: [Diagnostic]
}

/// Reads a site's sources into values.
///
/// 1. The folders are listed.
/// 2. `site.yml`, `contact.yml` and `topics.yml` are read, and each locale's `strings.yml`, `synonyms.yml` and
///    `search-tests.yml`.
/// 3. The Markdown files are read and parsed, on all cores.
/// 4. Images and videos beside the articles are measured; templates and assets are read.
public struct Loader: Sendable {
    private let sources: Sources
    private let jobs: Int

    /// A loader.
    ///
    /// - Parameters:
    ///   - sources: Where the sources are.
    ///   - jobs: How many files are worked on at once.
    public init(sources: Sources, jobs: Int) {
        self.sources = sources
        self.jobs = jobs
    }

    /// Loads the site.
    public func load() async throws -> LoadedSite {
        guard let tree = try ContentTree(root: sources.content.path, display: sources.content.display) else {
            throw LoadingError(
                operation: "find the content folder", path: sources.content.path, code: ENOENT,
                hint: "run the command in the folder that holds Content/, name another one with --content, "
                    + "or make a new site with 'guidepost new'")
        }
        var diagnostics = tree.diagnostics
        let display = sources.content.display
        guard tree.files.contains("site.yml") else {
            diagnostics.append(.missingSettings(display + "/site.yml"))
            return LoadedSite(site: nil, diagnostics: diagnostics)
        }
        let settingsText = try text("site.yml", &diagnostics)
        let reader = SettingsReader(settingsText, file: display + "/site.yml", baseURL: sources.baseURL)
        diagnostics += reader.diagnostics
        guard let settings = reader.settings else { return LoadedSite(site: nil, diagnostics: diagnostics) }

        let listing = ContentListing(tree.files, settings: settings, display: display)
        diagnostics += listing.diagnostics
        let contact = try contact(tree.files, settings, &diagnostics)
        var texts: [InterfaceTexts] = []
        for locale in settings.locales {
            let path = "\(locale.code)/strings.yml"
            let own = listing.localeSettings.contains(path) ? try text(path, &diagnostics) : nil
            let reader = TextsReader(locale: locale, own: own, file: display + "/" + path)
            diagnostics += reader.diagnostics
            texts.append(reader.texts)
        }
        let synonyms = try search("synonyms.yml", listing, settings, &diagnostics) { SynonymsReader($0, file: $1) }
        let tests = try search("search-tests.yml", listing, settings, &diagnostics) { SearchTestsReader($0, file: $1) }
        let (pages, pageDiagnostics) = try await pages(listing.articles, texts: texts)
        let files = try await files(listing.files)
        let theme = try ThemeReader(templates: sources.templates, assets: sources.assets)
        diagnostics += pageDiagnostics + files.diagnostics + theme.diagnostics
        let site = ParsedSite(
            settings: settings, pages: pages, files: files.files, texts: texts, templates: theme.templates,
            assets: theme.assets, contact: contact, synonyms: synonyms, searchTests: tests)
        return LoadedSite(site: site, diagnostics: diagnostics)
    }
}

extension Loader {
    /// How many files a core takes at once: few enough that none idles at the end, enough to make the hand-over cheap.
    private static let chunk = 16

    /// The clean text of a settings file; what is wrong with it is added to the diagnostics.
    private func text(_ path: String, _ diagnostics: inout [Diagnostic]) throws -> [UInt8] {
        let file = sources.content.display + "/" + path
        switch try SourceReader.read(sources.content.path + "/" + path) {
        case .bytes(let bytes):
            let check = TextCheck(bytes)
            diagnostics += Diagnostic.text(check, file: file)
            return check.bytes
        case .oversized(let size): diagnostics.append(.oversizedFile(file, size: size))
        case .forbidden: diagnostics.append(.unreadable(file))
        }
        return []
    }

    /// The channels and topics; nil for a site without them.
    private func contact(
        _ files: [String], _ settings: SiteSettings, _ diagnostics: inout [Diagnostic]
    ) throws -> ContactSettings? {
        let display = sources.content.display
        let topics =
            files.contains("topics.yml")
            ? TopicsReader(try text("topics.yml", &diagnostics), name: display + "/topics.yml", settings: settings)
            : nil
        guard files.contains("contact.yml") else {
            if let topics { diagnostics += [.topicsWithoutChannels(topics.name)] + topics.diagnostics }
            return nil
        }
        let contact = try ContactReader(
            try text("contact.yml", &diagnostics), name: display + "/contact.yml", settings: settings,
            zones: TimeZoneDatabase())
        let checks = ContactChecks(contact, topics, locales: settings.locales.map(\.code))
        diagnostics += checks.diagnostics
        // A file that cannot be read is one mistake; that its pages and topics are missing would be hundreds.
        return checks.settings ?? ContactSettings(channels: [], teamLocale: settings.defaultLocale)
    }

    /// What one of the search settings says, by locale; nothing where there is no such file.
    private func search<Reader: SearchSettingsReader>(
        _ name: String, _ listing: ContentListing, _ settings: SiteSettings, _ diagnostics: inout [Diagnostic],
        read: ([UInt8], String) -> Reader
    ) throws -> [[Reader.Entry]] {
        try settings.locales.map { locale in
            let path = "\(locale.code)/\(name)"
            guard listing.localeSettings.contains(path) else { return [] }
            let reader = read(try text(path, &diagnostics), sources.content.display + "/" + path)
            diagnostics += reader.diagnostics
            return reader.entries
        }
    }

    private func pages(
        _ articles: [SourcePath], texts: [InterfaceTexts]
    ) async throws -> (pages: [ParsedPage], diagnostics: [Diagnostic]) {
        let labels = Dictionary(uniqueKeysWithValues: texts.map { ($0.locale, MarkdownLabels($0)) })
        let reader = PageReader(labels: labels, display: sources.content.display)
        let root = sources.content.path
        let display = sources.content.display
        let parts = try await mapRanges(articles.count, jobs: jobs, chunk: Self.chunk) { range in
            var pages: [ParsedPage] = []
            var diagnostics: [Diagnostic] = []
            for source in articles[range] {
                switch try SourceReader.read(root + "/" + source.contentPath) {
                case .bytes(let bytes):
                    let result = reader.read(bytes, source: source)
                    pages.append(result.page)
                    diagnostics += result.diagnostics
                case .oversized(let size):
                    diagnostics.append(.oversizedFile(display + "/" + source.contentPath, size: size))
                case .forbidden:
                    diagnostics.append(.unreadable(display + "/" + source.contentPath))
                }
            }
            return (pages, diagnostics)
        }
        return (parts.flatMap(\.0), parts.flatMap(\.1))
    }

    private func files(_ paths: [SourcePath]) async throws -> (files: [SourceFile], diagnostics: [Diagnostic]) {
        let root = sources.content.path
        let display = sources.content.display
        let parts = try await mapRanges(paths.count, jobs: jobs, chunk: Self.chunk) { range in
            var diagnostics: [Diagnostic] = []
            let files = paths[range].map { source in
                let path = root + "/" + source.contentPath
                let measured = MeasuredMedia(path: path)
                if measured.isDamaged { diagnostics.append(.damagedMedia(display + "/" + source.contentPath)) }
                return SourceFile(source: source, absolutePath: path, size: measured.size)
            }
            return (files, diagnostics)
        }
        return (parts.flatMap(\.0), parts.flatMap(\.1))
    }
}

extension MarkdownLabels {
    /// The words that the Markdown renderer writes, out of a locale's interface texts.
    init(_ texts: InterfaceTexts) {
        self.init(
            note: texts["note"], tip: texts["tip"], important: texts["important"], warning: texts["warning"],
            caution: texts["caution"], footnotes: texts["footnotes"], backToReference: texts["backToReference"],
            linkToSection: texts["linkToSection"], tableLabel: texts["tableLabel"], taskDone: texts["taskDone"],
            taskOpen: texts["taskOpen"])
    }
}
