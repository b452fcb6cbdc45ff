import CStemmer

/// The Snowball algorithm of one language, which takes the endings off words.
///
/// libstemmer works in a buffer of its own, so that a stemmer belongs to one thread at a time.
public struct Stemmer: ~Copyable {
    private let handle: OpaquePointer

    /// The algorithm of a language; nil when the installed libstemmer lacks it or there is no memory.
    public init?(_ language: StemmingLanguage) {
        guard let handle = sb_stemmer_new(language.algorithm, "UTF_8") else { return nil }
        self.handle = handle
    }

    deinit { sb_stemmer_delete(handle) }

    /// Appends the stem of a word in lower case, in UTF-8; the word itself when there is no memory for its stem.
    public mutating func appendStem(of word: Span<UInt8>, to output: inout [UInt8]) {
        word.withUnsafeBufferPointer { word in
            guard let stem = sb_stemmer_stem(handle, word.baseAddress, CInt(word.count)) else {
                output.append(contentsOf: word)
                return
            }
            output.append(contentsOf: UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(handle))))
        }
    }
}
