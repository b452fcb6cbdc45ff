import Foundation
import HelpCenter
import Testing

struct OpeningHoursTests {
    /// The same table binds the browser's scripts (`Tests/Site/test_opening_hours.py`).
    @Test func statusIsThatOfTheTable() throws {
        let table = try Table.read()
        #expect(table.cases.count >= 120)
        for example in table.cases {
            let hours = try table.hours(of: example)
            let now = try seconds(example.at)
            let change = try (example.until ?? example.opens).map { try seconds($0) }
            #expect(hours.isOpen(at: now) == example.open, "\(example)")
            #expect(hours.nextChange(after: now) == change, "\(example)")
        }
    }

    @Test func openingsBeginAndEndWhereTheStatusChanges() throws {
        let table = try Table.read()
        for example in table.cases where table.weeks[example.week]?.ranges != nil {
            let hours = try table.hours(of: example)
            let start = try seconds(example.at)
            let found = hours.openings(from: start, to: start + 9 * 86_400)
            let ends = found.flatMap { [$0.lowerBound, $0.upperBound] }
            #expect(ends == ends.sorted() && Set(ends).count == ends.count, "\(example)")
            // Minute by minute, over the change of the clocks if there is one.
            for time in stride(from: start, to: start + 43_200, by: 300) {
                #expect(hours.isOpen(at: time) == found.contains { $0.contains(time) }, "\(example) \(time)")
            }
        }
    }

    @Test func openingsAreCutAtTheEndsOfTheTimeThatIsAskedFor() throws {
        let hours = OpeningHours(zone: .utc, week: [WeekRange(start: 540, end: 1080)], holidays: [])
        let (start, end) = (try seconds("2026-11-23T09:00:00Z"), try seconds("2026-11-23T18:00:00Z"))
        #expect(hours.openings(from: start - 60, to: end + 60) == [start..<end])
        #expect(hours.openings(from: start + 60, to: end - 60) == [(start + 60)..<(end - 60)])
        #expect(hours.openings(from: end, to: end + 86_400).isEmpty)
        #expect(hours.openings(from: start, to: start).isEmpty)
        #expect(hours.openings(from: end, to: start).isEmpty)
        #expect(hours.openings(from: start, to: start + 8 * 86_400).count == 2)
    }

    @Test func aRangeOfDaysIsFoundFromItsMiddle() throws {
        // From Monday to the end of Saturday, as one range.
        let hours = OpeningHours(zone: .utc, week: [WeekRange(start: 0, end: 6 * 1440)], holidays: [])
        #expect(hours.isOpen(at: try seconds("2026-11-28T23:59:59Z")))
        #expect(!hours.isOpen(at: try seconds("2026-11-29T00:00:00Z")))
        #expect(hours.nextChange(after: try seconds("2026-11-28T12:00:00Z")) == (try seconds("2026-11-29T00:00:00Z")))
    }

    @Test func aroundTheClockHasNoEnd() {
        let hours = OpeningHours(zone: .utc, week: nil, holidays: [])
        #expect(hours.isOpen(at: 0))
        #expect(hours.nextChange(after: 0) == nil)
        #expect(hours.openings(from: -5, to: 5) == [-5..<5])
    }

    @Test func timesBefore1970AreNoDifferent() throws {
        let hours = OpeningHours(zone: .utc, week: [WeekRange(start: 540, end: 1080)], holidays: [])
        let monday = try seconds("1969-12-29T09:00:00Z")
        #expect(hours.nextChange(after: monday - 3_600) == monday)
        #expect(hours.isOpen(at: monday) && !hours.isOpen(at: monday - 1))
    }
}

/// What the browser's script tells of a channel, put together from its openings.
extension OpeningHours {
    fileprivate func isOpen(at instant: Int) -> Bool { !openings(from: instant, to: instant + 1).isEmpty }

    /// When it opens or closes next; nil when neither happens within a year.
    fileprivate func nextChange(after instant: Int) -> Int? {
        let end = instant + 366 * 86_400
        guard let first = openings(from: instant, to: end).first else { return nil }
        if first.lowerBound > instant { return first.lowerBound }
        return first.upperBound < end ? first.upperBound : nil
    }
}

/// `Tests/Fixtures/opening-hours.json`.
private struct Table: Decodable {
    struct Week: Decodable {
        let ranges: [[Int]]?
    }

    struct Example: Decodable {
        let why: String
        let zone: String
        let week: String
        let holidays: [String]
        let at: String
        let open: Bool
        let until: String?
        let opens: String?
    }

    let weeks: [String: Week]
    let cases: [Example]

    static func read() throws -> Table {
        let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Fixtures")
        return try JSONDecoder().decode(
            Table.self, from: Data(contentsOf: fixtures.appendingPathComponent("opening-hours.json")))
    }

    func hours(of example: Example) throws -> OpeningHours {
        let ranges = try #require(weeks[example.week]).ranges
        return OpeningHours(
            zone: try systemRules(example.zone), week: ranges?.map { WeekRange(start: $0[0], end: $0[1]) },
            holidays: try example.holidays.map { try #require(CalendarDay($0)) })
    }
}
