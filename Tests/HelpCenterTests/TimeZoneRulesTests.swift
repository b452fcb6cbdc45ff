import Foundation
import HelpCenter
import Testing

struct TimeZoneRulesTests {
    // Expectations are those of Python's zoneinfo.
    @Test(arguments: [
        ("Asia/Singapore", "2026-11-21T00:00:00Z", 28_800),
        ("Asia/Kathmandu", "2026-11-21T00:00:00Z", 20_700),
        ("America/Sao_Paulo", "2026-12-21T00:00:00Z", -10_800),
        ("Europe/London", "2026-03-29T00:59:59Z", 0),
        ("Europe/London", "2026-03-29T01:00:00Z", 3_600),
        ("Europe/London", "2045-03-26T00:59:59Z", 0),
        ("Europe/London", "2045-03-26T01:00:00Z", 3_600),
        ("Europe/London", "2045-10-29T00:59:59Z", 3_600),
        ("Europe/London", "2045-10-29T01:00:00Z", 0),
        ("Europe/London", "1847-12-01T00:01:14Z", -75),
        ("Europe/London", "1847-12-01T00:01:15Z", 0),
        ("America/New_York", "2045-03-12T06:59:59Z", -18_000),
        ("America/New_York", "2045-03-12T07:00:00Z", -14_400),
        ("Pacific/Auckland", "2045-12-31T23:00:00Z", 46_800),
        ("Australia/Lord_Howe", "2045-01-01T00:00:00Z", 39_600),
        ("Australia/Lord_Howe", "2045-07-01T00:00:00Z", 37_800),
        ("Africa/Casablanca", "2026-02-15T01:59:59Z", 3_600),
        ("Africa/Casablanca", "2026-02-15T02:00:00Z", 0),
        ("Pacific/Apia", "2011-12-30T09:59:59Z", -36_000),
        ("Pacific/Apia", "2011-12-30T10:00:00Z", 50_400),
    ])
    func clocksAreAheadAsTheDatabaseSays(zone: String, time: String, offset: Int) throws {
        #expect(try systemRules(zone).offset(at: seconds(time)) == offset)
    }

    /// What is written out up to 2037 is the same as the rule at the file's end.
    @Test(arguments: [
        "Europe/London", "Europe/Dublin", "America/New_York", "America/St_Johns", "America/Santiago", "Asia/Jerusalem",
        "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Chatham", "Asia/Singapore", "UTC",
    ])
    func slimFilesSayTheSameAsFatOnes(zone: String) throws {
        let bytes = try systemBytes(zone)
        let footer = try #require(String(decoding: bytes, as: UTF8.self).split(separator: "\n").last)
        let fat = try #require(TimeZoneRules(identifier: zone, tzif: bytes))
        let slim = try #require(TimeZoneRules(identifier: zone, tzif: TimeZoneBytes(footer: String(footer)).all))
        for time in stride(
            from: try seconds("2026-10-01T00:30:00Z"), to: try seconds("2060-01-01T00:00:00Z"), by: 43_200)
        {
            #expect(fat.offset(at: time) == slim.offset(at: time))
        }
    }

