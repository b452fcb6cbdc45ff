internal import HelpCenter

/// A page of a channel in the official list: its address, and which of its parameters a message fills in.
struct OfficialPage: Equatable {
    /// The address without what a message fills in.
    let url: String
    /// The names of parameters that may have any value, or be missing; `#` stands for what follows that sign.
    let open: [String]

    /// The pages that a channel's address stands for.
    ///
    /// On a host of others, everything that is not filled in tells one company from another, so it stays. A locale is
    /// filled in, which makes a page of each. A message can fill in a part of a path only where every path is ours: such
    /// an address stands for no page.
    ///
    /// - Parameters:
    ///   - template: The address, with its placeholders.
    ///   - isOurs: Whether the host is below one of our own websites, where the path alone says which page it is.
    static func pages(of template: String, isOurs: Bool, locales: [LocaleCode]) -> [OfficialPage] {
        guard let page = OfficialPage(template, isOurs: isOurs) else { return [] }
        return locales.reduce(into: []) { pages, locale in
            let url = page.url.replacing("{locale}", with: locale.rawValue)
            if !pages.contains(where: { $0.url == url }) { pages.append(OfficialPage(url: url, open: page.open)) }
        }
    }
}

extension OfficialPage {
    private static let ofMessages = ["{subject}", "{body}", "{topic}"]

    /// An address without what a message fills in; nil when the address cannot do without it.
    private init?(_ template: String, isOurs: Bool) {
        let filled = isOurs ? Self.ofMessages + ["{locale}"] : Self.ofMessages
        func isFilled(_ part: Substring) -> Bool { filled.contains { part.contains($0) } }
        let (address, fragment) = Self.halves(of: template[...], at: "#")
        let (path, query) = Self.halves(of: address, at: "?")
        let parameters = query?.split(separator: "&", omittingEmptySubsequences: false) ?? []
        let names = parameters.filter(isFilled).map { String($0.prefix { $0 != "=" }) }
        let kept = parameters.filter { !isFilled($0) }
        let opensFragment = fragment.map(isFilled) ?? false
        // The name of a parameter, or a route behind `#`, may say whose page it is, as a path does.
        let isRoute = opensFragment && fragment?.contains("/") == true
        if Self.ofMessages.contains(where: { path.contains($0) }) { return nil }
        if !isOurs, isRoute || names.contains(where: { $0.contains("{") }) { return nil }
        let fixed = kept.map { String($0.prefix { $0 != "=" }) }
        open = names.filter { !fixed.contains($0) } + (opensFragment ? ["#"] : [])
        url =
            path + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
            + (opensFragment ? "" : fragment.map { "#" + $0 } ?? "")
    }

    /// What stands before a character, and what stands behind it; nil when it is not there.
    private static func halves(of text: Substring, at mark: Character) -> (Substring, Substring?) {
        guard let place = text.firstIndex(of: mark) else { return (text, nil) }
        return (text[..<place], text[text.index(after: place)...])
    }
}
