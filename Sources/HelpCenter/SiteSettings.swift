/// What `site.yml` says.
public struct SiteSettings: Sendable {
    /// The site's name.
    public var title: LocalizedText
    /// What the site is, in a sentence.
    public var description: LocalizedText?
    /// Where the site is published.
    public var baseURL: BaseURL
    /// The locale that `x-default` and fallbacks lead to.
    public var defaultLocale: LocaleCode
    /// The locales, in the order in which they are offered.
    public var locales: [LocaleSettings]
    /// Links of the header.
    public var navigation: [NavigationItem]
    /// Links of the footer.
    public var footer: [NavigationItem]
    /// The footer's last line.
    public var copyright: LocalizedText?
    /// The image in the header, a path below `Public/`.
    public var logo: Located<String>?
    /// Severities of single diagnostics.
    public var severities: [DiagnosticID: Severity]

    /// Settings of a site.
    public init(title: LocalizedText, baseURL: BaseURL, defaultLocale: LocaleCode, locales: [LocaleSettings]) {
        self.title = title
        self.baseURL = baseURL
        self.defaultLocale = defaultLocale
        self.locales = locales
        self.navigation = []
        self.footer = []
        self.severities = [:]
    }

    /// The index of a locale in the order of the settings.
    public func localeIndex(of code: LocaleCode) -> Int? {
        locales.firstIndex { $0.code == code }
    }
}

/// One locale of a site.
public struct LocaleSettings: Sendable {
    /// The code, which also names the content folder.
    public let code: LocaleCode
    /// The name of the language in itself.
    public let name: String
    /// The direction of its script.
    public let direction: TextDirection
    /// The locales whose articles stand in for missing translations, best first; empty when none do.
    public let fallbacks: [LocaleCode]

    /// A locale.
    public init(code: LocaleCode, name: String, direction: TextDirection, fallbacks: [LocaleCode]) {
        self.code = code
        self.name = name
        self.direction = direction
        self.fallbacks = fallbacks
    }
}

/// A text that may differ from locale to locale.
public struct LocalizedText: Sendable, Equatable {
    /// The text where a locale has none of its own.
    public let common: String
    /// The locales' own texts.
    public let byLocale: [LocaleCode: String]

    /// A text, with the locales that have their own.
    public init(_ common: String, byLocale: [LocaleCode: String] = [:]) {
        self.common = common
        self.byLocale = byLocale
    }

    /// The text for a locale.
    public subscript(locale: LocaleCode) -> String { byLocale[locale] ?? common }
}

/// A link of the header or footer.
public struct NavigationItem: Sendable {
    /// The words of the link.
    public let title: LocalizedText
    /// An absolute URL, or a path to an article or category below the locale's folder.
    public let target: String
    /// Where `site.yml` names it.
    public let position: SourcePosition

    /// A link.
    public init(title: LocalizedText, target: String, position: SourcePosition) {
        self.title = title
        self.target = target
        self.position = position
    }
}

/// The address at which a site is published: scheme, host and path, ending with `/`.
public struct BaseURL: Sendable, Equatable {
    /// The whole address, such as `https://help.example/support/`.
    public let text: String
    /// Its path, such as `/support/`.
    public let path: String

    /// An address from its text; nil unless it is http or https, with a host and without query or fragment.
    public init?(_ text: String) {
        guard let scheme = ["https://", "http://"].first(where: { text.lowercased().hasPrefix($0) }) else { return nil }
        let rest = text.dropFirst(scheme.count)
        guard let first = rest.first, first != "/",
            !rest.utf8.contains(where: { $0 <= 0x20 || $0 >= 0x7F || "?#\\\"<>;{}'$`^|".utf8.contains($0) })
        else { return nil }
        self.text = scheme + rest + (rest.hasSuffix("/") ? "" : "/")
        let path = rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? "/"
        self.path = path.hasSuffix("/") ? path : path + "/"
    }

    /// The absolute URL of a page or file.
    public func url(of permalink: Permalink) -> String {
        text + permalink.encoded.dropFirst()
    }
}
