/// The path of a file below the output folder, checked: no part of it leads out.
struct OutputPath {
    /// The path, as it is given to the system.
    let text: String
    /// The folder in which the file lies.
    let folder: FolderPath

    /// Checks a path.
    init(_ text: String) throws(PublishingError) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 1)
        var end = 0
        var start = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: "/") {
                guard Self.isName(bytes[start...]) else { throw .unfitPath(text) }
                end = bytes.count
                start = end + 1
            } else if byte == 0 {
                throw .unfitPath(text)
            }
            bytes.append(byte)
        }
        guard Self.isName(bytes[start...]) else { throw .unfitPath(text) }
        bytes.removeSubrange(end...)
        self.text = text
        folder = FolderPath(bytes: bytes)
    }

    private static func isName(_ name: ArraySlice<UInt8>) -> Bool {
        let dot = UInt8(ascii: ".")
        guard let first = name.first else { return false }
        return first != dot || (name.count > 1 && (name[name.startIndex + 1] != dot || name.count > 2))
    }
}

/// The path of a folder below the output folder, by its bytes: two forms of a letter (é, e and ´) are equal as strings,
/// but name different folders. The output folder's own is empty.
struct FolderPath: Hashable {
    let bytes: [UInt8]

    func hash(into hasher: inout Hasher) {
        bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}
