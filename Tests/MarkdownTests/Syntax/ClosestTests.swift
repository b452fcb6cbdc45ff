import Markdown
import Testing

struct ClosestTests {
    @Test func nearWordIsSuggested() {
        #expect(closest(to: "netwrok.md", among: ["network.md", "fees.md"]) == "network.md")
        #expect(closest(to: "titel", among: ["date", "title"]) == "title")
    }

    @Test func farWordsAreNot() {
        #expect(closest(to: "abc", among: ["xyz", "abcdefgh", ""]) == nil)
        #expect(closest(to: "a", among: ["b"]) == nil)
    }

    @Test func firstOfEquallyNearOnesIsSuggestedWhateverTheOrder() {
        #expect(closest(to: "cat", among: ["rat", "bat"]) == "bat")
        #expect(closest(to: "cat", among: ["bat", "rat"]) == "bat")
    }
}
