import Testing

@testable import Resolving

struct PathSegmentTests {
    @Test(arguments: [
        ("Lost phone", "lost-phone"), ("lost--phone", "lost-phone"), (" lost phone ", "lost-phone"), ("C++", "c++"),
        ("Oplà & co", "oplà-co"), ("한국어", "한국어"), ("!", "!"), ("100% sure?", "100-sure"), ("a.b", "a.b"), ("v1.", "v1"),
        ("...", "page"), ("???", "page"), ("tab\there", "tab-here"), ("line\nbreak", "line-break"),
        ("日本\u{3000}語", "日本-語"),
        ("What's new", "what-s-new"), ("<b>", "b"), ("a:b", "a-b"), ("İstanbul", "i̇stanbul"), ("-", "page"),
    ])
    func namesBecomeReadableSegments(name: String, segment: String) {
        #expect(PathSegment.make(from: name) == segment)
    }

    @Test(arguments: ["Lost phone", "C++", "Oplà & co", "한국어", "100% sure?", "...", "\"'`", "a|b", "\u{7F}", "x."])
    func everySegmentCouldBeASlug(name: String) {
        #expect(PathSegment.problem(with: PathSegment.make(from: name)) == nil)
    }

    @Test(arguments: ["reset-password", "重置密码", "c++", "a.b", "!", String(repeating: "x", count: 200)])
    func slugsThatCanBeAFolderAreTakenAsTheyAre(slug: String) {
        #expect(PathSegment.problem(with: slug) == nil)
    }

    @Test(arguments: [
        ("", "it names no folder"), (".", "it names no folder"), ("..", "it names no folder"),
        ("../../x", "it holds '/'"), ("/etc", "it holds '/'"), ("%2e%2e", "it holds '%'"), ("a\\b", "it holds '\\'"),
        ("a?b", "it holds '?'"), ("a#b", "it holds '#'"), ("\"", "it holds '\"'"), ("a b", "it holds a space"),
        ("a\u{3000}b", "it holds a space"), ("a\u{0}b", "it holds an invisible character"),
        ("a.", "it ends with a dot, which some file systems drop"),
        (String(repeating: "语", count: 67), "it is longer than 200 bytes"),
    ])
    func slugsThatCannotAreRefused(slug: String, problem: String) {
        #expect(PathSegment.problem(with: slug) == problem)
    }
}
