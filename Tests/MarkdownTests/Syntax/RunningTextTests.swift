import Markdown
import Testing

struct RunningTextTests {
    private func text(_ markdown: String) -> String {
        String(decoding: MarkdownDocument.parse(Array(markdown.utf8)).text, as: UTF8.self)
    }

    @Test func textHoldsEveryBlockOnALineWithoutMarkup() {
        #expect(
            text("One *two*\n`three` [four](x.md)\n\n- five\n- six\n\n```\ncode\n```") == """
                One two three four
                five
                six
                code

                """)
    }

    @Test func headingsAreNotPartOfTheTextButSayWhereTheirSectionsBegin() {
        let document = MarkdownDocument.parse(Array("Before.\n\n## First *one*\n\nInside.\n\n## Second\n\nEnd.".utf8))
        #expect(String(decoding: document.text, as: UTF8.self) == "Before.\nInside.\nEnd.")
        #expect(document.headings.map(\.textStart) == [8, 16])
    }

    @Test func rowsOfTablesAreLinesAndCellsAreKeptApart() {
        #expect(text("| a | *b* |\n|---|---|\n| c | d |") == "a b\nc d")
    }

    @Test func marksOfDeletionAndFootnotesAreLeftOut() {
        #expect(
            text("It is ~~not~~ so.[^1] See https://a.example/b.\n\n[^1]: A note.")
                == "It is not so. See https://a.example/b.\nA note.")
    }

    @Test func captionsAndSummariesOfDetailsAreText() {
        #expect(text("![Alt](a.png \"Caption\")\n\n:::details More\n\nInside\n\n:::") == "Caption\nMore\nInside")
    }
}
