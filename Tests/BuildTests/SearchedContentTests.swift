import Build
import HelpCenter
import Search
import Testing

/// What of a site's content is found by which words.
struct SearchedContentTests {
    private func site(_ files: [String: String]) throws -> TemporarySite {
        try TemporarySite(
            [
                "Content/site.yml": "title: Help\nbaseURL: https://help.example/\nlocales: [en, es]\n",
                "Content/en/_index.md": "---\ntitle: Help\n---\n", "Content/es/_index.md": "---\ntitle: Ayuda\n---\n",
                "Content/en/card.md": "---\ntitle: Lost card\n---\n\nBlock it at once.\n",
            ].merging(files) { _, new in new })
    }

    private func found(_ query: String, in site: TemporarySite, locale: String = "en") throws -> [String] {
        try SiteSearch.open(output: site.output, display: "Output", locale: locale).search(query, limit: 10)
            .results.map(\.url)
    }

    @Test func synonymsOfALanguageAreForItsReadersOnly() async throws {
        let site = try site(["Content/es/synonyms.yml": "- { search: tarjeta, finds: card }\n"])
        _ = try await site.publish()
        #expect(try found("tarjeta", in: site, locale: "es") == ["/es/card/"])
        #expect(try found("tarjeta", in: site) == [])
    }

    @Test func phrasesOfSynonymsDoNotReachAcrossParagraphs() async throws {
        let site = try site([
            "Content/en/synonyms.yml": "- [log in, signin]\n",
            "Content/en/garden.md": "---\ntitle: Plants\n---\n\nKeep a log.\n\nIn spring, water them.\n",
            "Content/en/access.md": "---\ntitle: Access\n---\n\nTo log in, type your name.\n",
        ])
        _ = try await site.publish()
        #expect(try found("signin", in: site) == ["/en/access/"])
    }

    @Test func aQuestionEndsWhereItDoesOnThePage() async throws {
        let site = try site([
            "Content/en/faq.md": """
            ---
            title: Questions
            kind: faq
            ---

            Before all: hedgehog.

            ## First thing? {#one}

            Answer alpha.

            ### Details

            Answer badger.

            # Group

            Text porcupine.

            ## Second thing? {#two}

            Answer beta.
            """
        ])
        _ = try await site.publish()
        #expect(try found("porcupine", in: site) == ["/en/faq/"])
        #expect(try found("hedgehog", in: site) == ["/en/faq/"])
        #expect(try found("badger", in: site) == ["/en/faq/#one"])
        #expect(try found("beta", in: site) == ["/en/faq/#two"])
    }

    @Test func wordsOfQuestionsAreNotCutOutOfOtherWords() async throws {
        let site = try site([
            "Content/site.yml": "title: Help\nbaseURL: https://help.example/\nlocales: [en, th]\n",
            "Content/th/_index.md": "---\ntitle: ช่วย\n---\n",
            "Content/th/about.md": "---\ntitle: เกี่ยวกับเรา\n---\n\nข้อความ\n",
        ])
        _ = try await site.publish()
        #expect(try found("เกี่ยว", in: site, locale: "th").first == "/th/about/")
    }
}
