internal import Markdown

/// Looks for the known name that is most like an unknown one.
///
/// Each search looks at every known name, so that thousands of unknown ones would take the square of their number: only
/// the first ones of a file are searched for.
struct Suggestions {
    private static let mostSearches = 100

    private var searchesLeft = Self.mostSearches

    /// The name that was meant, if there is one like it.
    mutating func name(like name: String, among known: some Sequence<String>) -> String? {
        result(of: { closest(to: name, among: known) })
    }

    /// What another search finds.
    mutating func result(of search: () -> String?) -> String? {
        guard searchesLeft > 0 else { return nil }
        searchesLeft -= 1
        return search()
    }
}
