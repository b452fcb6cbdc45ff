internal import HelpCenter

/// The `keywords` of an article, as many and as long as search makes use of.
struct Keywords {
    /// The most keywords of an article: each counts as much as its title.
    static let most = 50
    /// The most characters of a keyword.
    static let longest = 100

    /// The keywords that count, in the order of the front matter; others are reported.
    static func read(_ fields: inout FieldReader) -> [String] {
        let given = fields.strings("keywords")
        if given.count > most {
            fields.report(.tooManyKeywords(given.count, limit: most, at: given[most].position, in: fields.file))
        }
        return given.prefix(most).compactMap { keyword in
            // No text has more characters than bytes, and characters take longer to count.
            guard keyword.value.utf8.count > longest, keyword.value.count > longest else { return keyword.value }
            fields.report(.longKeyword(keyword, limit: longest, in: fields.file))
            return nil
        }
    }
}
