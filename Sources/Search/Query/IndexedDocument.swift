/// What the index tells about a document.
struct IndexedDocument {
    /// The site path without the `/` before it; with the anchor of a question.
    let path: String
    /// The title, or the question.
    let title: String
    /// The names of the categories, from the outermost.
    let breadcrumb: [String]
    /// What it is about, in a sentence or two.
    let summary: String
    /// What it is.
    let kind: SearchResult.Kind
    /// The name of the file with its text.
    let text: String
    /// The passages of the text that belong to it; nil when all do.
    let passages: Range<Int>?
    /// The language of its text, where it is not the locale's.
    let language: String?

    /// The documents of a file; nil when it is of another shape.
    static func list(_ json: JSONValue) -> [IndexedDocument]? {
        guard let crumbs = json["c"]?.array?.map(\.strings), let records = json["d"]?.array else { return nil }
        let documents = records.compactMap { record in
            record.array.flatMap { IndexedDocument($0, breadcrumbs: crumbs) }
        }
        return documents.count == records.count ? documents : nil
    }

    private init?(_ fields: [JSONValue], breadcrumbs: [[String]?]) {
        guard (7...8).contains(fields.count), let path = fields[0].string, let title = fields[1].string,
            let crumb = fields[2].integer, breadcrumbs.indices.contains(crumb), let breadcrumb = breadcrumbs[crumb],
            let summary = fields[3].string, let kind = fields[4].integer, Self.kinds.indices.contains(kind),
            let text = fields[5].string, IndexManifest.isName(text)
        else { return nil }
        self.path = path
        self.title = title
        self.breadcrumb = breadcrumb
        self.summary = summary
        self.kind = Self.kinds[kind]
        self.text = text
        if let range = fields[6].array {
            guard range.count == 2, let first = range[0].integer, let count = range[1].integer, first >= 0, count >= 0,
                first <= Self.mostPassages, count <= Self.mostPassages
            else { return nil }
            passages = first..<(first + count)
        } else {
            guard fields[6] == .integer(0) else { return nil }
            passages = nil
        }
        language = fields.count > 7 ? fields[7].string : nil
        if fields.count > 7, language == nil { return nil }
    }

    /// The kinds, by the numbers that stand for them.
    private static let kinds: [SearchResult.Kind] = [.guide, .faq, .question]
    /// More than any text has.
    private static let mostPassages = 1_000_000
}

/// A part of a text, from one heading to the next.
struct Passage {
    /// The anchor of its heading, as it stands in an address; empty before the first heading.
    let anchor: String
    /// Its heading; empty before the first one.
    let heading: String
    /// Its text, with blocks on lines of their own.
    let text: String

    /// The passages of a file; nil when it is of another shape.
    static func list(_ json: JSONValue) -> [Passage]? {
        guard let records = json.array else { return nil }
        let passages = records.compactMap { record in
            record.strings.flatMap { $0.count == 3 ? Passage(anchor: $0[0], heading: $0[1], text: $0[2]) : nil }
        }
        return passages.count == records.count ? passages : nil
    }
}
