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

    /// The sentences of its text that answer the query; nil when its text was not read, or there are none that are whole
    /// and short enough.
    ///
    /// A question is answered from the beginning of its answer, an article in the block where the window begins.
    func answer(_ excerpts: Excerpts) -> SearchAnswer? {
        if record.kind == .question {
            guard let first = passages.first else { return nil }
            let scanned = ScannedText(first.text, excerpts.forms)
            let text = excerpts.answer(scanned, from: 0, to: scanned.text.count)
            return text.map { answer($0, url: url, heading: record.title) }
        }
        guard let window else { return nil }
        let passage = passages[window.passage]
        let units = window.text.text
        let start = window.range.lowerBound
        let text = excerpts.answer(window.text, from: start, to: units[start...].firstIndex(of: 0x0A) ?? units.count)
        let place = passage.anchor.isEmpty ? url : url + "#" + passage.anchor
        return text.map { answer($0, url: place, heading: passage.heading) }
    }

    private func answer(_ text: MarkedText, url: String, heading: String) -> SearchAnswer {
        SearchAnswer(
            url: url, title: record.title, heading: heading, text: text, breadcrumb: record.breadcrumb,
            kind: record.kind, language: record.language)
    }
}
