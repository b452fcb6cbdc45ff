internal import HelpCenter

/// Opening hours in words, as the built page shows them: in the channel's own zone, because the reader's is not known.
/// The page's script adds the reader's time and whether a channel is open now.
struct HoursText {
    /// The texts of the page's locale.
    let texts: InterfaceTexts
    /// The day on which the site is built.
    let today: CalendarDay

    private static let minutesOfDay = 1440
    private static let dayKeys = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    /// A line for each run of days with the same hours.
    func lines(_ hours: OpeningHours) -> [(days: String, times: String)] {
        guard let week = hours.week else { return [] }
        var days = [[WeekRange]](repeating: [], count: 7)
        for range in week { days[range.start / Self.minutesOfDay % 7].append(range) }
        var lines: [(days: ClosedRange<Int>, times: String)] = []
        for (day, ranges) in days.enumerated() where !ranges.isEmpty {
            let text = list(ranges.map { times($0) })
            if let last = lines.last, last.days.upperBound == day - 1, last.times == text {
                lines[lines.count - 1].days = last.days.lowerBound...day
            } else {
                lines.append((day...day, text))
            }
        }
        return lines.map { (name(of: $0.days), $0.times) }
    }

    /// The zone and how far it is ahead of UTC, in winter and in summer.
    func zone(_ hours: OpeningHours) -> String {
        let identifier = hours.zone.identifier
        if ["UTC", "Etc/UTC"].contains(identifier) { return texts["hoursZoneUTC"] }
        let city = identifier.split(separator: "/").last.map { String($0.replacing("_", with: " ")) } ?? identifier
        let offsets = hours.zone.offsets(inYear: today.year)
        var values = ["zone": city, "offset": Self.offset(offsets.standard)]
        guard let summer = offsets.summer else { return texts.text("hoursZone", values) }
        values["summerOffset"] = Self.offset(summer)
        return texts.text("hoursZoneSummer", values)
    }

    /// The next holidays; nil when none is to come.
    func holidays(_ hours: OpeningHours) -> String? {
        let days = hours.holidays.filter { $0 >= today }.prefix(Self.shownHolidays)
        let names = days.compactMap { PublicationDate($0.iso) }.map { texts.date($0) }
        return names.isEmpty ? nil : texts.text("hoursHolidays", ["dates": names.joined(separator: " · ")])
    }

    /// How many holidays a card names.
    private static let shownHolidays = 4

    /// `UTC+5:30` of seconds east of UTC.
    static func offset(_ seconds: Int) -> String {
        let minutes = abs(seconds) / 60
        let rest = minutes % 60 == 0 ? "" : ":" + (minutes % 60 < 10 ? "0" : "") + "\(minutes % 60)"
        return seconds == 0 ? "UTC" : "UTC\(seconds < 0 ? "−" : "+")\(minutes / 60)\(rest)"
    }

    private func times(_ range: WeekRange) -> String {
        let start = range.start % Self.minutesOfDay
        let end = range.end % Self.minutesOfDay
        let last = end == 0 ? Self.minutesOfDay : end
        // A range is one word: no line ends behind its dash (U+2060, word joiner).
        return texts.text("timeRange", ["from": texts.time(start), "to": "\u{2060}" + texts.time(last)])
    }

    private func list(_ times: [String]) -> String {
        times.dropFirst().reduce(times.first ?? "") { texts.text("timeRanges", ["first": $0, "second": $1]) }
    }

    private func name(of days: ClosedRange<Int>) -> String {
        let (first, last) = (days.lowerBound, days.upperBound)
        if days.count == 7 { return texts["everyDay"] }
        if days.count == 1 { return texts[Self.dayKeys[first]] }
        return texts.text("dayRange", ["from": texts[Self.dayKeys[first]], "to": texts[Self.dayKeys[last]]])
    }
}
