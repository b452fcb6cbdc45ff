import HelpCenter
import Testing

struct PublicationDateTests {
    @Test(arguments: [
        ("1970-01-01", 0), ("2026-11-21", 1_795_219_200), ("2000-02-29", 951_782_400), ("1900-03-01", -2_203_891_200),
        ("2026-11-21T08:00:00Z", 1_795_248_000), ("2026-11-21t08:00:00z", 1_795_248_000),
        ("2026-11-21T08:00:00+08:00", 1_795_219_200),
        ("2026-11-21 08:00:00 +0800", 1_795_219_200), ("2026-11-21T08:00:00.250Z", 1_795_248_000),
        ("2026-11-21T08:00", 1_795_248_000),
        ("2026-11-20T23:30:00-00:30", 1_795_219_200), ("2100-02-28", 4_107_456_000),
    ])
    func datesAreMomentsInUTC(text: String, seconds: Int) throws {
        #expect(try #require(PublicationDate(text)).secondsSince1970 == seconds)
    }

    @Test(arguments: [
        "", "2026", "2026-11", "2026-1-2", "21.11.2026", "2026/11/21", "2026-13-01", "2026-00-10", "2026-11-31",
        "2026-02-29", "1900-02-29",
        "2026-11-21T", "2026-11-21T24:00:00", "2026-11-21T08:60", "2026-11-21T08:00:61", "2026-11-21T08:00:00+8",
        "2026-11-21T08:00:00+25:00",
        "2026-11-21x", "2026-11-21T08:00:00Zx", "２０２６-11-21", "-026-11-21",
    ])
    func otherTextsAreNoDates(text: String) {
        #expect(PublicationDate(text) == nil)
    }

    @Test func theDayIsKeptAsWritten() throws {
        let date = try #require(PublicationDate("2026-01-02T23:30:00-08:00"))
        #expect(date.iso == "2026-01-02")
        #expect(date.year == 2026 && date.month == 1 && date.day == 2)
    }

    @Test func everyDayFollowsTheOneBefore() throws {
        var expected = try #require(PublicationDate("1999-12-31")).secondsSince1970
        for year in 2000...2004 {
            for month in 1...12 {
                for day in 1...31 {
                    let text = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
                    guard let date = PublicationDate(text) else { continue }
                    expected += 86_400
                    #expect(date.secondsSince1970 == expected && date.iso == text)
                }
            }
        }
        #expect(expected == PublicationDate("2004-12-31")?.secondsSince1970)
    }
}
