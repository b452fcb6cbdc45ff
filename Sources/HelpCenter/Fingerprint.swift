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
        // Callers are in other modules, for which the loop over a sequence is not specialised.
        if bytes.withContiguousStorageIfAvailable({ update($0) }) == nil {
            Array(bytes).withUnsafeBufferPointer { update($0) }
        }
    }

    private mutating func update(_ bytes: UnsafeBufferPointer<UInt8>) {
        var hash = state
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        state = hash
    }

    /// The hash in 11 letters and digits.
    public var text: String {
        let digits = String(state, radix: 36)
        return String(digits.prefix(11))
    }
}
