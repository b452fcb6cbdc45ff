/// The words of an edition for correcting a reader's spelling: sorted by their letters, and by their letters reversed.
///
/// One wrong letter leaves the beginning or the end of a word whole. So the word that was meant stands near the mistyped
/// one in one of the two lists, and two small files hold it.
struct SpellingLists {
    /// A sorted list in parts.
    struct List {
        /// From where on the words belong to each part; the first is empty.
        var boundaries: [[UInt8]] = [[]]
        /// The parts as JSON.
        var parts: [[UInt8]] = []
    }

    /// The words.
    private(set) var words = List()
    /// The words, each written backwards.
    private(set) var ends = List()

    /// Shorter words are too near to too many others.
    private static let shortestWord = 4
    /// The size of a part, in bytes: neighbours must be many, and the list of parts short.
    private static let partSize = 6144

    init(_ lexicon: Lexicon, _ postings: EditionPostings) {
        let forms = (0..<lexicon.count).filter { key in
            lexicon.kinds[key].contains(.surface)
                && (postings.frequency(of: key) > 0
                    || lexicon.terms(of: key).contains { postings.frequency(of: Int($0)) > 0 })
                && Self.isLetters(lexicon.key(key))
        }
        words = Self.list(forms.map { Array(lexicon.key($0)) })
        ends = Self.list(forms.map { Self.reversed(lexicon.key($0)) }.sorted { KeyOrder.precedes($0, $1) })
    }
}

extension SpellingLists {
    /// Whether a word is long enough and has no digits.
    private static func isLetters(_ word: ArraySlice<UInt8>) -> Bool {
        word.count { $0 & 0xC0 != 0x80 } >= shortestWord
            && !word.contains { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    }

    private static func reversed(_ word: ArraySlice<UInt8>) -> [UInt8] {
        if word.allSatisfy({ $0 < 0x80 }) { return word.reversed() }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: String(decoding: word, as: UTF8.self).unicodeScalars.reversed())
        return Array(String(text).utf8)
    }

    private static func list(_ words: [[UInt8]]) -> List {
        var list = List()
        var part: [UInt8] = []
        var previous: [UInt8] = []
        for word in words {
            if part.count >= partSize {
                list.boundaries.append(KeyOrder.shortestBeginning(of: word, after: previous))
                list.parts.append(part)
                part = []
            }
            if !part.isEmpty { part.append(UInt8(ascii: ",")) }
            part.append(UInt8(ascii: "\""))
            part += word
            part.append(UInt8(ascii: "\""))
            previous = word
        }
        list.parts.append(part)
        list.parts = list.parts.map { [UInt8(ascii: "[")] + $0 + [UInt8(ascii: "]")] }
        return list
    }
}
