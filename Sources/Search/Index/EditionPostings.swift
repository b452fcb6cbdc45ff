/// For each key, the documents of an edition that hold it, with their levels of impact.
///
/// 1. Frequencies are counted, and with them the place of each key's list in one array.
/// 2. The documents go by in their order and are scattered into the lists, which are so ascending by document, on whatever
///    thread this runs.
struct EditionPostings {
    /// How many documents the edition has.
    let documentCount: Int
    /// Where the list of each key begins; that of key n ends where the next one begins.
    private var starts: [UInt32]
    /// The documents of all lists, ascending in each.
    private(set) var documents: [UInt32]
    /// Their levels.
    private(set) var levels: [UInt8]

    /// How many documents hold a key.
    func frequency(of key: Int) -> Int { Int(starts[key + 1] - starts[key]) }

    /// Where a key's list lies.
    func range(of key: Int) -> Range<Int> { Int(starts[key])..<Int(starts[key + 1]) }

    /// The postings of an edition.
    ///
    /// - Parameters:
    ///   - edition: What can be found.
    ///   - sources: The documents of all sources.
    ///   - keyCount: How many keys the lexicon has.
    init(_ edition: SearchEdition, _ sources: AllDocuments, keyCount: Int) {
        documentCount = edition.records.count
        starts = [UInt32](repeating: 0, count: keyCount + 1)
        var lengths = FieldValues(title: 0, heading: 0, body: 0)
        for record in edition.records {
            let document = sources.document(record.unit, of: record.source)
            lengths.title += Double(document.titleLength)
            lengths.heading += Double(document.headingLength)
            lengths.body += Double(document.bodyLength)
            for term in sources.terms(of: document, of: record.source) { starts[Int(term.term) + 1] += 1 }
            for term in sources.synonyms(of: document, of: record.source, list: edition.synonyms) {
                starts[Int(term.term) + 1] += 1
            }
        }
        for key in 0..<keyCount { starts[key + 1] += starts[key] }
        documents = [UInt32](repeating: 0, count: Int(starts[keyCount]))
        levels = [UInt8](repeating: 0, count: documents.count)
        scatter(edition, sources, averages: lengths.divided(by: Double(max(1, documentCount))))
    }
}

extension EditionPostings {
    private mutating func scatter(_ edition: SearchEdition, _ sources: AllDocuments, averages: FieldValues) {
        var next = starts
        for (number, record) in edition.records.enumerated() {
            let document = sources.document(record.unit, of: record.source)
            let impacts = Impacts(of: document, averages: averages)
            for term in sources.terms(of: document, of: record.source) { add(term, of: number, impacts, at: &next) }
            for term in sources.synonyms(of: document, of: record.source, list: edition.synonyms) {
                add(term, of: number, impacts, at: &next)
            }
        }
    }
}

extension EditionPostings {
    @inline(__always)
    private mutating func add(_ term: TermCount, of document: Int, _ impacts: Impacts, at next: inout [UInt32]) {
        let place = Int(next[Int(term.term)])
        next[Int(term.term)] += 1
        documents[place] = UInt32(document)
        levels[place] = UInt8(Ranking.level(of: impacts.impact(of: term)))
    }
}

/// How much the terms of one document say about it: BM25F (Robertson, Zaragoza, Taylor 2004), and a bonus for those of
/// the title.
private struct Impacts {
    private let factors: FieldValues

    init(of document: CountedDocument, averages: FieldValues) {
        func factor(_ weight: Double, _ norm: Double, _ length: UInt32, _ average: Double) -> Double {
            average > 0 ? weight / (1 - norm + norm * Double(length) / average) : weight
        }
        let (weights, norms) = (Ranking.weights, Ranking.lengthNorms)
        factors = FieldValues(
            title: factor(weights.title, norms.title, document.titleLength, averages.title),
            heading: factor(weights.heading, norms.heading, document.headingLength, averages.heading),
            body: factor(weights.body, norms.body, document.bodyLength, averages.body))
    }

    func impact(of term: TermCount) -> Double {
        let frequency =
            factors.title * Double(term.title) + factors.heading * Double(term.heading)
            + factors.body * Double(term.body)
        let saturated = (Ranking.saturation + 1) * frequency / (Ranking.saturation + frequency)
        return saturated + (term.isInTitle ? Ranking.titleBonus : 0)
    }
}

extension FieldValues {
    fileprivate func divided(by count: Double) -> FieldValues {
        FieldValues(title: title / count, heading: heading / count, body: body / count)
    }
}
