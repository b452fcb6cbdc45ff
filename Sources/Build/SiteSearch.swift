internal import HelpCenter
internal import Markdown
internal import Publishing
public import Search

/// The search of a locale of a site that was published.
public struct SiteSearch {
    /// The search cannot be asked.
    public struct Failure: Error, Sendable, Equatable, CustomStringConvertible {
        /// Why, and what to do, in words for the user.
        public let description: String
        /// Whether the command was not understood; if not, the output folder is not what it should be.
        public let isUsage: Bool
    }

    private let index: SearchIndex
    /// The output folder as the user gave it.
    private let display: String

    /// Opens the search of a locale.
    ///
    /// - Parameters:
    ///   - output: The output folder's absolute path.
    ///   - display: The path as the user gave it.
    ///   - locale: The locale's code as the user gave it; nil for the only one there is.
    public static func open(output: String, display: String, locale: String?) throws(Failure) -> SiteSearch {
        let files = PublishedFiles(output: output)
        guard files.exist else { throw .noOutput(display) }
        let locales: [LocaleCode]
        do {
            locales = try files.folders(in: "search").compactMap { LocaleCode($0) }
        } catch {
            throw .unreadable(error)
        }
        guard let first = locales.first else { throw .noIndex(display) }
        let chosen: LocaleCode
        if let locale {
            guard let code = LocaleCode(locale), locales.contains(code) else {
                throw .unknown(locale, in: display, locales, suggestion(for: locale, locales))
            }
            chosen = code
        } else {
            guard locales.count == 1 else { throw .ambiguous(display, locales) }
            chosen = first
        }
        do {
            return SiteSearch(
                index: try SearchIndex(locale: chosen) { path in try files.read(path) }, display: display)
        } catch {
            throw .unusable(display, error)
        }
    }

    /// What a reader gets for a query.
    ///
    /// - Parameter limit: How many results at most, 1 to 100.
    /// - Throws: When a file of the index is missing or damaged.
    public func search(_ query: String, limit: Int = 10) throws(Failure) -> SearchResponse {
        do {
            return try index.search(query, limit: limit)
        } catch {
            throw .unusable(display, error)
        }
    }
}

extension SiteSearch {
    /// The locale that was meant: one of the same language, or else one of a similar code.
    private static func suggestion(for text: String, _ locales: [LocaleCode]) -> LocaleCode? {
        let language = text.lowercased().prefix { $0 != "-" && $0 != "_" }
        if let same = locales.first(where: { $0.language == language }) { return same }
        return closest(to: text, among: locales.map(\.rawValue)).flatMap { LocaleCode($0) }
    }
}

extension SiteSearch.Failure {
    static func noOutput(_ display: String) -> Self {
        Self(
            description: "there is no folder '\(display)'; build the site with 'guidepost build', or say with --output "
                + "where it was published to",
            isUsage: false)
    }

    static func noIndex(_ display: String) -> Self {
        Self(
            description: "'\(display)' has no search index; build the site with 'guidepost build', or say with "
                + "--output where it was published to",
            isUsage: false)
    }

    static func unreadable(_ error: any Error) -> Self { Self(description: "\(error)", isUsage: false) }

    static func unusable(_ display: String, _ error: SearchError) -> Self {
        Self(description: "\(error) (in '\(display)')", isUsage: false)
    }

    static func unknown(
        _ locale: String, in display: String, _ locales: [LocaleCode], _ suggestion: LocaleCode?
    ) -> Self {
        let meant = suggestion.map { "; did you mean '\($0)'?" } ?? ""
        return Self(
            description: "'\(display)' has no search in '\(locale)', only in \(list(locales))\(meant)", isUsage: true)
    }

    static func ambiguous(_ display: String, _ locales: [LocaleCode]) -> Self {
        Self(
            description: "'\(display)' can be searched in \(list(locales)): say which with --locale", isUsage: true)
    }

    private static func list(_ locales: [LocaleCode]) -> String {
        let names = locales.map(\.rawValue)
        guard names.count > 1, let last = names.last else { return names.joined() }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}
