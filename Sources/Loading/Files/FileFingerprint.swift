#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif
internal import HelpCenter

extension Fingerprint {
    /// The fingerprint of a file on disk.
    static func ofFile(_ path: String) throws(LoadingError) -> String {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw LoadingError(operation: "open", path: path, code: errno) }
        defer { close(file) }
        var result = Fingerprint()
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let got = read(file, &buffer, buffer.count)
            if got < 0, errno == EINTR { continue }
            if got < 0 { throw LoadingError(operation: "read", path: path, code: errno) }
            if got == 0 { return result.text }
            result.update(buffer[..<got])
        }
    }
}
