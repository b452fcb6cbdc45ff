/// The words of an edition for correcting a reader's spelling: sorted by their letters, and by their letters reversed.
///
/// One wrong letter leaves the beginning or the end of a word whole. So the word that was meant stands near the mistyped
/// one in one of the two lists, and two small files hold it.
struct SpellingLists {
    /// A sorted list in parts.
    struct List {
        /// From where on the words belong to each part; the first is empty.
        private(set) var boundaries: [[UInt8]] = [[]]
        /// The parts as JSON.
        private(set) var parts: [[UInt8]] = []

        private var part: [UInt8] = [UInt8(ascii: "[")]
        private var previous: [UInt8] = []

        /// The size of a part, in bytes: neighbours must be many, and the list of parts short.
        private static let partSize = 6144
    }

    /// The words.
    private(set) var words = List()
    /// The words, each written backwards.
    private(set) var ends = List()

    init(_ all: SpellingWords, _ lexicon: Lexicon, _ postings: EditionPostings) {
        var isFound = [Bool](repeating: false, count: lexicon.count)
        for key in all.keys where Self.isFound(key, lexicon, postings) {
            isFound[key] = true
            words.append(lexicon.bytes.span.extracting(lexicon.keyRange(key)))
        }
        for (key, range) in all.ends where isFound[key] { ends.append(all.reversed.span.extracting(range)) }
        words.end()
        ends.end()
    }

    /// Whether a form, or a term that it leads to, stands in the edition.
    private static func isFound(_ form: Int, _ lexicon: Lexicon, _ postings: EditionPostings) -> Bool {
        if postings.frequency(of: form) > 0 { return true }
        for pointer in lexicon.pointerRange(of: form)
        where postings.frequency(of: Int(lexicon.pointers[pointer])) > 0 { return true }
        return false
    }
}

extension SpellingLists.List {
    /// Appends a word, which comes after the ones before.
    fileprivate mutating func append(_ word: Span<UInt8>) {
        // The bracket does not count.
        if part.count > Self.partSize {
            boundaries.append(KeyOrder.shortestBeginning(of: word, after: previous.span))
            end()
        }
        if part.count > 1 { part.append(UInt8(ascii: ",")) }
        part.append(UInt8(ascii: "\""))
        word.withUnsafeBufferPointer { part.append(contentsOf: $0) }
        part.append(UInt8(ascii: "\""))
        previous.removeAll(keepingCapacity: true)
        word.withUnsafeBufferPointer { previous.append(contentsOf: $0) }
    }

    /// Ends a part.
    fileprivate mutating func end() {
        part.append(UInt8(ascii: "]"))
        parts.append(part)
        part = [UInt8(ascii: "[")]
    }
}
