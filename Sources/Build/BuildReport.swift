public import HelpCenter

/// What came of a run.
public struct BuildReport: Sendable {
    /// How many pages a locale has.
    public struct Edition: Sendable, Equatable {
        /// The locale.
        public let locale: LocaleCode
        /// Articles written in it.
        public let articles: Int
        /// Articles of another locale that stand in.
        public let fallbacks: Int
        /// Categories.
        public let categories: Int
    }

    /// How many files the output has, compared with the one before.
    public struct Published: Sendable, Equatable {
        /// New or changed.
        public let written: Int
        /// As before.
        public let unchanged: Int
        /// No longer there.
        public let removed: Int
    }

    /// What is wrong, in the order of the places, with the severities of this run.
    public let diagnostics: [Diagnostic]
    /// The locales, in the order of the settings.
    public let editions: [Edition]
    /// What was left out, and why.
    public let leftOut: LeftOut
    /// What was published; nil when nothing was.
    public let published: Published?

    /// A report of a run that did not get as far as a site.
    init(diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
        published = nil
        editions = []
        leftOut = LeftOut()
    }

    /// A report of a site.
    init(diagnostics: [Diagnostic], site: Site, published: Published?) {
        self.diagnostics = diagnostics
        self.published = published
        leftOut = site.leftOut
        editions = site.parsed.settings.locales.enumerated().map { index, locale in
            let pages = site.pages.filter { $0.locale == index }
            // An article that describes a category is an article all the same.
            let articles = pages.filter { page in
                page.source.map { !site.parsed.pages[$0].source.isIndex } ?? false
            }
            return Edition(
                locale: locale.code, articles: articles.count { site.showsOwnText($0) },
                fallbacks: articles.count { !site.showsOwnText($0) }, categories: pages.count { $0.role == .category })
        }
    }

    /// Whether an error is among the diagnostics.
    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    /// How many diagnostics have a severity.
    public func count(_ severity: Severity) -> Int {
        diagnostics.count { $0.severity == severity }
    }
}
