import Markdown
import Testing

struct FootnoteTests {
    @Test func notesAreNumberedByFirstUse() {
        let html = html("A[^b] B[^a] C[^b]\n\n[^a]: first\n[^b]: second *note*")
        #expect(html.contains("A<sup class=\"footnote-ref\"><a href=\"#fn:1\" id=\"fnref:1\">1</a></sup> B"))
        #expect(html.contains("C<sup class=\"footnote-ref\"><a href=\"#fn:1\" id=\"fnref:1:2\">1</a></sup>"))
        #expect(
            html.contains(
                "<section class=\"footnotes\">\n<h2 id=\"footnotes\">Notes</h2>\n<ol>\n<li id=\"fn:1\">\n<p>second"))
        #expect(html.contains("<a href=\"#fnref:1:2\" class=\"footnote-backref\" aria-label=\"Back to the text 2\">"))
    }

    @Test func noteMayHaveSeveralBlocks() {
        let html = html("A[^1]\n\n[^1]: one\n    two\n\n    - item\n\n        code\n\nafter")
        #expect(html.hasPrefix("<p>A<sup"))
        #expect(html.contains("</sup></p>\n<p>after</p>\n<section"))
        #expect(html.contains("<p>one\ntwo</p>\n<ul>\n<li>"))
    }

    @Test func noteMayGoOnInTheNextLine() {
        let html = html("A[^1]\n\n[^1]: one\ntwo\n\nthree")
        #expect(html.contains("<p>one\ntwo <a") && html.contains("<p>three</p>\n<section"))
    }

    @Test func oneWordNoteIsNotALinkDefinition() {
        #expect(document("A[^1]\n\n[^1]: word").links.isEmpty)
    }

    @Test func definitionsInCodeAndListsAreText() {
        #expect(html("```\n[^1]: x\n```\n[^1]") == "<pre><code>[^1]: x\n</code></pre>\n<p>[^1]</p>\n")
        #expect(!html("- a\n\n  [^1]: x y\n\n[^1]").contains("footnote"))
    }

    @Test func unknownAndEscapedReferencesAreText() {
        #expect(html("[^x] \\[^1]\n\n[^1]: n").hasPrefix("<p>[^x] [^1]</p>\n"))
    }

    @Test func unusedNoteIsAWarning() throws {
        let issue = try #require(document("text\n\n[^1]: n").issues.first)
        #expect((issue.id, issue.line, issue.severity) == ("unused-footnote", 3, .warning))
        #expect(issue.message == "footnote '[^1]' is never referred to, so nobody sees it")
    }

    @Test func secondNoteOfALabelIsAnError() throws {
        let issue = try #require(document("[^a]\n\n[^a]: n\n[^A]: m").issues.first)
        #expect((issue.id, issue.line, issue.severity) == ("duplicate-footnote", 4, .error))
        #expect(issue.message == "footnote '[^A]' is already defined in line 3")
    }
}
