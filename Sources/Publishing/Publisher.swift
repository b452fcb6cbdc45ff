#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif
internal import Synchronization

/// Replaces the output folder: whole, or not at all.
///
/// 1. The folder is looked at, and refused where replacing it could destroy anything but an output of before.
/// 2. A lock beside it keeps other builds waiting; what a killed build has left is removed.
/// 3. Files are written into a staging folder beside it. A file whose bytes are those of before becomes a second name of
///    the old file, and keeps its inode and time.
/// 4. The staging folder and the output are exchanged by one system call; then the old files are removed.
///
/// So the output is the old one or the new one, whenever the process is killed and whatever call fails. It is not
/// synchronised to the disk: after a loss of power files can be empty, and the next build, which compares bytes, mends
/// them. That is cheaper than one `fsync` for each of thousands of files that can be made again.
///
/// Several threads may write at once. `finish` and `cancel` end it; they are called when no thread writes any more.
public final class Publisher: Sendable {
    private let location: OutputLocation
    private let previous: PreviousOutput?
    private let staging: StagingFolder
    private let state: Mutex<State>

    /// What the threads share.
    private struct State {
        /// Held until the end.
        var lock: OutputLock?
        /// The first write that failed: an output without that file is never published.
        var failure: PublishingError?
        /// How many files are new.
        var added = 0
        /// How many have other bytes than before.
        var changed = 0
        /// How many are those of before.
        var unchanged = 0
    }

    /// Prepares the replacement of an output folder; blocks its thread while another build replaces it.
    ///
    /// - Parameters:
    ///   - output: The folder's absolute path. It is created, with those above it, when it is missing.
    ///   - sources: Absolute paths of what the site is made from: the output is none of them, nor in or above one.
    ///   - home: The user's home folder, which the output may be neither nor hold; nil for a user without one.
    ///   - waiting: Called once when another build has the lock, to tell the user.
    public init(
        output: String, protecting sources: [String], home: String?, waiting: () -> Void = {}
    ) throws(PublishingError) {
        location = try OutputLocation(output: output, sources: sources, home: home)
        _ = try PublishedFolder(at: location.path)
        try location.makeParents()
        let lock = try OutputLock(location.lock, waiting: waiting)
        // Again, because a build that we waited for may have changed it.
        let found = try PublishedFolder(at: location.path)
        try location.refuseMountPoint()
        try Self.clear(location.staging)
        previous = found == .published ? try PreviousOutput(location.path) : nil
        staging = try StagingFolder(location.staging, display: location.path, previous: previous)
        state = Mutex(State(lock: lock))
        let marker = Array(PublishedFolder.markerText.utf8)
        _ = try marker.span.withUnsafeBytes { (bytes) throws(PublishingError) in
            try staging.place(OutputPath(PublishedFolder.marker), bytes)
        }
    }

    deinit { cancel() }

    /// Publishes a file.
    ///
    /// - Parameter path: Its path below the output folder, without `.` and `..`; each path is published once.
    public func write(_ path: String, _ bytes: [UInt8]) throws(PublishingError) {
        try write(path, bytes.span)
    }

    /// Publishes a file.
    ///
    /// - Parameter path: Its path below the output folder, without `.` and `..`; each path is published once.
    public func write(_ path: String, _ bytes: Span<UInt8>) throws(PublishingError) {
        try publish(path) { (path) throws(PublishingError) in
            try bytes.withUnsafeBytes { (bytes) throws(PublishingError) in try staging.place(path, bytes) }
        }
    }

    /// Publishes a copy of a file.
    ///
    /// - Parameters:
    ///   - source: The file's absolute path; links are followed.
    ///   - path: The copy's path below the output folder, without `.` and `..`; each path is published once.
    public func copy(from source: String, to path: String) throws(PublishingError) {
        try publish(path) { (path) throws(PublishingError) in
            try staging.place(path, copyOf: source)
        }
    }

    /// Replaces the output by what was written, and removes the one before.
    ///
    /// Throws, and leaves the output as it was, when a write has failed before. When it is the removal that fails, the
    /// new output stands all the same.
    public func finish() throws(PublishingError) -> PublishReport {
        let (lock, failure) = end()
        guard let lock else { throw .ended(location.path) }
        defer { withExtendedLifetime(lock) {} }
        do throws(PublishingError) {
            if let failure { throw failure }
            try replace()
        } catch {
            discard()
            throw error
        }
        let filesBefore: Int
        do {
            filesBefore = try FolderRemoval.remove(location.staging)
        } catch {
            throw .leftover(error)
        }
        return state.withLock { state in
            PublishReport(
                written: state.added + state.changed, unchanged: state.unchanged,
                removed: max(0, filesBefore - state.changed - state.unchanged))
        }
    }

    /// Gives up: removes what was written, and leaves the output as it was. Does nothing after `finish`.
    public func cancel() {
        let (lock, _) = end()
        guard let lock else { return }
        discard()
        withExtendedLifetime(lock) {}
    }
}

extension Publisher {
    /// Takes the lock, and with it the right to write.
    private func end() -> (lock: OutputLock?, failure: PublishingError?) {
        state.withLock { state in
            defer { state.lock = nil }
            return (state.lock, state.failure)
        }
    }

    /// Removes the staging folder. What cannot be removed now is removed by the next build, which says so if it fails.
    private func discard() {
        _ = try? FolderRemoval.remove(location.staging)
    }

    /// Removes what a killed build has left: its half-written output, or the whole one before.
    private static func clear(_ staging: String) throws(PublishingError) {
        do {
            if try PublishedFolder(at: staging) == .missing { return }
        } catch {
            throw .inTheWay(error)
        }
        try FolderRemoval.remove(staging)
    }

    private func replace() throws(PublishingError) {
        let isPublished = try PublishedFolder(at: location.path) == .published
        do throws(SystemFailure) {
            if isPublished {
                try SystemCalls.exchange(location.staging, location.path)
            } else if rename(location.staging, location.path) != 0 {
                // An empty folder is replaced; one that has got files since we looked is not.
                throw SystemFailure(code: errno)
            }
        } catch {
            throw .replacing(location.path, error.code)
        }
    }

    private func publish(
        _ path: String, _ place: (OutputPath) throws(PublishingError) -> PreviousOutput.Comparison
    ) throws(PublishingError) {
        guard state.withLock({ $0.lock != nil }) else { throw .ended(path) }
        do {
            let comparison = try place(OutputPath(path))
            state.withLock { state in
                switch comparison {
                case .missing: state.added += 1
                case .different: state.changed += 1
                case .same: state.unchanged += 1
                }
            }
        } catch {
            state.withLock { $0.failure = $0.failure ?? error }
            throw error
        }
    }
}
