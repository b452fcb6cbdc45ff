import Testing

@testable import Search

@Suite struct PostingsTests {
    private func postings(_ text: String, documents: Int = 100_000) -> Postings? {
        Postings(Array(text.utf8)[...], base: 3, documentCount: documents)
    }

    @Test func whatTheBuilderWritesIsRead() throws {
        let levels = [0: 15, 1: 1, 31: 7, 32: 15, 1_000: 7, 65_536: 2, 99_999: 15]
        let postings = try #require(self.postings(IndexSample.postings(63, levels)))
        #expect(postings.weight == 63)
        let impacts = zip(postings.documents, postings.impacts).map { (Int($0), Int($1) - 3) }
        #expect(Dictionary(uniqueKeysWithValues: impacts) == levels)
        #expect(impacts.map(\.1) == [15, 15, 15, 7, 7, 2, 1])
    }

    @Test func everyLevelHasItsCharacter() throws {
        let text = "A" + "=;:/.,+*)(&%$#!".map { "\($0)A" }.joined()
        #expect(try #require(postings(text)).impacts == (4...18).reversed())
    }

    @Test(arguments: ["", "!", "AA", "A!g", "A!ggggggg", "A!gggggB", "A! ", "A!A>", "é"])
    func textsThatAreNoPostingsAreRefused(text: String) {
        #expect(postings(text, documents: 1_000) == nil)
    }

    @Test func documentsBeyondTheLastAreRefused() {
        #expect(postings("A!B", documents: 2) != nil)
        #expect(postings("A!C", documents: 2) == nil)
        #expect(postings("A!BA", documents: 2) == nil)
    }
}
