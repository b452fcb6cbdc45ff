import HelpCenter
import Testing

@testable import Resolving

struct LinkPathTests {
    @Test func aDestinationIsTakenApart() {
        let path = LinkPath("../a%20b/%ED%95%9C.md?x=%20#%E4%B8%80%20two")
        #expect(path.path == "../a b/한.md")
        #expect(path.query == "?x=%20")
        #expect(path.fragment == "一 two")
    }

    @Test func partsMayBeMissing() {
        #expect(LinkPath("a.md").fragment == nil)
        #expect(LinkPath("#top").path == "" && LinkPath("#top").fragment == "top")
        #expect(LinkPath("a.md#").fragment == "")
        #expect(LinkPath("a.md#b?c").query == "")
        #expect(LinkPath("").path == "")
    }

    @Test(arguments: ["100%", "%", "%zz", "%f", "%ff", "%C3%28", "a%2"])
    func whatIsNotEncodedStaysAsItIs(text: String) {
        #expect(LinkPath(text).path == text)
    }

    @Test(arguments: [
        ("b.md", "en/a/b.md"), ("./b.md", "en/a/b.md"), ("../b.md", "en/b.md"), ("../", "en/"), ("..", "en/"),
        (".", "en/a/"), ("./", "en/a/"), ("/fees/", "en/fees/"), ("/", "en/"), ("../../zh-Hans/b.md", "zh-Hans/b.md"),
        ("b//c.md", "en/a/b/c.md"), ("b/../c.md", "en/a/c.md"), ("b/", "en/a/b/"), ("b", "en/a/b"), ("../../..", nil),
        ("../../../x.md", nil), ("../..", ""), ("%2e%2e/b.md", "en/b.md"),
    ])
    func pathsAreSeenFromTheirFolder(destination: String, place: String?) throws {
        let locale = try #require(LocaleCode("en"))
        let resolved = LinkPath(destination).resolved(from: "en/a/", locale: locale)
        #expect(resolved == place || (place == "" && resolved == "/"))
    }
}
