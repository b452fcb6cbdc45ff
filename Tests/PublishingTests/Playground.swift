#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
import Publishing

/// A folder of its own for a test, with an output folder in it that need not exist; it is removed afterwards.
final class Playground: Sendable {
    /// The folder's absolute path, without links.
    let path: String

    private let isTemporary: Bool

    /// The path of the output folder.
    var output: String { path + "/Output" }

    init() throws {
        var template = Array("/tmp/guidepost-publishing.XXXXXX".utf8CString)
        guard let made = mkdtemp(&template), let real = realpath(made, nil) else { throw Failure(errno) }
        defer { free(real) }
        path = String(cString: real)
        isTemporary = true
    }

    /// A folder that exists, which stays.
    init(at path: String) {
        self.path = path
        isTemporary = false
    }

    // With the system's own command, not with what is tested here.
    deinit { if isTemporary { Self.run("/bin/rm", ["-rf", path]) } }

    /// Makes a file, with its folders.
    func write(_ name: String, _ text: String) throws {
        if let slash = name.lastIndex(of: "/") { try makeFolder(String(name[..<slash])) }
        guard let file = fopen(path + "/" + name, "we") else { throw Failure(errno) }
        fputs(text, file)
        fclose(file)
    }

    /// Makes a folder, with those above it.
    func makeFolder(_ name: String) throws {
        var folder = path
        for part in name.split(separator: "/") {
            folder += "/" + part
            guard mkdir(folder, 0o755) == 0 || errno == EEXIST else { throw Failure(errno) }
        }
    }

    /// What a file holds; nil when it cannot be read.
    func text(_ name: String) -> String? {
        guard let file = fopen(path + "/" + name, "re") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(byte)) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What the system knows of a file, by its own path, not by where a link leads; nil when there is none.
    func status(_ name: String) -> stat? {
        var info = stat()
        return lstat(path + "/" + name, &info) == 0 ? info : nil
    }

    /// The names of a folder's files and folders, sorted; hidden ones too.
    func names(_ name: String = "") -> [String] {
        guard let stream = opendir(path + "/" + name) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// The text of every file below the output, by path, without the marker; links and the like as `?`.
    func published() -> [String: String] {
        var files: [String: String] = [:]
        var folders = [""]
        while let folder = folders.popLast() {
            for name in names("Output/" + folder) where name != ".guidepost" {
                let kind = (status("Output/" + folder + name)?.st_mode ?? 0) & S_IFMT
                if kind == S_IFDIR {
                    folders.append(folder + name + "/")
                } else {
                    files[folder + name] = kind == S_IFREG ? text("Output/" + folder + name) : "?"
                }
            }
        }
        return files
    }

    /// Publishes files as a build does.
    @discardableResult
    func publish(_ files: [String: String]) throws(PublishingError) -> PublishReport {
        let publisher = try Publisher(output: output, protecting: [], home: nil)
        for (path, text) in files.sorted(by: { $0.key < $1.key }) { try publisher.write(path, Array(text.utf8)) }
        return try publisher.finish()
    }

    /// Runs a command; returns its exit status, or -1.
    @discardableResult
    static func run(_ command: String, _ arguments: [String]) -> Int32 {
        var process = pid_t()
        let words = ([command] + arguments).map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        guard posix_spawn(&process, command, nil, nil, words, nil) == 0 else { return -1 }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return status
    }

    /// The test's own environment failed.
    struct Failure: Error {
        let reason: String

        init(_ code: Int32) {
            reason = String(cString: strerror(code))
        }
    }
}
