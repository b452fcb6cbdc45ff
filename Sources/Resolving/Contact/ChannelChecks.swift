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
        for topic in settings.topics where topic.urgency == .urgent {
            guard let gap = Self.gap(topic, settings.channels, now) else { continue }
            diagnostics.append(
                .uncoveredHours(topic, from: gap.lowerBound, to: gap.upperBound, file: display + "/topics.yml"))
        }
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

    /// The first time within a week from now at which no channel for an urgent topic is open. Channels without hours are
    /// no help here; where no channel has hours nothing can be said.
    private static func gap(_ topic: Topic, _ channels: [Channel], _ now: Int) -> Range<Int>? {
        let suited = channels.filter { channel in
            channel.topics?.contains { $0.value == topic.id.value } ?? true
                && (channel.urgencies.isEmpty || channel.urgencies.contains(.urgent))
        }
        let hours = suited.compactMap(\.hours)
        guard !hours.isEmpty else { return nil }
        let end = now + 7 * day
        var covered = now
        for opening in hours.flatMap({ $0.openings(from: now, to: end) }).sorted(by: { $0.lowerBound < $1.lowerBound })
        {
            if opening.lowerBound > covered { return covered..<opening.lowerBound }
            covered = max(covered, opening.upperBound)
        }
        return covered < end ? covered..<end : nil
    }
}
