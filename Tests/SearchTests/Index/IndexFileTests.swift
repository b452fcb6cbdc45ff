import Foundation
import HelpCenter
import Testing

@testable import Search

@Suite struct IndexFileTests {
    /// A list or the files of terms, with the texts from which on each file has what it has.
    private struct Parts {
        let boundaries: [String]
        let files: [Any]

        init(_ files: [SearchIndexBuilder.File], _ name: String, boundaries: String) throws {
            let head = try #require(files.last { $0.path == "search/fr/index.json" })
            let index = try #require(try JSONSerialization.jsonObject(with: Data(head.bytes)) as? [String: Any])
            self.boundaries = try #require(index[boundaries] as? [String])
            let own = files.filter { $0.path.contains("/\(name)-") }
            self.files = try own.map { try JSONSerialization.jsonObject(with: Data($0.bytes)) }
            #expect(self.files.count == self.boundaries.count)
        }

        /// Whether a text lies between the boundaries of a file, in JavaScript's order.
        func holds(_ place: String, in file: Int) -> Bool {
            let isBefore = place.utf16.lexicographicallyPrecedes(boundaries[file].utf16)
            let isLast = file + 1 == boundaries.count
            return !isBefore && (isLast || place.utf16.lexicographicallyPrecedes(boundaries[file + 1].utf16))
        }
    }

    @Test func everyKeyAndEveryPrefixLiesInItsShard() async throws {
        let files = try await RandomWords.files(of: RandomWords.sources(300, seed: 6), jobs: 1)
        let shards = try Parts(files, "terms", boundaries: "shards")
        #expect(shards.files.count > 10)
        var prefixes = 0
        for (number, file) in shards.files.enumerated() {
            let entries = try #require(file as? [String: String])
            for key in entries.keys {
                prefixes += key.hasSuffix("*") ? 1 : 0
                #expect(shards.holds(TextFolding.bare(key.replacing("*", with: "")), in: number), "\(key)")
            }
        }
        #expect(prefixes > 10)
    }

    @Test func prefixesLeadToTheDocumentsOfTheirWords() async throws {
        let sources = try RandomWords.sources(300, seed: 7)
        let files = try await RandomWords.files(of: sources, jobs: 1)
        var entries: [String: String] = [:]
        for file in try Parts(files, "terms", boundaries: "shards").files {
            entries.merge(try #require(file as? [String: String])) { first, _ in first }
        }
        func documents(_ entry: String) throws -> Set<Int32> {
            let text = Array(entry.utf8).prefix { $0 != UInt8(ascii: ">") }
            return text.isEmpty ? [] : Set(try #require(Postings(text, base: 0, documentCount: 360)).documents)
        }
        let words = try entries.filter { !$0.key.hasSuffix("*") }
            .map { (place: Array(TextFolding.bare($0.key).utf8), documents: try documents($0.value)) }
        var compared = 0
        for (key, entry) in entries where key.hasSuffix("*") {
            let prefix = key.utf8.dropLast()
            let all = words.filter { $0.place.starts(with: prefix) }
                .reduce(into: Set<Int32>()) { $0.formUnion($1.documents) }
            let found = try documents(entry)
            #expect(found.isSubset(of: all))
            #expect(found.count == min(all.count, Ranking.longestPrefixList))
            compared += 1
        }
        #expect(compared > 10)
    }

    @Test(arguments: ["words", "ends"])
    func spellingListsAreSortedAndCutWhereTheyAreSaidToBe(name: String) async throws {
        let files = try await RandomWords.files(of: RandomWords.sources(300, seed: 8), jobs: 1)
        let lists = try Parts(files, name, boundaries: name)
        #expect(lists.files.count > 1)
        var words: [String] = []
        for (number, file) in lists.files.enumerated() {
            let part = try #require(file as? [String])
            for word in part { #expect(lists.holds(word, in: number), "\(word)") }
            words += part
        }
        #expect(words == words.sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) })
        #expect(words.allSatisfy { $0.unicodeScalars.count >= 4 })
    }

    @Test func bothSpellingListsHaveTheSameWords() async throws {
        let files = try await RandomWords.files(of: RandomWords.sources(100, seed: 9), jobs: 1)
        let words = try Parts(files, "words", boundaries: "words").files.flatMap { try #require($0 as? [String]) }
        let ends = try Parts(files, "ends", boundaries: "ends").files.flatMap { try #require($0 as? [String]) }
        #expect(Set(ends.map { String(String.UnicodeScalarView($0.unicodeScalars.reversed())) }) == Set(words))
        #expect(words.count == ends.count)
    }

    @Test func theNumberOfJobsChangesNothing() async throws {
        let sources = try RandomWords.sources(300, seed: 10)
        let one = try await RandomWords.files(of: sources, jobs: 1)
        let four = try await RandomWords.files(of: sources, jobs: 4)
        #expect(one.map(\.path) == four.map(\.path))
        #expect(one.map(\.bytes) == four.map(\.bytes))
    }

    @Test func anEditionWithoutDocumentsHasEmptyFiles() async throws {
        let files = try await RandomWords.files(of: [], jobs: 1)
        #expect(files.map { String(decoding: $0.bytes, as: UTF8.self) }.dropLast() == ["{}", "[]", "[]"])
    }

    @Test func passagesAreWrittenAsJSON() throws {
        let empty = PassageFile([])
        #expect(empty.bytes == Array("[]".utf8))
        let file = PassageFile([
            PassageFile.Passage(anchor: "", heading: "", text: Array("A \"text\"".utf8)[...]),
            PassageFile.Passage(anchor: "one", heading: "One", text: Array("in <b>\nlines".utf8)[...]),
        ])
        #expect(
            String(decoding: file.bytes, as: UTF8.self)
                == #"[["","","A \"text\""],["one","One","in \u003cb\u003e\nlines"]]"#)
        #expect(file.name != empty.name)
    }
}
