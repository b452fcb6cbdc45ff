internal import HelpCenter

/// The interface texts that scripts write, for each page that has such a script; a test compares them with the scripts.
enum ScriptTexts {
    /// Those of the contact page.
    static let contact =
        message + hours + [
            "answersTried", "callChannel", "copied", "copyFailed", "failedOffline", "failedServer", "failedTimeout",
            "followContacted", "followDue", "followEvent", "followNext", "followOverdue", "fromArticle", "fromSearch",
            "guardAsk", "guardRemoved", "guardText", "iDoNotKnow", "mailtoCut", "missingDetails", "openChannel",
            "openEmail", "openTicket", "sendMessage", "sending", "sentReference", "sentTitle", "ticketCut", "tryAgain",
            "secretSeedPhrase", "secretPrivateKey", "secretPassword", "secretCode", "secretCard",
            "reasonTopic", "reasonLanguage", "reasonOtherLanguage", "reasonOpen", "reasonClosed", "reasonUrgent",
            "reasonNotUrgent", "reasonSimple", "reasonNotSimple", "reasonComplex", "reasonNotComplex", "reasonFast",
            "reasonAttachments", "reasonNoAttachments", "reasonMedium", "reasonOtherMedium", "reasonPublic",
        ]

    /// Those that a message to support is made of: the team's own language stands beside the reader's.
    static let message = [
        "messageTopic", "messageLanguage", "messageRead", "messageSearched", "messageNotKnown", "messageAttached",
    ]

    /// Those of the verify page.
    static let verify = [
        "verdictOfficial", "verdictOfficialText", "verdictAccountText", "verdictEmailNote", "verdictPhoneNote",
        "verdictLookalike", "verdictUnlisted", "verdictUnlistedText", "verdictUnclear", "verdictUnclearText",
        "lookalikeEnding", "lookalikeStranger", "lookalikeSpelling", "lookalikeHomoglyph", "lookalikeUser",
        "lookalikeSubdomain", "lookalikeHandle", "lookalikeNetwork", "lookalikeDigits", "insecureLink",
    ]

    private static let hours = [
        "openNow", "openUntil", "closedNow", "opensAt", "hoursYourTime", "timeRange",
    ]

    /// The texts of some keys.
    static func json(_ keys: [String], of texts: InterfaceTexts) -> JSONText {
        .object(keys.map { ($0, .string(texts.plain($0))) })
    }
}

extension InterfaceTexts {
    /// A text that depends on a number, as JSON for scripts: its form for each plural category of the language.
    func formsJSON(_ key: String) -> String {
        let forms: [PluralCategory: String] =
            switch texts[key] {
            case .plural(let forms): forms
            case .plain(let text): [.other: text]
            case nil: [:]
            }
        let entries = forms.map { ($0.key.rawValue, JSONText.string($0.value)) }.sorted { $0.0 < $1.0 }
        var output: [UInt8] = []
        JSONText.object(entries).append(to: &output)
        return String(decoding: output, as: UTF8.self)
    }
}
