internal import HelpCenter

/// What is shown of each document, in blocks of neighbours.
enum RecordBlocks {
    /// How many documents a block holds. A reader fetches a block for a result or two: small ones are less to fetch, but
    /// more files to publish.
    static let size = 2

    /// The blocks as JSON.
    static func blocks(of records: [SearchRecord]) -> [[UInt8]] {
        stride(from: 0, to: records.count, by: size).map { block(records[$0..<min($0 + size, records.count)]) }
    }
}

extension RecordBlocks {
    private static func block(_ records: ArraySlice<SearchRecord>) -> [UInt8] {
        var breadcrumbs: [[String]] = []
        let documents = records.map { record in
            let known = breadcrumbs.firstIndex(of: record.breadcrumb)
            if known == nil { breadcrumbs.append(record.breadcrumb) }
            return document(record, breadcrumb: known ?? breadcrumbs.count - 1)
        }
        var output: [UInt8] = []
        JSONText.object([
            ("c", .array(breadcrumbs.map { .strings($0) })), ("d", .array(documents)),
        ]).append(to: &output)
        return output
    }

    private static func document(_ record: SearchRecord, breadcrumb: Int) -> JSONText {
        let passages: JSONText =
            record.text.passages.map { .array([.integer($0.lowerBound), .integer($0.count)]) } ?? .integer(0)
        let values: [JSONText] = [
            .string(record.path), .string(record.title), .integer(breadcrumb), .string(record.summary),
            .integer(record.kind.rawValue), .string(record.text.file), passages,
        ]
        return .array(values + (record.language.map { [.string($0.rawValue)] } ?? []))
    }
}
