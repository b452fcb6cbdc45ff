internal import HelpCenter

/// Everything that is officially the company's: what `contact.yml` lists as such, and every channel.
struct OfficialList {
    /// An entry of the list.
    struct Entry {
        /// What it is.
        enum Kind: Equatable {
            case address(OfficialEntry.Address)
            /// A channel's page; another page of its host is not meant.
            case page(OfficialPage)
        }

        let kind: Kind
        let note: LocalizedText?
        /// The channel that it comes from.
        let channel: Channel?
        /// Where it leads, when it can be opened.
        let url: String?
        /// The locale whose readers are sent there, when other readers are sent elsewhere.
        var locale: LocaleCode?

        /// What two entries for the same thing have in common.
        fileprivate var identity: String {
            switch kind {
            case .address(let address): address.identity
            case .page(let page): "page \(page.url) \(page.open)"
            }
        }
    }

    /// The entries: websites, email addresses, telephone numbers, accounts, each in the order of the file.
    private(set) var entries: [Entry] = []

    /// The list of a site. The site itself is on it, unless it shares its host with others.
    init(_ site: SiteSettings, _ settings: ContactSettings) {
        let locales = site.locales.map(\.code)
        let listed = settings.official.map { entry in
            Entry(
                kind: .address(entry.address), note: entry.note, channel: nil,
                url: Self.url(of: entry.address, settings))
        }
        let own = Entry(
            kind: .address(.website(host: Self.host(of: site.baseURL.text))), note: site.title, channel: nil, url: nil)
        let websites = listed + (site.baseURL.path == "/" ? [own] : [])
        let hosts = settings.official.compactMap { entry in
            if case .website(let host) = entry.address { host } else { nil }
        }
        var known: Set<String> = []
        let all = websites + settings.channels.flatMap { Self.entries(of: $0, hosts: hosts, locales: locales) }
        let distinct = all.filter { known.insert($0.identity).inserted }
        // Stable: within a group the order of the file stays.
        entries = Group.allCases.flatMap { group in distinct.filter { Group($0.kind) == group } }
    }

    /// The parts of the list as readers see it.
    enum Group: CaseIterable {
        case websites, emails, phones, accounts

        init(_ kind: Entry.Kind) {
            switch kind {
            case .address(.website), .page: self = .websites
            case .address(.email), .address(.emailDomain): self = .emails
            case .address(.phone): self = .phones
            case .address(.account): self = .accounts
            }
        }

        /// The key of its heading.
        var title: String {
            switch self {
            case .websites: "officialWebsites"
            case .emails: "officialEmails"
            case .phones: "officialPhones"
            case .accounts: "officialAccounts"
            }
        }
    }
}

extension OfficialList {
    /// What a channel adds to the list.
    private static func entries(of channel: Channel, hosts: [String], locales: [LocaleCode]) -> [Entry] {
        func entry(_ kind: Entry.Kind, url: String? = nil) -> Entry {
            Entry(kind: kind, note: channel.description, channel: channel, url: url)
        }
        switch channel.address {
        case .page(let url), .ticket(let url), .form(_, let url?), .place(_, let url?):
            let host = host(of: url)
            // The page of a host that is listed as a whole says nothing new.
            if hosts.contains(host) { return [] }
            let isOurs = hosts.contains { host.hasSuffix("." + $0) }
            let pages = OfficialPage.pages(of: url, isOurs: isOurs, locales: locales)
            return pages.enumerated().map { index, page in
                var entry = entry(.page(page), url: page.url)
                if pages.count == locales.count, pages.count > 1 { entry.locale = locales[index] }
                return entry
            }
        case .email(let address): return [entry(.address(.email(address)))]
        case .phone(let number): return [entry(.address(.phone(number)))]
        case .account(let network, let handle, let url):
            let own = url?.replacing("{locale}", with: locales.first?.rawValue ?? "")
            return [entry(.address(.account(network, handle: handle)), url: own ?? network.url(of: handle))]
        case .form(_, nil), .place(_, nil): return []
        }
    }

    /// Where an official address leads: an account as its channel says, if there is one.
    private static func url(of address: OfficialEntry.Address, _ settings: ContactSettings) -> String? {
        guard case .account(let network, let handle) = address else { return nil }
        let own = settings.channels.lazy.compactMap { channel -> String? in
            guard case .account(let other, let name, let url) = channel.address,
                OfficialEntry.Address.account(other, handle: name).identity == address.identity
            else { return nil }
            return url
        }
        return own.first ?? network.url(of: handle)
    }

    /// The host of a URL, with its port.
    static func host(of url: String) -> String {
        let rest = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
        return rest.prefix { !"/?#".contains($0) }.lowercased()
    }
}
