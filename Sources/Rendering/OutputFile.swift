/// A file of the published site, on its way to disk.
public struct OutputFile: Sendable {
    /// Where its bytes come from.
    public enum Content: Sendable {
        /// Made by a stage.
        case bytes([UInt8])
        /// A copy of a file on disk, at an absolute path.
        case copy(String)
    }

    /// The path below the output folder.
    public let path: String
    /// Where its bytes come from.
    public let content: Content

    /// A file.
    public init(path: String, content: Content) {
        self.path = path
        self.content = content
    }

    /// A file of text.
    init(path: String, text: String) {
        self.init(path: path, content: .bytes(Array(text.utf8)))
    }
}
