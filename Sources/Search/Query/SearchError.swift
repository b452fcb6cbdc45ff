/// The index of a locale cannot be asked.
public struct SearchError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What kind of trouble it is.
    public enum Code: String, Sendable {
        /// A file is not there.
        case missing
        /// A file is there and cannot be read.
        case unreadable
        /// A file is not what a build writes.
        case corrupt
        /// The index was made by a newer Guidepost.
        case newer
    }

    /// What kind of trouble it is.
    public let code: Code
    /// The file, as a path below the output folder.
    public let path: String
    /// What is wrong, and what to do, in words for the user.
    public let description: String

    private init(_ code: Code, _ path: String, _ description: String) {
        self.code = code
        self.path = path
        self.description = description
    }
}

extension SearchError {
    /// A locale has no index.
    static func noIndex(_ path: String) -> SearchError {
        SearchError(.missing, path, "there is no search index: '\(path)' is missing; run 'guidepost build'")
    }

    /// A file that the index names is not there.
    static func missing(_ path: String) -> SearchError {
        SearchError(
            .missing, path,
            "the search index is not whole: '\(path)' is missing; run 'guidepost build' to make it anew")
    }

    /// The system does not give a file.
    static func unreadable(_ path: String, _ reason: String) -> SearchError {
        SearchError(.unreadable, path, "'\(path)' cannot be read: \(reason)")
    }

    /// A file is not what a build writes.
    static func corrupt(_ path: String, _ reason: String) -> SearchError {
        SearchError(
            .corrupt, path,
            "the search index is damaged: '\(path)': \(reason); run 'guidepost build' to make it anew")
    }

    /// The index was made by a newer Guidepost.
    static func newer(_ path: String, format: Int, known: Int) -> SearchError {
        SearchError(
            .newer, path,
            "the search index was made by a newer Guidepost: '\(path)' has format \(format), and this one reads "
                + "\(known); ask it with the Guidepost that built it, or run 'guidepost build' with this one")
    }
}
