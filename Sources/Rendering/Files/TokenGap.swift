/// What stands between two tokens of a script or style sheet: white space and comments, of which no more is published
/// than keeps the tokens apart.
///
/// A line break stays one, because in scripts it may end a statement. Comments that state a licence stay, as their
/// authors ask for.
struct TokenGap {
    /// What stays of a comment between two tokens without white space.
    private let separator: String
    private let isAtStart: Bool
    /// What is published of the gap up to the last comment that stays.
    private var published: [UInt8] = []
    private var space: [UInt8] = []
    private var hasComment = false
    private var breaksLine = false

    /// A gap of which nothing has been read.
    ///
    /// - Parameters:
    ///   - separator: What stays of a comment between two tokens without white space.
    ///   - isAtStart: Whether nothing has been published of the text.
    init(separator: String, isAtStart: Bool) {
        self.separator = separator
        self.isAtStart = isAtStart
    }

    /// Adds white space within a line.
    mutating func add(space byte: UInt8) { space.append(byte) }

    /// Adds a line break.
    mutating func addLineBreak() { breaksLine = true }

    /// Adds a comment.
    ///
    /// - Parameters:
    ///   - comment: All of it.
    ///   - isBreak: Whether it separates its tokens as a line break does.
    mutating func add(comment: ArraySlice<UInt8>, isBreak: Bool) {
        if Self.isKept(comment) {
            published = text(isAtEnd: false) + comment
            space = []
            hasComment = false
            breaksLine = false
        } else {
            hasComment = true
            if isBreak { breaksLine = true }
        }
    }

    /// What is published.
    ///
    /// - Parameters:
    ///   - isAtEnd: Whether no token follows.
    ///   - separates: Whether the tokens on both sides need something between them. A comment that stays is something.
    func text(isAtEnd: Bool, separates: Bool = true) -> [UInt8] {
        if isAtStart, published.isEmpty { return [] }
        if breaksLine { return published + [UInt8(ascii: "\n")] }
        if isAtEnd || !separates && published.isEmpty { return published }
        guard hasComment else { return published + space }
        return published + (space.isEmpty ? separator : " ").utf8
    }

    /// Whether a comment is one of those that tools leave in place: `/*! … */`, or one that names a licence.
    private static func isKept(_ comment: ArraySlice<UInt8>) -> Bool {
        if comment.starts(with: "/*!".utf8) { return true }
        return comment.indices.contains { index in
            comment[index] == UInt8(ascii: "@") && comment[index...].starts(with: "@license".utf8)
        }
    }
}
