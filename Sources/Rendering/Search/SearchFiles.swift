public import HelpCenter
internal import Markdown
internal import Search
internal import Synchronization

/// What search reads of a site, and the files that the index of each locale is made of.
///
/// 1. The text of every article goes into a file of passages, whichever locales show it.
/// 2. Every article is read once, its questions apart from it.
/// 3. Each locale's articles, fallbacks among them, become the records of its edition, in the order of its categories.
public struct SearchFiles: Sendable {
    private let site: Site
    private let jobs: Int
    private let contentDisplay: String
    /// The parsed pages that can be found, by their index.
    private let sources: [Int]

    /// Files of a site's search.
    ///
    /// - Parameters:
    ///   - site: The site.
    ///   - jobs: How many pieces of work are done at once.
    ///   - contentDisplay: How diagnostics name the content folder.
    public init(_ site: Site, jobs: Int, contentDisplay: String) {
        self.site = site
        self.jobs = jobs
        self.contentDisplay = contentDisplay
        var isShown = [Bool](repeating: false, count: site.parsed.pages.count)
        for page in site.pages where site.isFound(page) {
            if let source = page.source { isShown[source] = true }
        }
        sources = isShown.indices.filter { isShown[$0] }
    }

    /// The articles whose words search cannot tell apart, by locale and script.
    public func diagnostics() async throws -> [Diagnostic] {
        let (site, sources) = (site, sources)
        let scripts = try await mapRanges(sources.count, jobs: jobs, chunk: 64) { range in
            range.map { index in
                let text = site.parsed.pages[sources[index]].document.text
                return ScriptCoverage.uncoveredScript(in: text.span)
            }
        }.flatMap { $0 }
        var found: [(script: String, locale: LocaleCode, pages: [ParsedPage])] = []
        for (source, script) in zip(sources, scripts) {
            guard let script else { continue }
            let page = site.parsed.pages[source]
            if let index = found.firstIndex(where: { $0.script == script && $0.locale == page.source.locale }) {
                found[index].pages.append(page)
            } else {
                found.append((script, page.source.locale, [page]))
            }
        }
        return found.map {
            .unsearchableScript(
                $0.script, locale: $0.locale, others: $0.pages.count - 1,
                file: "\(contentDisplay)/\($0.pages[0].source.contentPath)")
        }
    }

    /// All files, in memory, for asking them before anything is published.
    public func files() async throws -> [OutputFile] {
        let made = Mutex<[OutputFile]>([])
        try await render { file in made.withLock { $0.append(file) } }
        return made.withLock { $0 }.sorted { $0.path < $1.path }
    }

    /// Makes the files.
    ///
    /// - Parameter publish: Takes each file as it is made; called from several threads at once.
    public func render(_ publish: @escaping @Sendable (OutputFile) throws -> Void) async throws {
        let (site, sources) = (site, sources)
        // Articles with the same words share a file.
        let published = Mutex<Set<String>>([])
        let texts = try await mapRanges(sources.count, jobs: jobs, chunk: 32) { range in
            try range.map { index in
                let file = SearchableArticle(site.parsed.pages[sources[index]]).passages
                if published.withLock({ $0.insert(file.name).inserted }) {
                    try publish(OutputFile(path: file.path, content: .bytes(file.bytes)))
                }
                return file.name
            }
        }.flatMap { $0 }
        let builder = try await SearchIndexBuilder(
            count: sources.count, jobs: jobs, synonyms: site.parsed.synonyms
        ) { index in
            SearchableArticle(site.parsed.pages[sources[index]]).source
        }
        let editions = SearchEditions(site, sources: sources, texts: texts)
        let made = try await mapRanges(site.homes.count, jobs: jobs, chunk: 1) { range in
            range.map { editions.edition($0) }
        }.flatMap { $0 }
        // The largest one first: it must not be the one that the others have ended before.
        let order = made.sorted { $0.records.count > $1.records.count }
        _ = try await mapRanges(order.count, jobs: jobs, chunk: 1) { range in
            for edition in order[range] {
                for file in builder.files(of: edition) {
                    try publish(OutputFile(path: file.path, content: .bytes(file.bytes)))
                }
            }
        }
    }
}

extension Site {
    /// Whether search finds a page: an article that does not say otherwise.
    func isFound(_ page: Page) -> Bool {
        guard let source = page.source, !parsed.pages[source].source.isIndex else { return false }
        return parsed.pages[source].frontMatter.isSearchable
    }
}
