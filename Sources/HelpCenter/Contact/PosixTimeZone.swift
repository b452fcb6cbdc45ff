/// The rule of a zone for every year, such as `NZST-12NZDT,M9.5.0,M4.1.0/3` (POSIX.1, "TZ", with the hours from -167 to
/// 167 that RFC 8536 adds).
struct PosixTimeZone: Sendable {
    /// How many seconds the clocks are ahead of UTC outside of summer time.
    private let standard: Int
    /// Summer time; nil when there is none.
    private let summer: Summer?

    private struct Summer {
        /// How many seconds the clocks are ahead of UTC in it.
        let offset: Int
        let start: Change
        let end: Change
    }

    /// A moment of every year.
    fileprivate struct Change {
        let day: DayOfYear
        /// Seconds after the day's midnight, on the clocks before the change.
        let time: Int
    }

    fileprivate enum DayOfYear {
        /// 1 to 365, without 29 February.
        case julian(Int)
        /// 0 to 365.
        case ordinal(Int)
        /// The first (1) to last (5) such weekday, 0 for Sunday, of a month.
        case weekday(month: Int, week: Int, weekday: Int)
    }

    /// Reads a rule; nil when it is malformed.
    init?(_ text: ArraySlice<UInt8>) {
        var scanner = Scanner(rest: text)
        guard scanner.skipName(), let behind = scanner.time(maximumHours: 24) else { return nil }
        // The sign is that of the time behind UTC.
        standard = -behind
        guard !scanner.rest.isEmpty else {
            summer = nil
            return
        }
        guard scanner.skipName() else { return nil }
        var offset = standard + 3600
        if scanner.rest.first != UInt8(ascii: ",") {
            guard let behind = scanner.time(maximumHours: 24) else { return nil }
            offset = -behind
        }
        guard let start = scanner.change(), let end = scanner.change(), scanner.rest.isEmpty else { return nil }
        summer = Summer(offset: offset, start: start, end: end)
    }

    /// How many seconds the clocks are ahead of UTC at a time.
    func offset(at secondsSince1970: Int) -> Int {
        guard let summer else { return standard }
        let day = (secondsSince1970 + standard).dividedRoundingDown(by: 86_400)
        let year = CalendarDay(daysSince1970: day).year
        // Hours beyond a day, and summers over the turn of the year, may put the last change into the year before.
        let years = (year - 1)...(year + 1)
        let starts = years.map { summer.start.seconds(in: $0) - standard }.filter { $0 <= secondsSince1970 }
        let ends = years.map { summer.end.seconds(in: $0) - summer.offset }.filter { $0 <= secondsSince1970 }
        // When one summer begins as another ends, it is summer all year.
        return starts.max() ?? .min >= ends.max() ?? .min ? summer.offset : standard
    }
}

extension PosixTimeZone.Change {
    /// Its local time in a year, in seconds as if it were UTC.
    fileprivate func seconds(in year: Int) -> Int {
        let newYear = CalendarDay.daysSince1970(year: year, month: 1, day: 1)
        let days: Int
        switch day {
        case .ordinal(let number): days = newYear + number
        case .julian(let number):
            let march = CalendarDay.daysSince1970(year: year, month: 3, day: 1)
            days = number < 60 ? newYear + number - 1 : march + number - 60
        case .weekday(let month, let week, let weekday):
            let first = CalendarDay.daysSince1970(year: year, month: month, day: 1)
            let next = month == 12 ? newYear + 366 : CalendarDay.daysSince1970(year: year, month: month + 1, day: 1)
            // ISO's 7 is POSIX's 0.
            let ahead = (weekday - CalendarDay(daysSince1970: first).weekday + 7) % 7
            let found = first + ahead + (week - 1) * 7
            days = found < next ? found : found - 7
        }
        return days * 86_400 + time
    }
}

/// Reads the parts of a rule.
private struct Scanner {
    var rest: ArraySlice<UInt8>

    /// An abbreviation: three letters or more, or whatever stands between angle brackets.
    mutating func skipName() -> Bool {
        if skip("<") {
            guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
            rest = rest[(end + 1)...]
            return true
        }
        let letters = rest.prefix { (0x41...0x5A).contains($0 & 0xDF) }
        rest = rest.dropFirst(letters.count)
        return letters.count >= 3
    }

    /// Seconds from `[+-]hh[:mm[:ss]]`.
    mutating func time(maximumHours: Int) -> Int? {
        let sign = skip("-") ? -1 : 1
        if sign == 1 { _ = skip("+") }
        guard let hours = number(0...maximumHours) else { return nil }
        var seconds = hours * 3600
        for unit in [60, 1] where skip(":") {
            guard let value = number(0...59) else { return nil }
            seconds += value * unit
        }
        return sign * seconds
    }

    /// A comma, a day and perhaps a time, which otherwise is 02:00.
    mutating func change() -> PosixTimeZone.Change? {
        guard skip(","), let day = day() else { return nil }
        guard skip("/") else { return PosixTimeZone.Change(day: day, time: 7200) }
        return time(maximumHours: 167).map { PosixTimeZone.Change(day: day, time: $0) }
    }

    private mutating func day() -> PosixTimeZone.DayOfYear? {
        if skip("J") { return number(1...365).map { .julian($0) } }
        guard skip("M") else { return number(0...365).map { .ordinal($0) } }
        guard let month = number(1...12), skip("."), let week = number(1...5), skip("."), let weekday = number(0...6)
        else { return nil }
        return .weekday(month: month, week: week, weekday: weekday)
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int? {
        let digits = rest.prefix(4).prefix { (0x30...0x39).contains($0) }
        rest = rest.dropFirst(digits.count)
        let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return digits.isEmpty || !range.contains(value) ? nil : value
    }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard let first = rest.first, UInt32(first) == character.value else { return false }
        rest = rest.dropFirst()
        return true
    }
}
