import HelpCenter
import Testing

@testable import Loading

/// What the hours of `contact.yml` read as.
struct ContactHoursTests {
    /// Minutes since Monday 00:00.
    private static let day = 1_440

    @Test(arguments: [
        ("{ mon: '09:00-18:00' }", [[540, 1_080]]),
        ("{ mon: ['13:00-15:00', '09:00-12:00'] }", [[540, 720], [780, 900]]),
        ("{ sun: '22:00-02:00' }", [[9_960, 10_200]]), ("{ mon: '18:00-00:00' }", [[1_080, 1_440]]),
        ("{ mon: '00:00-24:00' }", [[0, 1_440]]), ("{ sun: '23:00-22:59' }", [[10_020, 11_459]]),
        ("{ tue-wed: '09:00-10:00' }", [[1_980, 2_040], [3_420, 3_480]]),
        ("{ 'mon,wed': '09:00-10:00' }", [[540, 600], [3_420, 3_480]]),
        ("{ 'wed, mon-tue': '09:00-10:00' }", [[540, 600], [1_980, 2_040], [3_420, 3_480]]),
        ("{ sun-mon: '09:00-10:00' }", [[540, 600], [9_180, 9_240]]),
        // Those that touch stay two: each may begin on a holiday.
        ("{ mon: '12:00-24:00', tue: '00:00-12:00' }", [[720, 1_440], [1_440, 2_160]]),
        ("{ sun: '22:00-02:00', mon: '02:00-03:00' }", [[120, 180], [9_960, 10_200]]),
    ])
    func daysAndHoursBecomeRangesOfTheWeek(text: String, ranges: [[Int]]) throws {
        let hours = try #require(try Self.hours(text, more: "timeZone: UTC"))
        #expect(hours.week == ranges.map { WeekRange(start: $0[0], end: $0[1]) })
    }

    @Test func daysWithoutHoursAreNone() throws {
        let sample = try ContactSample(
            "timeZone: UTC\nchannels: [{ id: a, kind: email, address: a@b.example, hours: { mon: [], tue: [] } }]")
        #expect(sample.diagnostics.map(\.id) == [.invalidHours])
    }

    @Test func dailyMeansEveryDay() throws {
        let hours = try #require(try Self.hours("{ daily: '00:00-24:00' }", more: "timeZone: UTC"))
        #expect(hours.week == (0..<7).map { WeekRange(start: $0 * Self.day, end: ($0 + 1) * Self.day) })
    }

    @Test func alwaysNeedsNoTimeZone() throws {
        let hours = try #require(try Self.hours("always"))
        #expect(hours.week == nil && hours.holidays.isEmpty)
    }

    @Test func hoursTakeTheZoneAndHolidaysOfTheFileUnlessTheyHaveTheirOwn() throws {
        let file = "timeZone: Asia/Singapore\nholidays: [2026-12-25, 2026-01-01, 2026-12-25]"
        let taken = try #require(try Self.hours("{ mon: '09:00-18:00' }", more: file))
        #expect(taken.zone.identifier == "Asia/Singapore")
        #expect(taken.holidays.map(\.iso) == ["2026-01-01", "2026-12-25"])
        let own = try #require(
            try Self.hours("{ timeZone: Europe/London, mon: '09:00-18:00', holidays: [2026-12-28] }", more: file))
        #expect(own.zone.identifier == "Europe/London")
        #expect(own.holidays.map(\.iso) == ["2026-12-28"])
        let none = try #require(try Self.hours("{ mon: '09:00-18:00', holidays: [] }", more: file))
        #expect(none.holidays.isEmpty)
    }

    @Test(arguments: [
        "9:00-18:00", "09:00-18:0", "09:00 - 18:00", "09:00–18:00", "09.00-18.00", "24:00-02:00", "09:60-10:00",
        "09:00-24:01", "-9:00-10:00", "+9:00-10:00", "09:00-18:00-", "", "closed", "٠٩:٠٠-١٨:٠٠",
    ])
    func whatIsNoRangeOfHoursIsRefused(text: String) throws {
        let sample = try ContactSample(
            "timeZone: UTC\nchannels: [{ id: a, kind: email, address: a@b.example, hours: { mon: \"\(text)\" } }]")
        #expect(sample.diagnostics.map(\.id) == [.invalidHours])
    }

    @Test func whatOverlapsIsLeftOutWithPermission() throws {
        let sample = try ContactSample(
            """
            timeZone: UTC
            channels:
              - { id: a, kind: email, address: a@b.example, hours: { sun: "20:00-06:00", mon: ["05:00-07:00", "06:30-08:00"] } }
            """)
        #expect(sample.diagnostics.map(\.id) == [.overlappingHours, .overlappingHours])
        #expect(sample.contact?.channels.first?.hours?.week == [WeekRange(start: 300, end: 420)])
    }

    @Test(arguments: [
        "../../etc/passwd", "/etc/passwd", "posix/UTC", "utc\u{0}", String(repeating: "A", count: 10_000),
    ])
    func aNameThatIsNoZoneNeverLeadsToAnotherFile(name: String) throws {
        let name = name.replacing("\u{0}", with: "\\0")
        let sample = try ContactSample(
            "timeZone: \"\(name)\"\nchannels: [{ id: a, kind: email, address: a@b.example }]")
        #expect(sample.diagnostics.map(\.id) == [.unknownTimeZone])
    }

    /// The hours of a channel without mistakes.
    private static func hours(_ text: String, more: String = "") throws -> OpeningHours? {
        try ContactSample.flawless("- { id: a, kind: email, address: a@b.example, hours: \(text) }", more: more)
            .channels.first?.hours
    }
}
