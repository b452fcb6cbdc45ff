import Markdown
import Testing

struct LinkTests {
    @Test func linkWithinTheSiteIsLeftToTheConsumer() throws {
        let document = document("See [the *guide*](../a%20b.md#x \"Title\").")
        #expect(String(decoding: document.html, as: UTF8.self) == "<p>See the <em>guide</em>.</p>\n")
        #expect(document.holes.map(\.offset) == [7, 25])
        #expect(document.holes.map(\.content) == [.linkStart(0), .linkEnd(0)])
        let link = try #require(document.links.first)
        #expect((link.destination, link.title) == ("../a%20b.md#x", "Title"))
        #expect((link.line, link.column) == (1, 5))
    }

    @Test func completeAddressIsWrittenAtOnce() {
        let markdown = "[a](HTTPS://a.example/?b&c \"T\") [m](mailto:a@b.example) [t](tel:+100) <https://b.example>"
        let document = document(markdown)
        #expect(document.links.isEmpty && document.issues.isEmpty)
        #expect(document.filledHTML == cmark(markdown))
    }

    @Test(arguments: [
        "javascript:alert(1)", "javascript&colon;alert(1)", "java&NewLine;script:x", "&#1;javascript:x", "vbscript:x",
        "data:text/html,x", "intent:x", "ms-msdt:x", "//evil.example", "\\\\\\\\evil.example", "/\\\\evil.example",
        "C:/x.md",
        "foo:bar.md", "http:evil.example", "https://", "&#32;javascript:x", "java&Tab;script:x", "file:///etc/passwd",
    ])
    func unsafeTargetIsAnErrorAndNoLink(target: String) {
        let document = document("[text](\(target))")
        #expect(document.issues.map(\.id) == ["unsafe-link"])
        #expect(document.filledHTML == "<p>text</p>\n")
    }

    @Test(arguments: ["a.md", "../a.md", "/a/", "#x", "?q", "./a:b.md", "a/b:c.md", "", "#a:b", "?a:b", "a%3Ab.md"])
    func pathIsALinkWithinTheSite(target: String) {
        let document = document("[text](\(target))")
        #expect(document.issues.isEmpty)
        #expect(document.links.map(\.destination) == [target])
    }

    @Test func unsafeTargetIsNamedAtItsPlace() throws {
        let issue = try #require(document("中文 [x](javascript:y)").issues.first)
        #expect((issue.line, issue.column) == (1, 4))
        #expect(issue.severity == .error)
        #expect(issue.message == "link target 'javascript:y' has the scheme 'javascript:', which is not allowed")
        #expect(
            issue.hint
                == "use https:, http:, mailto:, tel: or a path; a path with ':' in its first part begins with './'")
    }

    @Test func linksKnowTheirPlaces() {
        let markdown = """
            First [a](a.md)
            * item
              wrapped **[b](b.md)**
              > quote
              > 中 [c
              > d](c.md)

            | x | y |
            |---|---|
            | `\\|` | é [e](e.md) |

            [^1]

            [^1]: note
                in [f](f.md)
            """
        let places = document(markdown, options: MarkdownOptions(firstLine: 10)).links.map {
            "\($0.destination) \($0.line):\($0.column)"
        }
        #expect(places == ["a.md 10:7", "b.md 12:13", "c.md 14:7", "e.md 19:12", "f.md 24:8"])
    }

    @Test func imageIsLeftToTheConsumer() throws {
        let document = document("Look: ![A *form*](form.png)")
        #expect(String(decoding: document.html, as: UTF8.self) == "<p>Look: </p>\n")
        let image = try #require(document.media.first)
        #expect((image.destination, image.alt, image.caption) == ("form.png", "A form", ""))
        #expect((image.isVideo, image.isFigure, image.line, image.column) == (false, false, 1, 7))
    }

    @Test func loneImageWithCaptionIsAFigureOutsideOfParagraphs() {
        let document = document("![Form](form.png \"The form\")")
        #expect(document.media.map(\.isFigure) == [true])
        #expect(document.media.map(\.caption) == ["The form"])
        #expect(String(decoding: document.html, as: UTF8.self) == "\n")
    }

    @Test func loneImageWithoutCaptionStaysInItsParagraph() {
        #expect(document("![Form](form.png)").filledHTML == "<p><img src=\"form.png\" alt=\"Form\" /></p>\n")
    }

    @Test(arguments: ["clip.mp4", "clip.WEBM", "clip.ogv?x#t=1"])
    func videoReplacesItsParagraph(destination: String) {
        let document = document("![Clip](\(destination))")
        #expect(document.media.map(\.isVideo) == [true])
        #expect(!document.filledHTML.contains("<p>"))
    }

    @Test func imageWithoutAlternativeTextIsAWarning() throws {
        let issue = try #require(document("![](form.png)").issues.first)
        #expect(issue.id == "missing-alt" && issue.severity == .warning)
        #expect(issue.message == "'form.png' has no alternative text")
    }

    @Test func unsafeImageLeavesItsText() {
        let document = document("![Form](data:image/png;base64,x) ![Mail](mailto:a@b.example)")
        #expect(document.issues.map(\.id) == ["unsafe-link", "unsafe-link"])
        #expect(document.filledHTML == "<p>Form Mail</p>\n")
    }

    @Test func bareAddressesAreLinks() {
        #expect(
            html("See www.a.example/b, or mail a.b@c.example.")
                == "<p>See <a href=\"http://www.a.example/b\">www.a.example/b</a>, or mail "
                + "<a href=\"mailto:a.b@c.example\">a.b@c.example</a>.</p>\n")
    }

    @Test func bareAddressEndsAtFullWidthPunctuation() {
        #expect(
            html("打开https://a.example/b。然后") == "<p>打开<a href=\"https://a.example/b\">https://a.example/b</a>。然后</p>\n")
    }

    @Test(arguments: [
        "`https://a.example`", "[https://a.example](b.md)", "https\\://a.example", "ftp://a.example", "a@b",
    ])
    func someAddressesStayText(markdown: String) {
        #expect(!document(markdown).filledHTML.contains("href=\"http"))
        #expect(!document(markdown).filledHTML.contains("mailto"))
    }
}
