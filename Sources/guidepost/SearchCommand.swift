internal import ArgumentParser
internal import Build
internal import Search

/// `guidepost search`.
struct SearchCommand: AsyncParsableCommand {
    /// How results are written.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        /// For people.
        case text
        /// For other tools, as `search/client.js` gives them: one JSON object for a query, on one line.
        case json
    }

    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Asks the published search what a reader would get.",
        discussion: """
            Reads the index in the output folder, so build the site first. A query that finds nothing is no failure: the \
            exit status is 0.
            """)

    @Argument(help: "What a reader types.")
    var query: [String] = []

    @Option(help: ArgumentHelp("The locale to search (default: the only one there is).", valueName: "code"))
    var locale: String?

    @Option(help: ArgumentHelp("How many results at most, 1 to \(SearchIndex.mostResults).", valueName: "n"))
    var limit = 10

    @Option(help: ArgumentHelp("The folder the site was published to.", valueName: "dir"))
    var output = "Output"

    @Option(help: "How to print results: text or json (default: text; with --queries always json).")
    var format: Format?

    @Option(
        help: ArgumentHelp(
            "A file with a query on each line, or - for standard input; prints JSON Lines, an object for each query.",
            valueName: "file"))
    var queries: String?

    func validate() throws {
        guard (1...SearchIndex.mostResults).contains(limit) else {
            throw ValidationError("--limit must be 1 to \(SearchIndex.mostResults).")
        }
        if query.isEmpty == (queries == nil) {
            throw ValidationError(
                query.isEmpty
                    ? "Say what to search for, as in: guidepost search \"reset my password\""
                    : "A query and --queries exclude each other.")
        }
        if queries != nil, format == .text {
            throw ValidationError("--queries prints JSON Lines: leave --format text out.")
        }
    }

    func run() async throws {
        let terminal = Terminal()
        do {
            let index = try SiteSearch.open(output: Environment.absolute(output), display: output, locale: locale)
            guard let queries else {
                show(try index.search(query.joined(separator: " "), limit: limit), terminal)
                return
            }
            var lines = try LineReader(queries)
            while let line = try lines.next() {
                terminal.print(SearchJSON(try index.search(line, limit: limit)).text)
            }
        } catch {
            terminal.fail(Terminal.harmless("\(error)"))
            throw ExitCode((error as? SiteSearch.Failure)?.isUsage == true ? 64 : 2)
        }
    }

    private func show(_ response: SearchResponse, _ terminal: Terminal) {
        switch format ?? .text {
        case .text: terminal.print(SearchText(response, terminal: terminal).text)
        case .json: terminal.print(SearchJSON(response).text)
        }
    }
}
