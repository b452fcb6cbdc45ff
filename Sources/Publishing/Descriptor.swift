#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// An open file or folder; it is closed once, at the latest when its owner goes.
///
/// Its functions throw the bare error number: only the caller knows what was being done, and how to name the path.
struct Descriptor: ~Copyable {
    /// The system's number for it.
    let number: Int32

    /// Opens a path that is relative to a folder, or absolute.
    ///
    /// - Parameters:
    ///   - path: Its bytes and a zero at the end, as a `String` becomes by itself.
    ///   - mode: The permissions of a file that is made, before the umask.
    init(opening path: UnsafePointer<CChar>, in folder: Int32 = AT_FDCWD, _ flags: Int32, mode: mode_t = 0)
        throws(SystemFailure)
    {
        number = try Self.number(opening: path, in: folder, flags, mode: mode)
    }

    deinit { _ = systemClose(number) }

    /// Opens a path for an owner of another kind.
    static func number(
        opening path: UnsafePointer<CChar>, in folder: Int32, _ flags: Int32, mode: mode_t = 0
    ) throws(SystemFailure) -> Int32 {
        while true {
            let number = openat(folder, path, flags | O_CLOEXEC, mode)
            if number >= 0 { return number }
            if errno != EINTR { throw SystemFailure(code: errno) }
        }
    }

    /// Closes it. Some disks (NFS, quotas) say only here that the bytes did not fit.
    consuming func close() throws(SystemFailure) {
        let failed = systemClose(number) != 0
        let code = errno
        discard self
        // Interrupted, it is closed all the same; trying again could close another thread's file.
        if failed, code != EINTR { throw SystemFailure(code: code) }
    }

    /// Writes all bytes at the current place.
    borrowing func write(_ bytes: UnsafeRawBufferPointer) throws(SystemFailure) {
        var rest = bytes
        while !rest.isEmpty {
            let count = systemWrite(number, rest.baseAddress, min(rest.count, Self.most))
            if count > 0 {
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            } else if count == 0 || errno != EINTR {
                throw SystemFailure(code: count == 0 ? ENOSPC : errno)
            }
        }
    }

    /// Fills a buffer from the current place, as far as the file goes; says how many bytes that is.
    borrowing func read(_ buffer: UnsafeMutableRawBufferPointer) throws(SystemFailure) -> Int {
        var filled = 0
        while filled < buffer.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
            let count = systemRead(number, rest.baseAddress, min(rest.count, Self.most))
            if count > 0 {
                filled += count
            } else if count == 0 {
                break
            } else if errno != EINTR {
                throw SystemFailure(code: errno)
            }
        }
        return filled
    }

    /// What the system knows of it.
    borrowing func status() throws(SystemFailure) -> stat {
        var info = stat()
        guard fstat(number, &info) == 0 else { throw SystemFailure(code: errno) }
        return info
    }

    /// The most bytes of one call: Linux stops short of 2 GiB, macOS refuses more.
    private static let most = 1 << 30
}

/// A system call failed.
struct SystemFailure: Error {
    /// The system's error number.
    let code: Int32
}

extension stat {
    /// Whether it is a file with bytes, no folder, link, pipe or device.
    var isFile: Bool { st_mode & S_IFMT == S_IFREG }

    /// Whether it is a folder.
    var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }

    /// Whether it is a symbolic link, asked with `lstat`.
    var isLink: Bool { st_mode & S_IFMT == S_IFLNK }
}

// The system's functions, which the methods above hide.

private func systemClose(_ number: Int32) -> Int32 { close(number) }

private func systemWrite(_ number: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(number, bytes, count)
}

private func systemRead(_ number: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(number, bytes, count)
}