    @Test(arguments: [
        ("<-03>3", "2026-01-01T00:00:00Z", -10_800),
        ("<+0545>-5:45", "2026-01-01T00:00:00Z", 20_700),
        ("ABC+1:02:03", "2026-01-01T00:00:00Z", -3_723),
        // Without a number, summer time is an hour ahead; without a time, clocks change at 02:00.
        ("AAA0BBB,M3.5.0,M10.5.0", "2026-03-29T01:59:59Z", 0),
        ("AAA0BBB,M3.5.0,M10.5.0", "2026-03-29T02:00:00Z", 3_600),
        ("AAA0BBB,M3.5.0,M10.5.0", "2026-10-25T00:59:59Z", 3_600),
        ("AAA0BBB,M3.5.0,M10.5.0", "2026-10-25T01:00:00Z", 0),
        // The last Thursday of a month with four, and the fourth of one with five.
        ("AAA0BBB,M2.5.4/0,M10.5.0", "2026-02-25T23:59:59Z", 0),
        ("AAA0BBB,M2.5.4/0,M10.5.0", "2026-02-26T00:00:00Z", 3_600),
        ("AAA0BBB,M1.4.4/0,M10.5.0", "2026-01-22T00:00:00Z", 3_600),
        ("AAA0BBB,M3.5.0,M12.5.4/1", "2026-12-31T00:00:00Z", 0),
        // Day 60 is 1 March in every year by J, and 29 February or 1 March when counted from zero without.
        ("AAA0BBB,J60/0,J300/0", "2028-02-29T23:59:59Z", 0),
        ("AAA0BBB,J60/0,J300/0", "2028-03-01T00:00:00Z", 3_600),
        ("AAA0BBB,J59/0,J300/0", "2028-02-28T00:00:00Z", 3_600),
        ("AAA0BBB,59/0,300/0", "2028-02-28T23:59:59Z", 0),
        ("AAA0BBB,59/0,300/0", "2028-02-29T00:00:00Z", 3_600),
        ("AAA0BBB,59/0,300/0", "2027-03-01T00:00:00Z", 3_600),
        // Ireland: winter time is the exception, an hour behind.
        ("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-01-01T00:00:00Z", 0),
        ("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-07-01T00:00:00Z", 3_600),
        // Hours before the day, and days after it.
        ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29T00:59:59Z", -7_200),
        ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29T01:00:00Z", -3_600),
        ("AAA0BBB,M12.5.4/167,M6.1.0", "2027-01-06T22:59:59Z", 0),
        ("AAA0BBB,M12.5.4/167,M6.1.0", "2027-01-06T23:00:00Z", 3_600),
        // Summer time all year: the example of RFC 8536.
        ("XXX3EDT4,0/0,J365/23", "2026-01-01T03:00:00Z", -14_400),
        ("XXX3EDT4,0/0,J365/23", "2026-12-31T23:59:59Z", -14_400),
        ("XXX3EDT4,0/0,J365/23", "2027-01-01T03:00:00Z", -14_400),
    ])
    func rulesForEveryYearAreFollowed(footer: String, time: String, offset: Int) throws {
        let rules = try #require(TimeZoneRules(identifier: "X", tzif: TimeZoneBytes(footer: footer).all))
        #expect(try rules.offset(at: seconds(time)) == offset)
    }

    @Test(arguments: [
        "A0", "AAA", "<AAA0", "AAA25", "AAA0:60", "AAA0BBB", "AAA0BBB,M3.5.0", "AAA0BBB,M13.5.0,M10.5.0",
        "AAA0BBB,M3.6.0,M10.5.0", "AAA0BBB,M3.5.7,M10.5.0", "AAA0BBB,J0,J300", "AAA0BBB,J366,J300", "AAA0BBB,366,300",
        "AAA0BBB,M3.5.0/168,M10.5.0", "AAA0BBB,M3.5.0,M10.5.0,", "AAA0 BBB", "AAA99999999999999999999",
    ])
    func brokenRulesMakeAFileUnreadable(footer: String) {
        #expect(TimeZoneRules(identifier: "X", tzif: TimeZoneBytes(footer: footer).all) == nil)
    }

    @Test func aFileWithoutARuleKeepsItsLastOffset() throws {
        let bytes = TimeZoneBytes(changes: [(1_000, 1), (2_000, 2)], offsets: [60, 120, 180], footer: "").all
        let rules = try #require(TimeZoneRules(identifier: "X", tzif: bytes))
        let times = [-1 << 40, 999, 1_000, 1_999, 2_000, 1 << 40]
        #expect(times.map { rules.offset(at: $0) } == [60, 60, 120, 120, 180, 180])
    }

    @Test func theRuleHoldsAfterTheLastChangeOnly() throws {
        let bytes = TimeZoneBytes(changes: [(1_000, 1)], offsets: [60, 120], footer: "AAA-1").all
        let rules = try #require(TimeZoneRules(identifier: "X", tzif: bytes))
        #expect([999, 1_000, 1_001].map { rules.offset(at: $0) } == [60, 120, 3_600])
    }

