internal import HelpCenter
internal import Markdown

/// JSON-LD for search engines (schema.org): breadcrumbs, articles, FAQs.
struct StructuredData {
    /// The site.
    let site: Site
    /// The page it describes.
    let page: Page

    /// The `script` elements of a page; empty for a page that search engines are not to list.
    ///
    /// - Parameters:
    ///   - body: The page's body as shown.
    ///   - image: The absolute URL of the article's picture.
    func html(body: BodyWriter?, image: String?) -> [UInt8] {
        guard site.isIndexed(page) else { return [] }
        var parts: [JSONText] = []
        if page.role != .home { parts.append(breadcrumbs) }
        switch page.role {
        case .article(.guide): parts.append(article(image: image))
        case .article(.faq): if let body, !body.answers.isEmpty { parts.append(faq(body)) }
        case .home, .category, .contact, .verify, .search: break
        }
        var output: [UInt8] = []
        for part in parts {
            output += "<script type=\"application/ld+json\">".utf8
            part.append(to: &output)
            output += "</script>\n".utf8
        }
        return output
    }
}

extension StructuredData {
    private func url(_ page: Page) -> JSONText {
        .string(site.parsed.settings.baseURL.url(of: page.permalink))
    }

    private var language: JSONText { .string(site.locale(page.contentLocale).code.rawValue) }

    private var breadcrumbs: JSONText {
        let trail = site.ancestors(of: page) + [page]
        let items = trail.enumerated().map { index, page in
            JSONText.object([
                ("@type", .string("ListItem")), ("position", .integer(index + 1)),
                ("name", .string(page.role == .home ? site.parsed.texts[page.locale]["home"] : page.title)),
                ("item", url(page)),
            ])
        }
        return .object([
            ("@context", .string("https://schema.org")), ("@type", .string("BreadcrumbList")),
            ("itemListElement", .array(items)),
        ])
    }

    private func article(image: String?) -> JSONText {
        let matter = page.source.map { site.parsed.pages[$0].frontMatter }
        var entries: [(String, JSONText)] = [
            ("@context", .string("https://schema.org")), ("@type", .string("Article")),
            ("headline", .string(page.title)), ("inLanguage", language), ("mainEntityOfPage", url(page)),
            (
                "publisher",
                .object([
                    ("@type", .string("Organization")),
                    ("name", .string(site.parsed.settings.title[site.locale(page.locale).code])),
                ])
            ),
        ]
        if let description = page.description { entries.append(("description", .string(description))) }
        if let date = matter?.date { entries.append(("datePublished", .string(date.iso))) }
        if let date = matter?.lastModified ?? matter?.date { entries.append(("dateModified", .string(date.iso))) }
        if let image { entries.append(("image", .string(image))) }
        return .object(entries)
    }

    private func faq(_ body: BodyWriter) -> JSONText {
        let questions = page.source.map { site.parsed.pages[$0].document.questions } ?? []
        let items = zip(questions, body.answers).map { question, answer in
            JSONText.object([
                ("@type", .string("Question")), ("name", .string(question.text)),
                (
                    "acceptedAnswer",
                    .object([("@type", .string("Answer")), ("text", .bytes(absolute(body.html[answer])))])
                ),
            ])
        }
        return .object([
            ("@context", .string("https://schema.org")), ("@type", .string("FAQPage")), ("inLanguage", language),
            ("mainEntity", .array(items)),
        ])
    }

    /// An answer's HTML with relative addresses made absolute: it is read away from the page.
    private func absolute(_ html: ArraySlice<UInt8>) -> [UInt8] {
        let text = String(decoding: html, as: UTF8.self)
        guard text.contains("href=\"") || text.contains("src=\"") else { return Array(html) }
        let base = site.parsed.settings.baseURL
        var result = ""
        var rest = text[...]
        while let range = rest.firstRange(of: /(?:href|src|poster)="/) {
            result += rest[..<range.upperBound]
            rest = rest[range.upperBound...]
            let address = rest.prefix { $0 != "\"" }
            rest = rest[address.endIndex...]
            result += base.absolute(String(address), from: page.permalink)
        }
        return Array((result + rest).utf8)
    }
}

extension BaseURL {
    /// The absolute form of an address that a page of the site uses.
    func absolute(_ address: String, from page: Permalink) -> String {
        let scheme = address.prefix { $0 != ":" }.lowercased()
        if scheme != address.lowercased(), ["http", "https", "mailto", "tel"].contains(scheme) { return address }
        if address.hasPrefix("#") { return text + page.encoded.dropFirst() + address }
        var folders = page.encoded.split(separator: "/")
        var rest = address[...]
        while rest.hasPrefix("../") {
            rest = rest.dropFirst(3)
            _ = folders.popLast()
        }
        if rest.hasPrefix("./") { rest = rest.dropFirst(2) }
        return text + folders.map { $0 + "/" }.joined() + rest
    }
}
