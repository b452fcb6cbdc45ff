internal import HelpCenter

/// Files for crawlers and web servers: `robots.txt`, `llms.txt`, redirects and headers.
///
/// A file of the same name in `Public/` takes their place: the owner of a site may have his own.
struct ServerFiles {
    private let site: Site
    private let fingerprinted: [Permalink]

    /// The files of a site.
    ///
    /// - Parameter fingerprinted: The assets whose names change with their content.
    init(_ site: Site, fingerprinted: [Permalink]) {
        self.site = site
        self.fingerprinted = fingerprinted.sorted { $0.encoded < $1.encoded }
    }

    /// All of them but those that the site brings itself.
    func files() -> [OutputFile] {
        let own = Set(site.parsed.assets.map(\.path))
        let files =
            [robots, redirects, nginx, caddy, OutputFile(path: "llms.txt", text: languageList)]
            + site.homes.map { llms($0) }
        return files.filter { !own.contains($0.path) }
    }
}

extension ServerFiles {
    private var settings: SiteSettings { site.parsed.settings }
    private var path: String { settings.baseURL.path }

    private var robots: OutputFile {
        OutputFile(
            path: "robots.txt", text: "User-agent: *\nAllow: /\n\nSitemap: \(settings.baseURL.text)sitemap.xml\n")
    }

    // MARK: llms.txt (llmstxt.org)

    private var languageList: String {
        let standard = settings.title[settings.defaultLocale]
        let links = site.homes.map { id in
            let locale = site.locale(site.pages[id].locale)
            return "- [\(Self.oneLine(locale.name))](\(settings.baseURL.text)\(locale.code)/llms.txt)\n"
        }
        return "# \(Self.oneLine(standard))\n\n" + summary(settings.description?[settings.defaultLocale])
            + "## Languages\n\n" + links.joined()
    }

    private func llms(_ home: PageID) -> OutputFile {
        let page = site.pages[home]
        let code = site.locale(page.locale).code
        var text =
            "# \(Self.oneLine(settings.title[code]))\n\n" + summary(page.description ?? settings.description?[code])
        let loose = list(page.articles)
        if !loose.isEmpty { text += loose + "\n" }
        for category in page.categories { append(site.pages[category], to: &text) }
        return OutputFile(path: "\(code)/llms.txt", text: text)
    }

    private func append(_ category: Page, to text: inout String) {
        let articles = list(category.articles)
        if !articles.isEmpty { text += "## \(Self.oneLine(category.title))\n\n" + articles + "\n" }
        for child in category.categories { append(site.pages[child], to: &text) }
    }

    /// Links to the twins of articles; fallbacks are left to the locale they are written in.
    private func list(_ articles: [PageID]) -> String {
        articles.map { site.pages[$0] }.filter { site.isIndexed($0) }.map { page in
            let description = page.description.map { ": " + Self.oneLine($0) } ?? ""
            return
                "- [\(Self.oneLine(page.title))](\(settings.baseURL.url(of: page.permalink))index.md)\(description)\n"
        }.joined()
    }

    private func summary(_ text: String?) -> String {
        text.map { "> \(Self.oneLine($0))\n\n" } ?? ""
    }

    private static func oneLine(_ text: String) -> String {
        text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x80 }
            ? text : text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    // MARK: Redirects and headers

    private func target(_ redirect: Redirect) -> String {
        path + site.pages[redirect.page].permalink.encoded.dropFirst()
    }

    private func origin(_ redirect: Redirect) -> String { path + redirect.from.encoded.dropFirst() }

    /// The format that Netlify and Cloudflare Pages read.
    private var redirects: OutputFile {
        OutputFile(
            path: "_redirects", text: site.redirects.map { "\(origin($0)) \(target($0)) 301\n" }.joined())
    }

