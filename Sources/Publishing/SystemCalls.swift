#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Calls of the system that Swift does not see, or that differ between Linux and macOS.
enum SystemCalls {
    /// Exchanges what stands at two paths, in one step.
    static func exchange(_ first: String, _ second: String) throws(SystemFailure) {
        #if canImport(Glibc)
            guard let renameat2 else { throw SystemFailure(code: ENOSYS) }
            let result = renameat2(AT_FDCWD, first, AT_FDCWD, second, 2 /* RENAME_EXCHANGE */)
        #else
            let result = renamex_np(first, second, UInt32(RENAME_SWAP))
        #endif
        guard result == 0 else { throw SystemFailure(code: errno) }
    }

    /// Copies bytes from one file's place to another's inside the kernel, which shares them where the disk can.
    ///
    /// Returns how many bytes were copied: 0 at the end, nil when the two files do not allow it.
    static func copy(_ source: borrowing Descriptor, to target: borrowing Descriptor) -> Int? {
        #if canImport(Glibc)
            guard let copyFileRange else { return nil }
            let count = copyFileRange(source.number, nil, target.number, nil, 1 << 30, 0)
            return count < 0 ? nil : count
        #else
            return nil
        #endif
    }

    #if canImport(Glibc)
        // glibc declares these only for GNU's dialect of C, which Swift does not import; they are looked up by name.

        private typealias Renameat2 =
            @Sendable @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
        private typealias CopyFileRange =
            @Sendable @convention(c) (
                Int32, UnsafeMutablePointer<Int64>?, Int32, UnsafeMutablePointer<Int64>?, Int, UInt32
            ) -> Int

        private static let renameat2 = dlsym(nil, "renameat2").map { unsafeBitCast($0, to: Renameat2.self) }
        private static let copyFileRange = dlsym(nil, "copy_file_range").map {
            unsafeBitCast($0, to: CopyFileRange.self)
        }
    #endif
}
