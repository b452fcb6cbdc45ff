#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Why a file could not be copied: the two sides have different paths, and different remedies.
enum CopyFailure: Error {
    case reading(Int32)
    case writing(Int32)
}

extension Descriptor {
    /// Whether the file goes on with these bytes.
    borrowing func continues(with bytes: UnsafeRawBufferPointer) throws(SystemFailure) -> Bool {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: min(bytes.count, Self.piece), alignment: 16)
        defer { buffer.deallocate() }
        var rest = bytes
        while let expected = rest.baseAddress, !rest.isEmpty, let found = buffer.baseAddress {
            let count = try read(UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(rest.count, buffer.count)]))
            guard count > 0, memcmp(expected, found, count) == 0 else { return false }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
        return true
    }

    /// Whether the file goes on with all that is left of another one.
    borrowing func continues(with other: borrowing Descriptor) throws(SystemFailure) -> Bool {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.piece, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = try other.read(buffer)
            guard try continues(with: UnsafeRawBufferPointer(rebasing: buffer[..<count])) else { return false }
            if count < buffer.count { return true }
        }
    }

    /// Appends what is left of another file.
    borrowing func append(contentsOf source: borrowing Descriptor) throws(CopyFailure) {
        // Where the kernel copies, both files stand behind what it copied, and the loop below finds only the end.
        while let count = SystemCalls.copy(source, to: self), count > 0 {}
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.piece, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count: Int
            do { count = try source.read(buffer) } catch { throw .reading(error.code) }
            do { try write(UnsafeRawBufferPointer(rebasing: buffer[..<count])) } catch { throw .writing(error.code) }
            if count < buffer.count { return }
        }
    }

    /// How much is read at once, in bytes.
    private static let piece = 256 << 10
}
