/// Words and phrases of one locale that mean the same to those who search: readers who search for one of `from` also find
/// texts with one of `to`.
///
/// A group that works both ways has the same phrases on both sides; that a phrase means itself needs no saying.
public struct SynonymGroup: Sendable {
    /// What readers search for, as the file writes it; in a one-way group other phrases than `to`.
    public let from: [Located<String>]
    /// What they find besides, as the file writes it.
    public let to: [Located<String>]

    /// Phrases that all mean the same.
    public init(_ phrases: [Located<String>]) {
        self.init(from: phrases, to: phrases)
    }

    /// Phrases that also mean others, but not the other way round.
    public init(from: [Located<String>], to: [Located<String>]) {
        self.from = from
        self.to = to
    }
}
