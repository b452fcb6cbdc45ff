import HelpCenter
import Testing

@testable import Loading

/// `contact.yml` and `topics.yml` of a site in English, its default locale, and Chinese.
struct ContactSample {
    /// What the files say.
    let contact: ContactSettings?
    /// What is wrong with them.
    let diagnostics: [Diagnostic]

    /// Reads the files.
    init(_ contact: String, topics: String? = nil, locales: [String] = ["en", "zh-Hans"]) throws {
        let codes = try locales.map { try #require(LocaleCode($0)) }
        let settings = SiteSettings(
            title: LocalizedText("Help"), baseURL: try #require(BaseURL("https://help.example/")),
            defaultLocale: try #require(codes.first),
            locales: codes.map {
                LocaleSettings(code: $0, name: $0.rawValue, direction: $0.direction, fallbacks: [])
            })
        let reader = try ContactReader(
            Array(contact.utf8), name: "contact.yml", settings: settings, zones: TimeZoneDatabase())
        let topics = topics.map { TopicsReader(Array($0.utf8), name: "topics.yml", settings: settings) }
        let checks = ContactChecks(reader, topics, locales: codes)
        self.contact = checks.settings
        diagnostics = checks.diagnostics
    }

    /// The contact of files without mistakes.
    ///
    /// - Parameters:
    ///   - channels: The list under `channels`.
    ///   - more: The other keys of `contact.yml`.
    static func flawless(_ channels: String, more: String = "", topics: String? = nil) throws -> ContactSettings {
        let sample = try ContactSample("channels:\n\(channels)\n\(more)", topics: topics)
        #expect(sample.diagnostics.isEmpty, "\(sample.diagnostics)")
        return try #require(sample.contact)
    }

    /// The contact of one channel by email, and topics without mistakes.
    static func topics(_ topics: String) throws -> ContactSettings {
        try flawless("- { id: email, kind: email, address: support@help.example }", topics: topics)
    }
}
