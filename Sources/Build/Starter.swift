#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif
internal import Theme

/// The site that `guidepost new` writes.
public struct Starter: Sendable {
    /// The site could not be written.
    public struct Failure: Error, Sendable, CustomStringConvertible {
        /// Why, in words for the user.
        public let description: String
    }

    /// Writes a site that builds at once.
    ///
    /// - Parameters:
    ///   - folder: The absolute path of the new folder; it must be missing or empty.
    ///   - display: The path as the user gave it.
    ///   - includesTheme: Whether the built-in templates and assets are written too, to be changed.
    /// - Returns: The paths of the files, below the folder.
    public static func write(to folder: String, display: String, includesTheme: Bool) throws(Failure) -> [String] {
        guard isMissingOrEmpty(folder) else {
            throw Failure(
                description: "'\(display)' exists and is not an empty folder; choose another name for the new site")
        }
        var files = Theme.starter.map { ($0.path == "gitignore" ? ".gitignore" : $0.path, $0.bytes) }
        if includesTheme {
            files += Theme.templates.map { ("Templates/" + $0.path, $0.bytes) }
            files += Theme.assets.map { ("Public/" + $0.path, $0.bytes) }
        }
        for (path, bytes) in files { try write(bytes, to: folder + "/" + path) }
        return files.map(\.0)
    }
}

extension Starter {
    private static func isMissingOrEmpty(_ folder: String) -> Bool {
        var info = stat()
        guard lstat(folder, &info) == 0 else { return errno == ENOENT }
        guard let stream = opendir(folder) else { return false }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { return false }
        }
        return true
    }

    private static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
        for index in path.indices.dropFirst() where path[index] == "/" {
            let folder = String(path[..<index])
            guard mkdir(folder, 0o755) == 0 || errno == EEXIST else { throw failure("make the folder", folder) }
        }
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw failure("write", path) }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { systemWrite(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            if count < 0 {
                let failure = failure("write", path)
                close(file)
                throw failure
            }
            written += count
        }
        guard close(file) == 0 else { throw failure("write", path) }
    }

    private static func failure(_ operation: String, _ path: String) -> Failure {
        Failure(description: "cannot \(operation) '\(path)': \(String(cString: strerror(errno)))")
    }
}

/// The system's `write`, which `Starter.write` hides.
private func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(file, bytes, count)
}
