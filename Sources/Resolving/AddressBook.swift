internal import HelpCenter

/// Every address of the site and who claims it, so that no page silently overwrites another.
///
/// Addresses count as equal when they differ only in case or in Unicode form, because they would be one file on many
/// disks. (Swift's strings compare by canonical equivalence.)
struct AddressBook {
    /// The addresses of the files beside the articles, by the index of the parsed file.
    let files: [Permalink]
    /// Claims that meet.
    private(set) var diagnostics: [Diagnostic] = []

    /// What is published beside pages and files, and cannot be replaced by a file of the site's own.
    private static let reserved = [
        "index.html", "404.html", "sitemap.xml", "_server/nginx.conf", "_server/caddy.conf",
    ]

    private var claims: [String: String] = [:]
    private var folders: Set<String> = []
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
        for page in pages {
            folders.insert(String(page.permalink.path.dropLast()).lowercased())
            claim(page.permalink, by: owner(of: page))
        }
        for (file, permalink) in zip(parsed.files, files) {
            claim(permalink, by: display + "/" + file.source.contentPath)
            reportFolder(permalink, file: display + "/" + file.source.contentPath)
        }
        for name in Self.reserved + parsed.settings.locales.map({ "\($0.code)/404.html" }) {
            claims[key(Permalink("/" + name))] = "Guidepost itself"
            reportFolder(Permalink("/" + name), file: display)
        }
        for asset in parsed.assets { claim(Permalink("/" + asset.path), by: "Public/" + asset.path) }
    }

    /// The redirects of all aliases that are free.
    mutating func addRedirects() -> [Redirect] {
        var redirects: [Redirect] = []
        for page in pages {
            guard let source = page.source, !page.isFallback else { continue }
            let parsedPage = parsed.pages[source]
            let file = display + "/" + parsedPage.source.contentPath
            for alias in parsedPage.frontMatter.aliases {
                guard let permalink = permalink(of: alias, page: page, file: file) else { continue }
                if let other = claims[key(permalink)] {
                    diagnostics.append(.aliasCollision(permalink, at: alias.position, file: file, other: other))
                } else {
                    claims[key(permalink)] = file
                    redirects.append(Redirect(from: permalink, page: page.id))
                }
            }
        }
        return redirects.sorted { $0.from.path.utf8.lexicographicallyPrecedes($1.from.path.utf8) }
    }
}

extension AddressBook {
    private func key(_ permalink: Permalink) -> String { permalink.outputPath.lowercased() }

    private func owner(of page: Page) -> String {
        if let source = page.source { return display + "/" + parsed.pages[source].source.contentPath }
        return display + page.permalink.path
    }

    /// Two sources that meet are reported once, though they meet again in every locale that shows them.
    private mutating func claim(_ permalink: Permalink, by owner: String) {
        guard let other = claims.updateValue(owner, forKey: key(permalink)) else { return }
        if collisions.insert([owner, other]).inserted {
            diagnostics.append(.pathCollision(permalink, file: owner, other: other))
        }
    }

    private mutating func reportFolder(_ permalink: Permalink, file: String) {
        if folders.contains(permalink.path.lowercased()) {
            diagnostics.append(.folderCollision(permalink, file: file))
        }
    }

    /// The address that an alias means: from the site's root when it begins with `/`, else beside the page.
    private mutating func permalink(of alias: Located<String>, page: Page, file: String) -> Permalink? {
        let text = alias.value
        let segments = text.split(separator: "/", omittingEmptySubsequences: true)
        let isSafe =
            !segments.isEmpty && !segments.contains { $0 == "." || $0 == ".." }
            && !text.contains("//")
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
