import Markdown
import Testing

struct BlockTests {
    @Test func calloutHasTheLabelOfItsKind() {
        #expect(
            html("> [!note]\n> Text")
                == "<aside class=\"callout callout-note\">\n<p class=\"callout-title\">Note</p>\n<p>Text</p>\n</aside>\n"
        )
    }

    @Test func calloutMayHaveATitleOfItsOwn() {
        #expect(
            html("> [!CAUTION] Never share *keys*\n>\n> - a")
                == "<aside class=\"callout callout-caution\">\n<p class=\"callout-title\">Never share <em>keys</em></p>\n"
                + "<ul>\n<li>a</li>\n</ul>\n</aside>\n")
    }

    @Test func escapedCalloutIsAQuote() {
        #expect(html("> \\[!NOTE]\n> x") == "<blockquote>\n<p>[!NOTE]\nx</p>\n</blockquote>\n")
    }

    @Test func unknownCalloutSuggestsANearName() throws {
        let issue = try #require(document("> [!WARNIN]\n> x").issues.first)
        #expect(issue.id == "unknown-callout" && issue.severity == .warning)
        #expect(issue.message == "'[!WARNIN]' is not a callout")
        #expect(issue.hint == "did you mean '[!WARNING]'?")
    }

    @Test func detailsHoldBlocksAndNest() {
        #expect(
            html(":::details A < B\ntext\n\n:::details Inner\n- x\n:::\n:::\nafter")
                == "<details class=\"details\">\n<summary>A &lt; B</summary>\n<p>text</p>\n<details class=\"details\">\n"
                + "<summary>Inner</summary>\n<ul>\n<li>x</li>\n</ul>\n</details>\n</details>\n<p>after</p>\n")
    }

    @Test func detailsWorkInAListItem() {
        let html = html("1. Step\n   :::details More\n   text\n   :::\n2. Next")
        #expect(
            html.contains(
                "<li>Step\n<details class=\"details\">\n<summary>More</summary>\n<p>text</p>\n</details>\n</li>"))
    }

    @Test func markersInCodeAreText() {
        #expect(html("```\n:::details x\n:::\n```") == "<pre><code>:::details x\n:::\n</code></pre>\n")
        #expect(html("    :::details x") == "<pre><code>:::details x\n</code></pre>\n")
        #expect(html("```\n<?>details x\n```\n:::") == "<pre><code>&lt;?&gt;details x\n</code></pre>\n")
    }

    @Test func detailsWithoutEndAreAnError() throws {
        let issue = try #require(document("a\n\n:::details X\ntext").issues.first)
        #expect(issue.id == "unclosed-block" && issue.severity == .error && issue.line == 3)
        #expect(issue.message == "':::details' is never closed")
        #expect(html(":::details X\ntext") == "<p>text</p>\n")
    }

    @Test func endWithoutDetailsIsAnError() {
        #expect(issues("text\n\n:::") == ["3:1 unclosed-block"])
        // They do not reach across list items and quotes.
        #expect(issues("- :::details X\n\n:::") == ["1:3 unclosed-block", "3:1 unclosed-block"])
    }

    @Test func unknownBlockKeepsItsText() throws {
        let document = document(":::warning\ntext\n:::")
        #expect(document.filledHTML == "<p>text</p>\n")
        let issue = try #require(document.issues.first)
        #expect(issue.id == "unknown-block" && document.issues.count == 1)
        #expect(issue.hint == "callouts are block quotes that begin with '> [!WARNING]'")
    }

    @Test func taskListHasLabelledBoxes() {
        #expect(
            html("- [ ] open\n- [X] done\n- [ ]x\n- \\[ ] text")
                == "<ul>\n<li class=\"task\"><input type=\"checkbox\" disabled aria-label=\"To do\"> open</li>\n"
                + "<li class=\"task\"><input type=\"checkbox\" disabled checked aria-label=\"Done\"> done</li>\n"
                + "<li>[ ]x</li>\n<li>[ ] text</li>\n</ul>\n")
    }

    @Test func strikethroughFollowsGitHub() {
        #expect(
            html("~~a *b* c~~ ~d~ ~~~e~~~ \\~f~ ~ g ~")
                == "<p><del>a <em>b</em> c</del> <del>d</del> ~~~e~~~ ~f~ ~ g ~</p>\n")
    }

    @Test func answersOfAnFAQAreSections() {
        let document = document("Intro\n\n## One?\nA\n\n### Sub\n\n## Two?\n\nB", options: MarkdownOptions(isFAQ: true))
        #expect(document.questions.map(\.text) == ["One?", "Two?"])
        #expect(document.questions.map(\.line) == [3, 8])
        #expect(
            document.filledHTML.withoutHeadingLinks
                == "<p>Intro</p>\n<section class=\"question\">\n<h2 id=\"one\">One?</h2>\n<div class=\"answer\">\n<p>A</p>\n"
                + "<h3 id=\"sub\">Sub</h3>\n</div>\n</section>\n<section class=\"question\">\n<h2 id=\"two\">Two?</h2>\n"
                + "<div class=\"answer\">\n<p>B</p>\n</div>\n</section>\n")
        #expect(document.answers == ["<p>A</p>\n<h3 id=\"sub\">Sub</h3>\n", "<p>B</p>\n"])
    }

    @Test func summaryIsTheFirstOrdinaryParagraph() {
        let markdown = "> quote\n\n- item\n\n![x](x.png)\n\nIt ~~was~~ *is* `so`[^1]. Bye.\n\n[^1]: n"
        #expect(document(markdown).summary == "It was is so. Bye.")
    }

    @Test func longSummaryEndsWithASentenceOrAWord() {
        let sentences = String(repeating: "Twenty letters here. ", count: 12)
        #expect(document(sentences).summary == String(repeating: "Twenty letters here. ", count: 9).dropLast())
        let words = document(String(repeating: "word ", count: 60)).summary
        #expect(words.hasSuffix("word…") && words.count <= 200)
        let chinese = document(String(repeating: "提现需要十分钟。", count: 40)).summary
        #expect(chinese.hasSuffix("。") && chinese.count <= 200)
    }

    @Test func wordsAreCountedInEveryScript() {
        #expect(document("One *two* `three`\nfour").wordCount == 4)
        #expect(document("提现未到账").wordCount == 5)
    }

    @Test func nestingBeyondUseIsRefused() throws {
        let issue = try #require(document(String(repeating: "> ", count: 200) + "x").issues.first)
        #expect(issue.id == "nesting-too-deep" && issue.severity == .error)
        #expect(issue.message == "more than 100 elements are nested in each other")
    }
}

extension MarkdownDocument {
    /// The HTML of each answer.
    fileprivate var answers: [String] {
        var result: [String] = []
        var start = 0
        for hole in holes {
            switch hole.content {
            case .answerStart: start = hole.offset
            case .answerEnd:
                result.append(String(decoding: html[start..<hole.offset], as: UTF8.self).withoutHeadingLinks)
            default: break
            }
        }
        return result
    }
}
