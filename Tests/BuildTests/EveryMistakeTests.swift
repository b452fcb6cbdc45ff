import Foundation
import HelpCenter
import Testing

/// One site with every mistake that a site's files can hold, and the exact words about each of them.
struct EveryMistakeTests {
    @Test func oneRunReportsEveryMistakeWithItsPlaceRuleAndHint() async throws {
        let site = try TemporarySite(fixture: "every-mistake")
        try Self.addWhatGitCannotHold(to: site)
        let text = try await site.check().map(\.text).joined()
        try Golden.expect(["diagnostics.txt": Array(text.utf8)], inFixture: "every-mistake")
    }

    @Test func aSiteWithErrorsIsNotPublished() async throws {
        let site = try TemporarySite(fixture: "every-mistake")
        await #expect(throws: TemporarySite.Unpublished.self) { try await site.publish() }
        #expect(!FileManager.default.fileExists(atPath: site.output))
    }

    @Test func everyKindOfDiagnosticHasATestOfItsText() throws {
        let golden = try TemporarySite.bytes(TemporarySite.fixtures + "/every-mistake/Expected/diagnostics.txt")
        let texts =
            try String(decoding: golden, as: UTF8.self) + SettingsMistakeTests.sites.map(\.expected).joined()
            + ContactMistakeTests.expectedTexts() + SearchMistakeTests.expectedTexts()
        for id in DiagnosticID.allCases {
            #expect(texts.contains("[\(id.rawValue)]\n"), "no test expects the text of \(id.rawValue)")
        }
    }

    @Test func everyDiagnosticSaysWhatToDo() async throws {
        let site = try TemporarySite(fixture: "every-mistake")
        try Self.addWhatGitCannotHold(to: site)
        for diagnostic in try await site.check() {
            #expect(diagnostic.hint?.isEmpty == false, "\(diagnostic.text)")
        }
    }
}

extension EveryMistakeTests {
    /// Adds the mistakes that no checkout could bring: pipes, links, strange names, enormous files.
    private static func addWhatGitCannotHold(to site: TemporarySite) throws {
        let folder = site.path + "/Content/en/files"
        #expect(mkfifo(folder + "/pipe.md", 0o644) == 0)
        for (name, target) in [("outside.md", "/etc/hostname"), ("nowhere.md", "missing.md"), ("circle", "..")] {
            #expect(symlink(target, folder + "/" + name) == 0)
        }
        #expect(
            symlink("circle-two", folder + "/circle-one") == 0 && symlink("circle-one", folder + "/circle-two") == 0)
        try site.write("Content/en/files/export.md", "")
        #expect(truncate(folder + "/export.md", 17 << 20) == 0)
        let long = "---\ntitle: Long\nkeywords: [" + String(repeating: "word, ", count: 11_000) + "]\n---\n"
        try site.write("Content/en/front-matter/long.md", long)
        let nested = "---\ntitle: Nested\ntags: " + String(repeating: "[", count: 100_000) + "\n---\n"
        try site.write(
            "Content/en/front-matter/nested.md", nested.replacing("[[[[[[", with: "[", maxReplacements: 8_000))
        try site.write("Content/en/names/back\\slash.md", "---\ntitle: Backslash\n---\n")
        try site.write("Content/en/names/bell\u{7}.md", "---\ntitle: Bell\n---\n")
        let name = Array((site.path + "/Content/en/names/").utf8CString.dropLast()) + [CChar(bitPattern: 0xFF), 0]
        let file = open(name, O_WRONLY | O_CREAT, 0o644)
        #expect(file >= 0)
        close(file)
    }
}
