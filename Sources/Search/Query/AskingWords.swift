/// What people say when they ask, and what says little of what they look for: "how do I", 怎么.
struct AskingWords {
    /// Words, without accents.
    let words: Set<TermKey>
    /// Parts of texts in scripts without spaces, folded; the longest come first.
    private let strings: [[UInt8]]

    /// The words of an index, which may have none; nil when they are of another shape.
    init?(_ json: JSONValue?) {
        let json = json ?? .object([])
        guard json.members != nil, let words = (json["words"] ?? .array([])).strings,
            let strings = (json["strings"] ?? .array([])).strings
        else { return nil }
        self.words = Set(words.map { TermKey($0.utf8) })
        self.strings = strings.map { Array($0.utf8) }.filter { !$0.isEmpty }
    }

    /// A folded query with a space in place of each part that only asks.
    func removed(from query: [UInt8]) -> [UInt8] {
        strings.reduce(query) { query, string in
            var rest: [UInt8] = []
            var index = 0
            while index < query.count {
                if query[index...].starts(with: string) {
                    rest.append(UInt8(ascii: " "))
                    index += string.count
                } else {
                    rest.append(query[index])
                    index += 1
                }
            }
            return rest
        }
    }
}
