/// How far a zone's clocks are ahead of UTC, at every time.
///
/// Foundation's `TimeZone` knows that too, by the tables of the toolchain that compiled the command; these are the
/// machine's own, which its updates keep true when a country changes its clocks.
public struct TimeZoneRules: Sendable {
    /// The zone's IANA name, such as `Asia/Singapore`.
    public let identifier: String

    /// The times at which the clocks were changed, in order, and how far ahead they have been since, in seconds.
    private let transitions: [TimeZoneFile.Transition]
    /// The offset before the first of them.
    private let initialOffset: Int
    /// What holds after the last of them; nil when that is its own offset.
    private let future: PosixTimeZone?

    /// The rules of a compiled file of the time zone database.
    ///
    /// - Returns: nil when `tzif` is no such file, or one of version 1, which ends in 2037.
    public init?(identifier: String, tzif: [UInt8]) {
        guard let file = TimeZoneFile(tzif) else { return nil }
        self.identifier = identifier
        (transitions, initialOffset, future) = (file.transitions, file.initialOffset, file.future)
    }

    private init(identifier: String, fixedOffset: Int) {
        self.identifier = identifier
        (transitions, initialOffset, future) = ([], fixedOffset, nil)
    }

    /// Coordinated universal time.
    public static let utc = TimeZoneRules(identifier: "UTC", fixedOffset: 0)

    /// How many seconds the clocks are ahead of UTC at a time; negative when they are behind.
    public func offset(at secondsSince1970: Int) -> Int {
        guard let last = transitions.last else { return future?.offset(at: secondsSince1970) ?? initialOffset }
        if secondsSince1970 > last.instant { return future?.offset(at: secondsSince1970) ?? last.offset }
        // The first transition after the time, by halves.
        var (low, high) = (0, transitions.count)
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle].instant <= secondsSince1970 { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? initialOffset : transitions[low - 1].offset
    }

    /// How far the clocks of a zone are ahead of UTC in the course of a year.
    public struct YearOffsets: Sendable, Equatable {
        /// The seconds outside of summer time.
        public let standard: Int
        /// The seconds in summer time; nil when the year has none.
        public let summer: Int?
    }

    /// The offsets that a page may name for a year.
    ///
    /// An offset that lasts less than two months is nobody's summer or winter (Morocco in Ramadan). In a year in which a
    /// zone's time changes for good, it is the new one that counts.
    public func offsets(inYear year: Int) -> YearOffsets {
        let newYear = CalendarDay.daysSince1970(year: year, month: 1, day: 1)
        let nextYear = CalendarDay.daysSince1970(year: year + 1, month: 1, day: 1)
        let offsets = (newYear..<nextYear).map { offset(at: $0 * 86_400 + 43_200) }
        let (first, last) = (offsets[0], offsets[offsets.count - 1])
        guard first == last else { return YearOffsets(standard: last, summer: nil) }
        let lasting = Set(offsets).filter { offset in offsets.count { $0 == offset } >= 60 }
        let standard = lasting.min() ?? last
        return YearOffsets(standard: standard, summer: lasting.max().flatMap { $0 == standard ? nil : $0 })
    }

    /// The time at which the zone's clocks show something: a local time counted in seconds as if it were UTC.
    ///
    /// What they show twice is the first of the two; what they skip is as late as if they had not yet been put forward
    /// ("compatible" in ECMAScript's Temporal): 02:30 is 03:30 on the night on which 02:00 becomes 03:00.
    func instant(ofLocal seconds: Int) -> Int {
        // No zone is a day away from UTC, so that these are before and after a change of the clocks near that time.
        let before = offset(at: seconds - 86_400)
        let after = offset(at: seconds + 86_400)
        let first = seconds - before
        if before == after || offset(at: first) == before { return first }
        let second = seconds - after
        return offset(at: second) == after ? second : first
    }
}