    private var nginx: OutputFile {
        let headers = """
            add_header Content-Security-Policy "\(policy)" always;
            add_header X-Content-Type-Options nosniff always;
            add_header Referrer-Policy strict-origin-when-cross-origin always;

            """
        var text = """
            # Include this file in the server block of nginx whose root is the published folder.
            \(headers)add_header Cache-Control no-cache;
            charset utf-8;
            charset_types text/css text/plain text/markdown text/vtt text/xml application/javascript application/json;
            error_page 403 404 =404 \(path)404.html;

            """
        for locale in settings.locales {
            text += "location \(path)\(locale.code)/ { error_page 403 404 =404 \(path)\(locale.code)/404.html; }\n"
        }
        text +=
            "location ~ \\.md$ { default_type text/markdown; types { } }\n"
            + "location ~ \\.vtt$ { default_type text/vtt; types { } }\n"
        for asset in fingerprinted {
            // add_header in a location replaces those above, so they are said again.
            text +=
                "location = \(path)\(asset.encoded.dropFirst()) {\n"
                + "add_header Cache-Control \"public, max-age=31536000, immutable\";\n\(headers)}\n"
        }
        text +=
            "location ~ \(searchPattern) {\n"
            + "add_header Cache-Control \"public, max-age=31536000, immutable\";\n\(headers)}\n"
        for redirect in site.redirects {
            // A dollar sign would begin a variable.
            let target = target(redirect).replacing("$", with: "%24")
            text += "location = \(Self.quoted(redirect.from.path, base: path)) { return 301 \"\(target)\"; }\n"
        }
        return OutputFile(path: "_server/nginx.conf", text: text)
    }

    /// The policy of the pages, and what only a header can say.
    private var policy: String {
        "\(ContentSecurityPolicy(endpoints: site.formEndpoints).text); frame-ancestors 'none'"
    }

    /// The files of the search index whose folder or name changes with their content.
    private var searchPattern: String {
        "^\(path.replacing(".", with: "\\."))search/(text/[^/]+|[^/]+/[^/]+/[^/]+)\\.json$"
    }

    /// nginx compares the decoded path.
    private static func quoted(_ permalink: String, base: String) -> String {
        "\"\(base)\(permalink.dropFirst().replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }

    /// Caddy compares what a pattern has percent-encoded with the address as it was sent: browsers send these plain.
    private static func asSent(_ encoded: String) -> String {
        encoded.replacing("%26", with: "&").replacing("%27", with: "'")
    }

    private var caddy: OutputFile {
        var text = """
            # Import this file in the site block of a Caddyfile whose root is the published folder.
            header Content-Security-Policy "\(policy)"
            header X-Content-Type-Options nosniff
            header Referrer-Policy strict-origin-when-cross-origin
            @markdown {
            \tpath *.md
            \tfile
            }
            header @markdown Content-Type "text/markdown; charset=utf-8"

            """
        if !fingerprinted.isEmpty {
            let paths = fingerprinted.map { path + $0.encoded.dropFirst() }.joined(separator: " ")
            text +=
                "@fingerprinted path \(paths)\nheader @fingerprinted Cache-Control \"public, max-age=31536000, immutable\"\n"
        }
        text += """
            @search {
            \tpath_regexp \(searchPattern)
            \tfile
            }
            header @search Cache-Control "public, max-age=31536000, immutable"
            header ?Cache-Control no-cache

            """
        for redirect in site.redirects {
            text += "redir \(Self.asSent(origin(redirect))) \(target(redirect)) permanent\n"
        }
        text += "handle_errors {\n"
        for locale in settings.locales {
            text +=
                "\t@\(locale.code) path \(path)\(locale.code)/*\n"
                + "\thandle @\(locale.code) {\n\t\trewrite * \(path)\(locale.code)/404.html\n\t\tfile_server\n\t}\n"
        }
        text += "\thandle {\n\t\trewrite * \(path)404.html\n\t\tfile_server\n\t}\n}\n"
        return OutputFile(path: "_server/caddy.conf", text: text)
    }
}
