import Testing

@testable import Search

@Suite struct PostingsTextTests {
    private func write(_ levels: [Int: UInt8], most: Int = .max) -> [UInt8] {
        let sorted = levels.sorted { $0.key < $1.key }
        var text: [UInt8] = []
        PostingsText.append(
            weight: 17, documents: sorted.map { UInt32($0.key) }[...], levels: sorted.map(\.value)[...], most: most,
            to: &text)
        return text
    }

    private func read(_ text: [UInt8]) throws -> [(document: Int, level: Int)] {
        let postings = try #require(Postings(text[...], base: 0, documentCount: 1 << 21))
        #expect(postings.weight == 17)
        return zip(postings.documents, postings.impacts).map { (Int($0), Int($1)) }
    }

    @Test func postingsComeBackAsTheyWere() throws {
        var random = RepeatableRandom(seed: 2)
        for count in [0, 1, 2, 40, 3_000] {
            var levels: [Int: UInt8] = [:]
            for _ in 0..<count {
                let document = Int.random(in: 0..<(1 << Int.random(in: 1...21, using: &random)), using: &random)
                levels[document] = UInt8.random(in: 1...15, using: &random)
            }
            let postings = try read(write(levels))
            #expect(Dictionary(uniqueKeysWithValues: postings.map { ($0.document, UInt8($0.level)) }) == levels)
        }
    }

    @Test func whatIsLeftOutIsTheLeast() throws {
        let levels: [Int: UInt8] = [0: 3, 5: 9, 7: 3, 8: 9, 20: 1]
        #expect(try read(write(levels, most: 3)).map(\.document) == [5, 8, 0])
        #expect(try read(write(levels, most: 0)).isEmpty)
    }

    @Test func textsNeedNoEscapesInJSON() throws {
        let text = write(Dictionary(uniqueKeysWithValues: (1...15).map { ($0 * 1_000, UInt8($0)) }))
        #expect(!text.contains { $0 <= 0x20 || $0 >= 0x7F || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") })
        #expect(!text.contains(UInt8(ascii: ">")))
    }
}
