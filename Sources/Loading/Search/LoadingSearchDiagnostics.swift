internal import HelpCenter

/// Every message about `synonyms.yml`, `search-tests.yml` and keywords, in one place so that they are worded alike: the
/// rule that is broken, then what to do.
extension Diagnostic {
    static func notList(
        _ file: String, at position: SourcePosition, found: String, example: String
    ) -> Diagnostic {
        Diagnostic(
            .invalidYAML, file: file, at: position, "this must be a list, and it is \(found)",
            hint: "begin each item with '- ', for example '\(example)'")
    }

    // MARK: Synonyms

    static func notSynonyms(
        found: String, expected: String, in file: String, at position: SourcePosition, example: String
    ) -> Diagnostic {
        Diagnostic(
            .wrongType, file: file, at: position, "\(expected), and this is \(found)",
            hint: "for example '- \(example)'")
    }

    static func emptySynonyms(in file: String, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .invalidSynonyms, file: file, at: position, "this group is empty",
            hint: "write phrases that mean the same, or remove it")
    }

    static func loneSynonym(in file: String, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .invalidSynonyms, file: file, at: position, "this group has one phrase, and nothing that means the same",
            hint: "add the other words for it; several words are one phrase as long as there is no comma between them")
    }

    static func oneWayWithout(
        _ key: String, in file: String, at position: SourcePosition, example: String
    ) -> Diagnostic {
        Diagnostic(
            .invalidSynonyms, file: file, at: position, "this group has no '\(key)'",
            hint: "for example '- \(example)'")
    }

    static func unsearchablePhrase(_ phrase: Located<String>, in file: String) -> Diagnostic {
        Diagnostic(
            .invalidSynonyms, file: file, at: phrase.position,
            "'\(phrase.value.shown)' has no letter and no digit, so nobody can search for it", hint: "remove it")
    }

    static func longPhrase(
        _ phrase: Located<String>, _ length: String, limit: Int, in file: String
    ) -> Diagnostic {
        Diagnostic(
            .invalidSynonyms, file: file, at: phrase.position,
            "'\(phrase.value.shown)' has \(length), and search looks for \(limit) together at most",
            hint: "write what a reader would type; a whole question belongs into the 'keywords' of its article")
    }

    static func duplicatePhrase(_ phrase: Located<String>, in file: String) -> Diagnostic {
        Diagnostic(
            .duplicateEntry, file: file, at: phrase.position, "'\(phrase.value.shown)' is already in this group",
            hint: "remove one of them; capitals make no difference to search")
    }

    static func tooManyPhrases(
        _ count: Int, limit: Int, at position: SourcePosition, in file: String
    ) -> Diagnostic {
        Diagnostic(
            .invalidSynonyms, file: file, at: position,
            "there are \(count) phrases here, and those from here on are more than the \(limit) that are read",
            hint: "keep what readers type, and put phrases that mean something else into groups of their own")
    }

    static func tooManySynonyms(
        _ count: Int, limit: Int, at position: SourcePosition, in file: String
    ) -> Diagnostic {
        Diagnostic(
            .invalidSynonyms, file: file, at: position,
            "this file has \(count) groups, and those from here on are more than the \(limit) that are read",
            hint: "put groups with the same meaning together, and words for a single article into its 'keywords'")
    }

    // MARK: Search tests

    static func notSearchTest(
        found: String, in file: String, at position: SourcePosition, example: String
    ) -> Diagnostic {
        Diagnostic(
            .wrongType, file: file, at: position, "a test must be a group of keys, and this is \(found)",
            hint: "for example '- \(example)'")
    }

    static func searchTestWithout(
        _ key: String, in file: String, at position: SourcePosition, example: String
    ) -> Diagnostic {
        Diagnostic(
            .invalidSearchTest, file: file, at: position, "this test has no '\(key)'",
            hint: "add, for example, '\(key): \(example)'")
    }

    static func unsearchableQuery(_ query: Located<String>, in file: String) -> Diagnostic {
        Diagnostic(
            .invalidSearchTest, file: file, at: query.position,
            "'\(query.value.shown)' has no letter and no digit, so nobody can search for it",
            hint: "write what a reader types")
    }

    // MARK: Keywords

    static func tooManyKeywords(
        _ count: Int, limit: Int, at position: SourcePosition, in file: String
    ) -> Diagnostic {
        Diagnostic(
            .keywordLimit, file: file, at: position,
            "there are \(count) keywords, and search uses the first \(limit): those from here on do nothing",
            hint: "keep what readers type when they need this article; each keyword counts as much as the title")
    }

    static func longKeyword(_ keyword: Located<String>, limit: Int, in file: String) -> Diagnostic {
        Diagnostic(
            .keywordLimit, file: file, at: keyword.position,
            "this keyword has \(keyword.value.count) characters, and search uses none of more than \(limit)",
            hint: "write a few words that a reader would type; a sentence belongs into the text")
    }
}
