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
    }

    /// The entries: websites, email addresses, telephone numbers, accounts, each in the order of the file.
    private(set) var entries: [Entry] = []

    /// The list of a site.
    ///
    /// - Parameter locales: The site's locales: a channel may have a page for each.
    init(_ settings: ContactSettings, locales: [LocaleCode]) {
        let listed = settings.official.map { Entry(kind: .address($0.address), note: $0.note, channel: nil, url: nil) }
        let hosts = settings.official.compactMap { entry in
            if case .website(let host) = entry.address { host } else { nil }
        }
        for entry in listed + settings.channels.flatMap({ Self.entries(of: $0, hosts: hosts, locales: locales) })
        where !entries.contains(where: { $0.kind == entry.kind }) {
            entries.append(entry)
        }
        // Stable: within a group the order of the file stays.
        entries = Group.allCases.flatMap { group in entries.filter { Group($0.kind) == group } }
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
            return pages.map { entry(.page($0), url: $0.url) }
        case .email(let address): return [entry(.address(.email(address)))]
        case .phone(let number): return [entry(.address(.phone(number)))]
        case .account(let network, let handle, let url):
            let own = url?.replacing("{locale}", with: locales.first?.rawValue ?? "")
            return [entry(.address(.account(network, handle: handle)), url: own ?? network.url(of: handle))]
        case .form(_, nil), .place(_, nil): return []
        }
    }

    /// The host of a URL, with its port.
    static func host(of url: String) -> String {
        let rest = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
        return rest.prefix { !"/?#".contains($0) }.lowercased()
    }
}
