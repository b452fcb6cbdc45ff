/// Cuts the parts that readers see out of texts.
struct Excerpts {
    /// How long an excerpt is at most, without ellipses.
    private static let longest = 180
    /// How much of it comes before a sentence may end it.
    private static let shortest = 90
    /// How far before the first match its sentence may begin.
    private static let leadOfSentence = 60
    /// How far before the first match an excerpt begins that starts within a sentence.
    private static let leadOfWord = 40
    /// How long an answer is at most, in narrow characters.
    private static let longestAnswer = 300

    /// What matches.
    let forms: MatchForms

    /// A text as it is, with what matches.
    func whole(_ text: String) -> MarkedText {
        let scanned = ScannedText(text, forms)
        return Self.part(0..<scanned.text.count, of: scanned)
    }

    /// The text around a window.
    ///
    /// 1. Begin with the window's sentence, or a few words before the window when the sentence begins too far away.
    /// 2. End with the text, or with a sentence, or with a word.
    func excerpt(_ window: BestWindow) -> MarkedText {
        let bounds = TextBounds(window.text)
        let count = window.text.text.count
        let (first, last) = (window.range.lowerBound, window.range.upperBound)
        var start = bounds.sentences.last { $0.lowerBound <= first }?.lowerBound ?? first
        let isWithinSentence = first - start > Self.leadOfSentence
        if isWithinSentence {
            start = (max(0, first - Self.leadOfWord)..<first).first(where: bounds.isWordStart) ?? first
        }
        var end = count
        var isCut = false
        let limit = start + Self.longest
        if count > limit {
            let earliest = max(last, start + Self.shortest)
            if let sentence = bounds.sentences.last(where: { $0.upperBound > earliest && $0.upperBound <= limit }) {
                end = sentence.upperBound
            } else {
                isCut = true
                end =
                    ((first + 1)...max(first + 1, limit)).last(where: bounds.isWordEnd)
                    ?? bounds.characterEnd(before: limit, after: start)
            }
        }
        return Self.part(
            start..<end, of: window.text, before: isWithinSentence && start > 0 ? "…" : "", behind: isCut ? "…" : "")
    }

    /// The whole sentences of a text that answer, from the sentence at a place to a limit; nil when the first one is too
    /// long, or none has the mark that ends it, as cells of tables and bare items have not.
    func answer(_ scanned: ScannedText, from place: Int, to limit: Int) -> MarkedText? {
        let bounds = TextBounds(scanned)
        let sentences = bounds.sentences.filter { $0.upperBound > place && $0.upperBound <= limit }
        guard let start = sentences.first?.lowerBound else { return nil }
        let end = sentences.map(\.upperBound).last {
            Self.width(scanned.text[start..<$0]) <= Self.longestAnswer && bounds.isSentenceEnd($0)
        }
        return end.map { Self.part(start..<$0, of: scanned) }
    }
}

extension Excerpts {
    /// The width of a text: Chinese, Japanese and Korean characters are twice as wide as others.
    private static func width(_ text: ArraySlice<UInt16>) -> Int {
        String(decoding: text, as: UTF16.self).unicodeScalars.reduce(0) { width, scalar in
            let kind = Token.Kind(of: scalar)
            return width + (kind == .gram2 || kind == .hangul ? 2 : 1)
        }
    }

    private static func part(
        _ range: Range<Int>, of scanned: ScannedText, before: String = "", behind: String = ""
    ) -> MarkedText {
        let units = scanned.text[range].map { $0 == 0x0A ? 0x20 : $0 }
        let shift = before.utf16.count - range.lowerBound
        return MarkedText(
            text: before + String(decoding: units, as: UTF16.self) + behind,
            ranges: scanned.marked(in: range).map { $0.lowerBound + shift..<$0.upperBound + shift })
    }
}
