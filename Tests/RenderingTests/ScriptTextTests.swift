import Testing

@testable import Rendering

/// Scripts are published without comments, indentation and needless spaces, and otherwise as they are.
struct ScriptTextTests {
    private func published(_ text: String) -> String {
        String(decoding: ScriptText(Array(text.utf8)).published, as: UTF8.self)
    }

    @Test(arguments: [
        ("// one\n\n  let a = 1; // two\n\n\tlet b;  \n", "let a=1;\nlet b;\n"),
        ("let a;", "let a;"),
        ("let a;\n\n\n", "let a;\n"),
        ("let a; // end", "let a;"),
        ("// nothing but this", ""),
        ("", ""),
        ("f(a,  b)", "f(a,b)"),
        ("in  a", "in  a"),
        ("f(/* one */ a /* two */)", "f(a)"),
        ("return/* no line break */a", "return a"),
        ("a +/**/+ b", "a + + b"),
        ("a =/**/ b", "a=b"),
        ("a/* one */\n  /* two */\n  b", "a\nb"),
        ("let größe = \"ä\"; // ü\n  名 = 1", "let größe=\"ä\";\n名=1"),
        ("a = 1\r\n\r\n  // one\r\n  b = 2\r\n", "a=1\nb=2\n"),
        ("a\r  // one\r  b\r", "a\nb\n"),
        ("// one\u{0C}still the comment\na", "a"),
        ("#!/usr/bin/env node\n// one\n  a()", "#!/usr/bin/env node\na()"),
        ("\u{FEFF}a // one", "\u{FEFF}a"),
        (
            "class A {\n  #x = 1; // one\n  has(o) { return #x in o; }\n}",
            "class A{\n#x=1;\nhas(o){return #x in o;}\n}"
        ),
        ("#x in /a\"/", "#x in /a\"/"),
    ])
    func commentsIndentationAndBlankLinesAreLeftOut(text: String, expected: String) {
        #expect(published(text) == expected)
    }

    @Test(arguments: [
        ("if (a) { b( c ) } else { d [ e ] = f ; }", "if(a){b(c)}else{d[e]=f;}"),
        ("a = b < c && d > e || ! f ? g : h", "a=b<c&&d>e||!f?g:h"),
        ("a ** b * c & d | e", "a**b*c&d|e"),
        ("( { a , b } ) => [ c , ! d ]", "({a,b})=>[c,!d]"),
        ("a ?? b; a <= b; a !== b; a ||= b", "a??b;a<=b;a!==b;a||=b"),
        ("function * f () { yield * g (); }", "function*f(){yield*g();}"),
        ("import * as a from \"b\"", "import*as a from \"b\""),
        ("return [ \"a b\" ]", "return[\"a b\"]"),
        ("a = `b` ;", "a=`b`;"),
        ("a = 1 % 2 ^ ~ b", "a=1%2^ ~b"),
        ("f(a /* one */, b)", "f(a,b)"),
        ("f(a)\t?\u{0B}b\u{0C}: c", "f(a)?b:c"),
    ])
    func spacesBesideBracketsAndOperatorsAreLeftOut(text: String, expected: String) {
        #expect(published(text) == expected)
    }

    @Test(arguments: [
        // Two words, or what may be parts of them.
        "let a", "return \"a\"", "typeof `a`", "#x in o", "a instanceof 名",
        // A dot begins or ends numbers, and `?.` is an operator.
        "(1) .a", "1 .a", "a? .5:b", "1. *2", "[ ...a]", "a?. [0]",
        // A slash divides, or begins and ends expressions; with `*` or `/` it begins a comment.
        "a / b", "a= /b/", "( /a/ )", "a* /b/ [0]", "a / /b/ /c",
        // Signs are also steps.
        "a + +b", "a - -b", "a+ ++b", "(a) + (b)", "a= -b", "a++ ;", "a-- >0", "[ +a]",
        // Together they would be another operator, or begin a comment.
        "a= =b", "a= >b", "a& &b", "a? ?b", "a* *b", "a< <b", "a! =b", "a< !--b", "a< !b",
    ])
    func spacesThatKeepTokensApartStay(text: String) {
        #expect(published(text) == text)
    }

    @Test(arguments: ["`${ a }`", "`${ { b : [ c ] } }`", "`( a , b )`", "/ ( a ) /", "\"( a , b )\"", "'a = b'"])
    func spacesWithinTemplatesExpressionsAndStringsStay(text: String) {
        #expect(published("f ( a, \(text), b )").contains(text))
    }

    /// Where a semicolon is missing, the end of the line stands for it (ECMA-262, 12.10).
    @Test(arguments: [
        ("let a = 1\n\n  // one\n  let b = 2", "let a=1\nlet b=2"),
        ("let a = 1 /* one\n two */ let b = 2", "let a=1\nlet b=2"),
        ("a /* one\n*/ ++b", "a\n++b"),
        ("return // one\n  a", "return\na"),
        ("return /* one\r\n two */ a", "return\na"),
        ("break // one\n  outer()", "break\nouter()"),
        ("a = b // one\n  (c)", "a=b\n(c)"),
        ("a // one\n  `b`", "a\n`b`"),
    ])
    func lineBreaksBetweenTokensStay(text: String, expected: String) {
        #expect(published(text) == expected)
    }

