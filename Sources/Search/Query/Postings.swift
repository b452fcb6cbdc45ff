/// The documents that hold a term, with how much it says about each.
///
/// `PostingsText` says how they are written.
struct Postings {
    /// How rare the term is, 0 to 63.
    let weight: Int
    /// The documents, group by group.
    private(set) var documents: [Int32] = []
    /// The impact of each of the documents: its level, 1 to 15, and the base of the ranking.
    private(set) var impacts: [Int32] = []

    /// Postings from their text; nil when that is not such a text, or names a document that does not exist.
    init?(_ text: ArraySlice<UInt8>, base: Int, documentCount: Int) {
        guard let first = text.first, let weight = Self.digit(first) else { return nil }
        self.weight = weight
        var place = text.startIndex + 1
        while place < text.endIndex {
            guard let level = Self.level(text[place]) else { return nil }
            place += 1
            guard appendGroup(text, &place, impact: Int32(level + base), documentCount: documentCount) else {
                return nil
            }
        }
    }
}

extension Postings {
    /// The most digits of a distance: 30 bits number more documents than a site has.
    private static let mostDigits = 6

    private mutating func appendGroup(
        _ text: ArraySlice<UInt8>, _ place: inout Int, impact: Int32, documentCount: Int
    ) -> Bool {
        var document = -1
        while place < text.endIndex, Self.level(text[place]) == nil {
            var distance = 0
            var count = 0
            var hasMore = true
            while hasMore {
                guard count < Self.mostDigits, place < text.endIndex, let digit = Self.digit(text[place]) else {
                    return false
                }
                distance |= (digit & 31) << (5 * count)
                hasMore = digit >= 32
                count += 1
                place += 1
            }
            document += distance + 1
            guard document < documentCount else { return false }
            documents.append(Int32(document))
            impacts.append(impact)
        }
        return true
    }

    private static func digit(_ byte: UInt8) -> Int? { values[Int(byte)].flatMap { $0 < 64 ? $0 : nil } }

    private static func level(_ byte: UInt8) -> Int? { values[Int(byte)].flatMap { $0 < 64 ? nil : $0 - 63 } }

    /// What each byte stands for: the digits, and behind them the levels.
    private static let values: [Int?] = {
        var values = [Int?](repeating: nil, count: 256)
        for (value, byte) in (PostingsText.digits + PostingsText.levels).enumerated() { values[Int(byte)] = value }
        return values
    }()
}
