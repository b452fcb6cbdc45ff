#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Removes a folder with all it holds.
///
/// 1. Folders are listed from the top and their files removed; links are removed, never followed.
/// 2. The empty folders go, the deepest first: from a list, not by recursion, so that no depth overflows the stack.
/// 3. The marker goes last: what a killed build leaves is known to the next one for what it is.
struct FolderRemoval: ~Copyable {
    private let path: String
    private let root: Descriptor
    /// The folders below the root as paths from it, each ending with a zero; parents come before children.
    private var folders: [[CChar]] = []
    private var files = 0

    /// Removes the folder at a path, if there is one; returns how many files and links it held besides the marker.
    @discardableResult
    static func remove(_ path: String) throws(PublishingError) -> Int {
        var removal: FolderRemoval
        do {
            removal = try FolderRemoval(path)
        } catch {
            if error.code == ENOENT { return 0 }
            throw .system("remove", path, error.code)
        }
        try removal.removeFiles()
        try removal.removeFolders()
        return removal.files
    }

    private init(_ path: String) throws(SystemFailure) {
        self.path = path
        root = try Descriptor(opening: path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
    }

    private mutating func removeFiles() throws(PublishingError) {
        var next = 0
        try removeFiles(of: [])
        while next < folders.count {
            try removeFiles(of: folders[next])
            next += 1
        }
    }

    /// Removes the files of one folder, and notes its folders; the root's path is empty.
    private mutating func removeFiles(of folder: [CChar]) throws(PublishingError) {
        let prefix = folder.isEmpty ? [] : folder.dropLast() + [CChar(UInt8(ascii: "/"))]
        do throws(SystemFailure) {
            let opened = try FolderStream(
                opening: folder.isEmpty ? [CChar(UInt8(ascii: ".")), 0] : folder, in: root.number)
            for entry in try opened.entries() {
                if entry.isFolder {
                    folders.append(prefix + entry.name)
                } else if !(folder.isEmpty && String(path: entry.name) == PublishedFolder.marker) {
                    guard unlinkat(opened.number, entry.name, 0) == 0 else { throw SystemFailure(code: errno) }
                    files += 1
                }
            }
        } catch {
            throw .system("remove", full(folder), error.code)
        }
    }

    private mutating func removeFolders() throws(PublishingError) {
        for folder in folders.reversed() where unlinkat(root.number, folder, AT_REMOVEDIR) != 0 {
            throw .system("remove", full(folder), errno)
        }
        unlinkat(root.number, PublishedFolder.marker, 0)
        guard rmdir(path) == 0 else { throw .system("remove", path, errno) }
    }

    private func full(_ folder: [CChar]) -> String {
        folder.isEmpty ? path : path + "/" + String(path: folder)
    }
}
