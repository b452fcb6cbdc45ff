import HelpCenter
import Testing

@testable import Loading

/// What `synonyms.yml` and `search-tests.yml` say; their mistakes are in `Tests/Fixtures/search-mistakes`.
struct SearchSettingsTests {
    @Test func phrasesOfAListMeanEachOther() throws {
        let reader = SynonymsReader(
            Array("- [2FA, two-factor authentication]\n- [充值, 入金]\n".utf8), file: "synonyms.yml")
        #expect(reader.diagnostics.isEmpty)
        #expect(
            reader.entries.map(Self.sides) == [Self.both("2FA", "two-factor authentication"), Self.both("充值", "入金")])
        #expect(reader.entries.last?.to.first?.position == SourcePosition(line: 2, column: 4))
    }

    @Test func oneWayGroupLeadsFromWhatIsSearchedToWhatIsFound() throws {
        let text = """
            - search: frozen
              finds: [restricted, locked]
            - { search: [blocked, banned], finds: restricted }
            """
        let reader = SynonymsReader(Array(text.utf8), file: "synonyms.yml")
        #expect(reader.diagnostics.isEmpty)
        #expect(
            reader.entries.map(Self.sides) == [
                [["frozen"], ["restricted", "locked"]], [["blocked", "banned"], ["restricted"]],
            ])
    }

    @Test func whatIsLeftOfAGroupStillCounts() {
        let reader = SynonymsReader(Array("- [cash out, \"!\", Cash Out, withdraw]\n- [a, A]\n".utf8), file: "s.yml")
        #expect(reader.entries.map(Self.sides) == [Self.both("cash out", "withdraw")])
        #expect(reader.diagnostics.map(\.id) == [.invalidSynonyms, .duplicateEntry, .duplicateEntry])
    }

    @Test(arguments: ["", "# Nothing yet.\n", "[]\n"])
    func emptyFileIsNoMistake(text: String) {
        let synonyms = SynonymsReader(Array(text.utf8), file: "synonyms.yml")
        let tests = SearchTestsReader(Array(text.utf8), file: "search-tests.yml")
        #expect(synonyms.entries.isEmpty && synonyms.diagnostics.isEmpty)
        #expect(tests.entries.isEmpty && tests.diagnostics.isEmpty)
    }

    @Test func articleMustBeAmongTheFirstThreeUnlessTheTestSaysOtherwise() throws {
        let text = """
            - { query: reset password, finds: account/reset-password.md }
            - { query: 2, finds: "account/faq.md#close", within: 1 }
            """
        let reader = SearchTestsReader(Array(text.utf8), file: "search-tests.yml")
        #expect(reader.diagnostics.isEmpty)
        #expect(reader.entries.map(\.query.value) == ["reset password", "2"])
        #expect(reader.entries.map(\.finds.value) == ["account/reset-password.md", "account/faq.md#close"])
        #expect(reader.entries.map(\.within) == [3, 1])
        #expect(reader.entries.first?.query.position == SourcePosition(line: 1, column: 12))
    }

    @Test func keywordsBeyondTheLimitsAreLeftOut() throws {
        let words = (1...60).map { "word \($0)" }
        let long = String(repeating: "词", count: 101)
        let text = "---\ntitle: A\nkeywords: [\(long), \(words.joined(separator: ", "))]\n---\n"
        let reader = FrontMatterReader(Array(text.utf8), file: "a.md")
        #expect(reader.frontMatter.keywords == Array(words.prefix(49)))
        #expect(reader.diagnostics.map(\.id) == [.keywordLimit, .keywordLimit])
    }

    private static func sides(of group: SynonymGroup) -> [[String]] {
        [group.from.map(\.value), group.to.map(\.value)]
    }

    private static func both(_ phrases: String...) -> [[String]] { [phrases, phrases] }
}
