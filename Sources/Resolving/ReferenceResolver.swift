internal import HelpCenter
internal import Markdown

/// Looks up where the links, images and related articles of parsed pages lead.
///
/// A link to an article leads to its group, so that each locale's readers stay in their language; the fragment is
/// checked against the headings of the page that the link's own locale shows.
struct ReferenceResolver: Sendable {
    private let parsed: ParsedSite
    private let index: SourceIndex
    private let pages: [Page]
    private let groups: [TranslationGroup]
    private let display: String
    private let homeLocale: String

    /// A resolver of a site's references.
    init(
        _ parsed: ParsedSite, index: SourceIndex, pages: [Page], groups: [TranslationGroup], display: String
    ) {
        self.parsed = parsed
        self.index = index
        self.pages = pages
        self.groups = groups
        self.display = display
        homeLocale = parsed.settings.defaultLocale.rawValue
    }

    /// The references of some parsed pages, and what is wrong with them. Pages that are left out have none.
    func resolve(_ range: Range<Int>) -> (references: [References], diagnostics: [Diagnostic]) {
        var references: [References] = []
        var diagnostics: [Diagnostic] = []
        for source in range {
            let page = parsed.pages[source]
            guard index.groupOfSource[source] != nil else {
                references.append(References(links: [], media: [], related: [], image: nil))
                continue
            }
            let links = page.document.links.map { target(of: $0, in: page, &diagnostics) }
            let media = page.document.media.map { target(of: $0, in: page, &diagnostics) }
            let related = page.frontMatter.related.compactMap { group(of: $0, in: page, &diagnostics) }
            let image = page.frontMatter.image.flatMap { file(of: $0, in: page, &diagnostics) }
            references.append(References(links: links, media: media, related: related, image: image))
        }
        return (references, diagnostics)
    }
}

extension ReferenceResolver {
    private func file(_ page: ParsedPage) -> String { display + "/" + page.source.contentPath }

    private func folder(of page: ParsedPage) -> String { "\(page.source.locale)/" + page.source.folder }

    // MARK: Links

    private func target(
        of link: MarkdownDocument.Link, in page: ParsedPage, _ diagnostics: inout [Diagnostic]
    ) -> LinkTarget {
        let path = LinkPath(link.destination)
        let position = SourcePosition(line: link.line, column: link.column)
        if path.path.isEmpty {
            guard let fragment = path.fragment else {
                diagnostics.append(.emptyLink(file: file(page), at: position))
                return .broken
            }
            if !fragment.isEmpty, !Self.has(fragment, page) {
                diagnostics.append(
                    .unknownFragment(fragment, of: nil, headings: page, file: file(page), at: position))
                return .broken
            }
            return .fragment(fragment)
        }
        guard let target = target(of: path, in: page) else {
            diagnostics.append(unknown(link.destination, path, in: page, at: position))
            return .broken
        }
        if let found = unknownPart(of: target, in: page, at: position) {
            diagnostics.append(found)
            return Self.withoutFragment(target)
        }
        if let (shown, fragment) = fragment(of: target, from: page), !Self.has(fragment, parsed.pages[shown]) {
            let other = parsed.pages[shown]
            diagnostics.append(
                .unknownFragment(
                    fragment, of: file(other), headings: other, file: file(page), at: position))
            return Self.withoutFragment(target)
        }
        return target
    }

    /// The source in which a link's fragment is to be found; nil for a link without one.
    private func fragment(of target: LinkTarget, from page: ParsedPage) -> (source: Int, fragment: String)? {
        let found: (source: Int?, suffix: LinkSuffix)
        switch target {
        case .group(let group, let suffix): found = (index.source(of: group, locale: page.source.locale), suffix)
        case .page(let id, let suffix): found = (pages[id].source, suffix)
        case .file, .fragment, .broken: return nil
        }
        guard let source = found.source, let fragment = found.suffix.fragment, !fragment.isEmpty else { return nil }
        return (source, fragment)
    }

