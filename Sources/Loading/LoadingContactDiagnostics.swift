internal import HelpCenter

/// Every message about `contact.yml` and `topics.yml`, in one place so that they are worded alike: the rule that is
/// broken, then what to do.
extension Diagnostic {
    // MARK: Names and words

    static func missingID(of noun: String, in file: String, at position: SourcePosition, example: String) -> Diagnostic
    {
        Diagnostic(
            .invalidID, file: file, at: position, "this \(noun) has no id",
            hint: "add a short name that never changes, such as 'id: \(example)'")
    }

    static func invalidID(
        _ id: Located<String>, _ problem: String, suggestion: String?, in file: String
    ) -> Diagnostic {
        Diagnostic(
            .invalidID, file: file, at: id.position, "'\(id.value.shown)' cannot be an id: \(problem)",
            hint: suggestion.map { "write '\($0)'" } ?? "write a short name of a-z, 0-9 and '-', such as 'live-chat'")
    }

    static func duplicateID(_ id: Located<String>, of noun: String, in file: String) -> Diagnostic {
        Diagnostic(
            .duplicateID, file: file, at: id.position, "another \(noun) has the id '\(id.value.shown)' already",
            hint: "give this one another id, or remove it")
    }

    static func unknownWord(
        _ word: Located<String>, of key: String, rule: String, suggestion: String?, known: [String], in file: String
    ) -> Diagnostic {
        .invalidValue(
            key, in: file, at: word.position, word.value, rule: rule,
            hint: suggestion.map { "did you mean '\($0)'?" } ?? "write one of \(known.joined(separator: ", "))")
    }

    static func duplicateEntry(_ item: Located<String>, in list: String, file: String) -> Diagnostic {
        Diagnostic(
            .duplicateEntry, file: file, at: item.position, "'\(item.value.shown)' is already in '\(list)'",
            hint: "remove one of them")
    }

    static func untranslated(
        _ names: [String], locale: LocaleCode, in file: String
    ) -> Diagnostic {
        let shown = names.prefix(5).joined(separator: ", ") + (names.count > 5 ? ", …" : "")
        return Diagnostic(
            .untranslatedContact, file: file,
            "\(names.count) \(names.count == 1 ? "text" : "texts") of '\(locale)' \(names.count == 1 ? "is" : "are") "
                + "missing, so another language stands in: \(shown)",
            hint: "add '\(locale): …' to them")
    }

    // MARK: Channels

