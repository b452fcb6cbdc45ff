#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif
internal import HelpCenter

/// The files below a folder, as the disk has them.
///
/// 1. Each folder is read once; its names are sorted by their bytes, so the order does not depend on the disk.
/// 2. Names that begin with a dot are left alone, as are an editor's backup files (`x~`, `#x#`); `.well-known` counts,
///    because web servers are asked for it (RFC 8615).
/// 3. Folders are followed, links to files inside the tree too; anything else is reported, never opened: a FIFO would
///    hang the build, and a link to a folder could lead in circles.
struct ContentTree {
    /// The files, by their paths below the root, in order.
    private(set) var files: [String] = []
    /// What was found and cannot be used.
    private(set) var diagnostics: [Diagnostic] = []

    private let root: String
    private let realRoot: String
    private let display: String

    /// The tree below a folder; nil when there is no such folder.
    ///
    /// - Parameters:
    ///   - root: The folder's absolute path.
    ///   - display: How diagnostics name it.
    init?(root: String, display: String) throws(LoadingError) {
        var info = stat()
        guard stat(root, &info) == 0, info.st_mode & S_IFMT == S_IFDIR else { return nil }
        self.root = root
        self.display = display
        realRoot = Self.realPath(root) ?? root
        var pending = [""]
        while let folder = pending.popLast() {
            try read(folder, subfolders: &pending)
        }
        files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}

extension ContentTree {
    /// Reads one folder: empty for the root, else ending with `/`.
    private mutating func read(_ folder: String, subfolders: inout [String]) throws(LoadingError) {
        guard let stream = opendir(root + "/" + folder) else {
            let code = errno
            guard code == EACCES else {
                throw LoadingError(operation: "read the folder", path: root + "/" + folder, code: code)
            }
            diagnostics.append(.unreadable(display + "/" + folder, isFolder: true))
            return
        }
        defer { closedir(stream) }
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                if errno != 0 {
                    throw LoadingError(operation: "read the folder", path: root + "/" + folder, code: errno)
                }
                return
            }
            let kind = Int32(entry.pointee.d_type)
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: UInt8.self, capacity: 256) { bytes in
                    String(validating: UnsafeBufferPointer(start: bytes, count: strlen(bytes)), as: UTF8.self)
                }
            }
            guard let name else {
                diagnostics.append(.nameIsNotUTF8(in: display + "/" + folder))
                continue
            }
            if name.hasPrefix("."), name != ".well-known" { continue }
            if name.hasSuffix("~") || (name.hasPrefix("#") && name.hasSuffix("#")) { continue }
            classify(folder + name, kind: kind, subfolders: &subfolders)
        }
    }

    private mutating func classify(_ path: String, kind: Int32, subfolders: inout [String]) {
        var mode: mode_t = 0
        if kind == Int32(DT_REG) || kind == Int32(DT_DIR) {
            mode = kind == Int32(DT_REG) ? S_IFREG : S_IFDIR
        } else {
            var info = stat()
            guard lstat(root + "/" + path, &info) == 0 else { return }
            mode = info.st_mode & S_IFMT
        }
        switch mode {
        case S_IFREG: files.append(path)
        case S_IFDIR: subfolders.append(path + "/")
        case S_IFLNK: follow(path)
        default: diagnostics.append(.specialFile(display + "/" + path))
        }
    }

    private mutating func follow(_ path: String) {
        guard let target = Self.realPath(root + "/" + path) else {
            diagnostics.append(.symbolicLink(display + "/" + path, "leads nowhere"))
            return
        }
        var info = stat()
        if !target.hasPrefix(realRoot + "/") {
            diagnostics.append(.symbolicLink(display + "/" + path, "leads out of \(display)"))
        } else if stat(target, &info) == 0, info.st_mode & S_IFMT == S_IFREG {
            files.append(path)
        } else {
            diagnostics.append(.symbolicLink(display + "/" + path, "leads to a folder"))
        }
    }

    private static func realPath(_ path: String) -> String? {
        guard let pointer = realpath(path, nil) else { return nil }
        defer { free(pointer) }
        return String(cString: pointer)
    }
}
