/// How often a term stands in each field of a document; more than a field can hold counts as the most it can.
struct TermCount: Sendable {
    /// The term's number.
    var term: UInt32
    /// In title and keywords.
    var title: UInt8 = 0
    /// In headings.
    var heading: UInt8 = 0
    /// In the text.
    var body: UInt16 = 0
    /// Whether the title itself holds it, and not only the keywords.
    var isInTitle = false
}

/// A document in numbers.
struct CountedDocument: Sendable {
    /// Where its terms, each of them once, lie among those of all documents.
    var terms: Range<Int>
    /// Where the terms that synonyms add to it lie among those of all documents.
    var synonyms: Range<Int> = 0..<0
    /// The lengths of its fields in tokens.
    var titleLength: UInt32 = 0, headingLength: UInt32 = 0, bodyLength: UInt32 = 0
}

/// A term that a document does not hold, but one that means the same to the readers of one list of synonyms.
struct SynonymCount: Sendable {
    /// The list.
    let list: Int
    /// How often, and where, the document holds what means the same.
    var count: TermCount
}

/// The documents of some sources. Their terms lie in one array, which takes far fewer pieces of memory than one for each
/// document.
struct CountedDocuments: Sendable {
    /// The terms of all documents.
    fileprivate(set) var terms: [TermCount] = []
    /// What synonyms add to all documents.
    fileprivate(set) var synonyms: [SynonymCount] = []
    /// The documents of all sources.
    fileprivate(set) var documents: [CountedDocument] = []
    /// The number of each source's first document.
    fileprivate(set) var sources: [Int] = []

    /// Gives every term another number.
    mutating func renumber(_ map: [UInt32]) {
        for index in terms.indices { terms[index].term = map[Int(terms[index].term)] }
        for index in synonyms.indices { synonyms[index].count.term = map[Int(synonyms[index].count.term)] }
    }
}

/// The documents of all sources.
struct AllDocuments: Sendable {
    private let parts: [CountedDocuments]
    private let sourcesInPart: Int

    /// - Parameters:
    ///   - parts: The documents of neighbouring sources.
    ///   - sourcesInPart: How many sources each part has, but for the last one.
    init(_ parts: [CountedDocuments], sourcesInPart: Int) {
        self.parts = parts
        self.sourcesInPart = sourcesInPart
    }

    /// A document of a source.
    func document(_ number: Int, of source: Int) -> CountedDocument {
        let part = source / sourcesInPart
        return parts[part].documents[parts[part].sources[source % sourcesInPart] + number]
    }

    /// The terms of a document.
    func terms(of document: CountedDocument, of source: Int) -> ArraySlice<TermCount> {
        parts[source / sourcesInPart].terms[document.terms]
    }

    /// The terms that a list of synonyms adds to a document; none of them is one of its own.
    func synonyms(of document: CountedDocument, of source: Int, list: Int) -> [TermCount] {
        guard !document.synonyms.isEmpty else { return [] }
        return parts[source / sourcesInPart].synonyms[document.synonyms].filter { $0.list == list }.map(\.count)
    }
}

/// Where a text stands in a document.
enum Field {
    case title, keywords, heading, body
}

/// Collects the terms of one document after the other.
///
/// A term's place among the terms of the current document is found by its number in one array over all terms, which need
/// not be emptied between documents: places before the document's first one are those of earlier documents.
struct TermCounter {
    /// What was counted; the current document is among them once it has ended.
    private(set) var counted = CountedDocuments()
    /// The place of each term, plus one, where it was seen last.
    private var places: [UInt32] = []
    private var document = CountedDocument(terms: 0..<0)
    private var pending: [(list: Int, term: Int, field: Field)] = []

    /// Begins a source.
    mutating func beginSource() { counted.sources.append(counted.documents.count) }

    /// Begins a document of the source.
    mutating func beginDocument() {
        document = CountedDocument(terms: counted.terms.count..<counted.terms.count)
    }

    /// Ends the document.
    mutating func endDocument() {
        document.terms = document.terms.lowerBound..<counted.terms.count
        addPending()
        counted.documents.append(document)
    }

    /// Counts so many tokens for the length of a field.
    mutating func addLength(_ count: Int, in field: Field) {
        switch field {
        case .title, .keywords: document.titleLength += UInt32(count)
        case .heading: document.headingLength += UInt32(count)
        case .body: document.bodyLength += UInt32(count)
        }
    }

    /// Counts an occurrence.
    mutating func add(_ term: Int, in field: Field) {
        while places.count <= term { places.append(contentsOf: repeatElement(0, count: 4096)) }
        if Int(places[term]) <= document.terms.lowerBound {
            counted.terms.append(TermCount(term: UInt32(term)))
            places[term] = UInt32(counted.terms.count)
        }
        counted.terms[Int(places[term]) - 1].add(field)
    }
}

extension TermCounter {
    /// Counts what means the same as a term of the document to the readers of a list of synonyms.
    mutating func addSynonym(_ term: Int, list: Int, in field: Field) { pending.append((list, term, field)) }

    /// Adds the synonyms that are no terms of the document itself.
    private mutating func addPending() {
        let start = counted.synonyms.count
        for (list, term, field) in pending where !isCounted(term) {
            let own = counted.synonyms[start...]
            var index = own.firstIndex { $0.list == list && Int($0.count.term) == term } ?? own.endIndex
            if index == own.endIndex {
                counted.synonyms.append(SynonymCount(list: list, count: TermCount(term: UInt32(term))))
                index = counted.synonyms.count - 1
            }
            counted.synonyms[index].count.add(field)
        }
        document.synonyms = start..<counted.synonyms.count
        pending.removeAll(keepingCapacity: true)
    }

    private func isCounted(_ term: Int) -> Bool {
        term < places.count && Int(places[term]) > document.terms.lowerBound
    }
}

extension TermCount {
    @inline(__always)
    fileprivate mutating func add(_ field: Field) {
        switch field {
        case .title:
            title.addSaturated()
            isInTitle = true
        case .keywords: title.addSaturated()
        case .heading: heading.addSaturated()
        case .body: body.addSaturated()
        }
    }
}

extension FixedWidthInteger {
    @inline(__always)
    fileprivate mutating func addSaturated() { if self < .max { self += 1 } }
}
