#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// What stands at a path where a build wants to put a folder of its own.
///
/// A folder is ours when it holds the marker file, or nothing: anything else may be somebody's work, and is refused.
enum PublishedFolder {
    case missing
    case empty
    case published

    /// The name of the marker file.
    static let marker = ".guidepost"

    /// What the marker says to people who find it.
    static let markerText = """
        This folder is the output of Guidepost. Each build replaces all of it: keep nothing of your own here.
        Without this file, Guidepost would refuse to replace the folder.

        """

    /// Looks at a path.
    init(at path: String) throws(PublishingError) {
        var info = stat()
        guard lstat(path, &info) == 0 else {
            guard errno == ENOENT else { throw .unreadable(path, errno) }
            self = .missing
            return
        }
        if info.isLink { throw .symbolicLink(path, to: Self.target(of: path)) }
        guard info.isFolder else { throw .notFolder(path) }
        let first: FolderEntry?
        do {
            let folder = try FolderStream(opening: path)
            if fstatat(folder.number, Self.marker, &info, AT_SYMLINK_NOFOLLOW) == 0, info.isFile {
                self = .published
                return
            }
            first = try folder.entries(most: 1).first
        } catch {
            throw .unreadable(path, error.code)
        }
        if let first { throw .foreign(path, holding: String(path: first.name)) }
        self = .empty
    }

    private static func target(of path: String) -> String? {
        guard let target = realpath(path, nil) else { return nil }
        defer { free(target) }
        return String(cString: target)
    }
}