    /// What a link to the contact page names that is not there: a place (`#topic-fees`) or a topic (`?topic=fees`).
    private func unknownPart(of target: LinkTarget, in page: ParsedPage, at position: SourcePosition) -> Diagnostic? {
        let place: (isContact: Bool, suffix: LinkSuffix)
        switch target {
        case .group(let group, let suffix): place = (groups[group].key == Translations.contactKey, suffix)
        case .page(let id, let suffix): place = (pages[id].role == .contact, suffix)
        case .file, .fragment, .broken: return nil
        }
        guard place.isContact, let contact = parsed.contact else { return nil }
        if let fragment = place.suffix.fragment, !fragment.isEmpty, !contact.hasPlace(fragment) {
            let places =
                contact.topics.map { "topic-" + $0.id.value } + contact.channels.map { "channel-" + $0.id.value }
            return .unknownContactPlace(fragment, among: places, file: file(page), at: position)
        }
        guard let topics = contact.topicIDs?.sorted() else { return nil }
        guard let topic = place.suffix.topic, !topics.contains(topic) else { return nil }
        return .unknownArticleTopic(Located(topic, at: position), among: topics, file: file(page))
    }

    private static func withoutFragment(_ target: LinkTarget) -> LinkTarget {
        switch target {
        case .group(let group, let suffix): .group(group, suffix: LinkSuffix(query: suffix.query))
        case .page(let id, let suffix): .page(id, suffix: LinkSuffix(query: suffix.query))
        case .file, .fragment, .broken: target
        }
    }

    /// Where a path leads; nil when nothing is there.
    private func target(of path: LinkPath, in page: ParsedPage) -> LinkTarget? {
        let suffix = LinkSuffix(query: path.query, fragment: path.fragment)
        if path.path.hasPrefix("/") {
            if let asset = index.assets[String(path.path.dropFirst())] {
                return .file(Permalink("/" + parsed.assets[asset].path), suffix: suffix)
            }
            if let page = index.pages[path.path] { return .page(page, suffix: suffix) }
        }
        guard let place = path.resolved(from: folder(of: page), locale: page.source.locale) else { return nil }
        guard let slash = place.firstIndex(of: "/"), let locale = LocaleCode(String(place[..<slash])) else {
            return nil
        }
        let rest = String(place[place.index(after: slash)...])
        if place.hasSuffix(".md") {
            guard let source = source(at: place, rest: rest, locale: locale, from: page) else { return nil }
            return self.page(of: source, locale: locale, from: page, suffix: suffix)
        }
        if place.hasSuffix("/"), let group = index.group(ofKey: rest) {
            return target(group, locale: locale, from: page, suffix: suffix)
        }
        if let file = index.files[place] { return .file(permalink(ofFile: file), suffix: suffix) }
        if locale == page.source.locale, let file = index.files["\(homeLocale)/\(rest)"] {
            return .file(permalink(ofFile: file), suffix: suffix)
        }
        return nil
    }

    /// The source at a path, or the one of the default locale that stands in for it.
    private func source(at place: String, rest: String, locale: LocaleCode, from page: ParsedPage) -> Int? {
        for candidate in [place, "\(homeLocale)/\(rest)"] {
            if let source = index.sources[candidate], index.groupOfSource[source] != nil { return source }
            if locale != page.source.locale { return nil }
        }
        return nil
    }

    private func page(of source: Int, locale: LocaleCode, from page: ParsedPage, suffix: LinkSuffix) -> LinkTarget? {
        index.groupOfSource[source].flatMap { $0 }.flatMap { target($0, locale: locale, from: page, suffix: suffix) }
    }

    /// A link within the locale follows the reader's locale; one to another locale means that locale.
    private func target(_ group: Int, locale: LocaleCode, from page: ParsedPage, suffix: LinkSuffix) -> LinkTarget? {
        if locale == page.source.locale { return .group(group, suffix: suffix) }
        guard let number = index.localeOfCode[locale], let target = groups[group].pages[number] else { return nil }
        return .page(target, suffix: suffix)
    }

    private func permalink(ofFile file: Int) -> Permalink { Permalink("/" + parsed.files[file].source.contentPath) }

    private static func has(_ fragment: String, _ page: ParsedPage) -> Bool {
        page.document.headings.contains { $0.id == fragment }
    }

    private func unknown(
        _ destination: String, _ path: LinkPath, in page: ParsedPage, at position: SourcePosition
    ) -> Diagnostic {
        if let place = path.resolved(from: folder(of: page), locale: page.source.locale),
            let source = index.sources[place], let reason = index.leftOut[parsed.pages[source].source]
        {
            return .unpublishedLink(destination, reason: reason, file: file(page), at: position)
        }
        return .unknownLink(destination, suggestion: suggestion(for: path, in: page), file: file(page), at: position)
    }

