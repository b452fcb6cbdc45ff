extension ChannelRanking {
    /// How much each rule counts, in points. Most rules give their points to channels that suit and take as many from
    /// those that do not, so that they count twice between two channels; a channel that says nothing about the matter
    /// gets and loses nothing.
    ///
    /// The rules stand in the order of what they make of the difference between two channels. Several small reasons
    /// together can outweigh a large one. The scripts of the contact page get the same table by the same names.
    public struct Weights: Sendable, Equatable {
        /// Taken from a public channel when the topic has private details: more than all rules below can give back, so
        /// that such channels come last.
        public var publicPlace = 3800
        /// For what the reader asks for: a medium, or only what is open. It decides no order between channels that fit,
        /// but among those that do not, the one that misses least comes first.
        public var wish = 1000
        /// For being open or closed while a problem is urgent. This and the next rule count more than the language: while
        /// money leaves an account, a quick answer in another language is worth more than a late one.
        public var openWhenUrgent = 620
        /// For being made for urgent problems when the reader's is urgent.
        public var urgency = 560
        /// For the reader's language.
        public var language = 420
        /// For being made for problems as complex as the reader's.
        public var complexity = 100
        /// Given to the channel that the topic names first.
        public var preferred = 170
        /// By how much less the topic's next channel gets.
        public var preferredStep = 28
        /// For being made for problems as urgent as the reader's when that is not urgent: who helps in emergencies can
        /// help then, too.
        public var lesserUrgency = 50
        /// Given for a reply within `replyFrom`; an eighth less for each doubling of the time.
        public var reply = 24
        /// For being open or closed while a problem is neither urgent nor able to wait.
        public var open = 11
        /// For taking files, or not, when the topic asks for one.
        public var attachments = 10
        /// Given to a channel that names the topic, or that the topic names late in a long list.
        public var topic = 8
        /// The time of reply, in minutes, that is as good as at once.
        public var replyFrom = 15
        /// The longest time of reply, in minutes, that is called quick.
        public var quickReply = 60

        /// The weights of every site.
        public static let standard = Weights()

        /// The table, in the order of importance.
        public var table: [(name: String, value: Int)] {
            [
                ("publicPlace", publicPlace), ("wish", wish), ("openWhenUrgent", openWhenUrgent),
                ("urgency", urgency), ("language", language), ("complexity", complexity),
                ("preferred", preferred), ("preferredStep", preferredStep), ("lesserUrgency", lesserUrgency),
                ("reply", reply), ("open", open), ("attachments", attachments), ("topic", topic),
                ("replyFrom", replyFrom), ("quickReply", quickReply),
            ]
        }
    }
}
