internal import HelpCenter
internal import Markdown

/// Finds the articles of topics, and checks what only the whole site and the clock can tell.
///
/// 1. Each topic's articles, as `topics.yml` names them, are looked up; so is the article of its first step.
/// 2. Articles that name a topic in their front matter are added behind those.
/// 3. The channels are checked against the clock (`ChannelChecks`).
struct ContactResolver {
    /// The ways to reach support; nil for a site without them.
    private(set) var contact: ContactCenter?
    /// What is wrong.
    private(set) var diagnostics: [Diagnostic] = []

    private let parsed: ParsedSite
    private let index: SourceIndex
    private let display: String

    /// Resolves the channels and topics of a site.
    ///
    /// - Parameter now: The moment of the run, in seconds since 1970.
    init(_ parsed: ParsedSite, index: SourceIndex, pages: [Page], now: Int, display: String) {
        self.parsed = parsed
        self.index = index
        self.display = display
        guard let settings = parsed.contact else {
            checkTopicsWithoutContact()
            return
        }
        let named = settings.topics.map { topic in
            TopicLinks(
                articles: articles(of: topic),
                firstStep: topic.firstStep?.article.flatMap { link($0) })
        }
        let byArticles = articlesByTopic(settings)
        let links = zip(named, byArticles).map { links, groups in
            let known = Set(links.articles.map(\.group))
            let more = groups.filter { !known.contains($0) }.map { ArticleLink(group: $0) }
            return TopicLinks(articles: links.articles + more, firstStep: links.firstStep)
        }
        if settings.isSound { diagnostics += ChannelChecks(settings, now: now, display: display).diagnostics }
        contact = ContactCenter(
            settings: settings, contactPages: pages.filter { $0.role == .contact }.map(\.id),
            verifyPages: pages.filter { $0.role == .verify }.map(\.id), links: links,
            topicsOfGroup: topicsByGroup(links),
            today: CalendarDay(at: now))
    }
}

extension ContactResolver {
    private var file: String { display + "/topics.yml" }

    /// The articles that a topic names, each once however often and in whatever way it is written.
    private mutating func articles(of topic: Topic) -> [ArticleLink] {
        var found: [ArticleLink] = []
        for target in topic.articles {
            guard let link = link(target) else { continue }
            if found.contains(link) {
                diagnostics.append(.repeatedTopicArticle(target, file: file))
            } else {
                found.append(link)
            }
        }
        return found
    }

    /// The article that a path below the locale's folder means.
    private mutating func link(_ target: Located<String>) -> ArticleLink? {
        let path = LinkPath(target.value.hasPrefix("/") ? String(target.value.dropFirst()) : target.value)
        let locales = parsed.settings.locales.map(\.code)
        guard let place = path.resolved(from: "", locale: parsed.settings.defaultLocale), !place.isEmpty,
            let group = locales.compactMap({ group("\($0)/\(place)") }).first ?? index.group(ofKey: place)
        else {
            diagnostics.append(missing(target, path.path))
            return nil
        }
        guard let fragment = path.fragment, !fragment.isEmpty else { return ArticleLink(group: group) }
        for locale in locales {
            guard let source = index.source(of: group, locale: locale) else { continue }
            let page = parsed.pages[source]
            guard !page.document.headings.contains(where: { $0.id == fragment }) else { continue }
            diagnostics.append(
                .unknownFragment(
                    fragment, of: display + "/" + page.source.contentPath, headings: page, file: file,
                    at: target.position))
            return ArticleLink(group: group)
        }
        return ArticleLink(group: group, fragment: fragment)
    }

    /// What to say of a path without a published article: that it is not published, or that it does not exist.
    private func missing(_ target: Located<String>, _ path: String) -> Diagnostic {
        let sources = parsed.settings.locales.lazy.map { SourcePath(locale: $0.code, path: path) }
        if let reason = sources.compactMap({ index.leftOut[$0] }).first {
            return .unpublishedLink(target.value, reason: reason, file: file, at: target.position)
        }
        return .unknownTopicArticle(target, suggestion: suggestion(for: path), file: file)
    }

    /// The path that was meant: the same name in another folder, or a near name in the same one.
    private func suggestion(for path: String) -> String? {
        let locales = parsed.settings.locales.map(\.code)
        let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        let name = String(path[slash...])
        if let place = locales.lazy.flatMap({ index.places(of: name, in: $0) }).first {
            return String(place.drop { $0 != "/" }.dropFirst())
        }
        let names = locales.lazy.map { index.names(in: "\($0)/" + path[..<slash]) }.first { !$0.isEmpty } ?? []
        return closest(to: name, among: names).map { path[..<slash] + $0 }
    }

    private func group(_ path: String) -> Int? {
        index.sources[path].flatMap { index.groupOfSource[$0] }
    }

    /// The groups of the articles that name each topic in their front matter.
    private mutating func articlesByTopic(_ settings: ContactSettings) -> [[Int]] {
        let topics = settings.topics
        let numbers = Dictionary(topics.enumerated().map { ($1.id.value, $0) }) { first, _ in first }
        var result = [[Int]](repeating: [], count: topics.count)
        for (source, page) in parsed.pages.enumerated() {
            guard let group = index.groupOfSource[source] else { continue }
            for name in page.frontMatter.topics {
                guard let topic = numbers[name.value] else {
                    if settings.topicIDs?.contains(name.value) ?? true { continue }
                    diagnostics.append(
                        .unknownArticleTopic(
                            name, among: topics.map(\.id.value), file: display + "/" + page.source.contentPath))
                    continue
                }
                if !result[topic].contains(group) { result[topic].append(group) }
            }
        }
        return result
    }

    /// The topics that each article helps with: first those that name the whole article, then those that name a section
    /// of it or begin with it. An FAQ answers questions of many topics, so that naming one of them says nothing of it.
    private func topicsByGroup(_ links: [TopicLinks]) -> [Int: [Int]] {
        let faqs = Set(
            parsed.pages.indices.filter { parsed.pages[$0].frontMatter.kind == .faq }.compactMap {
                index.groupOfSource[$0]
            })
        var result: [Int: [Int]] = [:]
        func add(_ articles: (TopicLinks) -> [ArticleLink]) {
            for (topic, links) in links.enumerated() {
                for article in articles(links) where !(result[article.group]?.contains(topic) ?? false) {
                    result[article.group, default: []].append(topic)
                }
            }
        }
        add { $0.articles.filter { $0.fragment == nil } }
        add { $0.articles.filter { $0.fragment != nil && !faqs.contains($0.group) } + [$0.firstStep].compactMap { $0 } }
        return result
    }

    /// Without `contact.yml` there are no topics that an article could name.
    private mutating func checkTopicsWithoutContact() {
        for (source, page) in parsed.pages.enumerated() where index.groupOfSource[source] != nil {
            for name in page.frontMatter.topics {
                diagnostics.append(
                    .unknownArticleTopic(name, among: [], file: display + "/" + page.source.contentPath))
            }
        }
    }
}
