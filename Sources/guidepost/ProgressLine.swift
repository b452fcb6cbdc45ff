internal import Build
internal import Synchronization

/// A line on the terminal that says what the run is busy with, and goes when it is done.
final class ProgressLine: Sendable {
    private let terminal: Terminal
    private let isShown: Bool
    private let last = Mutex("")

    /// A line; nothing is shown unless standard error is a terminal.
    init(_ terminal: Terminal, isShown: Bool) {
        self.terminal = terminal
        self.isShown = isShown && terminal.isInteractive
    }

    /// Shows a stage. Pages are counted in hundreds: a terminal is slower than the renderer.
    func show(_ stage: SiteBuild.Stage) {
        guard isShown else { return }
        switch stage {
        case .loading: put("Reading…")
        case .resolving: put("Checking…")
        case .rendering(let count): if count.isMultiple(of: 100) { put("Writing… \(count) files") }
        case .waiting: put("Waiting for another build of the same output…")
        }
    }

    /// Takes the line away.
    func clear() {
        guard isShown else { return }
        put("")
    }

    private func put(_ text: String) {
        last.withLock { last in
            guard last != text else { return }
            last = text
            terminal.report("\r\u{1B}[K\(text)")
        }
    }
}
