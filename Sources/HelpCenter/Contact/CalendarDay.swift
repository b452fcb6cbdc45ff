/// A day of the Gregorian calendar, wherever in the world it is meant.
public struct CalendarDay: Sendable, Hashable, Comparable {
    /// The year.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day, 1 to 31.
    public let day: Int
    /// How many days it is after 1970-01-01.
    public let daysSince1970: Int

    /// A day from `2026-12-25`; nil when it is another thing or a day that does not exist.
    public init?(_ text: String) {
        guard text.utf8.count == 10, let date = PublicationDate(text) else { return nil }
        (year, month, day) = (date.year, date.month, date.day)
        daysSince1970 = Self.daysSince1970(year: year, month: month, day: day)
    }

    /// The day that is so many days after 1970-01-01 (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
    public init(daysSince1970: Int) {
        // Years that begin in March have the leap day at their end; eras of 400 such years are all alike.
        let days = daysSince1970 + 719_468
        let era = days.dividedRoundingDown(by: 146_097)
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
        self.daysSince1970 = daysSince1970
    }

    /// The day in UTC of a moment, in seconds since 1970.
    public init(at secondsSince1970: Int) {
        self.init(daysSince1970: secondsSince1970.dividedRoundingDown(by: 86_400))
    }

    /// The day of the week, 1 for Monday to 7 for Sunday, as in ISO 8601.
    public var weekday: Int {
        // 1970-01-01 was a Thursday.
        let days = daysSince1970 + 3
        return days - days.dividedRoundingDown(by: 7) * 7 + 1
    }

    /// The day as `2026-12-25`.
    public var iso: String { Self.iso(year: year, month: month, day: day) }

    /// Whether a day is before another one.
    public static func < (left: CalendarDay, right: CalendarDay) -> Bool { left.daysSince1970 < right.daysSince1970 }

    /// The days from 1970-01-01 to a day (the same source).
    static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = year.dividedRoundingDown(by: 400)
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// A day as `2026-12-25` (ISO 8601).
    static func iso(year: Int, month: Int, day: Int) -> String {
        "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    private static func padded(_ number: Int, _ digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}

extension Int {
    /// The quotient that is rounded towards the past, where `/` rounds towards zero: -1 second is on the day before.
    func dividedRoundingDown(by divisor: Int) -> Int {
        let quotient = self / divisor
        return quotient * divisor > self ? quotient - 1 : quotient
    }
}
