/// Folds texts and splits them into tokens, in buffers that are used again; one for each worker.
public struct Tokenizer: Sendable {
    /// The folded text of the last call, and behind it the joined forms of words with hyphens.
    public private(set) var text: [UInt8] = []
    private var splitter = TokenSplitter()

    /// A tokenizer that has read nothing.
    public init() {}

    /// The tokens of the last call, in the order of their places.
    public var tokens: [Token] { splitter.tokens }

    /// The position from which the tokens of another field can be numbered so that none of them is the neighbour of a
    /// token of the last call.
    public var nextPosition: UInt32 { splitter.nextPosition }

    /// Splits a text in UTF-8 into tokens, the first of which has the given position.
    public mutating func tokenize(_ text: Span<UInt8>, at position: UInt32 = 0) {
        self.text.removeAll(keepingCapacity: true)
        TextFolding.lower(text, into: &self.text)
        split(at: position)
    }

    /// Splits a text that `TextFolding.lower` has folded already.
    public mutating func tokenize(folded text: Span<UInt8>, at position: UInt32 = 0) {
        self.text.removeAll(keepingCapacity: true)
        text.withUnsafeBufferPointer { self.text.append(contentsOf: $0) }
        split(at: position)
    }

    private mutating func split(at position: UInt32) {
        text.withUnsafeBufferPointer { splitter.split($0.span, at: position) }
        text += splitter.joined
    }
}
