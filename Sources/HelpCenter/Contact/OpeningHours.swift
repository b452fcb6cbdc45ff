/// When a channel is open.
public struct OpeningHours: Sendable {
    /// The zone in which the hours are meant.
    public let zone: TimeZoneRules
    /// The hours of a week, sorted; nil when it is open all the time.
    public let week: [WeekRange]?
    /// The days, in the zone, on which nothing that begins is open.
    public let holidays: [CalendarDay]

    /// Opening hours.
    public init(zone: TimeZoneRules, week: [WeekRange]?, holidays: [CalendarDay]) {
        self.zone = zone
        self.week = week
        self.holidays = holidays
    }
}

/// A time of a week, in minutes since Monday 00:00. It ends at most a day after the week does.
public struct WeekRange: Sendable, Equatable, Hashable {
    /// The first minute.
    public let start: Int
    /// The minute after the last one.
    public let end: Int

    /// A range.
    public init(start: Int, end: Int) {
        self.start = start
        self.end = end
    }
}
