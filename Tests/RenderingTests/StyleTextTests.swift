import Testing

@testable import Rendering

/// Style sheets are published without comments and indentation, and otherwise as they are.
struct StyleTextTests {
    private func published(_ text: String) -> String {
        String(decoding: StyleText(Array(text.utf8)).published, as: UTF8.self)
    }

    @Test(arguments: [
        ("/* one */\n\na {\n  color: red; /* two */\n\n\tmargin: 0;\n}\n", "a {\ncolor: red;\nmargin: 0;\n}\n"),
        ("a { color: red }", "a { color: red }"),
        ("a{}\r\n\r\n  b{}\r\n", "a{}\nb{}\n"),
        ("/* nothing but this */", ""),
        ("a{} /* end */", "a{}"),
        ("", ""),
        ("\u{FEFF}a{}/* end */", "\u{FEFF}a{}"),
        ("a,\n  b > c {}", "a,\nb > c {}"),
        ("a { --x: /* none */; }", "a { --x: ; }"),
        ("p::before { content: \"é\"; } /* ü */", "p::before { content: \"é\"; }"),
    ])
    func commentsIndentationAndBlankLinesAreLeftOut(text: String, expected: String) {
        #expect(published(text) == expected)
    }

    /// White space between selectors has a meaning, and names that touch become one.
    @Test(arguments: [
        ("a/* one */.b {}", "a/**/.b {}"),
        ("a /* one */.b {}", "a .b {}"),
        ("a/* one */ .b {}", "a .b {}"),
        ("a /* one\n two */ .b {}", "a .b {}"),
        ("a/* one */\n  .b {}", "a\n.b {}"),
        ("margin: 1px/* one */2px", "margin: 1px/**/2px"),
        ("a/* one *//* two */b", "a/**/b"),
    ])
    func tokensNeitherJoinNorPart(text: String, expected: String) {
        #expect(published(text) == expected)
    }

    @Test(arguments: [
        "a { content: \"/* one */\" }", "a { content: '\\'/* one */' }", "a { content: \"one \\\n   two\" }",
        "a { background: url(a/*b*/c.svg) }", "a { background: URL( //cdn.example/*/x.svg ) }",
        "a { background: url(a\\)/*b*/) }", "a { background: url( \"/*one*/\" ) }", ".a\\26 .b {}", ".a\\26\n  .b {}",
        ".a\\:b {}", "a { width: calc(1px / 2) }", ".a\\/* {}", "@import url(\"a.css\") layer(b);",
    ])
    func whatIsWithinATokenStays(text: String) {
        #expect(published("\(text)/* end */") == text)
        #expect(published("/* one */ \(text) /* two */\n  b {}") == "\(text)\nb {}")
    }

    @Test func onlyURLsHoldWhatLooksLikeAComment() {
        #expect(published("a { width: my-url(b /* one */) }") == "a { width: my-url(b ) }")
        #expect(published("a { background: url(\"b\" /* one */) }") == "a { background: url(\"b\" ) }")
    }

    @Test func commentsThatStateALicenceStay() {
        #expect(published("  /*! (c) */\n\n  a {}") == "/*! (c) */\na {}")
        #expect(published("a {} /* one */\n  /* @license MIT */ b {}") == "a {}\n/* @license MIT */ b {}")
    }

    @Test(arguments: [
        "a { content: \"b", "a { content: \"b\n\" }", "/* a", "a { background: url(b", ".a\\26/* one */ .b {}",
        "a { background: \\75rl(/*b*/) }", "a\u{0C}b", "a\\", "a\\\nb",
    ])
    func whatIsNotClearStaysAsItIs(text: String) {
        let text = "  /* one */\n\(text)"
        #expect(published(text) == text)
    }
}
