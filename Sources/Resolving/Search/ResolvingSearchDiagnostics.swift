internal import HelpCenter
internal import Markdown

/// Every message of Resolving about search, in one place so that they are worded alike: the rule that is broken, then what
/// to do.
extension Diagnostic {
    static func unknownSearchTarget(_ target: Located<String>, suggestion: String?, file: String) -> Diagnostic {
        Diagnostic(
            .unknownLink, file: file, at: target.position, "the article '\(target.value.shown)' does not exist",
            hint: suggestion.map { "did you mean '\($0)'?" }
                ?? "write the path below the locale's folder, such as 'account/reset-password.md'")
    }

    static func searchTargetWithQuery(_ target: Located<String>, query: String, file: String) -> Diagnostic {
        Diagnostic(
            .invalidSearchTest, file: file, at: target.position,
            "'\(query.shown)' is part of an address, and a test names the file of an article",
            hint: "leave '\(query.shown)' out")
    }

    static func unpublishedSearchTarget(_ target: Located<String>, reason: String, file: String) -> Diagnostic {
        Diagnostic(
            .unpublishedLink, file: file, at: target.position,
            "'\(target.value.shown)' \(reason), so no search finds it",
            hint: "remove the test, or publish the article first")
    }

    static func unshownSearchTarget(_ target: Located<String>, locale: LocaleCode, file: String) -> Diagnostic {
        Diagnostic(
            .invalidSearchTest, file: file, at: target.position,
            "'\(target.value.shown)' is not shown to readers of '\(locale)', so they do not find it",
            hint: "translate it, or move the test to a locale that shows it")
    }

    static func searchTargetIsNoArticle(_ target: Located<String>, file: String) -> Diagnostic {
        Diagnostic(
            .invalidSearchTest, file: file, at: target.position,
            "'\(target.value.shown)' is no article, and search finds articles and questions",
            hint: "name the article that answers the search, such as 'account/reset-password.md'")
    }

    static func unsearchableTarget(_ target: Located<String>, file: String) -> Diagnostic {
        Diagnostic(
            .invalidSearchTest, file: file, at: target.position,
            "'\(target.value.shown)' has 'search: false', so no search finds it",
            hint: "remove that line from the article, or this test")
    }

    /// - Parameters:
    ///   - article: The article that should have the question.
    ///   - name: Its file, for the message.
    static func unknownQuestion(
        _ anchor: String, of article: ParsedPage, name: String, file: String, at position: SourcePosition
    ) -> Diagnostic {
        let ids = article.document.questions.map(\.id)
        guard !ids.isEmpty else {
            return Diagnostic(
                .unknownFragment, file: file, at: position,
                "'\(name)' has no questions, so search finds it as a whole", hint: "leave '#\(anchor.shown)' out")
        }
        let known = ids.prefix(6).map { "#\($0)" }.joined(separator: ", ")
        return Diagnostic(
            .unknownFragment, file: file, at: position, "'\(name)' has no question '#\(anchor.shown)'",
            hint: closest(to: anchor, among: ids).map { "did you mean '#\($0)'?" }
                ?? "its questions are \(known)\(ids.count > 6 ? ", …" : "")")
    }

    static func emptySearch(_ locale: LocaleCode, articles: Int, file: String) -> Diagnostic {
        if articles == 0 {
            return Diagnostic(
                .searchEmpty, file: file, "readers of '\(locale)' find nothing by search: they have no article",
                hint: "write the first article, or take '\(locale)' out of 'locales' until there is one")
        }
        let none = articles == 1 ? "its only article has" : "each of its \(articles) articles has"
        return Diagnostic(
            .searchEmpty, file: file,
            "readers of '\(locale)' find nothing by search: \(none) 'search: false'",
            hint: "remove 'search: false' from what readers may find")
    }
}
