internal import HelpCenter

/// The hours of a week, as `contact.yml` gives them: keys that name days, and ranges of hours for each.
struct WeekHours {
    /// The ranges, sorted and apart from each other; ranges that touch stay two, because each day may be a holiday.
    private(set) var ranges: [WeekRange] = []

    private static let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    private static let dayLength = 1_440
    private static let weekLength = 7 * dayLength

    /// A range with the words it came from.
    private struct Given {
        let range: WeekRange
        let text: String
        let position: SourcePosition
    }

    /// Reads the hours; what is wrong with them is reported to the file.
    init(_ entries: [(key: YAMLScalar, value: YAMLValue)], _ file: inout ContactFile) {
        var named: Set<Int> = []
        var given: [Given] = []
        for (key, value) in entries {
            guard let days = Self.days(of: key.text) else {
                file.report(.notADay(key, suggestion: Self.suggestion(for: key.text, &file), in: file.name))
                continue
            }
            let again = days.filter { !named.insert($0).inserted }
            if let day = again.first { file.report(.dayTwice(Self.days[day], at: key.position, in: file.name)) }
            for (text, hours) in Self.hours(value, of: key.text, &file) {
                given += days.filter { !again.contains($0) }.map { day in
                    let start = day * Self.dayLength + hours.lowerBound
                    return Given(
                        range: WeekRange(start: start, end: start + hours.count), text: "\(key.text): \(text.text)",
                        position: text.position)
                }
            }
        }
        ranges = Self.apart(given, &file)
    }
}

extension WeekHours {
    /// The days, Monday being 0, that a key names: `mon`, `mon-fri`, `mon,wed` or `daily`; nil when it is another thing.
    private static func days(of key: String) -> [Int]? {
        if key == "daily" { return Array(days.indices) }
        var result: [Int] = []
        for part in key.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { end in
                days.firstIndex(of: String(end.drop { $0 == " " }))
            }
            guard let first = ends.first.flatMap({ $0 }), let last = ends.last.flatMap({ $0 }), ends.count <= 2 else {
                return nil
            }
            // A range may run over the week's end: `sat-tue`.
            let length = (last - first + days.count) % days.count
            result += (0...length).map { (first + $0) % days.count }
        }
        return result
    }

    /// What a key that names no days was meant to be: `Monday - Friday` is `mon-fri`.
    private static func suggestion(for key: String, _ file: inout ContactFile) -> String? {
        let parts = key.lowercased().split(separator: "-").prefix(days.count).map { part in
            String(part.filter { $0 != " " }.prefix(3))
        }
        let name = parts.joined(separator: "-")
        return days(of: name) == nil
            ? file.suggestions.name(like: key, among: days + ["daily", "mon-fri", "timeZone", "holidays"]) : name
    }

    /// The hours of a day in minutes, with the words that give them.
    private static func hours(
        _ value: YAMLValue, of key: String, _ file: inout ContactFile
    ) -> [(text: YAMLScalar, hours: Range<Int>)] {
        let items = if case .sequence(let items, _) = value { items } else { [value] }
        return items.compactMap { item in
            guard case .scalar(let text) = item else {
                file.report(.notHours(item.noun, of: key, at: item.position, in: file.name))
                return nil
            }
            guard let hours = hours(text.text) else {
                file.report(.notHours("'\(text.text.shown)'", of: key, at: text.position, in: file.name))
                return nil
            }
            guard !hours.isEmpty else {
                file.report(.emptyHours(text, of: key, in: file.name))
                return nil
            }
            return (text, hours)
        }
    }

    /// Minutes since midnight, from `09:00-18:00`; what ends before it begins ends on the next day.
    private static func hours(_ text: String) -> Range<Int>? {
        let bytes = Array(text.utf8)
        guard bytes.count == 11, bytes[5] == UInt8(ascii: "-"), let start = minute(bytes[..<5]),
            let end = minute(bytes[6...]), start < dayLength
        else { return nil }
        return start..<(end < start ? end + dayLength : end)
    }

    /// Minutes since midnight, from `09:00`; at most `24:00`.
    private static func minute(_ bytes: ArraySlice<UInt8>) -> Int? {
        let digits = bytes.map { Int($0) - 0x30 }
        guard bytes.dropFirst(2).first == UInt8(ascii: ":"), [0, 1, 3, 4].allSatisfy({ (0...9).contains(digits[$0]) })
        else { return nil }
        let (hour, minute) = (digits[0] * 10 + digits[1], digits[3] * 10 + digits[4])
        return minute < 60 && hour * 60 + minute <= dayLength ? hour * 60 + minute : nil
    }

    /// The ranges that do not overlap earlier ones, the week's end included.
    private static func apart(_ given: [Given], _ file: inout ContactFile) -> [WeekRange] {
        let sorted = given.sorted {
            ($0.range.start, $0.range.end, $0.position) < ($1.range.start, $1.range.end, $1.position)
        }
        var kept: [Given] = []
        var reported: Set<SourcePosition> = []
        func report(_ one: Given, _ other: Given) {
            let (first, second) = one.position < other.position ? (one, other) : (other, one)
            guard reported.insert(second.position).inserted else { return }
            file.report(.overlappingHours(second.text, first.text, at: second.position, in: file.name))
        }
        for next in sorted {
            if let last = kept.last, next.range.start < last.range.end {
                report(last, next)
            } else {
                kept.append(next)
            }
        }
        while let last = kept.last, let first = kept.first, kept.count > 1,
            first.range.start + weekLength < last.range.end
        {
            report(first, last)
            kept.removeLast()
        }
        return kept.map(\.range)
    }
}
