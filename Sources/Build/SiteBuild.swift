internal import HelpCenter
public import Loading
internal import Publishing
internal import Rendering
internal import Resolving
internal import Synchronization

/// What a run is asked for.
public struct BuildOptions: Sendable {
    /// Where the sources are.
    public var sources: Sources
    /// The output folder's absolute path; nil for a run that checks only.
    public var output: String?
    /// The user's home folder, which is never replaced.
    public var home: String?
    /// Whether drafts are published.
    public var includesDrafts = false
    /// Whether articles of the future are published.
    public var includesFuture = false
    /// Whether errors that leave a page possible count as warnings.
    public var isPermissive = false
    /// Whether warnings count as errors.
    public var isStrict = false
    /// The moment that publication dates are compared with, in seconds since 1970.
    public var now: Int
    /// How many pieces of work are done at once.
    public var jobs: Int

    /// Options of a run.
    public init(sources: Sources, output: String?, now: Int, jobs: Int) {
        self.sources = sources
        self.output = output
        self.now = now
        self.jobs = jobs
    }
}

/// The whole way from sources to a published site.
///
/// Content that is wrong is reported, all of it at once; the output is replaced when there is no error among it.
/// An environment that fails (a disk, a permission) is thrown.
public struct SiteBuild: Sendable {
    /// What a run is busy with.
    public enum Stage: Sendable {
        /// Reading and parsing the sources.
        case loading
        /// Giving every page its place.
        case resolving
        /// Rendering pages; so many files are made.
        case rendering(Int)
        /// Waiting for another build of the same output.
        case waiting
    }

    private let options: BuildOptions
    private let progress: @Sendable (Stage) -> Void

    /// A run.
    ///
    /// - Parameter progress: Told what the run is busy with, from any thread.
    public init(_ options: BuildOptions, progress: @escaping @Sendable (Stage) -> Void = { _ in }) {
        self.options = options
        self.progress = progress
    }

    /// Does it.
    public func run() async throws -> BuildReport {
        progress(.loading)
        let loaded = try await Loader(sources: options.sources, jobs: options.jobs).load()
        let policy = SeverityPolicy(
            overrides: loaded.site?.settings.severities ?? [:], permissive: options.isPermissive,
            strict: options.isStrict)
        guard let parsed = loaded.site else {
            // Without settings there is no page that an error could leave possible.
            return BuildReport(diagnostics: SeverityPolicy(strict: options.isStrict).apply(to: loaded.diagnostics))
        }
        progress(.resolving)
        let resolved = try await Resolver(options: resolverOptions).resolve(parsed)
        let renderer = Renderer(resolved.site, jobs: options.jobs)
        let search = SearchStage(resolved.site, jobs: options.jobs, display: options.sources.content.display)
        let searched = try await search.check()
        let found = policy.judge(
            loaded.diagnostics + resolved.diagnostics + renderer.diagnostics + searched.diagnostics)
        // Thousands of warnings take a while to sort; the pages need not wait for that.
        async let diagnostics = SeverityPolicy.sorted(found)
        var published: BuildReport.Published?
        if let output = options.output, !found.contains(where: { $0.severity == .error }) {
            published = try await publish(renderer, searched, to: output)
        }
        return BuildReport(diagnostics: await diagnostics, site: resolved.site, published: published)
    }
}

extension SiteBuild {
    private var resolverOptions: Resolver.Options {
        Resolver.Options(
            includesDrafts: options.includesDrafts, includesFuture: options.includesFuture, now: options.now,
            contentDisplay: options.sources.content.display, jobs: options.jobs)
    }

    private func publish(
        _ renderer: Renderer, _ search: SearchStage.Checked, to output: String
    ) async throws -> BuildReport.Published {
        let sources = options.sources
        let publisher = try Publisher(
            output: output, protecting: [sources.content.path, sources.templates.path, sources.assets.path],
            home: options.home, waiting: { progress(.waiting) })
        let made = Atomic(0)
        let write: @Sendable (OutputFile) throws -> Void = { file in
            switch file.content {
            case .bytes(let bytes): try publisher.write(file.path, bytes)
            case .copy(let source): try publisher.copy(from: source, to: file.path)
            }
            progress(.rendering(made.add(1, ordering: .relaxed).newValue))
        }
        async let index: Void = search.publish(write)
        try await renderer.render(write)
        try await index
        let report = try publisher.finish()
        return BuildReport.Published(
            written: report.written, unchanged: report.unchanged, removed: report.removed)
    }
}
