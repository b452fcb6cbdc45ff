import Foundation
import HelpCenter
import Testing

@testable import Search

/// A tiny index in memory, made by hand, so that a test says all that its query can find.
struct IndexSample {
    /// An article or a question.
    struct Document {
        var title: String
        var breadcrumb = ["Account"]
        var summary = "What it is about."
        var kind = 0
        /// Anchor, heading and text of each passage.
        var passages: [[String]]
        /// The first passage and the number of passages that a question has.
        var range: [Int]?
        var language: String?

        init(_ title: String, text: String = "") {
            self.title = title
            passages = [["", "", text]]
        }
    }

    /// Numbers that make results easy to compute: nothing but the score of the terms counts.
    var ranking: [String: Any] = [
        "base": 3, "single": 6, "asking": 4, "typo1": 14, "form": 12, "typo2": 10, "prefix": 12, "prefixKnown": 4,
        "window": 32, "unseen": 25, "good": 35, "answerLead": 134, "answerShare": 67, "answerTokens": 3, "texts": 2,
    ]
    /// Documents, one in each file.
    var documents: [Document] = []
    /// The entries of the only file of terms, or of the file that begins with the longest fitting of `starts`.
    var terms: [String: String] = [:]
    /// Where files of terms begin.
    var starts = [""]
    /// How many files of terms a group has; nil for a list without groups.
    var groupSize: Int?
    /// Words that are known, for spelling.
    var words: [String] = []
    /// What only asks.
    var asking: [String: [String]]?

    /// Postings: a weight, and the level of each document.
    static func postings(_ weight: Int, _ levels: [Int: Int]) -> String {
        let sorted = levels.sorted { $0.key < $1.key }
        var text: [UInt8] = []
        PostingsText.append(
            weight: weight, documents: sorted.map { UInt32($0.key) }[...], levels: sorted.map { UInt8($0.value) }[...],
            most: .max, to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// The files of the index, by their paths.
    func files() throws -> [String: [UInt8]] {
        var index: [String: Any] = [
            "format": 1, "set": "s", "docs": documents.count, "block": 1, "shards": starts, "words": [""],
            "ends": [""], "ranking": ranking,
        ]
        index["asking"] = asking
        let groups = groupSize.map { size in
            stride(from: 0, to: starts.count, by: size).map { Array(starts[$0..<min($0 + size, starts.count)]) }
        }
        if let groups {
            index["group"] = groupSize
            index["shards"] = groups.map { $0[0] }
        }
        var shards = [[String: String]](repeating: [:], count: starts.count)
        for (key, value) in terms {
            let place = TermKey(key.utf8.filter { $0 != UInt8(ascii: "*") }).bare
            let shard = starts.lastIndex { TermKey($0.utf8) <= place } ?? 0
            shards[shard][key] = value
        }
        var files = ["search/en/index.json": try Self.json(index)]
        for (number, group) in (groups ?? []).enumerated() {
            files["search/en/s/shards-\(number).json"] = try Self.json(group)
        }
        for (number, shard) in shards.enumerated() { files["search/en/s/terms-\(number).json"] = try Self.json(shard) }
        files["search/en/s/words-0.json"] = try Self.json(words.sorted())
        let ends = words.map { String(String.UnicodeScalarView($0.unicodeScalars.reversed())) }
        files["search/en/s/ends-0.json"] = try Self.json(ends.sorted())
        for (number, document) in documents.enumerated() {
            var record: [Any] = [
                "en/\(number)/", document.title, 0, document.summary, document.kind, "t\(number)", document.range ?? 0,
            ]
            if let language = document.language { record.append(language) }
            files["search/en/s/docs-\(number).json"] = try Self.json(["c": [document.breadcrumb], "d": [record]])
            files["search/text/t\(number).json"] = try Self.json(document.passages)
        }
        return files
    }

    /// What a reader gets for a query.
    func search(_ query: String, limit: Int = 10) throws -> SearchResponse {
        let files = try files()
        return try SearchIndex(locale: try #require(LocaleCode("en"))) { files[$0] }.search(query, limit: limit)
    }

    /// The numbers of the documents that a query finds, in order.
    func found(_ query: String, limit: Int = 10) throws -> [Int] {
        try search(query, limit: limit).results.map { result in
            try #require(Int(result.url.split(separator: "/")[1]))
        }
    }

    static func json(_ value: Any) throws -> [UInt8] {
        Array(try JSONSerialization.data(withJSONObject: value, options: [.sortedKeys]))
    }
}

extension MarkedText {
    /// The text with brackets around what matches.
    var bracketed: String {
        var units = Array(text.utf16)
        for range in ranges.reversed() {
            units.insert(0x5D, at: range.upperBound)
            units.insert(0x5B, at: range.lowerBound)
        }
        return String(decoding: units, as: UTF16.self)
    }
}
