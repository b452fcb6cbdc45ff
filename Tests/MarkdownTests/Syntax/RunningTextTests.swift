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

    @Test(arguments: [
        ("one<br>two, th<wbr>ree, <b>f</b>our", "one two, three, four"),
        ("<details><summary>Sum</summary>Detail <b>in</b>side</details>", "Sum\nDetail inside"),
        ("<dl>\n<dt>Term</dt><dd>What it\n  means</dd>\n</dl>", "Term\nWhat it means"),
        ("<ul><li>One</li><li>Two<br>lines</li></ul>\n\nThree", "One\nTwo lines\nThree"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a\nb"), ("a<td>b</td>c", "a b c"),
    ])
    func tagsOfBlocksAndLinesDivideWords(markdown: String, expected: String) {
        #expect(text(markdown).trimmingSuffix(while: \.isWhitespace) == expected)
    }

    @Test(arguments: [
        ("Caf&eacute; &amp; &#66;&#x61;r &lt;b&gt; &quot;x&quot;", "Café & Bar <b> \"x\""),
        ("a&nbsp;b &CounterClockwiseContourIntegral;", "a\u{A0}b ∳"),
        ("A&B; &unknown; & &; AT&T", "A&B; &unknown; & &; AT&T"),
        ("&amp; *no* `markup` [a](b) \\* 1. # x _y_ &", "& *no* `markup` [a](b) \\* 1. # x _y_ &"),
    ])
    func referencesInHTMLAreTheirCharacters(html: String, expected: String) {
        #expect(text("<p>\(html)</p>") == expected + "\n")
    }

    @Test func headingsAreDividedAsTextIs() {
        let document = MarkdownDocument.parse(Array("## One<br>t<b>w</b>o &eacute;".utf8))
        #expect(document.headings.map(\.text) == ["One two é"])
        #expect(document.headings.map(\.id) == ["one-two-é"])
    }
}

extension String {
    fileprivate func trimmingSuffix(while matches: (Character) -> Bool) -> String {
        String(reversed().drop(while: matches).reversed())
    }
}
