import Build
import Foundation
import Testing

/// The same content gives the same bytes.
struct DeterminismTests {
    @Test func theNumberOfJobsDoesNotMatter() async throws {
        let site = try TemporarySite(fixture: "small")
        let one = try await site.publish { $0.jobs = 1 }
        let eight = try await TemporarySite(fixture: "small").publish { $0.jobs = 8 }
        try Self.expectSame(one, eight)
    }

    @Test func theOrderInWhichFilesWereCreatedDoesNotMatter() async throws {
        let sorted = try await TemporarySite(fixture: "small").publish()
        let reversed = try await TemporarySite(fixture: "small") { $0.reversed() }.publish()
        let shuffled = try await TemporarySite(fixture: "small") { $0.shuffled() }.publish()
        try Self.expectSame(sorted, reversed)
        try Self.expectSame(sorted, shuffled)
    }

    @Test func diagnosticsComeInTheSameOrder() async throws {
        let one = try await TemporarySite(fixture: "every-mistake").check { $0.jobs = 1 }
        let eight = try await TemporarySite(fixture: "every-mistake") { $0.reversed() }.check { $0.jobs = 8 }
        #expect(one == eight)
    }

    @Test func timeZoneLanguageFolderAndProcessDoNotMatter() async throws {
        let command = try #require(Self.command, "the guidepost command is built beside the tests")
        let site = try TemporarySite(fixture: "small")
        let first = try await site.publish()
        let settings = [
            ["TZ": "Pacific/Kiritimati", "LANG": "ar_EG.UTF-8", "LC_ALL": "ar_EG.UTF-8"],
            ["TZ": "America/Los_Angeles", "LANG": "C", "LC_ALL": "tr_TR.UTF-8"],
        ]
        for environment in settings {
            let copy = try TemporarySite(fixture: "small") { $0.shuffled() }
            try Self.run(command, in: copy.path, environment)
            try Self.expectSame(first, try TemporarySite.contents(of: copy.output))
        }
    }

    @Test func theClockOnlyDecidesWhatIsShown() async throws {
        let now = try await TemporarySite(fixture: "small").publish()
        let later = try await TemporarySite(fixture: "small").publish { $0.now += 1_800 }
        try Self.expectSame(now, later)
    }

    @Test func aSecondBuildChangesNothing() async throws {
        let site = try TemporarySite(fixture: "small")
        var options = site.options(publishes: true)
        options.jobs = 4
        let first = try #require(try await SiteBuild(options).run().published)
        let second = try #require(try await SiteBuild(options).run().published)
        #expect(second.written == 0 && second.removed == 0)
        #expect(second.unchanged == first.written)
    }
}

extension DeterminismTests {
    private static func expectSame(_ one: [String: [UInt8]], _ other: [String: [UInt8]]) throws {
        #expect(one.keys.sorted() == other.keys.sorted())
        for (name, bytes) in one { #expect(other[name] == bytes, "\(name)") }
    }

    /// The command, which is built into the folder that holds the tests' bundle.
    private static var command: String? {
        let folder = URL(fileURLWithPath: CommandLine.arguments.first ?? "").deletingLastPathComponent()
        let path = folder.appendingPathComponent("guidepost").path
        return FileManager.default.isExecutableFile(atPath: path) ? path : nil
    }

    private static func run(_ command: String, in folder: String, _ environment: [String: String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: command)
        process.arguments = ["build", "--quiet"]
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = environment.merging([
            "SOURCE_DATE_EPOCH": String(TemporarySite.now), "HOME": folder + "/home",
        ]) { one, _ in one }
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
