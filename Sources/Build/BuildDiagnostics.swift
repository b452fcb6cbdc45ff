internal import HelpCenter

/// Every message about what only the finished index can tell, worded like those of the other modules.
extension Diagnostic {
    /// - Parameters:
    ///   - place: The place of the article among the results, from 1; nil when it is not among them.
    ///   - first: The results that come first, as tests name them.
    static func failedSearchTest(_ test: SearchTest, place: Int?, first: [String], file: String) -> Diagnostic {
        let limit = test.within == 1 ? "first" : "among the first \(test.within)"
        let readers = "readers who search for '\(test.query.value.shown)'"
        let results =
            first.isEmpty ? "they find nothing" : "first come " + first.map { "'\($0)'" }.joined(separator: ", ")
        return Diagnostic(
            .searchTest, file: file, at: test.query.position,
            place.map { "\(readers) find '\(test.finds.value.shown)' at place \($0), not \(limit)" }
                ?? "\(readers) do not find '\(test.finds.value.shown)'",
            hint: "\(results); add the readers' words to its 'keywords', or to synonyms.yml")
    }
}
