/// Puts channels in the order in which they suit a need, and says why.
///
/// 1. Leave out the channels that do not handle the topic.
/// 2. Ask every rule how many points a channel gets or loses, and for which reason.
/// 3. Put the channels that miss something the reader asks for behind all others; then the most points come first, and
///    the order of `contact.yml` decides between equals.
///
/// `contact/ranking.js` does the same with the reader's choices and clock; both are tested by one table of cases.
public struct ChannelRanking: Sendable {
    /// How much each rule counts.
    public let weights: Weights

    /// A ranking.
    public init(weights: Weights = .standard) {
        self.weights = weights
    }

    /// The channels that handle the need, best first.
    public func rank(_ channels: [Channel], for need: ContactNeed) -> [RankedChannel] {
        let ranked = channels.filter { Self.handles($0, need.topic) }.map { entry($0, for: need) }
        return ranked.enumerated().sorted { left, right in
            if left.element.fits != right.element.fits { return left.element.fits }
            if left.element.score != right.element.score { return left.element.score > right.element.score }
            return left.offset < right.offset
        }.map(\.element)
    }

    /// Whether somebody who speaks one language can talk to somebody who answers in the other: they are the same, or one
    /// of them leaves open what the other one says more about (`zh` and `zh-Hans`, but not `zh-Hans` and `zh-Hant`).
    public static func matches(_ one: LocaleCode, _ other: LocaleCode) -> Bool {
        one == other || one.rawValue.hasPrefix(other.rawValue + "-") || other.rawValue.hasPrefix(one.rawValue + "-")
    }
}

/// A channel with its place in a ranking.
public struct RankedChannel: Sendable {
    /// The channel.
    public let channel: Channel
    /// Its points.
    public let score: Int
    /// Whether it is all that the reader asks for.
    public let fits: Bool
    /// Why it stands where it does: what speaks for it and then what speaks against it, the weightiest first.
    public let reasons: [Reason]

    /// Why a channel suits or does not.
    public struct Reason: Sendable, Equatable {
        /// The key of the interface text; its `{language}` is the one the reader wants.
        public let key: String
        /// Whether it speaks for the channel.
        public let isGood: Bool
    }
}

/// What a rule says of a channel.
private struct Finding {
    let points: Int
    /// What readers are told; nil when the points matter to nobody.
    var reason: RankedChannel.Reason?
    /// Whether the channel is not what the reader asks for.
    var missesWish = false

    static func good(_ points: Int, _ key: String?) -> Finding {
        Finding(points: points, reason: key.map { RankedChannel.Reason(key: $0, isGood: true) })
    }

    static func bad(_ points: Int, _ key: String?, missesWish: Bool = false) -> Finding {
        Finding(
            points: -points, reason: key.map { RankedChannel.Reason(key: $0, isGood: false) }, missesWish: missesWish)
    }
}

extension ChannelRanking {
    private static func handles(_ channel: Channel, _ topic: String?) -> Bool {
        guard let topic, let topics = channel.topics else { return true }
        return topics.contains { $0.value == topic }
    }

    private func entry(_ channel: Channel, for need: ContactNeed) -> RankedChannel {
        let findings = [
            publicPlace(channel, need), medium(channel, need), language(channel, need), openness(channel, need),
            urgency(channel, need), complexity(channel, need), topic(channel, need), reply(channel, need),
            attachments(channel, need),
        ].compactMap(\.self)
        let told = findings.enumerated().filter { $0.element.reason != nil }.sorted { left, right in
            let (weight, other) = (abs(left.element.points), abs(right.element.points))
            return weight != other ? weight > other : left.offset < right.offset
        }.compactMap(\.element.reason)
        return RankedChannel(
            channel: channel, score: findings.reduce(0) { $0 + $1.points },
            fits: !findings.contains { $0.missesWish }, reasons: told.filter(\.isGood) + told.filter { !$0.isGood })
    }

    // MARK: The rules

