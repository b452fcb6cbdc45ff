/// The part of a document's text where most of a query stands together.
struct BestWindow {
    /// The number of the passage among those of the document.
    let passage: Int
    /// The passage.
    let text: ScannedText
    /// From the first to the last match, in UTF-16 code units of the passage.
    let range: Range<Int>
    /// The weight of the tokens that match in it.
    let value: Int

    /// The widest window: a match is compared with all others in it.
    private static let widest = 256

    /// The window of the greatest value, and of equal ones the first; nil when nothing matches.
    ///
    /// - Parameter width: How far a window reaches from its first match, in units of reading.
    init?(_ passages: [Passage], _ forms: MatchForms, width: Int) {
        var best: BestWindow?
        for (index, passage) in passages.enumerated() {
            let text = ScannedText(passage.text, forms)
            guard let (range, value) = Self.best(text.matches, forms, width: min(width, Self.widest)) else { continue }
            if value > best?.value ?? 0 {
                best = BestWindow(passage: index, text: text, range: range, value: value)
            }
        }
        guard let best else { return nil }
        self = best
    }

    private init(passage: Int, text: ScannedText, range: Range<Int>, value: Int) {
        self.passage = passage
        self.text = text
        self.range = range
        self.value = value
    }

    private static func best(
        _ matches: [ScannedText.Match], _ forms: MatchForms, width: Int
    ) -> (range: Range<Int>, value: Int)? {
        var best: (range: Range<Int>, value: Int)?
        for (index, first) in matches.enumerated() {
            // Matches of one place that differ in length are in one window.
            if index > 0, matches[index - 1].units.lowerBound == first.units.lowerBound { continue }
            let limit = first.units.lowerBound + width
            var tokens: UInt64 = 0
            var end = first.range.lowerBound
            for match in matches[index...] {
                if match.units.lowerBound >= limit { break }
                guard match.units.upperBound <= limit else { continue }
                tokens |= match.tokens
                end = max(end, match.range.upperBound)
            }
            let value = forms.weight(of: tokens)
            if value > best?.value ?? 0 { best = (first.range.lowerBound..<end, value) }
        }
        return best
    }
}
