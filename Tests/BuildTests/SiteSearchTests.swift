import Build
import Foundation
import HelpCenter
import Search
import Testing

/// Asking the search of a published site.
struct SiteSearchTests {
    private func site(_ locales: String = "en, zh-Hans") throws -> TemporarySite {
        try TemporarySite([
            "Content/site.yml": "title: Example Help\nbaseURL: https://help.example/\nlocales: [\(locales)]\n",
            "Content/en/_index.md": "---\ntitle: Help\n---\n",
            "Content/en/account/_index.md": "---\ntitle: Account\n---\n",
            "Content/en/account/password.md": """
            ---
            title: Reset your password
            ---

            Open the sign-in page. Select *Forgot it?* and follow the link in the message.

            ## A message does not come {#message}

            Look into the folder for spam. The message to reset a password comes within 5 minutes.
            """,
            "Content/en/account/faq.md": """
            ---
            title: Questions
            kind: faq
            ---

            ## Why is my wallet locked? {#locked}

            Because the code was wrong five times. It opens again by itself after an hour.
            """,
            "Content/zh-Hans/_index.md": "---\ntitle: 帮助\n---\n",
            "Content/zh-Hans/account/_index.md": "---\ntitle: 账户\n---\n",
            "Content/zh-Hans/account/password.md": "---\ntitle: 重置密码\n---\n\n打开登录页面，选择“忘记密码”。\n",
        ])
    }

    private func failure(_ site: TemporarySite, locale: String?) throws -> SiteSearch.Failure? {
        do {
            _ = try SiteSearch.open(output: site.output, display: "Output", locale: locale)
            return nil
        } catch {
            return error
        }
    }

    @Test func whatIsPublishedIsFound() async throws {
        let site = try site()
        _ = try await site.publish()
        let english = try SiteSearch.open(output: site.output, display: "Output", locale: "en")
        let password = try #require(english.search("pasword forgotten").results.first)
        #expect(password.url == "/en/account/password/")
        #expect(password.breadcrumb == ["Account"])
        #expect(password.kind == .guide)
        #expect(try english.search("locked wallets").results.first?.url == "/en/account/faq/#locked")
        let answer = try #require(english.search("reset password message spam folder").answer)
        #expect(answer.url == "/en/account/password/#message")
        #expect(
            answer.text.text
                == "Look into the folder for spam. The message to reset a password comes within 5 minutes.")
        let chinese = try SiteSearch.open(output: site.output, display: "Output", locale: "ZH-hans")
        #expect(try chinese.search("密碼").results.first?.url.hasPrefix("/zh-Hans/account/") == true)
        #expect(try chinese.search("wallet").results.first?.language == "en")
    }

    @Test func theOnlyLocaleNeedsNoName() async throws {
        let site = try site("en")
        _ = try await site.publish()
        #expect(try failure(site, locale: nil) == nil)
    }

    @Test func oneOfSeveralLocalesMustBeNamed() async throws {
        let site = try site()
        _ = try await site.publish()
        let missing = try #require(try failure(site, locale: nil))
        #expect(missing.description == "'Output' can be searched in en and zh-Hans: say which with --locale")
        #expect(missing.isUsage)
        let unknown = try #require(try failure(site, locale: "zh-TW"))
        #expect(
            unknown.description
                == "'Output' has no search in 'zh-TW', only in en and zh-Hans; did you mean 'zh-Hans'?")
        #expect(unknown.isUsage)
        #expect(
            try failure(site, locale: "../x")?.description
                == "'Output' has no search in '../x', only in en and zh-Hans")
    }

    @Test func whatAQueryMissesNamesTheFolderToo() async throws {
        let site = try site("en")
        _ = try await site.publish()
        let search = try SiteSearch.open(output: site.output, display: "Output", locale: nil)
        let files = FileManager.default
        let set = try #require(
            try files.contentsOfDirectory(atPath: site.output + "/search/en").first { $0 != "index.json" })
        try files.removeItem(atPath: site.output + "/search/en/\(set)/terms-0.json")
        let failure = #expect(throws: SiteSearch.Failure.self) { try search.search("wallet ") }
        #expect(
            failure?.description
                == "the search index is not whole: 'search/en/\(set)/terms-0.json' is missing; run 'guidepost build' to "
                + "make it anew (in 'Output')")
        #expect(failure?.isUsage == false)
    }

    @Test func aSiteThatIsNotBuiltSaysWhatToDo() async throws {
        let site = try site()
        let missing = try #require(try failure(site, locale: "en"))
        #expect(
            missing.description
                == "there is no folder 'Output'; build the site with 'guidepost build', or say with --output where it "
                + "was published to")
        #expect(!missing.isUsage)
        try site.write("Output/index.html", "")
        #expect(
            try failure(site, locale: "en")?.description
                == "'Output' has no search index; build the site with 'guidepost build', or say with --output where it "
                + "was published to")
        try site.write("Output/search/en/index.json", "{")
        #expect(
            try failure(site, locale: "en")?.description
                == "the search index is damaged: 'search/en/index.json': it is not JSON that a build writes: a name is "
                + "missing, at byte 2; run 'guidepost build' to make it anew (in 'Output')")
    }
}
