import Testing

@testable import Search

@Suite struct KeyOrderTests {
    private func precedes(_ left: String, _ right: String) -> Bool {
        KeyOrder.precedes(Array(left.utf8), Array(right.utf8))
    }

    /// Texts of up to ten characters, many of which begin alike.
    private func texts() -> [String] {
        var random = RepeatableRandom(seed: 1)
        let characters = Array("ab\u{7F}\u{80}\u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFF}\u{10000}\u{10FFFF}".unicodeScalars)
        return (0..<300).map { _ in
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...10, using: &random) {
                // Some characters more often than others, so that texts share beginnings.
                let index = Int.random(in: 0..<characters.count, using: &random)
                text.append(characters[Bool.random(using: &random) ? index : index % 2])
            }
            return String(text)
        }
    }

    @Test func textsAreInTheOrderOfTheirCodeUnits() {
        let texts = texts()
        for left in texts {
            for right in texts where precedes(left, right) != left.utf16.lexicographicallyPrecedes(right.utf16) {
                Issue.record("\(left.debugDescription) and \(right.debugDescription)")
            }
        }
    }

    @Test func headsAreInTheOrderOfTheirTexts() {
        let texts = texts().map { Array($0.utf8) }
        for left in texts {
            for right in texts where KeyOrder.head(left.span) < KeyOrder.head(right.span) {
                #expect(KeyOrder.precedes(left, right))
            }
        }
    }

    @Test(arguments: [
        ("apple", "", "a"), ("apple", "ant", "ap"), ("apples", "apple", "apples"), ("né", "na", "né"),
        ("中文", "中国", "中文"), ("\u{FA0E}a", "\u{20000}", "\u{FA0E}"),
    ])
    func beginningsAreAsShortAsTheOrderAllows(text: String, previous: String, beginning: String) {
        let shortest = KeyOrder.shortestBeginning(of: Array(text.utf8).span, after: Array(previous.utf8).span)
        #expect(String(decoding: shortest, as: UTF8.self) == beginning)
    }
}
