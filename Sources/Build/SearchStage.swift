internal import HelpCenter
internal import Rendering
internal import Search

/// Search within a run: what is wrong with it, and its files.
///
/// A site with search tests has its index made before the pages, in memory, to be asked; any other site has it made while
/// the pages are rendered.
struct SearchStage {
    /// What was found, and the files if they are made already.
    struct Checked: Sendable {
        /// What is wrong.
        let diagnostics: [Diagnostic]
        fileprivate let files: SearchFiles
        fileprivate let made: [OutputFile]?

        /// Publishes the files.
        func publish(_ write: @escaping @Sendable (OutputFile) throws -> Void) async throws {
            guard let made else { return try await files.render(write) }
            for file in made { try write(file) }
        }
    }

    private let site: Site
    private let files: SearchFiles
    private let display: String

    /// The search of a site.
    ///
    /// - Parameter display: How diagnostics name the content folder.
    init(_ site: Site, jobs: Int, display: String) {
        self.site = site
        self.display = display
        files = SearchFiles(site, jobs: jobs, contentDisplay: display)
    }

    /// Looks for what is wrong, and runs the site's search tests.
    func check() async throws -> Checked {
        let scripts = try await files.diagnostics()
        guard !site.searchExpectations.isEmpty else {
            return Checked(diagnostics: scripts, files: files, made: nil)
        }
        let made = try await files.files()
        return Checked(diagnostics: scripts + (try failures(in: made)), files: files, made: made)
    }
}

extension SearchStage {
    private func failures(in made: [OutputFile]) throws -> [Diagnostic] {
        var contents: [String: [UInt8]] = [:]
        for file in made {
            if case .bytes(let bytes) = file.content { contents[file.path] = bytes }
        }
        var indexes: [Int: SearchIndex] = [:]
        return try SearchTestRun(site, display: display).diagnostics { locale, query, limit in
            let code = site.parsed.settings.locales[locale].code
            let index = try indexes[locale] ?? SearchIndex(locale: code) { [contents] in contents[$0] }
            indexes[locale] = index
            return try index.search(query, limit: limit).results.map { String($0.url.dropFirst()) }
        }
    }
}
