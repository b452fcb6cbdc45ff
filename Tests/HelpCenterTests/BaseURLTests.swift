import HelpCenter
import Testing

struct BaseURLTests {
    @Test(arguments: [
        ("https://help.example", "https://help.example/", "/"), ("https://help.example/", "https://help.example/", "/"),
        ("https://help.example/a/b", "https://help.example/a/b/", "/a/b/"),
        ("HTTPS://help.example/", "https://help.example/", "/"),
        ("http://localhost:8080/help/", "http://localhost:8080/help/", "/help/"),
        ("https://xn--bcher-kva.example/", "https://xn--bcher-kva.example/", "/"),
    ])
    func anAddressEndsWithASlash(given: String, text: String, path: String) throws {
        let url = try #require(BaseURL(given))
        #expect(url.text == text)
        #expect(url.path == path)
    }

    @Test(arguments: [
        "", "help.example", "//help.example/", "ftp://help.example/", "https://", "https:///path",
        "https://help.example/?a=b",
        "https://help.example/#top", "https://help.example/a b", "https://help.example/\"", "javascript:alert(1)",
        "https:help.example",
        "https://help.example\\@evil.example/", "https://bücher.example/", "https://a<b/", "https://?", "https://#",
    ])
    func otherTextsAreNoAddresses(text: String) {
        #expect(BaseURL(text) == nil)
    }

    @Test func pagesLieBelowIt() throws {
        let url = try #require(BaseURL("https://help.example/support"))
        #expect(url.url(of: Permalink("/en/a b/")) == "https://help.example/support/en/a%20b/")
        #expect(url.url(of: Permalink("/")) == "https://help.example/support/")
    }
}
