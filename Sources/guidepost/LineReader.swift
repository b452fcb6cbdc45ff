#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The lines of a file or of standard input, one after the other.
struct LineReader: ~Copyable {
    /// The file cannot be read.
    struct Failure: Error, CustomStringConvertible {
        /// Which, and why.
        let description: String

        /// A failure of the last call to the system.
        init(_ path: String) { description = "cannot read '\(path)': \(String(cString: strerror(errno)))" }
    }

    private let path: String
    private let file: UnsafeMutablePointer<FILE>

    /// Opens a file; `-` is standard input.
    init(_ path: String) throws(Failure) {
        guard let file = fopen(path == "-" ? "/dev/stdin" : path, "rb") else { throw Failure(path) }
        self.path = path
        self.file = file
    }

    deinit { fclose(file) }

    /// The next line, without its end; nil behind the last one.
    mutating func next() throws(Failure) -> String? {
        var line: UnsafeMutablePointer<CChar>?
        var capacity = 0
        defer { free(line) }
        errno = 0
        let count = getline(&line, &capacity, file)
        guard count >= 0, let line else {
            if errno != 0 { throw Failure(path) }
            return nil
        }
        var bytes = UnsafeRawBufferPointer(start: line, count: count)[...]
        if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
