#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif
internal import Synchronization

/// The folder in which the new output grows, and the folders in it that exist already, so that each is made once.
final class StagingFolder: Sendable {
    /// The folder, open: paths below it need not be joined with its own.
    private let root: Descriptor

    private let display: String
    private let previous: PreviousOutput?
    /// The folders that exist, and whether the output before has them too.
    private let folders: Mutex<[FolderPath: Bool]>

    /// Makes an empty folder.
    ///
    /// - Parameters:
    ///   - path: Where; nothing may be there.
    ///   - display: The path by which errors name it.
    ///   - previous: The output before, to which its folders are compared.
    init(_ path: String, display: String, previous: PreviousOutput?) throws(PublishingError) {
        do throws(SystemFailure) {
            guard mkdir(path, 0o755) == 0 else { throw SystemFailure(code: errno) }
            root = try Descriptor(opening: path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
        } catch {
            rmdir(path)
            throw .system("create", path, error.code)
        }
        self.display = display
        self.previous = previous
        folders = Mutex([FolderPath(bytes: []): previous != nil])
    }

    /// Writes a file; says how it compares with the one before, whose place it takes or which it stays.
    func place(
        _ path: OutputPath, _ bytes: UnsafeRawBufferPointer
    ) throws(PublishingError) -> PreviousOutput.Comparison {
        let comparison = try keep(path) { previous in previous.compare(path.text, bytes) }
        if comparison == .same { return .same }
        do {
            let file = try create(path)
            try file.write(bytes)
            try file.close()
        } catch {
            throw failure("write", path, error.code)
        }
        return comparison
    }

    /// Copies a file; says how it compares with the one before, whose place it takes or which it stays.
    func place(
        _ path: OutputPath, copyOf sourcePath: String
    ) throws(PublishingError) -> PreviousOutput.Comparison {
        let source = try openSource(sourcePath)
        let comparison = try keep(path) { previous in previous.compare(path.text, source) }
        if comparison == .same { return .same }
        do throws(CopyFailure) {
            // The comparison has read it.
            guard lseek(source.number, 0, SEEK_SET) == 0 else { throw CopyFailure.reading(errno) }
            let file: Descriptor
            do { file = try create(path) } catch { throw CopyFailure.writing(error.code) }
            try file.append(contentsOf: source)
            do { try file.close() } catch { throw CopyFailure.writing(error.code) }
        } catch {
            switch error {
            case .reading(let code): throw .unreadable(sourcePath, code)
            case .writing(let code): throw failure("write", path, code)
            }
        }
        return comparison
    }
}

extension StagingFolder {
    /// Makes a file's folder, and keeps the file of the output before when that is the same.
    private func keep(
        _ path: OutputPath, _ compare: (PreviousOutput) -> PreviousOutput.Comparison
    ) throws(PublishingError) -> PreviousOutput.Comparison {
        guard try makeFolder(of: path), let previous else { return .missing }
        let comparison = compare(previous)
        guard comparison == .same else { return comparison }
        return previous.link(path.text, into: root) ? .same : .different
    }

    private func create(_ path: OutputPath) throws(SystemFailure) -> Descriptor {
        try Descriptor(opening: path.text, in: root.number, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o644)
    }

    private func openSource(_ path: String) throws(PublishingError) -> Descriptor {
        do throws(SystemFailure) {
            // Without waiting, because a pipe would let us wait for ever.
            let file = try Descriptor(opening: path, O_RDONLY | O_NONBLOCK)
            guard try file.status().isFile else { throw SystemFailure(code: EINVAL) }
            return file
        } catch {
            throw error.code == EINVAL ? .notFile(path) : .unreadable(path, error.code)
        }
    }

    private func failure(_ operation: String, _ path: OutputPath, _ code: Int32) -> PublishingError {
        let full = display + "/" + path.text
        return code == EEXIST ? .taken(full) : .system(operation, full, code)
    }

    /// Makes the folder of a file, and those above it; says whether the output before has it too.
    private func makeFolder(of path: OutputPath) throws(PublishingError) -> Bool {
        if let known = known(path.folder) { return known }
        var isInPrevious = previous != nil
        let bytes = path.folder.bytes
        for end in bytes.indices where bytes[end] == UInt8(ascii: "/") {
            isInPrevious = try make(FolderPath(bytes: Array(bytes[..<end])), parentIsInPrevious: isInPrevious)
        }
        return try make(path.folder, parentIsInPrevious: isInPrevious)
    }

    private func make(_ folder: FolderPath, parentIsInPrevious: Bool) throws(PublishingError) -> Bool {
        if let known = known(folder) { return known }
        let path = String(decoding: folder.bytes, as: UTF8.self)
        if mkdirat(root.number, path, 0o755) != 0 {
            let code = errno
            guard code == EEXIST else { throw .system("create", display + "/" + path, code) }
            var info = stat()
            // Another thread may just have made it.
            guard fstatat(root.number, path, &info, AT_SYMLINK_NOFOLLOW) == 0, info.isFolder else {
                throw .taken(display + "/" + path)
            }
        }
        let isInPrevious = parentIsInPrevious && previous?.hasFolder(path) == true
        folders.withLock { $0[folder] = isInPrevious }
        return isInPrevious
    }

    private func known(_ folder: FolderPath) -> Bool? {
        folders.withLock { $0[folder] }
    }
}
