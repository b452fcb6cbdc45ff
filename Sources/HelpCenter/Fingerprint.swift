/// A short hash of bytes, for a name that changes when they do.
///
/// FNV-1a with 64 bits (Fowler, Noll, Vo): it guards against stale caches, not against attackers, and two versions of
/// one file differ in it but for one chance in 10^19.
public struct Fingerprint: Sendable {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The hash of nothing.
    public init() {}

    /// Adds bytes.
    public mutating func update(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }

    /// The hash in 11 letters and digits.
    public var text: String {
        let digits = String(state, radix: 36)
        return String(digits.prefix(11))
    }
}