    /// A path that the writer may have meant: the same name elsewhere, the article of a path without `.md`, or a near
    /// name in the same folder.
    private func suggestion(for path: LinkPath, in page: ParsedPage) -> String? {
        guard let place = path.resolved(from: folder(of: page), locale: page.source.locale) else { return nil }
        let bare = place.hasSuffix("/") ? String(place.dropLast()) : place
        let slash = bare.lastIndex(of: "/").map { bare.index(after: $0) } ?? bare.startIndex
        let name = String(bare[slash...])
        let origin = Permalink("/" + folder(of: page))
        let rest = bare.firstIndex(of: "/").map { String(bare[bare.index(after: $0)...]) } ?? ""
        if let found = [bare + ".md", bare + "/index.md"].first(where: { index.sources[$0] != nil }) {
            return Permalink("/" + found).relative(to: origin)
        }
        if index.group(ofKey: rest + "/") != nil { return Permalink("/" + bare + "/").relative(to: origin) }
        if let elsewhere = index.places(of: name, in: page.source.locale).first {
            return Permalink("/" + elsewhere).relative(to: origin)
        }
        let folder = String(bare[..<slash])
        return closest(to: name, among: index.names(in: folder)).map {
            Permalink("/" + folder + $0).relative(to: origin)
        }
    }

    // MARK: Images and videos

    private func target(
        of medium: MarkdownDocument.Media, in page: ParsedPage, _ diagnostics: inout [Diagnostic]
    ) -> MediaTarget {
        let position = SourcePosition(line: medium.line, column: medium.column)
        if medium.destination.contains("://") {
            diagnostics.append(.externalMedia(medium.destination, file: file(page), at: position))
            return .missing
        }
        let path = LinkPath(medium.destination)
        if path.path.hasPrefix("/"), let asset = index.assets[String(path.path.dropFirst())] { return .asset(asset) }
        guard let found = mediaFile(path, in: page) else {
            diagnostics.append(
                .missingFile(
                    medium.destination, suggestion: suggestion(for: path, in: page), file: file(page), at: position))
            return .missing
        }
        guard medium.isVideo else { return .file(found, poster: nil, captions: nil) }
        let name = parsed.files[found].source.path
        let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
        let locales = [page.source.locale, parsed.files[found].source.locale]
        return .file(
            found, poster: companion(of: stem, endings: ["svg", "png", "jpg", "jpeg", "webp", "avif"], locales),
            captions: companion(of: stem, endings: ["vtt"], locales))
    }

    /// The file of a video's name with another ending: the translation's own, or the one that lies beside the video.
    private func companion(of stem: String, endings: [String], _ locales: [LocaleCode]) -> Int? {
        locales.lazy.flatMap { locale in endings.lazy.map { "\(locale)/\(stem).\($0)" } }
            .compactMap { index.files[$0] }.first
    }

    /// The file of a path: the locale's own, or the default locale's of the same name, so that a translation need not
    /// repeat every picture.
    private func mediaFile(_ path: LinkPath, in page: ParsedPage) -> Int? {
        guard let place = path.resolved(from: folder(of: page), locale: page.source.locale) else { return nil }
        if let file = index.files[place] { return file }
        guard let slash = place.firstIndex(of: "/") else { return nil }
        return index.files[homeLocale + place[slash...]]
    }

    private func file(
        of image: Located<String>, in page: ParsedPage, _ diagnostics: inout [Diagnostic]
    ) -> Int? {
        let path = LinkPath(image.value)
        if let file = mediaFile(path, in: page) { return file }
        diagnostics.append(
            .missingFile(
                image.value, suggestion: suggestion(for: path, in: page), file: file(page), at: image.position))
        return nil
    }

    // MARK: Related articles

    private func group(
        of related: Located<String>, in page: ParsedPage, _ diagnostics: inout [Diagnostic]
    ) -> Int? {
        let path = LinkPath(related.value)
        if case .group(let group, _)? = target(of: path, in: page) { return group }
        diagnostics.append(unknown(related.value, path, in: page, at: related.position))
        return nil
    }
}