    @Test(arguments: [
        "/*! (c) */", "/* @license MIT */", "/**\n * @license\n *   MIT\n */",
    ])
    func commentsThatStateALicenceStay(comment: String) {
        #expect(published("// one\n  \(comment)\n\n  a; // two") == "\(comment)\na;")
        #expect(published("a /* one */ \(comment) b") == "a \(comment) b")
        #expect(published("a\n// @license MIT\n\n  b") == "a\n// @license MIT\nb")
    }

    /// Each text is followed by a comment, which is left out only where the text is understood.
    @Test(arguments: [
        #""//""#, #"'/* */'"#, #""\"//""#, #"'\\' "#, "\"one \\\n  // two\"", "\"one \\\r\n  // two\"",
        "\"\u{2028}//\"", "'`'", "'${'",
    ])
    func stringsStay(string: String) {
        let trimmed = string.hasSuffix(" ") ? String(string.dropLast()) : string
        #expect(published("a = \(string) ; // comment") == "a=\(trimmed);")
        #expect(published("f(\(trimmed)) // comment") == "f(\(trimmed))")
    }

    @Test(arguments: [
        "`//`", "`\n\n   // one\n  /* two */ `", "`a\r\n  b`", "`\\``", "`\\${ // `", "`$ {} $`", "`${a}//`",
        "`${ `//${ {b: \"}\"} }//` }//`", "`${ a /* stays */ }\n  //`", "`${\n  a // stays\n} //`", "`${/`/}//`",
        "tag`//`", "`${(() => { return `}` })()}//`",
    ])
    func templatesStayWithAllThatIsInThem(template: String) {
        #expect(published("a = \(template); // comment\n  b") == "a=\(template);\nb")
    }

    @Test(arguments: [
        "a= /\\/\\*/", "a= /[/*]/", "a= /[\\]//*]/", "f(/'/)", "[/`/]", "a&& /\"/", "a? /'/: /\"/",
        "!/'/.test(a)",
        "return /'/g", "typeof /'/", "case /'/:", "throw /'/", "x=> /'/", "if(a) /'/.test(b)",
        "while(a(b)) /'/.test(b)",
        "for(const a of b) /'/.exec(a)", "for await(const a of b) /'/.exec(a)", "{ /'/.test(a)}", "a; /'/.test(b)",
        "a in /'/", "a={b: /'/}", "a=[.../'/.exec(b)]", "1. in /'/", "a=\n/'/", "(\n/'/)", "return a, /'/",
        "else /'/.test(a)",
        "a= /[[a]--[\\/]]'/v", "a=`${/'/}`", "/'/.test(a)", "export default /'/", "a + /'/", "a++ + /'/",
    ])
    func regularExpressionsStay(text: String) {
        #expect(published("\(text) // it's\n  b") == "\(text)\nb")
    }

    @Test(arguments: [
        "a / b", "a / b / c", "a /=b", "(a) / b", "a[0] / b", "1 / 2", "1./2", "1.5 / 2", ".5 / 2", "0x1f / 2",
        "\"a\" / b",
        "`a` / b",
        "/a/ / b", "/a/g / b", "this / b", "a.return / b", "a?.typeof / b", "a.if(b) / c", "a.#if(b) / c",
        "f(if_(a)) / b",
        "$ / b", "größe / b", "async / b", "1.5.toFixed() / 2", "null / b",
    ])
    func quotientsAreNoRegularExpressions(text: String) {
        // Were the slash the beginning of one, the next would end it behind the comment's quote.
        #expect(published("\(text) // it's\n  b / c") == "\(text)\nb / c")
    }

    @Test(arguments: [
        "a = {} / b", "{}\n/'/.test(a)", "a++ / b", "++/'/.lastIndex", "a\n/ b", "a\n/'/.test(b)",
        "let a\n/'/g.test(b)",
        "import \"a\"\n/'/.test(b)", "do a; while (b)\nc\n/d/", "await / b", "yield /'/", "of / b",
        "a <!-- b", "<!-- a", "--> a", "a\n  --> b", "/* a\n*/ --> b", "\\u0061 / b", "@a class {}", "a\u{A0}b",
        "a\u{2028}b", "// a\u{2028}b", "/* a\u{2029}b */", "\u{3000}a", "a \u{FEFF}b",
    ])
    func whatIsNotClearStaysAsItIs(text: String) {
        let text = "  // one\n\(text)\n  // two\n"
        #expect(published(text) == text)
    }

    @Test(arguments: [
        "\"a", "'a\nb'", "`a", "`${a", "`${`", "/* a", "a = /b", "a = /[/]", "a = /b\n/", "a = \"b\\", "(a", "a)",
        "[a)",
        "{ a", "}", "`${a]}`", "a = /\\", "a = /b\\\n/",
    ])
    func whatEndsTooEarlyStaysAsItIs(text: String) {
        let text = "  // one\n\(text)"
        #expect(published(text) == text)
    }

    @Test func bytesThatAreNotUTF8Stay() {
        let bytes: [UInt8] = Array("// one \u{FF}\n a = \"".utf8) + [0xFF, 0xC3, 0x22] + Array("; // two".utf8)
        #expect(ScriptText(bytes).published == Array("a=\"".utf8) + [0xFF, 0xC3, 0x22, 0x3B])
    }

    @Test func nothingIsLeftToDoInWhatIsPublished() {
        let text = "/*! one */ a // two\n\n  b(/* three */c)\n  `\n  d`"
        #expect(published(published(text)) == published(text))
    }
}
