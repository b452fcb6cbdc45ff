#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The output could not be published: the disk, the permissions or the chosen folder stand in the way.
///
/// Nothing in it is the fault of the content, except two files for one path, which Resolving reports before.
public struct PublishingError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What could not be done, such as `write`.
    public let operation: String
    /// The path it was tried on: absolute, unless the path given was not fit to be one.
    public let path: String
    /// The system's error number; nil when the folder or the path was refused by `Publisher`.
    public let code: Int32?
    /// Why, in words.
    public let reason: String
    /// What to do about it; nil when that depends on more than is known here.
    public let hint: String?

    /// All of it, in one sentence.
    public var description: String {
        "cannot \(operation) '\(path)': \(reason)" + (hint.map { "; \($0)" } ?? "")
    }
}

// The folder is refused: nothing was changed.
extension PublishingError {
    static func notAbsolute(_ path: String) -> Self {
        refusal(path, "the path is not absolute", nil)
    }

    static func root() -> Self {
        refusal("/", "it is the root of the file system", choose)
    }

    static func home(_ path: String, holding home: String) -> Self {
        refusal(path, path == home ? "it is your home folder" : "it holds your home folder '\(home)'", choose)
    }

    static func source(_ path: String) -> Self {
        refusal(path, "it is a source of the site, and would be replaced", choose)
    }

    static func holdsSource(_ path: String, _ source: String) -> Self {
        refusal(path, "it holds '\(source)', a source of the site, and would be replaced", choose)
    }

    static func insideSource(_ path: String, _ source: String) -> Self {
        refusal(path, "it is inside '\(source)', a source of the site", choose)
    }

    static func symbolicLink(_ path: String, to target: String?) -> Self {
        guard let target else {
            return refusal(
                path, "it is a symbolic link that leads nowhere", "delete the link, or choose another folder")
        }
        return refusal(
            path, "it is a symbolic link to '\(target)', and only a folder can be replaced",
            "give that folder as the output, or delete the link")
    }

    static func notFolder(_ path: String) -> Self {
        refusal(path, "it is not a folder", "move it away, or choose another folder")
    }

    static func foreign(_ path: String, holding name: String) -> Self {
        refusal(
            path, "it has files (such as '\(name)') but no '\(PublishedFolder.marker)', so Guidepost did not make it",
            "choose a new or empty folder, or empty this one if nobody needs its files")
    }

    static func mountPoint(_ path: String) -> Self {
        refusal(
            path, "it is a disk of its own (a mount point), and cannot be replaced as a whole",
            "choose a folder inside it")
    }

    private static let choose = "choose a new folder that is used for nothing else"

    private static func refusal(_ path: String, _ reason: String, _ hint: String?) -> Self {
        Self(operation: "publish to", path: path, code: nil, reason: reason, hint: hint)
    }
}

// One file cannot be published.
extension PublishingError {
    static func unfitPath(_ path: String) -> Self {
        Self(
            operation: "publish", path: path, code: nil, reason: "it is not a path below the output folder",
            hint: "leave out '.', '..', empty names and NUL")
    }

    static func taken(_ path: String) -> Self {
        Self(
            operation: "publish", path: path, code: nil, reason: "something else is published there already",
            hint: "give one of the two another path")
    }

    static func notFile(_ path: String) -> Self {
        Self(
            operation: "copy", path: path, code: nil, reason: "it is not a file",
            hint: "only files can be published; move it out of the sources")
    }

    static func ended(_ path: String) -> Self {
        Self(operation: "publish", path: path, code: nil, reason: "publishing has ended", hint: nil)
    }
}

// The system refused.
extension PublishingError {
    /// A system call failed.
    static func system(_ operation: String, _ path: String, _ code: Int32) -> Self {
        Self(
            operation: operation, path: path, code: code, reason: String(cString: strerror(code)),
            hint: hint(code))
    }

    /// What is there cannot be read: a file to copy, or the output before.
    static func unreadable(_ path: String, _ code: Int32) -> Self {
        let hint = code == EACCES || code == EPERM ? "allow yourself to read it" : hint(code)
        return Self(operation: "read", path: path, code: code, reason: String(cString: strerror(code)), hint: hint)
    }

    /// What stands where the output is prepared is not ours to remove.
    static func inTheWay(_ error: Self) -> Self {
        guard error.code == nil else { return error }
        return Self(
            operation: "clear", path: error.path, code: nil, reason: error.reason,
            hint: "move it away: the new output is prepared there")
    }

    /// The exchange of the two folders failed.
    static func replacing(_ path: String, _ code: Int32) -> Self {
        guard code == EINVAL || code == ENOSYS || code == ENOTSUP || code == EXDEV || code == EBUSY else {
            return system("replace", path, code)
        }
        return Self(
            operation: "replace", path: path, code: code, reason: String(cString: strerror(code)),
            hint: "this disk cannot exchange two folders in one step; delete the folder, or choose one on another disk")
    }

    /// The new output stands, but the one before could not be removed.
    static func leftover(_ error: Self) -> Self {
        Self(
            operation: "remove", path: error.path, code: error.code, reason: error.reason,
            hint: "the new output is published; delete what is left of the one before")
    }

    private static func hint(_ code: Int32) -> String? {
        switch code {
        case ENOSPC, EDQUOT: "free some space, then build again"
        case EACCES, EPERM: "allow yourself to write to its folder, or choose another output folder"
        case EROFS: "the disk is read-only; choose an output folder on another one"
        case EMFILE, ENFILE: "too many files are open; close some programs or raise the limit (ulimit -n)"
        case ENAMETOOLONG: "shorten the names of the file and its folders"
        case EIO: "the disk may be failing"
        case ENOTDIR: "a part of the path is a file; choose another output folder"
        case ELOOP: "symbolic links lead in a circle; delete one of them"
        default: nil
        }
    }
}
