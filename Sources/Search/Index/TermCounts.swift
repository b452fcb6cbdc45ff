/// How often a term stands in each field of a document; more than a field can hold counts as the most it can.
struct TermCount: Sendable {
    /// The term's number.
    var term: UInt32
    /// In title and keywords.
    var title: UInt8
    /// In headings.
    var heading: UInt8
    /// In the text.
    var body: UInt16
    /// Whether the title itself holds it, and not only the keywords.
    var isInTitle: Bool
}

/// A document in numbers: its terms, and the lengths of its fields in tokens.
struct CountedDocument: Sendable {
    /// Its terms, each once.
    var terms: [TermCount]
    /// The lengths of its fields.
    var titleLength, headingLength, bodyLength: UInt32
}

/// Where a text stands in a document.
enum Field {
    case title, keywords, heading, body
}

/// Collects the terms of one document after the other.
///
/// A term's place in the current document is found by its number in one array over all terms, which need not be emptied
/// between documents: a place of an earlier document is out of date by its stamp.
struct TermCounter {
    private var stamps: [UInt32] = []
    private var places: [UInt32] = []
    private var stamp: UInt32 = 0
    private var document = CountedDocument(terms: [], titleLength: 0, headingLength: 0, bodyLength: 0)

    /// Begins a document.
    mutating func begin() {
        stamp += 1
        document = CountedDocument(terms: [], titleLength: 0, headingLength: 0, bodyLength: 0)
    }

    /// The document that was begun.
    func end() -> CountedDocument { document }

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
        while stamps.count <= term {
            stamps.append(contentsOf: repeatElement(0, count: 4096))
            places.append(contentsOf: repeatElement(0, count: 4096))
        }
        if stamps[term] != stamp {
            stamps[term] = stamp
            places[term] = UInt32(document.terms.count)
            document.terms.append(TermCount(term: UInt32(term), title: 0, heading: 0, body: 0, isInTitle: false))
        }
        let place = Int(places[term])
        switch field {
        case .title:
            document.terms[place].title = document.terms[place].title.addingSaturated(1)
            document.terms[place].isInTitle = true
        case .keywords: document.terms[place].title = document.terms[place].title.addingSaturated(1)
        case .heading: document.terms[place].heading = document.terms[place].heading.addingSaturated(1)
        case .body: document.terms[place].body = document.terms[place].body.addingSaturated(1)
        }
    }
}

extension FixedWidthInteger {
    fileprivate func addingSaturated(_ other: Self) -> Self {
        let (sum, isOver) = addingReportingOverflow(other)
        return isOver ? .max : sum
    }
}
