/// A document that may be among the results.
struct Candidate {
    /// Its number.
    let document: Int
    /// How well it matches.
    var score: Int
    /// What the index tells about it.
    let record: IndexedDocument
    /// Its text, of the first few candidates.
    var passages: [Passage] = []
    /// Where most of the query stands together in its text.
    var window: BestWindow?
}

extension Candidate {
    /// Whether one comes before another: by its score, and of equal scores by its number.
    static func isBetter(_ left: Candidate, _ right: Candidate) -> Bool {
        (right.score, left.document) < (left.score, right.document)
    }

    /// The site path.
    var url: String { "/" + record.path }

    /// The result that readers see.
    func result(_ excerpts: Excerpts) -> SearchResult {
        SearchResult(
            url: url, title: excerpts.whole(record.title), breadcrumb: record.breadcrumb,
            excerpt: window.map(excerpts.excerpt) ?? excerpts.whole(record.summary), kind: record.kind, score: score,
            language: record.language)
    }

    /// The sentences of its text that answer the query; nil when there are none that are short enough.
    ///
    /// A question is answered from the beginning of its answer, an article in the block where the window begins.
    func answer(_ excerpts: Excerpts) -> SearchAnswer? {
        guard let window, let first = passages.first else { return nil }
        let isQuestion = record.kind == .question
        let text: MarkedText?
        if isQuestion {
            let scanned = ScannedText(first.text, excerpts.forms)
            text = excerpts.answer(scanned, from: 0, to: scanned.text.count)
        } else {
            let units = window.text.text
            let start = window.range.lowerBound
            text = excerpts.answer(window.text, from: start, to: units[start...].firstIndex(of: 0x0A) ?? units.count)
        }
        guard let text else { return nil }
        let passage = passages[window.passage]
        let hasOwnURL = isQuestion || passage.anchor.isEmpty
        return SearchAnswer(
            url: hasOwnURL ? url : url + "#" + passage.anchor, title: record.title,
            heading: isQuestion ? record.title : passage.heading, text: text, breadcrumb: record.breadcrumb,
            kind: record.kind, language: record.language)
    }
}
