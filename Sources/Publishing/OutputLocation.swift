#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Where the output lies, and the names beside it that a build uses; never a place where a build could do harm.
struct OutputLocation: Sendable {
    /// The output folder's absolute path, without links, `.` and `..`.
    let path: String
    /// The folder in which it lies.
    let parent: String
    /// Where the new output is made: beside the output, so that it is on the same disk and can be exchanged with it.
    let staging: String
    /// The file that a build locks.
    let lock: String

    /// Resolves the path of an output folder, and refuses it where replacing it would destroy more than an output.
    ///
    /// - Parameters:
    ///   - output: An absolute path; nothing needs to exist there.
    ///   - sources: Absolute paths of folders and files the site is made from.
    ///   - home: The user's home folder.
    init(output: String, sources: [String], home: String?) throws(PublishingError) {
        guard output.hasPrefix("/") else { throw .notAbsolute(output) }
        do {
            path = try Self.resolve(output, followingLast: false)
        } catch {
            throw .system("find", output, error.code)
        }
        guard path != "" else { throw .root() }
        let slash = path.lastIndex(of: "/") ?? path.startIndex
        parent = slash == path.startIndex ? "/" : String(path[..<slash])
        let name = path[path.index(after: slash)...]
        staging = "\(path[...slash]).\(name).staging"
        lock = "\(path[...slash]).\(name).lock"
        if let home { try refuse(home: home) }
        for source in sources { try refuse(source: source) }
    }

    /// Refuses an output folder that is a disk of its own, as containers have them: it cannot be exchanged with a folder
    /// beside it, and that should not be found out only after a long build.
    func refuseMountPoint() throws(PublishingError) {
        var own = stat()
        var above = stat()
        guard stat(path, &own) == 0, stat(parent, &above) == 0 else { return }
        if own.st_dev != above.st_dev { throw .mountPoint(path) }
    }

    /// Makes the folders above the output that do not exist.
    func makeParents() throws(PublishingError) {
        for slash in path.indices.dropFirst() where path[slash] == "/" {
            let folder = String(path[..<slash])
            if mkdir(folder, 0o755) != 0, errno != EEXIST {
                // Of a folder that exists, some systems say that it may not be made.
                let code = errno
                var info = stat()
                if stat(folder, &info) != 0 || !info.isFolder { throw .system("create", folder, code) }
            }
        }
    }
}

extension OutputLocation {
    private func refuse(home: String) throws(PublishingError) {
        for home in Self.places(of: home) where Self.contains(path, home) {
            throw .home(path, holding: home)
        }
    }

    private func refuse(source: String) throws(PublishingError) {
        for place in Self.places(of: source) {
            if place == path { throw .source(path) }
            if Self.contains(path, place) { throw .holdsSource(path, place) }
            if Self.contains(place, path) { throw .insideSource(path, place.isEmpty ? "/" : place) }
        }
    }

    /// Where something lies: replacing a link's folder loses the link, replacing its target loses what it leads to.
    private static func places(of path: String) -> [String] {
        let places = [false, true].compactMap { try? resolve(path, followingLast: $0) }
        return places.isEmpty ? [path] : places
    }

    /// Whether a path is a folder's own, or below it.
    private static func contains(_ folder: String, _ path: String) -> Bool {
        path == folder || path.hasPrefix(folder + "/")
    }

    /// The path without links, `.` and `..`, as far as it exists; the root is empty.
    private static func resolve(_ path: String, followingLast: Bool) throws(SystemFailure) -> String {
        let names = path.split(separator: "/").filter { $0 != "." }
        var resolved = ""
        for (index, name) in names.enumerated() {
            if name == ".." {
                resolved = resolved.lastIndex(of: "/").map { String(resolved[..<$0]) } ?? ""
                continue
            }
            resolved += "/" + name
            var info = stat()
            guard index < names.count - 1 || followingLast, lstat(resolved, &info) == 0, info.isLink else { continue }
            guard let target = realpath(resolved, nil) else { throw SystemFailure(code: errno) }
            defer { free(target) }
            resolved = String(cString: target)
            if resolved == "/" { resolved = "" }
        }
        return resolved
    }
}
