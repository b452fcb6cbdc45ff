internal import HelpCenter

/// Checks channels against the clock: whether somebody made sure of each lately, and whether somebody is there at every
/// hour when a problem cannot wait.
struct ChannelChecks {
    /// What is wrong.
    private(set) var diagnostics: [Diagnostic] = []

    private static let day = 86_400

    /// Checks the channels.
    ///
    /// - Parameter now: The moment of the run, in seconds since 1970.
    init(_ settings: ContactSettings, now: Int, display: String) {
        for channel in settings.channels {
            if let found = Self.confirmation(of: channel, every: settings.verifyEvery, now, display + "/contact.yml") {
                diagnostics.append(found)
            }
        }
        checkHours(settings, now, display + "/topics.yml")
    }
}

extension ChannelChecks {
    private static func confirmation(of channel: Channel, every days: Int?, _ now: Int, _ file: String) -> Diagnostic? {
        let today = CalendarDay(at: now).iso
        if let verified = channel.verified, verified.value.secondsSince1970 > now + day {
            return .verifiedInTheFuture(verified, today: today, file: file)
        }
        guard let days else { return nil }
        guard let verified = channel.verified else {
            return .neverVerified(channel, every: days, today: today, file: file)
        }
        guard now - verified.value.secondsSince1970 > days * day else { return nil }
        return .verifiedLongAgo(channel, verified, every: days, today: today, file: file)
    }

    /// Reports the first time within a week from now at which no channel for an urgent topic is open. Channels without
    /// hours are no help here; where no channel has hours nothing can be said.
    private mutating func checkHours(_ settings: ContactSettings, _ now: Int, _ file: String) {
        let urgent = settings.topics.filter { $0.urgency == .urgent }
        guard !urgent.isEmpty else { return }
        let week = now..<(now + 7 * Self.day)
        let channels = settings.channels.compactMap { channel -> (topics: Set<String>?, openings: [Range<Int>])? in
            guard let hours = channel.hours, channel.urgencies.isEmpty || channel.urgencies.contains(.urgent) else {
                return nil
            }
            let topics = channel.topics.map { Set($0.map(\.value)) }
            return (topics, hours.openings(from: week.lowerBound, to: week.upperBound))
        }
        // What is open for every topic is put together once, however many topics there are.
        let common = channels.filter { $0.topics == nil }
        let covered = Self.merged(common.flatMap(\.openings))
        var named: [String: [Range<Int>]] = [:]
        for channel in channels {
            for topic in channel.topics ?? [] { named[topic, default: []] += channel.openings }
        }
        for topic in urgent {
            let own = named[topic.id.value]
            guard own != nil || !common.isEmpty else { continue }
            let openings = own.map { Self.merged(covered + $0) } ?? covered
            if let gap = Self.gap(in: openings, of: week) {
                diagnostics.append(.uncoveredHours(topic, gap, isWholeWeek: gap == week, file: file))
            }
        }
    }

    /// The first part of a time that no opening covers.
    private static func gap(in openings: [Range<Int>], of time: Range<Int>) -> Range<Int>? {
        var covered = time.lowerBound
        for opening in openings {
            if opening.lowerBound > covered { return covered..<opening.lowerBound }
            covered = max(covered, opening.upperBound)
        }
        return covered < time.upperBound ? covered..<time.upperBound : nil
    }

    /// Times in order, those that touch or overlap as one.
    private static func merged(_ times: [Range<Int>]) -> [Range<Int>] {
        times.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { result, time in
            if let last = result.last, time.lowerBound <= last.upperBound {
                result[result.count - 1] = last.lowerBound..<max(last.upperBound, time.upperBound)
            } else {
                result.append(time)
            }
        }
    }
}
