import Build
import HelpCenter
import Testing
import Theme

/// A small site with a bit of everything, and every byte of what is published of it.
struct GoldenSiteTests {
    @Test func aSiteIsPublishedAsExpectedFileByFile() async throws {
        let site = try TemporarySite(fixture: "small")
        var files = try await site.publish()
        // The theme's own assets are not the matter of this test: they may change with every improvement of the theme.
        for asset in Theme.assets { files[asset.path] = nil }
        try Golden.expect(files, inFixture: "small")
    }

    @Test func theReportCountsWhatIsShownAndWhatIsLeftOut() async throws {
        let site = try TemporarySite(fixture: "small")
        let report = try await SiteBuild(site.options()).run()
        #expect(report.diagnostics == [])
        #expect(report.editions.map(\.locale.rawValue) == ["en", "zh-Hans", "ar"])
        #expect(report.editions.map(\.articles) == [10, 2, 1])
        #expect(report.editions.map(\.fallbacks) == [0, 8, 9])
        #expect(report.leftOut.drafts == 1 && report.leftOut.future == 1 && report.leftOut.expired == 1)
    }
}
