/// The files of a locale's index, each read once.
final class IndexFiles {
    /// What the index says of itself.
    let manifest: IndexManifest

    private let folder: String
    private let read: (String) throws -> [UInt8]?
    private var groups: [Int: KeyRanges] = [:]
    private var shards: [Int: TermShard] = [:]
    private var blocks: [Int: [IndexedDocument]] = [:]
    private var texts: [String: [Passage]] = [:]
    private var dictionaries: [String: [TermKey]] = [:]

    /// Opens the index of a locale.
    init(locale: String, read: @escaping (String) throws -> [UInt8]?) throws(SearchError) {
        let path = "search/\(locale)/index.json"
        self.read = read
        guard let json = try Self.json(path, read) else { throw .noIndex(path) }
        manifest = try IndexManifest(json, path: path)
        folder = "search/\(locale)/\(manifest.set)/"
    }

    /// The number of the file of terms in whose range a place lies; nil when it lies before all of them.
    func shardNumber(at place: TermKey) throws(SearchError) -> Int? {
        guard let number = manifest.shards.index(of: place) else { return nil }
        guard let size = manifest.group else { return number }
        let ranges: KeyRanges
        if let known = groups[number] {
            ranges = known
        } else {
            ranges = try value("\(folder)shards-\(number).json") { KeyRanges($0) }
            groups[number] = ranges
        }
        return ranges.index(of: place).map { number * size + $0 }
    }

    /// A file of terms.
    func shard(_ number: Int) throws(SearchError) -> TermShard {
        if let shard = shards[number] { return shard }
        let shard = try value(shardPath(number), TermShard.init)
        shards[number] = shard
        return shard
    }

    /// The documents of an entry, of the file it is in.
    func postings(_ entry: TermShard.Entry, shard number: Int) throws(SearchError) -> Postings {
        guard
            let postings = Postings(
                entry.postings, base: manifest.ranking.base, documentCount: manifest.documentCount)
        else { throw .corrupt(shardPath(number), "the documents of '\(entry.key.text)' are not what they should be") }
        return postings
    }

    /// What there is to know about a document.
    func document(_ number: Int) throws(SearchError) -> IndexedDocument {
        let block = number / manifest.block
        let path = "\(folder)docs-\(block).json"
        let documents: [IndexedDocument]
        if let known = blocks[block] {
            documents = known
        } else {
            documents = try value(path, IndexedDocument.list)
            blocks[block] = documents
        }
        let index = number % manifest.block
        guard index < documents.count else { throw .corrupt(path, "document \(number) is missing") }
        return documents[index]
    }

    /// The passages of a document, in their order.
    func passages(of document: IndexedDocument) throws(SearchError) -> [Passage] {
        let path = "search/text/\(document.text).json"
        let text: [Passage]
        if let known = texts[document.text] {
            text = known
        } else {
            text = try value(path, Passage.list)
            texts[document.text] = text
        }
        guard let range = document.passages else { return text }
        guard range.upperBound <= text.count else { throw .corrupt(path, "passages of '\(document.path)' are missing") }
        return Array(text[range])
    }

    /// The words that begin as a word does, and those that end so.
    ///
    /// - Parameter word: A word without accents.
    func words(like word: TermKey) throws(SearchError) -> [TermKey] {
        var words: [TermKey] = []
        if let number = manifest.words.index(of: word) { words += try dictionary("words-\(number)") { $0 } }
        if let number = manifest.ends.index(of: Self.reversed(word)) {
            words += try dictionary("ends-\(number)", Self.reversed)
        }
        return words
    }
}

extension IndexFiles {
    private func shardPath(_ number: Int) -> String { "\(folder)terms-\(number).json" }

    private func dictionary(_ name: String, _ spelled: (TermKey) -> TermKey) throws(SearchError) -> [TermKey] {
        if let words = dictionaries[name] { return words }
        let words = try value("\(folder)\(name).json") { $0.strings?.map { spelled(TermKey($0.utf8)) } }
        dictionaries[name] = words
        return words
    }

    private static func reversed(_ word: TermKey) -> TermKey {
        TermKey(String(String.UnicodeScalarView(word.scalars.reversed())).utf8)
    }

    /// What a file of the set holds.
    private func value<Value>(_ path: String, _ make: (JSONValue) -> Value?) throws(SearchError) -> Value {
        guard let json = try Self.json(path, read) else { throw .missing(path) }
        guard let value = make(json) else { throw .corrupt(path, "it does not have the shape of such a file") }
        return value
    }

    private static func json(
        _ path: String, _ read: (String) throws -> [UInt8]?
    ) throws(SearchError) -> JSONValue? {
        let bytes: [UInt8]?
        do {
            bytes = try read(path)
        } catch {
            throw .unreadable(path, "\(error)")
        }
        guard let bytes else { return nil }
        do {
            return try JSONReader.read(bytes)
        } catch {
            throw .corrupt(path, "it is not JSON that a build writes: \(error.reason), at byte \(error.offset + 1)")
        }
    }
}