    static func missingChannels(_ file: String, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .missingChannels, file: file, at: position, "there are no channels, so nobody can be reached",
            hint: "add, for example, 'channels: [{ id: email, kind: email, address: support@example.com }]'")
    }

    static func topicsWithoutChannels(_ file: String) -> Diagnostic {
        Diagnostic(
            .missingChannels, file: file, "there is no contact.yml, so these topics lead nowhere",
            hint: "write a contact.yml with the channels of your support")
    }

    static func channelWithoutKind(
        _ id: Located<String>?, at position: SourcePosition, kinds: [String], in file: String
    ) -> Diagnostic {
        Diagnostic(
            .invalidChannel, file: file, at: position, "\(owner("channel", id)) has no kind",
            hint: "add 'kind: …' with one of \(kinds.joined(separator: ", "))")
    }

    static func channelWithout(
        _ key: String, _ id: Located<String>?, locale: LocaleCode? = nil, at position: SourcePosition, example: String,
        in file: String
    ) -> Diagnostic {
        Diagnostic(
            .invalidChannel, file: file, at: position,
            "\(owner("channel", id)) has no \(key)\(inDefault(locale))",
            hint: "add, for example, '\(locale?.rawValue ?? key): \(example)'")
    }

    static func unusedKey(_ key: YAMLScalar, of kind: ChannelKind, used: [String], in file: String) -> Diagnostic {
        Diagnostic(
            .unknownKey, file: file, at: key.position,
            "channels of the kind '\(kind.rawValue)' have no '\(key.text)', so it does nothing",
            hint: "they have \(quoted(used, last: "and"))")
    }

    static func invalidAddress(_ text: Located<String>, _ problem: AddressProblem, in file: String) -> Diagnostic {
        Diagnostic(
            .invalidAddress, file: file, at: text.position, "'\(text.value.shown)' \(problem.rule)", hint: problem.hint)
    }

    static func notALanguage(_ text: Located<String>, suggestion: String?, in file: String) -> Diagnostic {
        .invalidValue(
            "languages", in: file, at: text.position, text.value, rule: "the code of a language",
            hint: suggestion.map { "write '\($0)'" }
                ?? "codes are language, script and region, such as en, zh-Hans or pt-BR")
    }

    static func allAndMore(_ all: Located<String>, in file: String) -> Diagnostic {
        Diagnostic(
            .duplicateEntry, file: file, at: all.position, "'all' stands beside other topics, and means these as well",
            hint: "leave out 'all', or the others")
    }

    // MARK: Response times

    static func respondsWithoutLimit(at position: SourcePosition, in file: String) -> Diagnostic {
        Diagnostic(
            .invalidChannel, file: file, at: position, "'responds' has no 'within'",
            hint: "add the time after which readers may ask again, such as 'within: 24h'")
    }

    static func typicalBeyondLimit(_ typical: Located<String>, limit: String, in file: String) -> Diagnostic {
        Diagnostic(
            .invalidValue, file: file, at: typical.position,
            "'typical: \(typical.value)' is longer than 'within: \(limit)'",
            hint: "'typical' is the usual time, 'within' the longest one")
    }

    static func businessDaysWithoutHours(_ key: String, _ text: Located<String>, in file: String) -> Diagnostic {
        Diagnostic(
            .invalidValue, file: file, at: text.position,
            "'\(key): \(text.value)' counts the days on which the channel is open, and it has no hours",
            hint: "add 'hours', or count calendar days with d")
    }

    // MARK: Hours

    static func unknownTimeZone(_ name: Located<String>, suggestion: String?, in file: String) -> Diagnostic {
        Diagnostic(
            .unknownTimeZone, file: file, at: name.position, "there is no time zone '\(name.value.shown)'",
            hint: suggestion.map { "did you mean '\($0)'?" }
                ?? "time zones have the name of a region and a city, such as Asia/Singapore")
    }

    static func hoursWithoutZone(at position: SourcePosition, in file: String) -> Diagnostic {
        Diagnostic(
            .invalidHours, file: file, at: position, "these hours have no time zone",
            hint: "add 'timeZone: Asia/Singapore' here, or at the top of the file for all channels")
    }

    static func hoursWithoutDays(at position: SourcePosition, in file: String) -> Diagnostic {
        Diagnostic(
            .invalidHours, file: file, at: position, "these hours name no day",
            hint: "write 'hours: always', or days such as 'mon-fri: \"09:00-18:00\"'")
    }

    static func notADay(_ key: YAMLScalar, suggestion: String?, in file: String) -> Diagnostic {
        Diagnostic(
            .invalidHours, file: file, at: key.position, "'\(key.text.shown)' is not a day",
            hint: suggestion.map { "did you mean '\($0)'?" }
                ?? "days are mon, tue, wed, thu, fri, sat, sun, 'mon-fri', 'mon,wed' and daily")
    }

    static func dayTwice(_ day: String, at position: SourcePosition, in file: String) -> Diagnostic {
        Diagnostic(
            .invalidHours, file: file, at: position, "'\(day)' has hours already",
            hint: "name each day once, with all its hours in a list: [\"09:00-12:00\", \"13:00-18:00\"]")
    }

    static func notHours(_ found: String, of key: String, at position: SourcePosition, in file: String) -> Diagnostic {
        Diagnostic(
            .invalidHours, file: file, at: position, "'\(key)' must be hours, and this is \(found)",
            hint: "write them as \"09:00-18:00\", with two digits each; \"22:00-02:00\" runs past midnight")
    }

    static func emptyHours(_ text: YAMLScalar, of key: String, in file: String) -> Diagnostic {
        Diagnostic(
            .invalidHours, file: file, at: text.position, "'\(key): \(text.text)' ends when it begins",
            hint: "write \"00:00-24:00\" for the whole day; leave out days without hours")
    }

    static func overlappingHours(
        _ text: String, _ other: String, at position: SourcePosition, in file: String
    ) -> Diagnostic {
        Diagnostic(
            .overlappingHours, file: file, at: position, "'\(text)' overlaps '\(other)'",
            hint: "let one end where the other begins")
    }

    // MARK: What else is official

    static func officialWithoutAddress(at position: SourcePosition, in file: String) -> Diagnostic {
        Diagnostic(
            .invalidOfficial, file: file, at: position, "this entry has no address",
            hint: "add 'website', 'email', 'phone', or 'network' and 'handle'")
    }

    static func officialWithSeveral(_ keys: [String], at position: SourcePosition, in file: String) -> Diagnostic {
        Diagnostic(
            .invalidOfficial, file: file, at: position,
            "this entry has more than one address: \(quoted(keys, last: "and"))",
            hint: "make an entry of each")
    }

    static func officialWithoutHalf(_ key: String, at position: SourcePosition, in file: String) -> Diagnostic {
        Diagnostic(
            .invalidOfficial, file: file, at: position, "this account has no \(key)",
            hint: "write both, as in '{ network: x, handle: \"@Northstar\" }'")
    }

    static func sharedOfficial(_ host: Located<String>, hint: String, in file: String) -> Diagnostic {
        Diagnostic(
            .invalidOfficial, file: file, at: host.position,
            "'\(host.value)' is not yours alone, so not everything there is official", hint: hint)
    }

    static func duplicateOfficial(_ value: YAMLValue, in file: String) -> Diagnostic {
        Diagnostic(
            .duplicateEntry, file: file, at: value.position, "this address is already in 'official'",
            hint: "remove one of them")
    }

    // MARK: Topics

    static func topicWithoutTitle(
        _ id: Located<String>?, locale: LocaleCode?, at position: SourcePosition, in file: String
    ) -> Diagnostic {
        Diagnostic(
            .invalidTopic, file: file, at: position,
            "\(owner("topic", id)) has no title\(inDefault(locale))",
            hint: "add the problem in a reader's words, such as "
                + "'\(locale?.rawValue ?? "title"): My deposit has not arrived'")
    }

    static func firstStepWithoutText(
        locale: LocaleCode?, at position: SourcePosition, in file: String
    ) -> Diagnostic {
        Diagnostic(
            .invalidTopic, file: file, at: position, "'first' has no text\(inDefault(locale))",
            hint: "say what to do before anything else, such as '\(locale?.rawValue ?? "text"): Freeze your account.'")
    }

    static func unknownTopic(
        _ topic: Located<String>, suggestion: String?, hasFile: Bool, in file: String
    ) -> Diagnostic {
        Diagnostic(
            .unknownTopic, file: file, at: topic.position, "there is no topic '\(topic.value.shown)'",
            hint: suggestion.map { "did you mean '\($0)'?" }
                ?? (hasFile ? "the topics are those of topics.yml" : "describe it in topics.yml, which is missing"))
    }

    static func unknownChannel(_ channel: Located<String>, suggestion: String?, in file: String) -> Diagnostic {
        Diagnostic(
            .unknownChannel, file: file, at: channel.position, "there is no channel '\(channel.value.shown)'",
            hint: suggestion.map { "did you mean '\($0)'?" } ?? "the channels are those of contact.yml")
    }

    static func uncoveredTopic(_ topic: Topic, in file: String) -> Diagnostic {
        Diagnostic(
            .uncoveredTopic, file: file, at: topic.id.position, "no channel handles the topic '\(topic.id.value)'",
            hint: "add '\(topic.id.value)' to the 'topics' of a channel in contact.yml")
    }

    static func channelWithoutTopic(_ channel: Located<String>, _ topic: Topic, in file: String) -> Diagnostic {
        Diagnostic(
            .uncoveredTopic, file: file, at: channel.position,
            "the channel '\(channel.value)' does not handle the topic '\(topic.id.value)', so readers are not sent there",
            hint: "add '\(topic.id.value)' to its 'topics' in contact.yml, or remove it here")
    }

    static func uncoveredLanguage(_ locale: LocaleCode, at position: SourcePosition, in file: String) -> Diagnostic {
        Diagnostic(
            .uncoveredLanguage, file: file, at: position, "no channel answers in the language of '\(locale)'",
            hint: "add '\(locale)' to the languages of a channel whose team speaks it, or add such a channel")
    }

    // MARK: Fields

    static func unknownField(_ name: Located<String>, suggestion: String?, in file: String) -> Diagnostic {
        Diagnostic(
            .unknownField, file: file, at: name.position, "there is no field '\(name.value.shown)'",
            hint: suggestion.map { "did you mean '\($0)'?" } ?? "describe it under 'fields'")
    }

    static func fieldWithoutLabel(_ key: YAMLScalar, locale: LocaleCode?, in file: String) -> Diagnostic {
        Diagnostic(
            .invalidField, file: file, at: key.position,
            "the field '\(key.text)' has no label\(inDefault(locale)), and is not built in",
            hint: "add '\(locale?.rawValue ?? "label"): …' with what readers are asked for")
    }

    static func fieldCannotChoose(
        _ key: YAMLScalar, kind: ChecklistField.Kind, at position: SourcePosition?, in file: String
    ) -> Diagnostic {
        Diagnostic(
            .invalidField, file: file, at: position ?? key.position,
            "the field '\(key.text)' cannot have options: it is of the kind '\(kind.rawValue)'",
            hint: "remove them, or write 'kind: choice'")
    }

    static func choiceWithoutOptions(_ key: YAMLScalar, in file: String) -> Diagnostic {
        Diagnostic(
            .invalidField, file: file, at: key.position, "the field '\(key.text)' has nothing to choose from",
            hint: "add 'options: […]', or give it another kind")
    }
}

extension Diagnostic {
    private static func owner(_ noun: String, _ id: Located<String>?) -> String {
        id.map { "the \(noun) '\($0.value)'" } ?? "this \(noun)"
    }

    private static func inDefault(_ locale: LocaleCode?) -> String {
        locale.map { " in '\($0)', the default locale" } ?? ""
    }

    private static func quoted(_ names: [String], last word: String) -> String {
        let quoted = names.map { "'\($0)'" }
        guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
        return quoted.dropLast().joined(separator: ", ") + " \(word) " + last
    }
}
