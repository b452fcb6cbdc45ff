import HelpCenter
import Testing

@testable import Search

/// An index that is damaged, or made to do harm, is an error with the file's name, or a result like any other.
@Suite struct HostileIndexTests {
    private static let manifest = "search/en/index.json"

    private var sample: IndexSample {
        var sample = IndexSample()
        sample.documents = ["Card limit", "Wallet", "What is 账号?"].map {
            IndexSample.Document($0, text: "The card limit. Your 账号.\nMore about the wallet.")
        }
        sample.documents[2].kind = 2
        sample.documents[2].range = [0, 1]
        sample.documents[2].language = "zh-Hans"
        sample.words = ["limit", "wallet"]
        sample.asking = ["words": ["what"], "strings": ["什么"]]
        sample.ranking["near"] = 46
        sample.ranking["pair"] = 16
        sample.ranking["run"] = [16, 12, 10, 8]
        sample.terms = [
            "card": IndexSample.postings(20, [0: 15, 1: 3]), "cards": ">card", "limit": IndexSample.postings(9, [0: 7]),
            "wallet": IndexSample.postings(30, [1: 9, 2: 2]) + ">card", "账号": IndexSample.postings(40, [2: 12]),
            "帳": ">账", "號": ">号", "wa*": IndexSample.postings(30, [1: 4]),
        ]
        return sample
    }

    private func error(_ files: [String: [UInt8]], _ query: String = "card limits ") throws -> SearchError? {
        do throws(SearchError) {
            _ = try SearchIndex(locale: try english()) { files[$0] }.search(query)
            return nil
        } catch {
            return error
        }
    }

    private func english() throws(SearchError) -> LocaleCode {
        guard let code = LocaleCode("en") else { throw .missing("en") }
        return code
    }

