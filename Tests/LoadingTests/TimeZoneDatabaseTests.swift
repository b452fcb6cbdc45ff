import HelpCenter
import Loading
import Testing

struct TimeZoneDatabaseTests {
    private let zones = TimeZoneDatabase()

    @Test(arguments: [
        ("Asia/Singapore", 28_800), ("America/Argentina/Buenos_Aires", -10_800), ("Etc/GMT+12", -43_200), ("UTC", 0),
        ("America/Port-au-Prince", -18_000), ("Asia/Calcutta", 19_800),
    ])
    func zonesAreReadByTheirNames(name: String, offset: Int) throws {
        let rules = try #require(try zones.rules(for: name))
        #expect(rules.identifier == name)
        // In winter.
        #expect(rules.offset(at: 1_767_225_600) == offset)
    }

    @Test(arguments: [
        "", "/", ".", "..", "Asia", "Asia/", "/Asia/Singapore", "Asia//Singapore", "../zoneinfo/Asia/Singapore",
        "Asia/../Asia/Singapore", "./Asia/Singapore", "Asia/./Singapore", "Asia/Singapore/", "Asia/Singapore/x",
        "Asia/Singapore\0", "Asia/Singapore ", "Asia/Singapur", "asia/singapore", "posix/Asia/Singapore",
        "right/Asia/Singapore", "localtime", "posixrules", "Factory", "zone.tab", "tzdata.zi", "leapseconds",
        "+VERSION",
        "Asia\\Singapore", "Ásia/Singapore", "新加坡", "+08:00", "A", String(repeating: "A/", count: 5_000) + "A",
    ])
    func otherTextsAreNoZones(name: String) throws {
        #expect(try zones.rules(for: name) == nil)
    }

    @Test func aSystemWithoutZonesIsNotTheWritersFault() throws {
        let missing = TimeZoneDatabase(root: "/nonexistent/zoneinfo")
        let error = #expect(throws: LoadingError.self) { try missing.rules(for: "Asia/Singapore") }
        #expect(error?.description == "cannot open '/nonexistent/zoneinfo': No such file or directory; install tzdata")
        #expect(try missing.rules(for: "UTC")?.identifier == "UTC")
        #expect(try missing.rules(for: "../x") == nil)
        #expect(missing.suggestion(for: "Singapore") == nil)
    }

    @Test(arguments: [
        ("Singapore", "Asia/Singapore"), ("singapore", "Asia/Singapore"), ("asia/singapore", "Asia/Singapore"),
        ("New York", "America/New_York"), ("America/New York", "America/New_York"), ("new_york", "America/New_York"),
        ("Asia/Singapur", "Asia/Singapore"), ("Europe/Londno", "Europe/London"), ("Belrin", "Europe/Berlin"),
        ("utc", "UTC"), ("Buenos Aires", "America/Argentina/Buenos_Aires"), ("Asia/Hongkong", "Asia/Hong_Kong"),
    ])
    func namesThatAreMeantAreFound(text: String, name: String) throws {
        #expect(zones.suggestion(for: text) == name)
        #expect(try zones.rules(for: name) != nil)
    }

    @Test(arguments: ["", "Gotham City", "+08:00", "Bielefeld-Mitte"])
    func otherNamesSuggestNothing(text: String) {
        #expect(zones.suggestion(for: text) == nil)
    }
}
