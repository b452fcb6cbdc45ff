internal import HelpCenter
internal import Markdown

/// Fills the holes of a parsed body with what depends on the page that shows it: addresses, image sizes.
struct BodyWriter {
    /// The body as the page shows it.
    private(set) var html: [UInt8] = []
    /// Each question's answer, as a range of `html`.
    private(set) var answers: [Range<Int>] = []

    private let site: Site
    private let page: Page
    private let base: AddressBase
    private let texts: InterfaceTexts

    /// Writes a page's body.
    init(_ site: Site, page: Page, source: Int, base: AddressBase, texts: InterfaceTexts) {
        self.site = site
        self.page = page
        self.base = base
        self.texts = texts
        write(site.parsed.pages[source], references: site.references[source])
    }
}

extension BodyWriter {
    private mutating func write(_ source: ParsedPage, references: References) {
        let document = source.document
        html.reserveCapacity(document.html.count + document.holes.count * 48)
        var position = 0
        var isLinked = [Bool](repeating: false, count: document.links.count)
        var answerStart = 0
        for hole in document.holes {
            html.append(contentsOf: document.html[position..<hole.offset])
            position = hole.offset
            switch hole.content {
            case .linkStart(let index):
                guard let address = address(of: references.links[index]) else { continue }
                isLinked[index] = true
                openLink(address, title: document.links[index].title)
            case .linkEnd(let index):
                if isLinked[index] { html += "</a>".utf8 }
            case .media(let index):
                write(document.media[index], target: references.media[index])
            case .answerStart:
                answerStart = html.count
            case .answerEnd:
                answers.append(answerStart..<html.count)
            }
        }
        html.append(contentsOf: document.html[position...])
    }

    // MARK: Links

    private mutating func openLink(_ address: String, title: String) {
        html += "<a href=\"".utf8
        HTMLText.append(address, to: &html)
        if !title.isEmpty {
            html += "\" title=\"".utf8
            HTMLText.append(title, to: &html)
        }
        html += "\">".utf8
    }

    /// The address of a link's target; nil when the link is broken, so that its text stays as text.
    private func address(of target: LinkTarget) -> String? {
        switch target {
        case .broken: nil
        case .fragment(let fragment): "#" + Permalink.encode(fragment)
        case .file(let permalink, let suffix):
            base.address(of: permalink) + suffix.query + (suffix.fragment.map { "#" + Permalink.encode($0) } ?? "")
        case .page(let id, let suffix): address(of: site.pages[id], suffix)
        case .group(let group, let suffix): site.page(of: group, for: page).map { address(of: $0, suffix) }
        }
    }

    private func address(of target: Page, _ suffix: LinkSuffix) -> String {
        var fragment = ""
        if let name = suffix.fragment, !name.isEmpty, has(name, target) { fragment = "#" + Permalink.encode(name) }
        // Without JavaScript it is the fragment that opens a topic.
        if fragment.isEmpty, target.role == .contact, let topic = suffix.topic { fragment = "#topic-" + topic }
        if target.id == page.id, !fragment.isEmpty { return fragment }
        return base.address(of: target.permalink) + suffix.query + fragment
    }

    /// Whether a page has a heading: another locale's text of an article may have other ones.
    private func has(_ fragment: String, _ target: Page) -> Bool {
        if target.role == .contact { return site.contact?.settings.hasPlace(fragment) ?? false }
        guard let source = target.source else { return false }
        return site.parsed.pages[source].document.headings.contains { $0.id == fragment }
    }

    // MARK: Images and videos

    private mutating func write(_ medium: MarkdownDocument.Media, target: MediaTarget) {
        if medium.isFigure { html += "<figure>".utf8 }
        switch target {
        case .missing:
            html += "<span class=\"missing-image\">".utf8
            HTMLText.append(medium.alt, to: &html)
            html += "</span>".utf8
        case .asset(let index):
            let asset = site.parsed.assets[index]
            let address = base.address(of: Permalink("/" + asset.path))
            if medium.isVideo {
                writeVideo(medium, address: address, size: asset.size, poster: nil, captions: nil)
            } else {
                writeImage(medium, address: address, size: asset.size)
            }
        case .file(let index, let poster, let captions):
            let address = base.address(of: site.files[index])
            let size = site.parsed.files[index].size
            if medium.isVideo {
                writeVideo(medium, address: address, size: size, poster: poster, captions: captions)
            } else {
                writeImage(medium, address: address, size: size)
            }
        }
        if medium.isFigure {
            if !medium.caption.isEmpty {
                html += "<figcaption>".utf8
                HTMLText.append(medium.caption, to: &html)
                html += "</figcaption>".utf8
            }
            html += "</figure>\n".utf8
        }
    }

    private mutating func writeImage(_ medium: MarkdownDocument.Media, address: String, size: MediaSize?) {
        html += "<img src=\"".utf8
        HTMLText.append(address, to: &html)
        html += "\" alt=\"".utf8
        HTMLText.append(medium.alt, to: &html)
        html += "\"".utf8
        if !medium.isFigure, !medium.caption.isEmpty {
            html += " title=\"".utf8
            HTMLText.append(medium.caption, to: &html)
            html += "\"".utf8
        }
        write(size)
        html += " loading=\"lazy\" decoding=\"async\">".utf8
    }

    private mutating func write(_ size: MediaSize?) {
        if let size { html += " width=\"\(size.width)\" height=\"\(size.height)\"".utf8 }
    }

    /// A video that loads nothing but its still picture before the reader starts it.
    private mutating func writeVideo(
        _ medium: MarkdownDocument.Media, address: String, size: MediaSize?, poster: Int?, captions: Int?
    ) {
        html += "<video controls preload=\"none\" playsinline src=\"".utf8
        HTMLText.append(address, to: &html)
        html += "\" aria-label=\"".utf8
        HTMLText.append(medium.alt, to: &html)
        html += "\"".utf8
        write(size)
        if let poster {
            html += " poster=\"".utf8
            HTMLText.append(base.address(of: site.files[poster]), to: &html)
            html += "\"".utf8
        }
        html += ">".utf8
        if let captions {
            let code = site.parsed.files[captions].source.locale
            let locale = site.locale(site.parsed.settings.localeIndex(of: code) ?? page.contentLocale)
            html += "<track kind=\"captions\" default srclang=\"\(locale.code)\" label=\"".utf8
            HTMLText.append(locale.name, to: &html)
            html += "\" src=\"".utf8
            HTMLText.append(base.address(of: site.files[captions]), to: &html)
            html += "\">".utf8
        }
        HTMLText.append(texts["videoFallback"], to: &html)
        html += " <a href=\"".utf8
        HTMLText.append(address, to: &html)
        html += "\">".utf8
        HTMLText.append(texts["downloadVideo"], to: &html)
        html += "</a></video>".utf8
    }
}
