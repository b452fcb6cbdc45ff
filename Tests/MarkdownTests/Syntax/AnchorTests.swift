import Markdown
import Testing

struct AnchorTests {
    private func ids(_ markdown: String) -> [String] { document(markdown).headings.map(\.id) }

    @Test func headingCarriesItsAnchorAndALinkToIt() {
        #expect(
            document("## Reset your *password*").filledHTML
                == "<h2 id=\"reset-your-password\">Reset your <em>password</em><a class=\"heading-link\" "
                + "href=\"#reset-your-password\" aria-label=\"Link to this section\"></a></h2>\n")
    }

    @Test func anchorKeepsTheLettersOfEveryScript() {
        #expect(
            ids("## 提现 未到账？\n\n## Вход В Систему\n\n## كلمة المرور") == ["提现-未到账", "вход-в-систему", "كلمة-المرور"])
    }

    @Test func linkToAnAnchorOfAnotherScriptIsPercentEncoded() {
        #expect(document("## 提现").filledHTML.contains("href=\"#%E6%8F%90%E7%8E%B0\""))
    }

    @Test func equalHeadingsGetDifferentAnchors() {
        #expect(Set(ids("## A\n\n## A\n\n## A 1\n\n## A")).count == 4)
    }

    @Test func headingWithoutLettersIsASection() {
        #expect(ids("## 🎉\n\n##\n\n## …") == ["section", "section-1", "section-2"])
    }

    @Test(arguments: ["constructor", "`__proto__`", "toString", "gp-main"])
    func anchorNeverIsANameOfScriptsOrOfThePage(heading: String) {
        let ids = ids("## \(heading)")
        #expect(ids.allSatisfy { $0.hasPrefix("section-") }, "\(ids)")
    }

    @Test func authorChoosesTheAnchor() {
        let document = document("## Reset *it* {#reset_1.a}\n\n### B {#b} ###")
        #expect(document.headings.map(\.id) == ["reset_1.a", "b"])
        #expect(document.headings.map(\.text) == ["Reset it", "B"])
        #expect(document.issues.isEmpty)
        #expect(document.filledHTML.withoutHeadingLinks.hasPrefix("<h2 id=\"reset_1.a\">Reset <em>it</em></h2>\n"))
    }

    @Test func chosenAnchorWinsOverAnEarlierHeadingOfThatName() {
        #expect(ids("## Setup\n\n## Other {#setup}") == ["setup-1", "setup"])
    }

    @Test func escapedBraceIsText() {
        #expect(document("## A \\{#b}").headings.map(\.text) == ["A {#b}"])
    }

    @Test func sameAnchorTwiceIsAnError() throws {
        let issue = try #require(
            document("## A {#x}\n\n## B {#x}", options: MarkdownOptions(firstLine: 5)).issues.first)
        #expect(issue.id == "duplicate-anchor" && issue.severity == .error && issue.line == 7)
        #expect(issue.message == "anchor '{#x}' already belongs to the heading in line 5")
        #expect(issue.hint == "give one of them another anchor")
    }

    @Test(arguments: ["a b", "", "a\"b", "gp-main", "constructor"])
    func anchorThatCannotBeOneIsAnError(id: String) {
        let document = document("## Title {#\(id)}")
        #expect(document.issues.map(\.id) == ["invalid-anchor"])
        #expect(document.headings.map(\.id) == ["title"])
    }

    @Test func headingWithThePagesTitleIsLeftOut() {
        let document = document("# Deposits\n\nText", options: MarkdownOptions(title: "Deposits"))
        #expect(document.filledHTML == "<p>Text</p>\n")
        #expect(document.issues.isEmpty && document.headings.isEmpty)
    }

    @Test func anotherTitleIsAWarning() throws {
        let issue = try #require(document("# Withdrawals", options: MarkdownOptions(title: "Deposits")).issues.first)
        #expect(issue.id == "extra-title" && issue.severity == .warning)
        #expect(issue.message == "heading 'Withdrawals' has level 1, which is the page's title")
        #expect(issue.hint == "use '## …' for sections; the title is in the front matter")
    }
}
