internal import HelpCenter

/// What the template of a verify page sees, and what its script compares with: the official list.
struct VerifyView {
    private let site: Site
    private let contact: ContactCenter
    private let base: AddressBase
    private let texts: InterfaceTexts
    private let list: OfficialList

    /// The view of a page.
    init(_ site: Site, contact: ContactCenter, base: AddressBase, texts: InterfaceTexts) {
        self.site = site
        self.contact = contact
        self.base = base
        self.texts = texts
        list = OfficialList(site.parsed.settings, contact.settings)
    }

    /// The page's own values.
    var view: View {
        let groups = OfficialList.Group.allCases.compactMap { group -> View? in
            // A page for readers of another language is official, and of no use here.
            let items = list.entries.enumerated().filter { _, entry in
                OfficialList.Group(entry.kind) == group && [nil, texts.locale].contains(entry.locale)
            }
            guard !items.isEmpty else { return nil }
            return ["title": .text(texts[group.title]), "items": .list(items.map { item($1, index: $0) })]
        }
        let locale = site.parsed.settings.localeIndex(of: texts.locale) ?? 0
        return [
            "groups": .list(groups), "elsewhere": .text(ifAny: contact.settings.elsewhere?[texts.locale]),
            "copyText": .text(texts.text("verifyCopy", ["host": host])), "data": .html(data.script(id: "gp-data")),
            "reportURL": .text(base.address(of: site.pages[contact.contactPages[locale]].permalink)),
        ]
    }

    /// What the page's script compares with.
    var data: JSONText {
        .object([
            ("locale", .string(texts.locale.rawValue)), ("host", .string(host)),
            ("texts", ScriptTexts.json(ScriptTexts.verify, of: texts)),
            ("entries", .array(list.entries.map { entry($0) })),
        ])
    }
}

extension VerifyView {
    private var host: String { OfficialList.host(of: site.parsed.settings.baseURL.text) }

    private func item(_ entry: OfficialList.Entry, index: Int) -> View {
        [
            "label": .text(label(entry)), "url": .text(ifAny: entry.url), "index": .text(String(index)),
            "note": .text(ifAny: entry.note?[texts.locale]),
        ]
    }

    /// The entry as readers compare it: letter by letter.
    private func label(_ entry: OfficialList.Entry) -> String {
        switch entry.kind {
        case .page(let page):
            let rest = page.url.firstRange(of: "://").map { String(page.url[$0.upperBound...]) } ?? page.url
            return rest.hasSuffix("/") ? String(rest.dropLast()) : rest
        case .address(.website(let host)): return host
        case .address(.email(let address)): return address
        case .address(.emailDomain(let domain)): return texts.text("anyAddress", ["domain": "@" + domain])
        case .address(.phone(let number)): return number
        case .address(.account(let network, let handle)): return "\(network.name): \(network.shownHandle(handle))"
        }
    }

    private func entry(_ entry: OfficialList.Entry) -> JSONText {
        var entries: [(String, JSONText)]
        switch entry.kind {
        case .page(let page):
            entries = [
                ("kind", .string("page")), ("url", .string(page.url)), ("open", .strings(page.open)),
                ("host", .string(OfficialList.host(of: page.url))),
            ]
        case .address(.website(let host)): entries = [("kind", .string("website")), ("host", .string(host))]
        case .address(.email(let address)): entries = [("kind", .string("email")), ("address", .string(address))]
        case .address(.emailDomain(let domain)):
            entries = [("kind", .string("emailDomain")), ("domain", .string(domain))]
        case .address(.phone(let number)): entries = [("kind", .string("phone")), ("number", .string(number))]
        case .address(.account(let network, let handle)):
            entries = [
                ("kind", .string("account")), ("network", .string(network.rawValue)),
                ("networkName", .string(network.name)), ("handle", .string(handle)), ("url", .string(ifAny: entry.url)),
            ]
        }
        entries += [("label", .string(label(entry))), ("note", .string(ifAny: entry.note?[texts.locale]))]
        return .object(entries)
    }
}
