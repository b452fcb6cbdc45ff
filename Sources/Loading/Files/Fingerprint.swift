#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A short hash of a file's bytes, for a name that changes when the file does.
///
/// FNV-1a with 64 bits (Fowler, Noll, Vo): it guards against stale caches, not against attackers, and two versions of
/// one file differ in it but for one chance in 10^19.
struct Fingerprint {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Adds bytes.
    mutating func update(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }

    /// The hash in 11 letters and digits.
    var text: String {
        let digits = String(state, radix: 36)
        return String(digits.prefix(11))
    }

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
