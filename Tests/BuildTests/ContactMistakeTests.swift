import Build
import Foundation
import HelpCenter
import Loading
import Testing

/// Sites with mistakes in `contact.yml` and `topics.yml`, one for each part of these files, and the exact words about
/// them. They are folders of `Tests/Fixtures/contact-mistakes`.
struct ContactMistakeTests {
    static let sites = [
        "channels-alone", "clock-and-articles", "empty", "fields", "hours", "hours-without-zone", "ids",
        "incomplete-channels", "item-types", "list", "no-yaml", "official", "other-addresses", "overlapping-hours",
        "page-addresses", "response-times", "topics", "topics-alone", "types", "uncovered", "unknown-keys",
        "unknown-names", "unknown-words", "untranslated",
    ]

    @Test(arguments: sites)
    func everyMistakeIsReportedWithItsPlaceRuleAndHint(site name: String) async throws {
        let fixture = "contact-mistakes/" + name
        let text = try await TemporarySite(fixture: fixture).check().map(\.text).joined()
        try Golden.expect(["diagnostics.txt": Array(text.utf8)], inFixture: fixture)
    }

    @Test func noSiteIsForgotten() throws {
        let folder = TemporarySite.fixtures + "/contact-mistakes"
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == Self.sites)
    }

    @Test(arguments: sites)
    func everyDiagnosticSaysWhatToDo(site name: String) async throws {
        for diagnostic in try await TemporarySite(fixture: "contact-mistakes/" + name).check() {
            #expect(diagnostic.hint?.isEmpty == false, "\(diagnostic.text)")
        }
    }

    @Test func whatCannotBeUsedIsLeftOutForPeopleWhoMigrate() async throws {
        for name in Self.sites {
            let site = try TemporarySite(fixture: "contact-mistakes/" + name)
            await #expect(throws: Never.self, "\(name)") { try await site.publish { $0.isPermissive = true } }
        }
    }

    @Test(arguments: [
        ([:], false), (["topics.yml": "topics: []"], false),
        (["contact.yml": "channels: [{ id: email, kind: email, address: support@help.example }]"], true),
    ])
    func onlyASiteWithChannelsHasContact(files: [String: String], hasContact: Bool) async throws {
        let site = try TemporarySite(["Content/site.yml": TemporarySite.settings])
        for (name, text) in files { try site.write("Content/" + name, text) }
        let loaded = try await Loader(sources: site.options().sources, jobs: 1).load()
        #expect((try #require(loaded.site).contact != nil) == hasContact)
    }

    /// The texts about all the sites.
    static func expectedTexts() throws -> String {
        try sites.map { name in
            let file = TemporarySite.fixtures + "/contact-mistakes/\(name)/Expected/diagnostics.txt"
            return String(decoding: try TemporarySite.bytes(file), as: UTF8.self)
        }.joined()
    }
}
