/// A file of terms: the entries of a range of keys, sorted.
struct TermShard {
    /// What the index has for a key.
    struct Entry {
        /// The key.
        let key: TermKey
        /// Where the documents are, as text; empty for a key that only points elsewhere.
        let postings: ArraySlice<UInt8>
        /// The terms that stand for it.
        let pointers: [TermKey]
    }

    /// The most pointers of an entry that are followed, for one made to keep its readers busy.
    private static let mostPointers = 32

    /// The entries, in the order of their keys.
    let entries: [Entry]

    /// The entries of a file; nil when it is of another shape.
    init?(_ json: JSONValue) {
        guard let members = json.members else { return nil }
        var entries: [Entry] = []
        entries.reserveCapacity(members.count)
        for member in members {
            guard let value = member.value.bytes else { return nil }
            let parts = value.split(separator: UInt8(ascii: ">"), omittingEmptySubsequences: false)
            entries.append(
                Entry(
                    key: TermKey(member.name), postings: parts.first ?? [],
                    pointers: parts.dropFirst().prefix(Self.mostPointers).map { TermKey($0) }))
        }
        self.entries = entries.sorted { $0.key < $1.key }
    }

    /// The entry of a key.
    func entry(_ key: TermKey) -> Entry? {
        let index = position(of: key)
        return index < entries.count && entries[index].key == key ? entries[index] : nil
    }

    /// The plain keys that begin with another and are longer, shortest first.
    func keys(beginningWith prefix: TermKey, most: Int) -> [TermKey] {
        let keys = entries[position(of: prefix)...].lazy.map(\.key).prefix { $0.hasPrefix(prefix) }
        return Array(keys.filter { $0.isPlain && $0 != prefix }.sorted(by: TermKey.isShorter).prefix(most))
    }

    /// The plain keys that have the most code points at their beginning in common with a word, shortest first; none when
    /// fewer are in common than asked for.
    func keys(mostLike word: [Unicode.Scalar], atLeast least: Int, most: Int) -> [TermKey] {
        var longest = least
        var keys: [TermKey] = []
        for entry in entries where entry.key.isPlain {
            let common = zip(entry.key.text.unicodeScalars, word).prefix { $0 == $1 }.count
            if common > longest { (longest, keys) = (common, []) }
            if common == longest { keys.append(entry.key) }
        }
        return Array(keys.sorted(by: TermKey.isShorter).prefix(most))
    }

    /// The number of keys before a key.
    private func position(of key: TermKey) -> Int {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].key < key { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
