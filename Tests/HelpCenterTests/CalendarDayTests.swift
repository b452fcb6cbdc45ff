import HelpCenter
import Testing

struct CalendarDayTests {
    @Test(arguments: [
        ("1970-01-01", 0, 4), ("2026-12-25", 20_812, 5), ("2000-02-29", 11_016, 2), ("1969-12-31", -1, 3),
        ("1900-03-01", -25_508, 4), ("2100-12-31", 47_846, 5), ("0001-01-01", -719_162, 1),
    ])
    func daysAreCountedFrom1970AndHaveTheirWeekday(text: String, days: Int, weekday: Int) throws {
        let day = try #require(CalendarDay(text))
        #expect(day.daysSince1970 == days)
        #expect(day.weekday == weekday)
        #expect(day.iso == text)
        #expect(CalendarDay(daysSince1970: days) == day)
    }

    @Test(arguments: ["", "2026-02-29", "2026-13-01", "2026-1-2", "2026-12-25T00:00:00Z", "2026-12-25 ", "25.12.2026"])
    func otherTextsAreNoDays(text: String) {
        #expect(CalendarDay(text) == nil)
    }

    @Test func everyDayOfFourCenturiesComesBackFromItsText() throws {
        var weekday = try #require(CalendarDay("1850-01-01")).weekday
        for days in try #require(CalendarDay("1850-01-01")).daysSince1970..<50_000 {
            let day = CalendarDay(daysSince1970: days)
            #expect(CalendarDay(day.iso) == day && day.daysSince1970 == days && day.weekday == weekday)
            #expect(PublicationDate(day.iso)?.secondsSince1970 == days * 86_400)
            weekday = weekday % 7 + 1
        }
    }

    @Test func earlierDaysComeFirst() throws {
        let days = try ["2027-01-01", "2026-12-31", "2026-09-30"].map { try #require(CalendarDay($0)) }
        #expect(days.sorted().map(\.iso) == ["2026-09-30", "2026-12-31", "2027-01-01"])
    }
}
