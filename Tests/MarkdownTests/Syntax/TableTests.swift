import Markdown
import Testing

struct TableTests {
    @Test func tableScrollsInALabelledFrame() {
        #expect(
            html("| Fee | Net |\n|:--|--:|\n| 1 | *2* |")
                == "<div class=\"table-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"Table\">\n<table>\n<thead>\n<tr>\n"
                + "<th class=\"align-left\">Fee</th>\n<th class=\"align-right\">Net</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
                + "<td class=\"align-left\">1</td>\n<td class=\"align-right\"><em>2</em></td>\n</tr>\n</tbody>\n</table>\n</div>\n"
        )
    }

    @Test func cellsKnowTheLinksDefinedElsewhere() {
        let document = document("| [a] | ![b] |\n|--|--|\n\n[a]: a.md\n[b]:\n  b.png")
        #expect(document.links.map(\.destination) == ["a.md"])
        #expect(document.media.map(\.destination) == ["b.png"])
    }

    @Test func cellsDoNotBeginBlocks() {
        let html = html("| a |\n|--|\n| # b |\n| - c |\n| > d |\n| ``` |\n| 1. e |")
        for cell in ["# b", "- c", "&gt; d", "```", "1. e"] { #expect(html.contains("<td>\(cell)</td>")) }
    }

    @Test func cellsHoldExtensions() {
        let html = html("| [ ] ~~a~~ [^1] www.a.example |\n|--|\n\n[^1]: n")
        #expect(html.contains("<th>[ ] <del>a</del> <sup class=\"footnote-ref\">"))
        #expect(html.contains("<a href=\"http://www.a.example\">"))
    }

    @Test func textBeforeAndAfterATableStaysText() {
        let html = html("before *x*\n| a |\n|--|\n| b |\n7. list\n***\nafter")
        #expect(html.hasPrefix("<p>before <em>x</em></p>\n<div"))
        #expect(html.hasSuffix("</div>\n<ol start=\"7\">\n<li>list</li>\n</ol>\n<hr />\n<p>after</p>\n"))
    }

    @Test func ruleBelowATableIsNoHeading() {
        let html = html("| a |\n|--|\n| b |\n---")
        #expect(html.contains("<td>b</td>") && html.hasSuffix("</div>\n<hr />\n"))
    }

    @Test func tablesStandInListsQuotesAndCallouts() {
        #expect(html("> | a |\n> |--|\n> | b |").contains("<blockquote>\n<div class=\"table-scroll\""))
        #expect(html("- x\n\n  | a |\n  |--|\n  | b |").contains("<td>b</td>"))
        let callout = html("> [!TIP]\n> | a |\n> |--|\n> | b |")
        #expect(callout.contains("<p class=\"callout-title\">Tip</p>\n<div class=\"table-scroll\""))
    }

    @Test func cellsThatAreCutOffAreAWarning() throws {
        let issue = try #require(document("| a | b |\n|--|--|\n| 1 | 2 | 3 |").issues.first)
        #expect((issue.id, issue.line, issue.column) == ("table-extra-cells", 3, 11))
        #expect(issue.message == "table row has 3 cells, but the table has 2 columns, so the last one is lost")
        #expect(issues("| a |\n|--|\n| 1 | |").isEmpty)
    }
}
