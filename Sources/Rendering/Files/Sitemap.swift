internal import HelpCenter

/// The sitemap (sitemaps.org, protocol 0.9) with each page's translations.
///
/// The protocol allows 50,000 URLs and 50 MB in a file. A URL with its translations takes a few kilobytes in a site of
/// many locales, so that a file is closed at either bound, with room to spare; several files are joined by an index.
struct Sitemap {
    /// The most URLs of a file.
    static let mostURLs = 25_000
    /// The size at which a file is closed, in bytes.
    static let fullSize = 40 << 20

    /// The files: `sitemap.xml`, and its parts where there are several.
    let files: [OutputFile]

    /// The sitemap of a site.
    init(_ site: Site, mostURLs: Int = Sitemap.mostURLs) {
        var parts: [[UInt8]] = []
        var current = Self.opening
        var count = 0
        let pages = site.pages.filter { site.isIndexed($0) }
            .sorted { $0.permalink.encoded.utf8.lexicographicallyPrecedes($1.permalink.encoded.utf8) }
        var links: [Int: [UInt8]] = [:]
        for page in pages {
            if count == mostURLs || current.count > Self.fullSize {
                parts.append(current + Self.closing)
                (current, count) = (Self.opening, 0)
            }
            let translations = links[page.group] ?? Self.links(site, page.group)
            links[page.group] = translations
            Self.append(page, site, translations, to: &current)
            count += 1
        }
        parts.append(current + Self.closing)
        if parts.count == 1 {
            files = [OutputFile(path: "sitemap.xml", content: .bytes(parts[0]))]
        } else {
            let base = site.parsed.settings.baseURL.text
            let named = parts.enumerated().map { OutputFile(path: "sitemap-\($0 + 1).xml", content: .bytes($1)) }
            files = [Self.index(of: named, base: base)] + named
        }
    }
}

extension Sitemap {
    private static let opening = Array(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">

        """.utf8)
    private static let closing = Array("</urlset>\n".utf8)

    private static func append(_ page: Page, _ site: Site, _ links: [UInt8], to output: inout [UInt8]) {
        output += "<url><loc>".utf8
        HTMLText.append(site.parsed.settings.baseURL.url(of: page.permalink), to: &output)
        output += "</loc>".utf8
        let matter = page.source.map { site.parsed.pages[$0].frontMatter }
        if let date = matter?.lastModified ?? matter?.date { output += "<lastmod>\(date.iso)</lastmod>".utf8 }
        output += links
        output += "</url>\n".utf8
    }

    private static func links(_ site: Site, _ group: Int) -> [UInt8] {
        var output: [UInt8] = []
        for (language, url) in GroupFragments.alternates(site, of: group) {
            output += "<xhtml:link rel=\"alternate\" hreflang=\"\(language)\" href=\"".utf8
            HTMLText.append(url, to: &output)
            output += "\"/>".utf8
        }
        return output
    }

    private static func index(of parts: [OutputFile], base: String) -> OutputFile {
        let entries = parts.map { "<sitemap><loc>\(HTMLText.escape(base + $0.path))</loc></sitemap>\n" }.joined()
        return OutputFile(
            path: "sitemap.xml",
            text: """
                <?xml version="1.0" encoding="UTF-8"?>
                <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                \(entries)</sitemapindex>

                """)
    }
}
