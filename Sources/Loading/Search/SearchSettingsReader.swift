internal import HelpCenter

/// Reads one of the lists about search that a locale's folder may hold.
protocol SearchSettingsReader {
    /// An item of the list that can be used.
    associatedtype Entry

    /// The items that can be used, in the order of the file.
    var entries: [Entry] { get }
    /// What is wrong with the file.
    var diagnostics: [Diagnostic] { get }
}

extension SearchSettingsReader {
    /// The items of the list that a file's bytes are, or what is wrong with them. An empty file is an empty list.
    ///
    /// - Parameter example: An item as it should be, for the hint.
    static func items(
        of bytes: [UInt8], file: String, example: String
    ) -> Result<[YAMLValue], YAMLReader.Rejection> {
        YAMLReader(file: file, firstLine: 1, limit: 1 << 20).read(bytes[...]).flatMap { document in
            switch document {
            case .sequence(let items, _): .success(items)
            case .mapping(let entries, _) where entries.isEmpty: .success([])
            default:
                .failure(
                    YAMLReader.Rejection(
                        .notList(file, at: document.position, found: document.noun, example: example)))
            }
        }
    }
}
