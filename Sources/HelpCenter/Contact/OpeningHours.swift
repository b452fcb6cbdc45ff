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

    /// The times between two times at which it is open, in seconds since 1970: in order, and apart from each other.
    ///
    /// Hours are meant as the zone's clocks show them; see `TimeZoneRules.instant(ofLocal:)` for the nights on which the
    /// clocks are changed. What begins on a holiday does not happen; what began the day before goes on. The browser
    /// computes the same in `contact/hours.js`.
    public func openings(from start: Int, to end: Int) -> [Range<Int>] {
        guard start < end else { return [] }
        guard let week else { return [start..<end] }
        // An opening may have begun as many days before as it is long, and the day is another one elsewhere.
        let longest = (week.map { $0.end - $0.start }.max() ?? 0) / 1440 + 1
        let first = (start + zone.offset(at: start)).dividedRoundingDown(by: 86_400) - longest
        let last = (end + zone.offset(at: end)).dividedRoundingDown(by: 86_400) + 1
        let found = (first...last).flatMap { openings(beginningOn: CalendarDay(daysSince1970: $0), week) }
            .map { $0.clamped(to: start..<end) }.filter { !$0.isEmpty }.sorted { $0.lowerBound < $1.lowerBound }
        return Self.merged(found)
    }
}

extension OpeningHours {
    private func openings(beginningOn day: CalendarDay, _ week: [WeekRange]) -> [Range<Int>] {
        if holidays.contains(day) { return [] }
        let monday = (day.daysSince1970 - (day.weekday - 1)) * 86_400
        return week.compactMap { range in
            guard range.start / 1440 == day.weekday - 1 else { return nil }
            let start = zone.instant(ofLocal: monday + range.start * 60)
            let end = zone.instant(ofLocal: monday + range.end * 60)
            // When the clocks are put forward, 02:30 may be later than 03:00.
            return start < end ? start..<end : nil
        }
    }

    /// The same times with those that touch or overlap as one.
    private static func merged(_ sorted: [Range<Int>]) -> [Range<Int>] {
        var merged: [Range<Int>] = []
        for range in sorted {
            if let last = merged.last, range.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        return merged
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
