#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// One name in a folder.
struct FolderEntry {
    /// The name's bytes and a zero: names need not be UTF-8.
    let name: [CChar]
    /// Whether it is a folder; a link to one is not.
    let isFolder: Bool
}

/// An open folder, whose names can be read; it is closed when its owner goes.
struct FolderStream: ~Copyable {
    #if canImport(Glibc)
        private let stream: OpaquePointer
    #else
        private let stream: UnsafeMutablePointer<DIR>
    #endif

    /// Opens a folder; a link to one is refused.
    ///
    /// - Parameter path: Its bytes and a zero at the end, as a `String` becomes by itself; absolute, or relative to a
    ///   folder.
    init(opening path: UnsafePointer<CChar>, in folder: Int32 = AT_FDCWD) throws(SystemFailure) {
        let number = try Descriptor.number(opening: path, in: folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
        guard let stream = fdopendir(number) else {
            let code = errno
            close(number)
            throw SystemFailure(code: code)
        }
        self.stream = stream
    }

    deinit { closedir(stream) }

    /// The system's number for the open folder.
    var number: Int32 { dirfd(stream) }

    /// The names in the folder, in the order of the disk.
    ///
    /// They are read before anything is done to them: what is found by reading on in a folder whose files are being
    /// removed is not defined.
    ///
    /// - Parameter most: How many are wanted.
    func entries(most: Int = .max) throws(SystemFailure) -> [FolderEntry] {
        var entries: [FolderEntry] = []
        while entries.count < most {
            errno = 0
            guard let entry = readdir(stream) else {
                if errno != 0 { throw SystemFailure(code: errno) }
                break
            }
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)) { first in
                    Array(UnsafeBufferPointer(start: first, count: strlen(first) + 1))
                }
            }
            if name == [Self.dot, 0] || name == [Self.dot, Self.dot, 0] { continue }
            entries.append(FolderEntry(name: name, isFolder: isFolder(name, Int32(entry.pointee.d_type))))
        }
        return entries
    }

    /// Whether a name is a folder's; some disks do not say it with the name.
    private func isFolder(_ name: [CChar], _ kind: Int32) -> Bool {
        guard kind == Int32(DT_UNKNOWN) else { return kind == Int32(DT_DIR) }
        var info = stat()
        return fstatat(number, name, &info, AT_SYMLINK_NOFOLLOW) == 0 && info.isFolder
    }

    private static let dot = CChar(UInt8(ascii: "."))
}

extension String {
    /// The bytes of a path or name that end with a zero, as text for people.
    init(path bytes: [CChar]) {
        self = bytes.withUnsafeBytes { String(decoding: $0.dropLast(), as: UTF8.self) }
    }
}
