#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The files of an output folder, for those who read what was published.
public struct PublishedFiles: Sendable {
    private let output: String

    /// The files of a folder.
    ///
    /// - Parameter output: Its absolute path.
    public init(output: String) { self.output = output }

    /// Whether the folder is there.
    public var exist: Bool {
        var info = stat()
        return stat(output, &info) == 0 && info.isFolder
    }

    /// The bytes of a file; nil when there is none.
    ///
    /// - Parameter path: Its path below the folder.
    public func read(_ path: String) throws(PublishingError) -> [UInt8]? {
        let path = "\(output)/\(try OutputPath(path).text)"
        do {
            // A pipe would be waited for if it were opened plainly.
            let file = try Descriptor(opening: path, O_RDONLY | O_NONBLOCK)
            let info = try file.status()
            guard info.isFile else { return nil }
            return try Self.bytes(of: file, count: Int(info.st_size))
        } catch {
            if error.code == ENOENT || error.code == ENOTDIR { return nil }
            throw .unreadable(path, error.code)
        }
    }

    /// The names of the folders in a folder, sorted; none when it is not there.
    ///
    /// - Parameter path: Its path below the output folder.
    public func folders(in path: String) throws(PublishingError) -> [String] {
        let path = "\(output)/\(try OutputPath(path).text)"
        do {
            let entries = try FolderStream(opening: path).entries()
            return entries.filter(\.isFolder).map { String(path: $0.name) }.sorted()
        } catch {
            if error.code == ENOENT || error.code == ENOTDIR { return [] }
            throw .unreadable(path, error.code)
        }
    }

    private static func bytes(of file: borrowing Descriptor, count: Int) throws(SystemFailure) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var failure: SystemFailure?
        let read = bytes.withUnsafeMutableBytes { buffer in
            do throws(SystemFailure) {
                return try file.read(buffer)
            } catch {
                failure = error
                return 0
            }
        }
        if let failure { throw failure }
        bytes.removeLast(count - read)
        return bytes
    }
}
