#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The right to replace an output: one build has it at a time.
///
/// The kernel takes it back when a process ends, however it ends, so a killed build never blocks the next. The file that
/// carries the lock is removed with it; who waited for that file notices, and locks its successor.
final class OutputLock: Sendable {
    private let file: Descriptor
    private let path: String

    /// Locks a file, which is made when it is missing; waits for the build that has it.
    ///
    /// - Parameter waiting: Called once, when another build has the lock.
    init(_ path: String, waiting: () -> Void) throws(PublishingError) {
        var told = false
        do throws(SystemFailure) {
            while true {
                let file = try Descriptor(opening: path, O_RDWR | O_CREAT | O_NOFOLLOW, mode: 0o644)
                if flock(file.number, LOCK_EX | LOCK_NB) != 0 {
                    guard errno == EWOULDBLOCK || errno == EINTR else { throw SystemFailure(code: errno) }
                    if !told { waiting() }
                    told = true
                    try Self.wait(for: file)
                }
                if try Self.isStill(file, at: path) {
                    self.file = file
                    self.path = path
                    return
                }
            }
        } catch {
            throw .system("lock", path, error.code)
        }
    }

    deinit { unlink(path) }

    private static func wait(for file: borrowing Descriptor) throws(SystemFailure) {
        while flock(file.number, LOCK_EX) != 0 {
            if errno != EINTR { throw SystemFailure(code: errno) }
        }
    }

    /// Whether the locked file is the one at its path, not one that the build before has removed.
    private static func isStill(_ file: borrowing Descriptor, at path: String) throws(SystemFailure) -> Bool {
        let mine = try file.status()
        var there = stat()
        return lstat(path, &there) == 0 && there.st_ino == mine.st_ino && there.st_dev == mine.st_dev
    }
}
