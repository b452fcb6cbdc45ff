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
    /// The lengths of its fields in tokens.
    var titleLength: UInt32 = 0, headingLength: UInt32 = 0, bodyLength: UInt32 = 0
}

/// The documents of some sources. Their terms lie in one array, which takes far fewer pieces of memory than one for each
/// document.
struct CountedDocuments: Sendable {
    /// The terms of all documents.
    fileprivate(set) var terms: [TermCount] = []
    /// The documents of all sources.
    fileprivate(set) var documents: [CountedDocument] = []
    /// The number of each source's first document.
    fileprivate(set) var sources: [Int] = []

    /// Gives every term another number.
    mutating func renumber(_ map: [UInt32]) {
        for index in terms.indices { terms[index].term = map[Int(terms[index].term)] }
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

    /// Begins a source.
    mutating func beginSource() { counted.sources.append(counted.documents.count) }

    /// Begins a document of the source.
    mutating func beginDocument() {
        document = CountedDocument(terms: counted.terms.count..<counted.terms.count)
    }

    /// Ends the document.
    mutating func endDocument() {
        document.terms = document.terms.lowerBound..<counted.terms.count
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