    private func publicPlace(_ channel: Channel, _ need: ContactNeed) -> Finding? {
        channel.isPublic && need.hasPrivateDetails ? .bad(weights.publicPlace, "reasonPublic") : nil
    }

    private func medium(_ channel: Channel, _ need: ContactNeed) -> Finding? {
        guard let medium = need.medium else { return nil }
        return channel.medium == medium
            ? .good(weights.wish, "reasonMedium") : .bad(weights.wish, "reasonOtherMedium", missesWish: true)
    }

    private func language(_ channel: Channel, _ need: ContactNeed) -> Finding? {
        guard !channel.languages.isEmpty else { return nil }
        return channel.languages.contains { Self.matches($0.value, need.language) }
            ? .good(weights.language, "reasonLanguage") : .bad(weights.language, "reasonOtherLanguage")
    }

    private func openness(_ channel: Channel, _ need: ContactNeed) -> Finding? {
        let usual =
            switch need.urgency {
            case .urgent: weights.openWhenUrgent
            case .normal: weights.open
            case .low: 0
            }
        let wish = need.openOnly ? weights.wish : 0
        guard usual + wish > 0 else { return nil }
        return switch need.openness[channel.id.value] {
        case true?: .good(usual + wish, "reasonOpen")
        case false?: .bad(usual + wish, "reasonClosed", missesWish: need.openOnly)
        // What may be open is not known to be so.
        case nil: need.openOnly ? .bad(wish, nil, missesWish: true) : nil
        }
    }

    private func urgency(_ channel: Channel, _ need: ContactNeed) -> Finding? {
        guard Self.isChoice(channel.urgencies) else { return nil }
        let suits = channel.urgencies.contains(need.urgency)
        guard need.urgency == .urgent else {
            return suits ? .good(weights.lesserUrgency, nil) : .bad(weights.lesserUrgency, nil)
        }
        return suits ? .good(weights.urgency, "reasonUrgent") : .bad(weights.urgency, "reasonNotUrgent")
    }

    private func complexity(_ channel: Channel, _ need: ContactNeed) -> Finding? {
        guard Self.isChoice(channel.complexities) else { return nil }
        let isSimple = need.complexity == .simple
        return channel.complexities.contains(need.complexity)
            ? .good(weights.complexity, isSimple ? "reasonSimple" : "reasonComplex")
            : .bad(weights.complexity, isSimple ? "reasonNotSimple" : "reasonNotComplex")
    }

    private func topic(_ channel: Channel, _ need: ContactNeed) -> Finding? {
        if let place = need.preferredChannels.firstIndex(of: channel.id.value) {
            return .good(max(weights.topic, weights.preferred - place * weights.preferredStep), "reasonTopic")
        }
        return need.topic != nil && channel.topics != nil ? .good(weights.topic, "reasonTopic") : nil
    }

    private func reply(_ channel: Channel, _ need: ContactNeed) -> Finding? {
        // While nobody is there, a reply takes longer than it says.
        guard let responds = channel.responds, need.openness[channel.id.value] != false else { return nil }
        let minutes = (responds.typical ?? responds.within).minutes
        var (points, limit) = (weights.reply, weights.replyFrom)
        while limit < minutes && points > 0 {
            points -= weights.reply / 8
            limit *= 2
        }
        return .good(points, minutes <= weights.quickReply && need.urgency != .low ? "reasonFast" : nil)
    }

    private func attachments(_ channel: Channel, _ need: ContactNeed) -> Finding? {
        guard need.needsAttachment else { return nil }
        return channel.acceptsAttachments
            ? .good(weights.attachments, "reasonAttachments") : .bad(weights.attachments, "reasonNoAttachments")
    }

    /// Whether a list leaves something out: one that names everything says as little as an empty one.
    private static func isChoice<Value: CaseIterable>(_ values: [Value]) -> Bool {
        !values.isEmpty && values.count < Value.allCases.count
    }
}
