internal import HelpCenter

/// Reads when channels are open.
///
/// 1. The zone and the holidays of `contact.yml` serve channels that give none of their own.
/// 2. Keys name days, values the hours of these days; each day is named once.
/// 3. Hours become ranges of the week (`WeekHours`), sorted; those that overlap earlier ones are left out.
struct HoursReader {
    private let zones: TimeZoneDatabase
    private var zone: Zone
    private var holidays: [CalendarDay]
    /// The zones looked up so far: thousands of channels share a few.
    private var known: [String: TimeZoneRules?] = [:]

    /// The zone that some hours are meant in.
    private enum Zone {
        case missing
        /// There is no such zone, which has been reported.
        case unknown
        case rules(TimeZoneRules)
    }

    private static let example = "{ mon-fri: \"09:00-18:00\" }"

    /// A reader with what `contact.yml` says for all channels.
    init(
        defaults fields: inout FieldReader, zones: TimeZoneDatabase, _ file: inout ContactFile
    ) throws(LoadingError) {
        self.zones = zones
        zone = .missing
        holidays = []
        zone = try zone(&fields, &file)
        holidays = holidays(&fields) ?? []
    }

    /// The hours of a channel; nil when it says nothing, or nothing that can be read.
    mutating func read(_ fields: inout FieldReader, _ file: inout ContactFile) throws(LoadingError) -> OpeningHours? {
        guard let value = fields.value("hours") else { return nil }
        switch value {
        case .scalar(let scalar) where scalar.text == "always":
            // Around the clock means holidays, too.
            guard case .rules(let rules) = zone else { return OpeningHours(zone: .utc, week: nil, holidays: []) }
            return OpeningHours(zone: rules, week: nil, holidays: [])
        case .mapping(let entries, let position):
            return try read(entries, at: position, &file)
        default:
            return fields.mismatch("hours", value, expected: "'always', or hours by their days", example: Self.example)
        }
    }
}

extension HoursReader {
    private static let settings = ["timeZone", "holidays"]
    private static let longestZone = 64

    private mutating func read(
        _ entries: [(key: YAMLScalar, value: YAMLValue)], at position: SourcePosition, _ file: inout ContactFile
    ) throws(LoadingError) -> OpeningHours? {
        var own = FieldReader(
            .mapping(entries.filter { Self.settings.contains($0.key.text) }, position), file: file.name,
            known: Self.settings)
        defer { file.take(own) }
        let ownZone = try zone(&own, &file)
        let holidays = holidays(&own) ?? self.holidays
        let days = entries.filter { !Self.settings.contains($0.key.text) }
        let isEmpty = days.allSatisfy { if case .sequence(let ranges, _) = $0.value { ranges.isEmpty } else { false } }
        if isEmpty { own.report(.hoursWithoutDays(at: position, in: file.name)) }
        let week = WeekHours(days, &file)
        if isEmpty { return nil }
        let zone = if case .missing = ownZone { self.zone } else { ownZone }
        switch zone {
        case .rules(let rules): return OpeningHours(zone: rules, week: week.ranges, holidays: holidays)
        case .missing:
            own.report(.hoursWithoutZone(at: position, in: file.name))
            return nil
        case .unknown: return nil
        }
    }

    private mutating func zone(_ fields: inout FieldReader, _ file: inout ContactFile) throws(LoadingError) -> Zone {
        guard let name = fields.string("timeZone", example: "Asia/Singapore") else {
            return fields.value("timeZone") == nil ? .missing : .unknown
        }
        let rules: TimeZoneRules?
        if let found = known[name.value] {
            rules = found
        } else {
            // No zone has a longer name, and no folder on disk takes one of any length.
            rules = name.value.utf8.count > Self.longestZone ? nil : try zones.rules(for: name.value)
            known[name.value] = .some(rules)
        }
        if let rules { return .rules(rules) }
        let suggestion = file.suggestions.result(of: { zones.suggestion(for: name.value) })
        fields.report(.unknownTimeZone(name, suggestion: suggestion, in: file.name))
        return .unknown
    }

    /// The days of a list, sorted, each once; nil when there is no list.
    private func holidays(_ fields: inout FieldReader) -> [CalendarDay]? {
        guard fields.value("holidays") != nil else { return nil }
        var days: Set<CalendarDay> = []
        for text in fields.strings("holidays", example: "[2026-12-25]") {
            if let day = CalendarDay(text.value) {
                days.insert(day)
            } else {
                fields.report(
                    .invalidValue(
                        "holidays", in: fields.file, at: text.position, text.value, rule: "a date",
                        hint: "write days as 2026-12-25"))
            }
        }
        return days.sorted()
    }
}
