/// What `search/<locale>/index.json` says: which set of files is the current one, and how keys are divided among them.
struct IndexManifest {
    /// The format that this reader knows.
    static let format = 1

    /// The folder of the current set, below the locale's.
    let set: String
    /// How many documents there are.
    let documentCount: Int
    /// How many documents a file of documents has.
    let block: Int
    /// Where each file of terms begins; in a large index, where each group of such files does.
    let shards: KeyRanges
    /// How many files of terms a group has; nil in an index without groups.
    let group: Int?
    /// Where each file of words begins.
    let words: KeyRanges
    /// Where each file of reversed words begins.
    let ends: KeyRanges
    /// The numbers to count with.
    let ranking: QueryRanking
    /// What only asks, in the locale's language.
    let asking: AskingWords

    /// Reads the file.
    init(_ json: JSONValue, path: String) throws(SearchError) {
        func corrupt(_ name: String) -> SearchError { .corrupt(path, "'\(name)' is missing or not what it should be") }
        guard let format = json["format"]?.integer, format > 0 else { throw corrupt("format") }
        guard format <= Self.format else { throw .newer(path, format: format, known: Self.format) }
        guard let set = json["set"]?.string, Self.isName(set) else { throw corrupt("set") }
        guard let count = json["docs"]?.integer, (0...Self.mostDocuments).contains(count) else { throw corrupt("docs") }
        guard let block = json["block"]?.integer, (1...Self.mostDocuments).contains(block) else {
            throw corrupt("block")
        }
        guard let shards = KeyRanges(json["shards"]) else { throw corrupt("shards") }
        if let group = json["group"] {
            guard let size = group.integer, (1...Self.mostDocuments).contains(size) else { throw corrupt("group") }
            self.group = size
        } else {
            group = nil
        }
        guard let words = KeyRanges(json["words"]) else { throw corrupt("words") }
        guard let ends = KeyRanges(json["ends"]) else { throw corrupt("ends") }
        guard let ranking = QueryRanking(json["ranking"]) else { throw corrupt("ranking") }
        guard let asking = AskingWords(json["asking"]) else { throw corrupt("asking") }
        self.set = set
        documentCount = count
        self.block = block
        self.shards = shards
        self.words = words
        self.ends = ends
        self.ranking = ranking
        self.asking = asking
    }

    /// Whether a text can be the name of a file or folder of the index: it must not lead out of it.
    static func isName(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
                    || byte == UInt8(ascii: "_")
            }
    }

    /// The counts of documents fit in memory many times over.
    private static let mostDocuments = 1_000_000
}

/// The keys at which files begin, in order.
struct KeyRanges {
    private let starts: [TermKey]

    /// Ranges from their first keys; nil when these are not texts in ascending order.
    init?(_ json: JSONValue?) {
        guard let starts = json?.strings?.map({ TermKey($0.utf8) }),
            zip(starts, starts.dropFirst()).allSatisfy({ $0 < $1 })
        else { return nil }
        self.starts = starts
    }

    /// The number of the file in whose range a key lies; nil when it lies before all of them.
    func index(of place: TermKey) -> Int? {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= place { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? low - 1 : nil
    }
}
