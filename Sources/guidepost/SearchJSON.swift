internal import HelpCenter
internal import Search

/// A response as JSON, as `search/client.js` gives it.
///
/// `{"results": [{"url", "title", "titleRanges", "breadcrumb", "excerpt": {"text", "ranges"}, "kind", "score",
/// "language"}], "answer": {"url", "title", "heading", "text", "ranges", "breadcrumb", "kind", "language"}, "isGood",
/// "unknown"}`; ranges are pairs of offsets in UTF-16 code units; `language` is there only when it is not the locale's.
struct SearchJSON {
    private let response: SearchResponse

    /// A response.
    init(_ response: SearchResponse) { self.response = response }

    /// The response on one line.
    var text: String {
        var bytes: [UInt8] = []
        JSONText.object([
            ("results", .array(response.results.map(Self.result))),
            ("answer", response.answer.map(Self.answer) ?? .null), ("isGood", .flag(response.isGood)),
            ("unknown", .strings(response.unknown)),
        ]).append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension SearchJSON {
    private static func result(_ result: SearchResult) -> JSONText {
        .object(
            [
                ("url", .string(result.url)), ("title", .string(result.title.text)),
                ("titleRanges", ranges(result.title)), ("breadcrumb", .strings(result.breadcrumb)),
                (
                    "excerpt",
                    .object([("text", .string(result.excerpt.text)), ("ranges", ranges(result.excerpt))])
                ),
                ("kind", .string(result.kind.rawValue)), ("score", .integer(result.score)),
            ] + language(result.language))
    }

    private static func answer(_ answer: SearchAnswer) -> JSONText {
        .object(
            [
                ("url", .string(answer.url)), ("title", .string(answer.title)), ("heading", .string(answer.heading)),
                ("text", .string(answer.text.text)), ("ranges", ranges(answer.text)),
                ("breadcrumb", .strings(answer.breadcrumb)), ("kind", .string(answer.kind.rawValue)),
            ] + language(answer.language))
    }

    private static func ranges(_ text: MarkedText) -> JSONText {
        .array(text.ranges.map { .array([.integer($0.lowerBound), .integer($0.upperBound)]) })
    }

    private static func language(_ code: String?) -> [(String, JSONText)] {
        code.map { [("language", .string($0))] } ?? []
    }
}