    @Test func damagedFilesAreNotRead() throws {
        let whole = try systemBytes("Europe/London")
        for length in 0..<whole.count {
            #expect(TimeZoneRules(identifier: "X", tzif: Array(whole.prefix(length))) == nil)
        }
        #expect(TimeZoneRules(identifier: "X", tzif: TimeZoneBytes(version: 0, footer: "AAA0").all) == nil)
        #expect(TimeZoneRules(identifier: "X", tzif: TimeZoneBytes(leapSeconds: 1, footer: "AAA0").all) == nil)
        #expect(TimeZoneRules(identifier: "X", tzif: TimeZoneBytes(offsets: [], footer: "AAA0").all) == nil)
        let unknown = TimeZoneBytes(changes: [(0, 2)], offsets: [0, 60], footer: "AAA0")
        #expect(TimeZoneRules(identifier: "X", tzif: unknown.all) == nil)
        let unsorted = TimeZoneBytes(changes: [(2, 0), (1, 1)], offsets: [0, 60], footer: "AAA0")
        #expect(TimeZoneRules(identifier: "X", tzif: unsorted.all) == nil)
        #expect(TimeZoneRules(identifier: "X", tzif: Array("# a table of zones\n".utf8)) == nil)
    }

    @Test(arguments: [
        ("UTC", 2026, 0, nil), ("Asia/Singapore", 2026, 28_800, nil), ("Europe/London", 2026, 0, 3_600),
        ("Europe/Dublin", 2026, 0, 3_600), ("Pacific/Auckland", 2045, 43_200, 46_800),
        ("Australia/Lord_Howe", 2026, 37_800, 39_600),
        // Ramadan is no winter; and summer time that is given up is none any more.
        ("Africa/Casablanca", 2025, 3_600, nil), ("America/Sao_Paulo", 2018, -10_800, -7_200),
        ("America/Sao_Paulo", 2019, -10_800, nil), ("Asia/Tehran", 2022, 12_600, 16_200),
        ("Asia/Tehran", 2023, 12_600, nil),
        ("Europe/Istanbul", 2016, 10_800, nil),
    ])
    func aYearHasItsStandardAndItsSummerTime(zone: String, year: Int, standard: Int, summer: Int?) throws {
        let offsets = try systemRules(zone).offsets(inYear: year)
        #expect(offsets.standard == standard)
        #expect(offsets.summer == summer)
    }

    @Test func utcNeedsNoFile() {
        #expect(TimeZoneRules.utc.identifier == "UTC")
        #expect(TimeZoneRules.utc.offset(at: 1_795_219_200) == 0)
    }
}

/// The rules of a zone of this system.
func systemRules(_ zone: String) throws -> TimeZoneRules {
    try #require(TimeZoneRules(identifier: zone, tzif: systemBytes(zone)))
}

private func systemBytes(_ zone: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: "/usr/share/zoneinfo/" + zone)))
}

/// Seconds since 1970 of a time such as `2026-11-21T08:00:00Z`.
func seconds(_ time: String) throws -> Int {
    try #require(PublicationDate(time)).secondsSince1970
}

/// A file of the time zone database, made up.
private struct TimeZoneBytes {
    var version: UInt8 = 0x32
    var leapSeconds = 0
    /// Times and the indexes of their offsets.
    var changes: [(time: Int, index: UInt8)] = []
    var offsets = [0]
    var footer: String

    var all: [UInt8] {
        var bytes = header(times: 0, types: 1, leapSeconds: 0) + [0, 0, 0, 0, 0, 0] + Self.name
        bytes += header(times: changes.count, types: offsets.count, leapSeconds: leapSeconds)
        bytes += changes.flatMap { Self.bigEndian($0.time, 8) } + changes.map(\.index)
        bytes += offsets.flatMap { Self.bigEndian($0, 4) + [0, 0] } + Self.name
        return bytes + [UInt8](repeating: 0, count: leapSeconds * 12) + Array("\n\(footer)\n".utf8)
    }

    private static let name = Array("LMT\0".utf8)

    private func header(times: Int, types: Int, leapSeconds: Int) -> [UInt8] {
        let counts = [0, 0, leapSeconds, times, types, Self.name.count]
        return Array("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15)
            + counts.flatMap { Self.bigEndian($0, 4) }
    }

    private static func bigEndian(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).reversed().map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
}
