public import HelpCenter

/// Turns a resolved site into the files of its published form.
///
/// 1. The templates are checked and compiled; with an error among them nothing can be rendered.
/// 2. What the pages of a locale share is rendered: header and footer.
/// 3. Each group of translations is rendered at once, on all cores: its pages, fallbacks included, and the Markdown twin
///    of each text. Files go out as they are made, so that no more than a few pages are in memory.
/// 4. Beside that, the pages without an article, the files for crawlers and servers, the assets and the writers' files.
public struct Renderer: Sendable {
    /// What is wrong with the templates.
    public var diagnostics: [Diagnostic] { library.diagnostics }

    private let site: Site
    private let jobs: Int
    private let library: TemplateLibrary
    private let assets: AssetFiles

    /// A renderer of a site.
    ///
    /// - Parameters:
    ///   - site: The site.
    ///   - jobs: How many groups are worked on at once.
    public init(_ site: Site, jobs: Int) {
        self.site = site
        self.jobs = jobs
        let named = TemplateLibrary.namedAssets(site.parsed.templates)
        assets = AssetFiles(
            site.parsed.assets, named: named, logo: site.parsed.settings.logo?.value, linked: site.linkedAssets)
        let texts = Set(site.parsed.texts.flatMap(\.texts.keys)).sorted()
        library = TemplateLibrary(
            site.parsed.templates, texts: texts, assets: assets.addresses,
            imports: assets.imports)
    }

    /// Renders everything but the search index.
    ///
    /// - Parameter publish: Takes each file as it is made; called from several threads at once.
    public func render(_ publish: @escaping @Sendable (OutputFile) throws -> Void) async throws {
        let locales = site.homes.indices.map {
            LocaleViews(site, locale: $0, library: library, assets: assets.addresses)
        }
        // The sitemap of a large site takes as long as hundreds of pages: it is made beside them.
        async let others: Void = publishOthers(locales, publish)
        _ = try await mapRanges(site.groups.count, jobs: jobs, chunk: 16) { range in
            for group in range { try render(group, locales, publish) }
        }
        try await others
    }
}

extension Renderer {
    /// Renders and publishes everything but the pages of articles and categories.
    private func publishOthers(
        _ locales: [LocaleViews], _ publish: @Sendable (OutputFile) throws -> Void
    ) async throws {
        let special = SpecialPages(site: site, locales: locales, library: library)
        for file in special.files() { try publish(file) }
        for file in Sitemap(site).files { try publish(file) }
        if let contact = site.contact { try publish(ContactJSON(site, contact: contact).file) }
        for file in ServerFiles(site, fingerprinted: assets.fingerprinted).files() { try publish(file) }
        for file in assets.files { try publish(file) }
        for (file, permalink) in zip(site.parsed.files, site.files) {
            try publish(OutputFile(path: permalink.outputPath, content: .copy(file.absolutePath)))
        }
    }

    private func render(
        _ group: Int, _ locales: [LocaleViews], _ publish: (OutputFile) throws -> Void
    ) throws {
        var fragments = GroupFragments(site, group: group, library: library)
        for case let id? in site.groups[group].pages where site.pages[id].group == group {
            let page = site.pages[id]
            let renderer = PageRenderer(site, page: page, locale: locales[page.locale], library: library)
            try publish(OutputFile(path: page.permalink.outputPath, content: .bytes(renderer.html(&fragments))))
            if let source = page.source, site.hasTwin(page) {
                let twin = MarkdownTwin(site, page: page, source: source)
                try publish(
                    OutputFile(path: page.permalink.path.dropFirst() + "index.md", content: .bytes(twin.bytes)))
            }
        }
    }
}
