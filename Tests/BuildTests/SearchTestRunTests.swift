import HelpCenter
import Loading
import Resolving
import Testing

@testable import Build

/// What is said of searches that do not find what `search-tests.yml` wants them to find. The results are made up here.
struct SearchTestRunTests {
    static let expected = """
        Content/en/search-tests.yml:2:10: error: readers who search for 'second' find 'account/reset-password.md' at \
        place 2, not first [search-test]
          hint: first come 'account/faq.md#close', 'account/reset-password.md'; add the readers' words to its \
        'keywords', or to synonyms.yml
        Content/en/search-tests.yml:6:12: error: readers who search for 'fourth' find 'account/reset-password.md' at \
        place 4, not among the first 3 [search-test]
          hint: first come 'account/faq.md#close', 'account/faq.md', 'account/faq.md#close'; add the readers' words to \
        its 'keywords', or to synonyms.yml
        Content/en/search-tests.yml:7:12: error: readers who search for 'nothing' do not find \
        'account/reset-password.md' [search-test]
          hint: they find nothing; add the readers' words to its 'keywords', or to synonyms.yml
        Content/en/search-tests.yml:9:12: error: readers who search for 'whole FAQ' do not find \
        'account/faq.md#close' [search-test]
          hint: first come 'account/faq.md'; add the readers' words to its 'keywords', or to synonyms.yml
        Content/zh-Hans/search-tests.yml:2:12: error: readers who search for '没有' do not find \
        'account/faq.md#关闭' [search-test]
          hint: first come 'account/reset-password.md', 'elsewhere/'; add the readers' words to its 'keywords', or to \
        synonyms.yml

        """

    private static let results = [
        "second": ["en/account/faq/#close", "en/account/reset-password/"],
        "third": ["en/account/faq/#close", "en/account/faq/", "en/account/reset-password/"],
        "fourth": [
            "en/account/faq/#close", "en/account/faq/", "en/account/faq/#close", "en/account/reset-password/",
        ],
        "question": ["en/account/faq/#close"], "whole FAQ": ["en/account/faq/"],
        "邮箱": ["zh-Hans/account/faq/#%E5%85%B3%E9%97%AD"],
        "没有": ["zh-Hans/account/%E9%87%8D%E7%BD%AE/", "elsewhere/"],
        "英文": ["zh-Hans/account/close/"],
    ]

    @Test func articlesThatReadersWouldMissAreReportedWithWhatComesFirst() async throws {
        let run = SearchTestRun(try await Self.site(), display: "Content")
        let found = run.diagnostics { _, query, _ in Self.results[query] ?? [] }
        #expect(found.map(\.text).joined() == Self.expected)
    }

    @Test func eachTestSearchesItsOwnLocaleDeepEnoughToKnowThePlace() async throws {
        let site = try await Self.site()
        var asked: [String] = []
        _ = SearchTestRun(site, display: "Content").diagnostics { locale, query, limit in
            asked.append("\(site.parsed.settings.locales[locale].code) \(query) \(limit)")
            return []
        }
        #expect(
            asked == [
                "en second 50", "en third 50", "en fourth 50", "en nothing 50", "en question 50",
                "en whole FAQ 50", "zh-Hans 邮箱 50", "zh-Hans 没有 50", "zh-Hans 英文 50",
            ])
    }

    private static func site() async throws -> Site {
        let site = try TemporarySite([
            "Content/site.yml": TemporarySite.settings,
            "Content/en/account/reset-password.md": "---\ntitle: Reset your password\n---\n",
            "Content/en/account/close.md": "---\ntitle: Close your account\n---\n",
            "Content/en/account/faq.md": "---\ntitle: FAQ\nkind: faq\n---\n\n## Can I close it? {#close}\n\nYes.\n",
            "Content/zh-Hans/account/reset-password.md": "---\ntitle: 重置密码\nslug: 重置\n---\n",
            "Content/zh-Hans/account/faq.md": "---\ntitle: 问题\nkind: faq\n---\n\n## 关闭\n\n好。\n",
            "Content/en/search-tests.yml": """
            # What these searches find is made up by the tests.
            - query: second
              finds: account/reset-password.md
              within: 1
            - { query: third, finds: account/reset-password.md }
            - { query: fourth, finds: account/reset-password.md }
            - { query: nothing, finds: account/reset-password.md }
            - { query: question, finds: account/faq.md, within: 1 }
            - { query: whole FAQ, finds: account/faq.md#close }
            """,
            "Content/zh-Hans/search-tests.yml": """
            - { query: 邮箱, finds: "account/faq.md#关闭" }
            - { query: 没有, finds: "account/faq.md#关闭" }
            - { query: 英文, finds: account/close.md }
            """,
        ])
        let loaded = try await Loader(sources: site.options().sources, jobs: 1).load()
        return try await Resolver(
            options: Resolver.Options(
                includesDrafts: false, includesFuture: false, now: TemporarySite.now, contentDisplay: "Content", jobs: 1
            )
        ).resolve(try #require(loaded.site)).site
    }
}
