internal import HelpCenter

/// Every address of the site and who claims it, so that no page silently overwrites another.
///
/// Addresses count as equal when they differ only in case or in Unicode form, because they would be one file on many
/// disks. (Swift's strings compare by canonical equivalence.)
struct AddressBook: Sendable {
    /// The addresses of the files beside the articles, by the index of the parsed file.
    let files: [Permalink]
    /// Earlier addresses, sorted by their paths.
    private(set) var redirects: [Redirect] = []
    /// Claims that meet.
    private(set) var diagnostics: [Diagnostic] = []

    /// What is published beside pages and files, and cannot be replaced by a file of the site's own.
    private static let reserved = [
        "index.html", "404.html", "sitemap.xml", "_server/nginx.conf", "_server/caddy.conf",
    ]
    /// The same, for a site with channels.
    private static let reservedForContact = ["contact.json"]

    /// What a file of the same name in `Public/` takes the place of.
    private static let replaceable = ["robots.txt", "llms.txt", "_redirects"]

    /// Who claims an address. Its name is put together when there is something to say.
    private enum Owner: Sendable {
        case page(PageID)
        case file(Int)
        case asset(Int)
        case generator
    }

    private var claims: [String: Owner] = [:]
    private var collisions: Set<Set<String>> = []
    private let parsed: ParsedSite
    private let pages: [Page]
    private let display: String

    /// Collects the addresses of pages, files and assets.
    init(_ parsed: ParsedSite, pages: [Page], display: String) {
        self.parsed = parsed
        self.pages = pages
        self.display = display
        files = parsed.files.map { Permalink("/" + $0.source.contentPath) }
        claims.reserveCapacity(pages.count + files.count + parsed.assets.count)
        for page in pages {
            // Nobody wrote these: what meets them is told that their addresses are taken.
            let isMade = [.contact, .verify, .search].contains(page.role)
            claim(page.permalink, by: isMade ? .generator : .page(page.id))
        }
        for (index, permalink) in files.enumerated() {
            claim(permalink, by: .file(index))
            reportFolder(permalink, owner: .file(index))
        }
        let reserved = Self.reserved + (parsed.contact == nil ? [] : Self.reservedForContact)
        for name in reserved + parsed.settings.locales.map({ "\($0.code)/404.html" }) {
            claim(Permalink("/" + name), by: .generator)
            reportFolder(Permalink("/" + name), owner: .generator)
        }
        for (index, asset) in parsed.assets.enumerated() {
            if isOfSearch(Permalink("/" + asset.path)) {
                diagnostics.append(.reservedAddress(Permalink("/" + asset.path), file: name(of: .asset(index))))
                continue
            }
            claim(Permalink("/" + asset.path), by: .asset(index))
            reportFolder(Permalink("/" + asset.path), owner: .asset(index))
        }
        for name in Self.replaceable + parsed.settings.locales.map({ "\($0.code)/llms.txt" }) {
            let permalink = Permalink("/" + name)
            if case .asset? = claims[key(permalink)] { continue }
            claim(permalink, by: .generator)
        }
        addRedirects()
    }

    /// Claims the aliases that are free.
    private mutating func addRedirects() {
        for page in pages {
            guard let source = page.source, !page.isFallback else { continue }
            let parsedPage = parsed.pages[source]
            let file = display + "/" + parsedPage.source.contentPath
            for alias in parsedPage.frontMatter.aliases {
                guard let permalink = permalink(of: alias, page: page, file: file) else { continue }
                let taken = claims[key(permalink)] ?? fileAbove(permalink)
                if let other = taken ?? (isOfSearch(permalink) ? .generator : nil) {
                    diagnostics.append(
                        .aliasCollision(permalink, at: alias.position, file: file, other: name(of: other)))
                } else {
                    claims[key(permalink)] = .page(page.id)
                    redirects.append(Redirect(from: permalink, page: page.id))
                }
            }
        }
        redirects.sort { $0.from.path.utf8.lexicographicallyPrecedes($1.from.path.utf8) }
    }
}

extension AddressBook {
    /// The address as it is compared: a page's is its folder, however it is written.
    private func key(_ permalink: Permalink) -> String {
        let path = permalink.path.lowercased()
        return path.hasSuffix("/index.html") ? String(path.dropLast(10)) : path
    }

    /// Whether an address lies where the index of search does, whose names depend on what it holds, or takes the place of
    /// one of its folders. Other names beside it are free, so that `search/client.js` can be replaced.
    private func isOfSearch(_ permalink: Permalink) -> Bool {
        let path = permalink.path.lowercased()
        guard path.hasPrefix("/search") else { return false }
        let folders = ["text"] + parsed.settings.locales.map { $0.code.rawValue.lowercased() }
        return path == "/search"
            || folders.contains { path == "/search/" + $0 || path.hasPrefix("/search/" + $0 + "/") }
    }

    private func name(of owner: Owner) -> String {
        switch owner {
        case .page(let id):
            pages[id].source.map { display + "/" + parsed.pages[$0].source.contentPath }
                ?? display + pages[id].permalink.path
        case .file(let index): display + "/" + parsed.files[index].source.contentPath
        case .asset(let index): "Public/" + parsed.assets[index].path
        case .generator: "Guidepost itself"
        }
    }

    /// Two sources that meet are reported once, though they meet again in every locale that shows them.
    private mutating func claim(_ permalink: Permalink, by owner: Owner) {
        guard let earlier = claims.updateValue(owner, forKey: key(permalink)) else { return }
        let (file, other) = (name(of: owner), name(of: earlier))
        guard collisions.insert([file, other]).inserted else { return }
        if case .generator = owner {
            diagnostics.append(.reservedAddress(permalink, file: other))
        } else if case .generator = earlier {
            diagnostics.append(.reservedAddress(permalink, file: file))
        } else {
            diagnostics.append(.pathCollision(permalink, file: file, other: other))
        }
    }

    /// The file that would have to be a folder for an address.
    private func fileAbove(_ permalink: Permalink) -> Owner? {
        let path = permalink.path.lowercased()
        return path.indices.dropFirst().lazy.filter { path[$0] == "/" }.compactMap { claims[String(path[..<$0])] }.first
    }

    private mutating func reportFolder(_ permalink: Permalink, owner: Owner) {
        guard claims[permalink.path.lowercased() + "/"] != nil else { return }
        let file = if case .generator = owner { display } else { name(of: owner) }
        diagnostics.append(.folderCollision(permalink, file: file))
    }

    /// The address that an alias means: from the site's root when it begins with `/`, else beside the page.
    private mutating func permalink(of alias: Located<String>, page: Page, file: String) -> Permalink? {
        let text = alias.value
        let segments = text.split(separator: "/", omittingEmptySubsequences: true)
        let isSafe =
            !segments.isEmpty && !segments.contains { $0 == "." || $0 == ".." }
            && segments.allSatisfy { $0.utf8.count <= 200 } && !text.contains("//")
            && !text.unicodeScalars.contains { "\\?#%\"<>|*:".unicodeScalars.contains($0) || $0.value <= 0x20 }
        guard isSafe else {
            diagnostics.append(.invalidAlias(alias, file: file))
            return nil
        }
        let parent = page.parent.map { pages[$0].permalink.path } ?? "/"
        let absolute = text.hasPrefix("/") ? text : parent + text
        let isFile = absolute.hasSuffix(".html") || absolute.hasSuffix(".htm")
        return Permalink(isFile || absolute.hasSuffix("/") ? absolute : absolute + "/")
    }
}
