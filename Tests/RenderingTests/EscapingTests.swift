import Foundation
import HelpCenter
import Testing

@testable import Rendering

struct EscapingTests {
    @Test func whatHasAMeaningInHTMLIsEscaped() {
        #expect(HTMLText.escape("<a href=\"x\">'&'</a>") == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;")
        #expect(HTMLText.escape("中文 plain 🎉") == "中文 plain 🎉")
        #expect(HTMLText.escape("") == "")
        #expect(HTMLText.escape("&amp;") == "&amp;amp;")
    }

    @Test(arguments: [
        "plain", "\"quoted\" \\ back", "line\nbreak\r\ttab", "</script><!--", "\u{0}\u{1}\u{1F}",
        "中文 🎉 \u{2028}\u{2029}", "a & b > c < d", "",
    ])
    func jsonTextsComeBackAsTheyWere(text: String) throws {
        var output: [UInt8] = []
        JSONText.object([("key", .string(text)), ("list", .array([.bytes(Array(text.utf8)), .integer(-3)]))]).append(
            to: &output)
        #expect(!output.contains(UInt8(ascii: "<")) && !output.contains(UInt8(ascii: ">")))
        let value = try #require(try JSONSerialization.jsonObject(with: Data(output)) as? [String: Any])
        #expect(value["key"] as? String == text)
        let list = try #require(value["list"] as? [Any])
        #expect(list.first as? String == text && list.last as? Int == -3)
    }
}
