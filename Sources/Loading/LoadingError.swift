#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The environment failed while the sources were read: not the writer's fault, and not to be mended in the content.
public struct LoadingError: Error, Sendable, CustomStringConvertible {
    /// What could not be done, such as `read`.
    public let operation: String
    /// The absolute path it was tried on.
    public let path: String
    /// The system's reason.
    public let code: Int32
    /// What to do about it, where that is known.
    public var hint: String?

    /// All of it, in one sentence.
    public var description: String {
        "cannot \(operation) '\(path)': \(String(cString: strerror(code)))" + (hint.map { "; \($0)" } ?? "")
    }
}
