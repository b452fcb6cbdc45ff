#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The output that is being replaced: files whose bytes have not changed are taken from it.
final class PreviousOutput: Sendable {
    /// How a file of the output before compares with the new one.
    enum Comparison {
        case missing
        case different
        case same
    }

    private let root: Descriptor

    /// Opens the output before.
    init(_ path: String) throws(PublishingError) {
        do {
            root = try Descriptor(opening: path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
        } catch {
            throw .unreadable(path, error.code)
        }
    }

    /// Whether it has a folder at a path, whose own folder is known to be one; a link to a folder is none.
    func hasFolder(_ path: String) -> Bool {
        var info = stat()
        return fstatat(root.number, path, &info, AT_SYMLINK_NOFOLLOW) == 0 && info.isFolder
    }

    /// Compares a file with bytes. What cannot be read is different: it is replaced.
    func compare(_ path: String, _ bytes: UnsafeRawBufferPointer) -> Comparison {
        do {
            guard let file = try open(path) else { return .missing }
            guard try file.status().st_size == bytes.count else { return .different }
            return try file.continues(with: bytes) ? .same : .different
        } catch {
            return .different
        }
    }

    /// Compares a file with an open one, which is read from its start.
    func compare(_ path: String, _ source: borrowing Descriptor) -> Comparison {
        do {
            guard let file = try open(path) else { return .missing }
            guard try file.status().st_size == source.status().st_size else { return .different }
            return try file.continues(with: source) ? .same : .different
        } catch {
            return .different
        }
    }

    /// Gives a file of it a second name in another folder; false when the disk cannot or may not do that.
    func link(_ path: String, into folder: borrowing Descriptor) -> Bool {
        linkat(root.number, path, folder.number, path, 0) == 0
    }

    /// The file at a path; nil when there is none, or a folder. A link, pipe or device throws: it is something else.
    private func open(_ path: String) throws(SystemFailure) -> Descriptor? {
        let file: Descriptor
        do {
            // Without waiting, because a pipe would let us wait for ever.
            file = try Descriptor(opening: path, in: root.number, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
        } catch {
            if error.code == ENOENT { return nil }
            throw error
        }
        let info = try file.status()
        if info.isFolder { return nil }
        guard info.isFile else { throw SystemFailure(code: EINVAL) }
        return file
    }
}
