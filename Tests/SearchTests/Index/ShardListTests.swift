import Foundation
import Testing

@testable import Search

@Suite struct ShardListTests {
    /// Boundaries in ascending order, the first of which is empty, as in every index.
    private func boundaries(_ count: Int) -> [[UInt8]] {
        (0..<count).map { $0 == 0 ? [] : Array(String(100_000 + $0).utf8) }
    }

    private func group(_ json: [UInt8]) throws -> [String] { try JSONDecoder().decode([String].self, from: Data(json)) }

    @Test(arguments: [0, 1, 64, 768])
    func aShortListHasOneLevel(count: Int) {
        let list = ShardList(boundaries(count))
        #expect(list.top == boundaries(count))
        #expect(list.groupSize == nil)
        #expect(list.groups.isEmpty)
    }

    @Test(arguments: [(769, 1), (831, 63), (832, 64), (833, 1), (5000, 8)])
    func aLongListHasTwo(count: Int, inLastGroup: Int) throws {
        let all = boundaries(count)
        let list = ShardList(all)
        let size = try #require(list.groupSize)
        let groups = try list.groups.map(group)
        #expect(size == 64)
        #expect(groups.flatMap { $0 } == all.map { String(decoding: $0, as: UTF8.self) })
        #expect(groups.dropLast().allSatisfy { $0.count == size })
        #expect(groups.last?.count == inLastGroup)
        #expect(list.top.map { String(decoding: $0, as: UTF8.self) } == groups.map { $0[0] })
    }

    @Test(arguments: [768, 769])
    func everyBoundaryIsFoundAgain(count: Int) throws {
        let all = boundaries(count).map { String(decoding: $0, as: UTF8.self) }
        let list = ShardList(boundaries(count))
        var files: [String: [UInt8]] = [:]
        for (number, json) in list.groups.enumerated() { files["search/en/s/shards-\(number).json"] = json }
        let manifest: [String: Any] = [
            "format": 1, "set": "s", "docs": 0, "block": 1, "words": [""], "ends": [""],
            "shards": list.top.map { String(decoding: $0, as: UTF8.self) }, "ranking": IndexSample().ranking,
        ].merging(list.groupSize.map { ["group": $0] } ?? [:]) { first, _ in first }
        files["search/en/index.json"] = try IndexSample.json(manifest)
        let known = files
        let index = try IndexFiles(locale: "en") { known[$0] }
        for (number, boundary) in all.enumerated() {
            #expect(try index.shardNumber(at: TermKey(boundary.utf8)) == number)
            #expect(try index.shardNumber(at: TermKey((boundary + "0").utf8)) == number)
        }
    }
}
