/// What a replacement of the output changed, in files.
public struct PublishReport: Sendable, Equatable {
    /// New files, and files whose bytes differ from before.
    public let written: Int
    /// Files whose bytes are the same: they keep their inode and modification time.
    public let unchanged: Int
    /// Files of the output before that are gone.
    public let removed: Int

    /// A report.
    public init(written: Int, unchanged: Int, removed: Int) {
        self.written = written
        self.unchanged = unchanged
        self.removed = removed
    }
}
