import Markdown
import Testing

struct RawHTMLTests {
    @Test func harmlessTagsPassInLowerCase() {
        let document = document("Press <KBD>Ctrl</KBD><br/>H<sub>2</sub>O")
        #expect(document.filledHTML == "<p>Press <kbd>Ctrl</kbd><br>H<sub>2</sub>O</p>\n")
        #expect(document.issues.isEmpty)
    }

    @Test func attributesAreLeftOut() throws {
        let document = document("<kbd onclick=\"x()\">a</kbd>")
        #expect(document.filledHTML == "<p><kbd>a</kbd></p>\n")
        #expect(document.issues.map(\.message) == ["HTML tag <kbd> cannot have attributes; they were left out"])
    }

    @Test func tagThatIsNotAllowedLeavesItsText() {
        let document = document("<div align=\"center\">\n<b>a</b> &amp; c\n</div>\n\nx <font>y</font>")
        #expect(document.filledHTML == "<p><b>a</b> &amp; c</p>\n<p>x y</p>\n")
        #expect(document.issues.map(\.message).first == "HTML tag <div> is not supported and was left out")
        #expect(document.issues.count == 2)
    }

    @Test(arguments: ["script", "style", "iframe", "svg", "textarea", "title", "noscript", "template", "xmp", "math"])
    func contentOfScriptsAndTheLikeIsLost(tag: String) {
        #expect(!document("a <\(tag)>secret</\(tag)> b").filledHTML.contains("secret"))
        #expect(!document("<\(tag)>\nsecret\n</\(tag)>").filledHTML.contains("secret"))
    }

    @Test func tagWithoutPartnerIsLeftOut() {
        let document = document("a <b>b\n\n</i> c")
        #expect(document.filledHTML == "<p>a b</p>\n<p> c</p>\n")
        #expect(
            document.issues.map(\.message)
                == [
                    "HTML tag <b> has no </b> beside it and was left out",
                    "HTML tag </i> has no <i> beside it and was left out",
                ])
    }

    @Test func tagsMayHoldBlocksOfMarkdown() {
        #expect(
            html("<details>\n<summary>S</summary>\n\n*text*\n\n</details>")
                == "<details>\n<summary>S</summary>\n<p><em>text</em></p>\n</details>\n")
    }

    @Test func commentsVanishWithoutAWord() {
        let document = document("<!-- a -->\n\nb <!-- c -->d")
        #expect(document.filledHTML == "<p>b d</p>\n")
        #expect(document.issues.isEmpty)
    }

    @Test func declarationIsReportedByItsBeginning() {
        #expect(
            document("<?php x ?>").issues.map(\.message) == [
                "markup that begins with '<?php' is not supported and was left out"
            ])
    }

    @Test func faultIsReportedOnceForEachBlock() {
        #expect(issues("> <span>a</span> <span>b</span>\n\n中 <span>c</span>") == ["1:3 raw-html", "3:3 raw-html"])
    }

    @Test func hintSaysHowToWriteItInMarkdown() {
        #expect(
            document("<a href=x>y</a>").issues.map(\.hint) == [
                "write a link as '[text](target.md)', an anchor as '## Heading {#anchor}'"
            ])
    }
}
