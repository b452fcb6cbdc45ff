internal import HelpCenter

/// A channel in words of one locale: what the page, its data and `contact.json` say alike.
struct ChannelText {
    /// The channel.
    let channel: Channel
    /// The texts of the locale.
    let texts: InterfaceTexts

    private var locale: LocaleCode { texts.locale }

    /// The channel's own name, or that of its kind or network.
    var name: String { channel.name?[locale] ?? kind }

    /// What kind of channel it is.
    var kind: String {
        if case .account(let network, _, _) = channel.address { return network.name }
        return texts["channel" + channel.kind.rawValue.capitalizedASCII]
    }

    /// What its link says.
    var action: String {
        let key = "action" + channel.kind.rawValue.capitalizedASCII
        if case .account(let network, _, _) = channel.address { return texts.text(key, ["network": network.name]) }
        return texts[key]
    }

    /// Where its link leads; nil where there is nothing to open.
    var url: String? {
        switch channel.address {
        case .page(let url): filled(url)
        case .ticket(let url): filled(url)
        case .email(let address): "mailto:" + Permalink.encode(address)
        case .phone(let number): "tel:" + Self.dialled(number)
        case .form(_, let url): url.map { filled($0) }
        case .account(let network, let handle, let url): url.map { filled($0) } ?? network.url(of: handle)
        case .place(_, let url): url.map { filled($0) }
        }
    }

    /// What can be copied: an address, a number, a handle.
    var address: String? {
        switch channel.address {
        case .email(let address): address
        case .phone(let number): number
        case .account(let network, let handle, _): network.shownHandle(handle)
        case .page, .ticket, .form, .place: nil
        }
    }

    /// How soon it answers, in a sentence; nil when nothing is said about that.
    var replies: String? {
        guard let responds = channel.responds else { return nil }
        let within = texts.count("replies" + responds.within.unit.textKey, responds.within.count)
        guard let typical = responds.typical, typical != responds.within else { return within }
        return texts.text(
            "repliesBoth",
            ["within": within, "usual": texts.count("usually" + typical.unit.textKey, typical.count)])
    }

    /// A telephone number as devices dial it (RFC 3966).
    static func dialled(_ number: String) -> String { number.filter { $0 == "+" || $0.isASCII && $0.isNumber } }

    /// A URL for a reader who has filled in nothing yet: without the message, in the page's language.
    private func filled(_ url: String) -> String {
        var result = url.replacing("{locale}", with: locale.rawValue)
        for name in ["{subject}", "{body}", "{topic}"] { result = result.replacing(name, with: "") }
        return result
    }
}

extension ResponseTime.Span.Unit {
    /// The ending of the keys of its texts.
    fileprivate var textKey: String {
        switch self {
        case .minutes: "Minutes"
        case .hours: "Hours"
        case .days: "Days"
        case .businessDays: "BusinessDays"
        }
    }
}

extension String {
    /// The text with its first letter in upper case, for putting keys together.
    fileprivate var capitalizedASCII: String { prefix(1).uppercased() + dropFirst() }
}
