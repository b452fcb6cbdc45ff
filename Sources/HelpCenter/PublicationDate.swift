/// A date of front matter: a day, or a moment with its zone.
public struct PublicationDate: Sendable, Equatable {
    /// The year as written.
    public let year: Int
    /// The month, 1 to 12, as written.
    public let month: Int
    /// The day, 1 to 31, as written.
    public let day: Int
    /// Seconds since 1970 in UTC; a day without a time begins at midnight UTC.
    public let secondsSince1970: Int

    /// A date from `2026-11-21` or RFC 3339's `2026-11-21T08:00:00+08:00` (a space may stand for the `T`, and the zone
    /// may be missing, which means UTC); nil when it is another thing or a day that does not exist.
    public init?(_ text: String) {
        var scanner = DigitScanner(text)
        guard let year = scanner.number(digits: 4), scanner.skip("-"), let month = scanner.number(digits: 2),
            scanner.skip("-"), let day = scanner.number(digits: 2),
            (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day)
        else { return nil }
        var seconds = CalendarDay.daysSince1970(year: year, month: month, day: day) * 86_400
        if !scanner.isAtEnd {
            guard scanner.skip("T") || scanner.skip("t") || scanner.skip(" "), let time = Self.time(&scanner),
                let offset = Self.offset(&scanner), scanner.isAtEnd
            else { return nil }
            seconds += time - offset
        }
        (self.year, self.month, self.day, secondsSince1970) = (year, month, day, seconds)
    }

    /// The day as `2026-11-21`.
    public var iso: String { CalendarDay.iso(year: year, month: month, day: day) }
}

extension PublicationDate {
    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func time(_ scanner: inout DigitScanner) -> Int? {
        guard let hour = scanner.number(digits: 2), scanner.skip(":"), let minute = scanner.number(digits: 2),
            hour < 24, minute < 60
        else { return nil }
        var second = 0
        if scanner.skip(":") {
            guard let value = scanner.number(digits: 2), value <= 60 else { return nil }
            second = value
            if scanner.skip(".") { scanner.skipDigits() }
        }
        return hour * 3600 + minute * 60 + second
    }

    private static func offset(_ scanner: inout DigitScanner) -> Int? {
        if scanner.isAtEnd || scanner.skip("Z") || scanner.skip("z") { return 0 }
        _ = scanner.skip(" ")
        let sign = scanner.skip("-") ? -1 : 1
        guard sign == -1 || scanner.skip("+"), let hour = scanner.number(digits: 2) else { return nil }
        _ = scanner.skip(":")
        guard let minute = scanner.number(digits: 2), hour < 24, minute < 60 else { return nil }
        return sign * (hour * 3600 + minute * 60)
    }
}

/// Reads numbers of fixed length from a text.
private struct DigitScanner {
    private var rest: Substring.UTF8View

    init(_ text: String) {
        rest = Substring(text).utf8
    }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func number(digits: Int) -> Int? {
        let head = rest.prefix(digits)
        guard head.count == digits, head.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        rest = rest.dropFirst(digits)
        return head.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard let first = rest.first, UInt32(first) == character.value else { return false }
        rest = rest.dropFirst()
        return true
    }

    mutating func skipDigits() {
        rest = rest.drop { (0x30...0x39).contains($0) }
    }
}
