internal import ArgumentParser
internal import Build
internal import HelpCenter
internal import Loading

/// The options that every command with content has.
struct CommonOptions: ParsableArguments {
    /// How diagnostics are written.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        /// For people.
        case text
        /// For other tools: one JSON object.
        case json
        /// For GitHub Actions: annotations of the changed files.
        case github
    }

    @Option(help: ArgumentHelp("The folder of articles and settings.", valueName: "dir"))
    var content = "Content"

    @Option(help: ArgumentHelp("The folder of the site's own templates.", valueName: "dir"))
    var templates = "Templates"

    @Option(help: ArgumentHelp("The folder of files that are served as they are.", valueName: "dir"))
    var `public` = "Public"

    @Option(name: .customLong("base-url"), help: ArgumentHelp("An address in place of 'baseURL'.", valueName: "url"))
    var baseURL: String?

    @Flag(help: "Include drafts.")
    var drafts = false

    @Flag(help: "Include articles whose publishDate is to come.")
    var future = false

    @Flag(help: "Treat warnings as errors.")
    var strict = false

    @Flag(help: "Treat errors that leave a page possible as warnings.")
    var permissive = false

    @Option(help: ArgumentHelp("How many files to work on at once (default: one for each core).", valueName: "n"))
    var jobs: Int?

    @Flag(help: "Print errors only.")
    var quiet = false

    @Option(help: "How to print diagnostics: text, json or github.")
    var format = Format.text

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more.") }
        if let baseURL, BaseURL(baseURL) == nil {
            throw ValidationError("--base-url must be an address such as https://help.example.com/.")
        }
        if strict, permissive { throw ValidationError("--strict and --permissive exclude each other.") }
    }
}

extension CommonOptions {
    /// Builds, or checks when there is no output; prints the report and ends with the exit status it asks for.
    func run(output: String?) async throws {
        let terminal = Terminal()
        let progress = ProgressLine(terminal, isShown: !quiet && format == .text)
        let clock = ContinuousClock()
        let start = clock.now
        let report: BuildReport
        do {
            report = try await SiteBuild(options(output: output)) { progress.show($0) }.run()
        } catch {
            progress.clear()
            terminal.fail("\(error)")
            throw ExitCode(2)
        }
        progress.clear()
        let summary = Summary(report, output: output, duration: start.duration(to: clock.now))
        DiagnosticPrinter(format: format, isQuiet: quiet, content: content, terminal: terminal).print(report, summary)
        if report.hasErrors { throw ExitCode(1) }
    }

    private func options(output: String?) -> BuildOptions {
        func folder(_ path: String) -> Sources.Folder {
            let display = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
            return Sources.Folder(path: Environment.absolute(path), display: display)
        }
        var options = BuildOptions(
            sources: Sources(
                content: folder(content), templates: folder(templates), assets: folder(`public`), baseURL: baseURL),
            output: output.map(Environment.absolute), now: Environment.now, jobs: jobs ?? Environment.cores)
        options.home = Environment.home
        options.includesDrafts = drafts
        options.includesFuture = future
        options.isPermissive = permissive
        options.isStrict = strict
        return options
    }
}
