import Build
import Foundation
import HelpCenter
import Loading
import Testing

@testable import Rendering

/// Sites with mistakes in `synonyms.yml`, `search-tests.yml` and keywords, and the exact words about them. They are
/// folders of `Tests/Fixtures/search-mistakes`.
struct SearchMistakeTests {
    static let sites = [
        "hidden-articles", "keywords", "misplaced", "search-tests", "search-tests-no-yaml", "synonyms",
        "synonyms-as-keys", "targets",
    ]

    @Test(arguments: sites)
    func everyMistakeIsReportedWithItsPlaceRuleAndHint(site name: String) async throws {
        let fixture = "search-mistakes/" + name
        let text = try await TemporarySite(fixture: fixture).check().map(\.text).joined()
        try Golden.expect(["diagnostics.txt": Array(text.utf8)], inFixture: fixture)
    }

    @Test func noSiteIsForgotten() throws {
        let folder = TemporarySite.fixtures + "/search-mistakes"
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == Self.sites)
    }

    @Test(arguments: sites)
    func everyDiagnosticSaysWhatToDo(site name: String) async throws {
        for diagnostic in try await TemporarySite(fixture: "search-mistakes/" + name).check() {
            #expect(diagnostic.hint?.isEmpty == false, "\(diagnostic.text)")
        }
    }

    @Test func whatCannotBeUsedIsLeftOutForPeopleWhoMigrate() async throws {
        for name in Self.sites {
            let site = try TemporarySite(fixture: "search-mistakes/" + name)
            await #expect(throws: Never.self, "\(name)") { try await site.publish { $0.isPermissive = true } }
        }
    }

    @Test func groupsBeyondTheLimitAreReportedOnce() async throws {
        let site = try TemporarySite([
            "Content/site.yml": TemporarySite.settings,
            "Content/en/synonyms.yml": (1...2002).map { "- [word \($0), term \($0)]\n" }.joined(),
        ])
        let loaded = try await Loader(sources: site.options().sources, jobs: 1).load()
        #expect(
            loaded.diagnostics.map(\.text).joined() == """
                Content/en/synonyms.yml:2001:3: error: this file has 2002 groups, and those from here on are more than \
                the 2000 that are read [invalid-synonyms]
                  hint: put groups with the same meaning together, and words for a single article into its 'keywords'

                """)
        #expect(loaded.site?.synonyms.map(\.count) == [2000, 0])
    }

    @Test func phrasesBeyondTheLimitOfASideAreReportedOnce() async throws {
        func phrases(_ name: String, _ count: Int) -> String {
            "[" + (1...count).map { "\(name) \($0)" }.joined(separator: ", ") + "]"
        }
        let site = try TemporarySite([
            "Content/site.yml": TemporarySite.settings,
            "Content/en/synonyms.yml": """
            - \(phrases("word", 50))
            - \(phrases("term", 52))
            - { search: \(phrases("from", 50)), finds: \(phrases("to", 51)) }

            """,
        ])
        let loaded = try await Loader(sources: site.options().sources, jobs: 1).load()
        #expect(
            loaded.diagnostics.map(\.text).joined() == """
                Content/en/synonyms.yml:2:445: error: there are 52 phrases here, and those from here on are more than \
                the 50 that are read [invalid-synonyms]
                  hint: keep what readers type, and put phrases that mean something else into groups of their own
                Content/en/synonyms.yml:3:805: error: there are 51 phrases here, and those from here on are more than \
                the 50 that are read [invalid-synonyms]
                  hint: keep what readers type, and put phrases that mean something else into groups of their own

                """)
        #expect(loaded.site?.synonyms.first?.map(\.from.count) == [50, 50, 50])
        #expect(loaded.site?.synonyms.first?.map(\.to.count) == [50, 50, 50])
    }

    @Test func filesAboutSearchAreReadAndNotPublished() async throws {
        let site = try TemporarySite([
            "Content/site.yml": TemporarySite.settings,
            "Content/en/account/reset-password.md": "---\ntitle: Reset your password\n---\n",
            "Content/en/synonyms.yml": "- [reset, restore]\n",
            "Content/zh-Hans/search-tests.yml": "- { query: reset password, finds: account/reset-password.md }\n",
        ])
        let loaded = try await Loader(sources: site.options().sources, jobs: 1).load()
        #expect(loaded.diagnostics.isEmpty)
        #expect(loaded.site?.synonyms.map(\.count) == [1, 0])
        #expect(loaded.site?.searchTests.map(\.count) == [0, 1])
        #expect(try await site.publish().keys.allSatisfy { !$0.hasSuffix(".yml") })
    }

    static let scripts = """
        Content/jv/account/one.md: warning: search cannot tell the words of the Javanese script apart, so readers find \
        this article by whole phrases only [search-script]
          hint: add the words that readers search for to 'keywords', each as an item of its own
        Content/jv/account/one.md: warning: search cannot tell the words of the Javanese script apart, so readers find \
        this article and 1 other article of 'jv' by whole phrases only [search-script]
          hint: add the words that readers search for to 'keywords', each as an item of its own
        Content/jv/account/one.md: warning: search cannot tell the words of the Javanese script apart, so readers find \
        this article and 2 other articles of 'jv' by whole phrases only [search-script]
          hint: add the words that readers search for to 'keywords', each as an item of its own

        """

    @Test func scriptsThatSearchCannotDivideAreNamed() throws {
        let javanese = try #require(LocaleCode("jv"))
        let found = (0...2).map { others in
            Diagnostic.unsearchableScript(
                "Javanese", locale: javanese, others: others, file: "Content/jv/account/one.md")
        }
        #expect(found.map(\.text).joined() == Self.scripts)
    }

    /// The texts about all the sites.
    static func expectedTexts() throws -> String {
        try sites.map { name in
            let file = TemporarySite.fixtures + "/search-mistakes/\(name)/Expected/diagnostics.txt"
            return String(decoding: try TemporarySite.bytes(file), as: UTF8.self)
        }.joined() + scripts + SearchTestRunTests.expected
    }
}
