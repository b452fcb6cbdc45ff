internal import HelpCenter

/// Reads a locale's `search-tests.yml`: what readers type, and which article they must find.
struct SearchTestsReader: SearchSettingsReader {
    private(set) var entries: [SearchTest] = []
    private(set) var diagnostics: [Diagnostic] = []

    /// Among how many results a test may ask for its article: nobody looks further.
    static let places = 1...10

    private static let keys = ["query", "finds", "within"]
    private static let example = "{ query: reset password, finds: account/reset-password.md }"

    private let file: String

    /// Reads the file.
    ///
    /// - Parameters:
    ///   - bytes: Its text.
    ///   - file: Its name, for diagnostics.
    init(_ bytes: [UInt8], file: String) {
        self.file = file
        switch Self.items(of: bytes, file: file, example: "- " + Self.example) {
        case .failure(let rejection): diagnostics = [rejection.diagnostic]
        case .success(let items):
            for item in items {
                if let test = test(item) { entries.append(test) }
            }
        }
    }
}

extension SearchTestsReader {
    private mutating func test(_ item: YAMLValue) -> SearchTest? {
        guard case .mapping = item else {
            diagnostics.append(
                .notSearchTest(found: item.found, in: file, at: item.position, example: Self.example))
            return nil
        }
        var fields = FieldReader(item, file: file, known: Self.keys)
        defer { diagnostics += fields.diagnostics }
        let query = text("query", of: item, example: "reset password", &fields)
        let finds = text("finds", of: item, example: "account/reset-password.md", &fields)
        let within = within(&fields)
        guard let query, let finds, let within else { return nil }
        guard query.value.contains(where: { $0.isLetter || $0.isNumber }) else {
            fields.report(.unsearchableQuery(query, in: file))
            return nil
        }
        return SearchTest(query: query, finds: finds, within: within)
    }

    /// A text that must be there.
    private func text(
        _ key: String, of item: YAMLValue, example: String, _ fields: inout FieldReader
    ) -> Located<String>? {
        guard let value = fields.value(key), !value.isEmpty else {
            fields.report(.searchTestWithout(key, in: file, at: item.position, example: example))
            return nil
        }
        return fields.string(key, example: example)
    }

    /// Among how many results the article must be; nil, and reported, when that is no number of places.
    private func within(_ fields: inout FieldReader) -> Int? {
        guard let value = fields.value("within") else { return SearchTest.usualPlaces }
        guard let places = fields.integer("within") else { return nil }
        guard Self.places.contains(places) else {
            fields.report(
                .invalidValue(
                    "within", in: file, at: value.position, "\(places)",
                    rule: "a number from \(Self.places.lowerBound) to \(Self.places.upperBound)",
                    hint: "write among how many results the article must be, such as 3"))
            return nil
        }
        return places
    }
}