    @Test func aLocaleWithoutIndexSaysWhatToDo() throws {
        #expect(
            try error([:])?.description
                == "there is no search index: 'search/en/index.json' is missing; run 'guidepost build'")
    }

    @Test(arguments: [
        "search/en/s/terms-0.json", "search/en/s/docs-0.json", "search/text/t0.json", "search/en/s/words-0.json",
    ])
    func aMissingFileIsNamed(path: String) throws {
        var files = try sample.files()
        files[path] = nil
        let error = try #require(try error(files, "card limmit "))
        #expect(error.code == .missing)
        #expect(error.path == path)
        #expect(
            error.description
                == "the search index is not whole: '\(path)' is missing; run 'guidepost build' to make it anew")
    }

    @Test func aFileThatIsNotJSONIsNamed() throws {
        var files = try sample.files()
        files["search/en/s/terms-0.json"] = Array("{\"card\":1.5}".utf8)
        #expect(
            try error(files)?.description
                == "the search index is damaged: 'search/en/s/terms-0.json': it is not JSON that a build writes: "
                + "a number is not whole, at byte 10; run 'guidepost build' to make it anew")
    }

    @Test func anIndexOfANewerFormatIsNotGuessedAt() throws {
        var files = try sample.files()
        let text = String(decoding: try #require(files[Self.manifest]), as: UTF8.self)
        files[Self.manifest] = Array(text.replacing("\"format\":1", with: "\"format\":2,\"shards\":7").utf8)
        let error = try #require(try error(files))
        #expect(error.code == .newer)
        #expect(
            error.description
                == "the search index was made by a newer Guidepost: 'search/en/index.json' has format 2, and this one "
                + "reads 1; ask it with the Guidepost that built it, or run 'guidepost build' with this one")
    }

    @Test func whatCannotBeReadIsNamed() throws {
        struct Refusal: Error, CustomStringConvertible { let description = "no permission" }
        let error = #expect(throws: SearchError.self) {
            try SearchIndex(locale: try #require(LocaleCode("en"))) { _ in throw Refusal() }
        }
        #expect(error?.description == "'search/en/index.json' cannot be read: no permission")
    }

    @Test(arguments: [
        ("\"docs\":3", "\"docs\":-1"), ("\"docs\":3", "\"docs\":999999999999"), ("\"block\":1", "\"block\":0"),
        ("\"set\":\"s\"", "\"set\":\"../s\""), ("\"set\":\"s\"", "\"set\":\"\""),
        ("\"shards\":[\"\"]", "\"shards\":[\"b\",\"a\"]"), ("\"shards\":[\"\"]", "\"shards\":[1]"),
        ("\"near\":46", "\"near\":1000000"), ("\"near\":46", "\"near\":\"46\""), ("\"ends\":[\"\"]", "\"ends\":null"),
        ("\"words\":[\"what\"]", "\"words\":[5]"), ("[16,12,10,8]", "[16,-1]"),
    ])
    func numbersOutOfBoundsAreRefused(good: String, bad: String) throws {
        var files = try sample.files()
        let text = String(decoding: try #require(files[Self.manifest]), as: UTF8.self)
        try #require(text.contains(good))
        files[Self.manifest] = Array(text.replacing(good, with: bad).utf8)
        let error = try #require(try error(files))
        #expect(error.code == .corrupt)
        #expect(error.path == Self.manifest)
    }

    private static let group = "search/en/s/shards-0.json"

    private var groupedFiles: [String: [UInt8]] {
        get throws {
            var sample = sample
            sample.starts = ["", "d", "w", "账"]
            sample.groupSize = 2
            return try sample.files()
        }
    }

    @Test func aMissingGroupOfFilesIsNamed() throws {
        var files = try groupedFiles
        #expect(try error(files) == nil)
        files[Self.group] = nil
        let missing = try #require(try error(files))
        #expect(missing.code == .missing)
        #expect(missing.path == Self.group)
    }

    @Test(arguments: ["", "[", "{}", "[1]", "[\"d\",\"b\"]", "[\"\",\"\"]", "null"])
    func aDamagedGroupOfFilesIsNamed(text: String) throws {
        var files = try groupedFiles
        files[Self.group] = Array(text.utf8)
        let damaged = try #require(try error(files))
        #expect(damaged.code == .corrupt)
        #expect(damaged.path == Self.group)
    }

    @Test func aGroupThatIsLongerThanAnyFileIsMissingItsFiles() throws {
        var files = try groupedFiles
        files[Self.group] = Array("[\"\",\"a\",\"b\",\"ba\",\"c\"]".utf8)
        #expect(try error(files)?.path == "search/en/s/terms-4.json")
    }

    @Test(arguments: ["0", "-1", "1.5", "\"2\"", "99999999999", "[]"])
    func sizesOfGroupsOutOfBoundsAreRefused(size: String) throws {
        var files = try groupedFiles
        let text = String(decoding: try #require(files[Self.manifest]), as: UTF8.self)
        try #require(text.contains("\"group\":2"))
        files[Self.manifest] = Array(text.replacing("\"group\":2", with: "\"group\":" + size).utf8)
        let damaged = try #require(try error(files))
        #expect(damaged.code == .corrupt)
        #expect(damaged.path == Self.manifest)
    }

    @Test func documentsThatDoNotExistAreRefused() throws {
        var sample = sample
        sample.terms["card"] = IndexSample.postings(10, [3: 7])
        let error = try error(try sample.files())
        #expect(
            error?.description
                == "the search index is damaged: 'search/en/s/terms-0.json': the documents of 'card' are not what they "
                + "should be; run 'guidepost build' to make it anew")
    }

    @Test func pointersInACircleAreFollowedOnce() throws {
        var sample = sample
        sample.terms["card"] = ">cards"
        sample.terms["cards"] = ">card>cards>wallet"
        #expect(try sample.found("cards ") == [1, 2])
        sample.terms["cards"] = String(repeating: ">wallet", count: 100_000)
        #expect(try sample.search("cards ").results.count == 2)
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["กา", "账", "a", "card ", "e\u{301}", "!", "\n"])
    func longTextsTakeNoLongerThanTheirLength(part: String) throws {
        var sample = sample
        let text = String(repeating: part, count: 20_000)
        sample.documents[0].passages = [["", "", text]]
        sample.documents[0].summary = text
        #expect(try sample.found("card limit 账 กา a") == [0, 1])
    }

    @Test func damagedFilesNeverCrash() throws {
        let queries = ["card limits ", "what wallit", "帳號", "wa", "账号什么 qwertzuiop"]
        let files = try sample.files()
        let paths = files.keys.sorted()
        var random = Random(state: 20_261_121)
        var outcomes = [0, 0]
        for round in 0..<4_000 {
            var damaged = files
            let path = paths[random.below(paths.count)]
            damaged[path] = random.damage(try #require(files[path]))
            let failure = try error(damaged, queries[round % queries.count])
            outcomes[failure == nil ? 0 : 1] += 1
            if let failure { #expect(failure.description.contains("guidepost build"), "\(failure)") }
        }
        #expect(outcomes[0] > 400 && outcomes[1] > 400, "\(outcomes)")
    }
}

/// Numbers that are the same in every run (SplitMix64, Steele, Lea, Flood 2014).
private struct Random {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }

    /// Bytes with something cut off, left out, doubled or changed.
    mutating func damage(_ bytes: [UInt8]) -> [UInt8] {
        guard !bytes.isEmpty else { return [UInt8(truncatingIfNeeded: next())] }
        var bytes = bytes
        let place = below(bytes.count)
        let end = min(bytes.count, place + 1 + below(8))
        switch below(6) {
        case 0: bytes.removeSubrange(place...)
        case 1: bytes.removeSubrange(place..<end)
        case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
        case 3: bytes[place] = UInt8(truncatingIfNeeded: next())
        case 4:
            let signs = Array("0123456789-AZaz_!=#>*\"[]{},:\\".utf8)
            bytes[place] = signs[below(signs.count)]
        default:
            let texts = ["999999999999999999", "-1", "null", "[]", "{}", "\"\"", "true", "\\u0000", ">a>b", "______"]
            bytes.replaceSubrange(place..<end, with: Array(texts[below(texts.count)].utf8))
        }
        return bytes
    }
}
