/// A generator of numbers that makes the same ones from the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

/// Texts put together at random.
enum RandomText {
    /// A text of up to `length` pieces.
    static func make(of pieces: [String], length: Int, seed: UInt64) -> String {
        var generator = SeededGenerator(seed: seed)
        let count = Int.random(in: 1...length, using: &generator)
        return (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
    }

    /// The syntax of CommonMark that no extension touches.
    static let commonMark = [
        "a", "b c", "é", "字", "*", "**", "_", "__", "`", "``", "[", "]", "](", ")", "(u)", "![", "\n", "\n", "\n\n",
        "  ",
        "    ", "\t", "> ", "- ", "+ ", "1. ", "2) ", "# ", "## ", " #", "===\n", "---\n", "***\n", "```\n", "```x y\n",
        "\\", "\\*", "&amp;", "&copy;", "&", ";", "!", ".", ",", "'", "[r]: u\n", "[r]", "  \n", "\\\n", "=", "-", "{",
        "}",
    ]

    /// The syntax of the extensions, and HTML.
    static let everything =
        commonMark + [
            "|", "|-|\n", "| a | b |\n|--|:-:|\n", "|\n", "~", "~~", "\\~", ":::details x\n", ":::\n", ":::note\n",
            "[^a]",
            "[^a]: n\n", "[^b]: m [^a]\n    more\n", "> [!NOTE]\n", "> [!TIP] t\n", "- [ ] t\n", "- [x] t\n", "{#id}",
            "{#",
            "http://a.b/c", "www.a.b", "x@y.z", "<b>", "</b>", "<i class=x>", "</i>", "<details>\n", "</details>\n",
            "<summary>s</summary>\n", "<div>\n", "</div>\n", "<script>", "</script>", "<!--", "-->", "<?", "?>", "<",
            ">",
            "\"", "![i](p.png \"t\")\n", "![v](v.mp4)", "[l](javascript:x)", "[l](//h)", "[l](m.md \"t\")",
            "<http://a>",
            "<a href=\"", "<br>", "<hr>\n", "<p>\n", "</p>\n", "<ul><li>\n", "</li></ul>\n", "\r\n", "\r", "## Q\n",
            "🙂", "ﷺ",
        ]
}
