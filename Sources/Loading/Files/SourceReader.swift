#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Reads whole source files.
enum SourceReader {
    /// The largest text file that is read, in bytes. The longest article of any public help center we know is below 1 MB;
    /// far larger ones are exports or accidents that would only fill the memory.
    static let largestText = 16 << 20

    /// What came of reading a file.
    enum Outcome {
        /// Its bytes.
        case bytes([UInt8])
        /// It is larger than `largestText`; its size in bytes.
        case oversized(Int)
        /// It may not be read.
        case forbidden
    }

    /// Reads a text file.
    static func read(_ path: String) throws(LoadingError) -> Outcome {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            if errno == EACCES { return .forbidden }
            throw LoadingError(operation: "open", path: path, code: errno)
        }
        defer { close(file) }
        var info = stat()
        guard fstat(file, &info) == 0 else { throw LoadingError(operation: "read", path: path, code: errno) }
        let size = Int(info.st_size)
        if size > largestText { return .oversized(size) }
        var failure: Int32 = 0
        // One byte more than the size, so that the end is seen without a further buffer.
        let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
            count = 0
            while count < buffer.count {
                let got = Self.readOnce(file, buffer.baseAddress.map { $0 + count }, buffer.count - count)
                if got < 0 { failure = errno }
                if got <= 0 { break }
                count += got
            }
        }
        if failure != 0 { throw LoadingError(operation: "read", path: path, code: failure) }
        return .bytes(bytes)
    }

    private static func readOnce(_ file: Int32, _ target: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
        while true {
            let got = systemRead(file, target, count)
            if got < 0, errno == EINTR { continue }
            return got
        }
    }
}

/// The system's `read`, which `SourceReader.read` hides.
private func systemRead(_ file: Int32, _ target: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
    read(file, target, count)
}
