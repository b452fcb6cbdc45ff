/// The variables that a template may use: what a view offers, and what its parts offer.
///
/// It is written out, so that a misspelt variable is found before anything is rendered, even on a branch that no page
/// of the site takes. A test compares it with the views themselves.
struct TemplateSchema: Sendable {
    /// What a variable holds.
    indirect enum Field: Sendable {
        /// A text, or a fragment of HTML.
        case text
        /// True or false.
        case flag
        /// A part with variables of its own.
        case part(TemplateSchema)
        /// A list of parts with variables of their own.
        case list(TemplateSchema)
    }

    /// The variables by name.
    let fields: [String: Field]
    /// Whether it is that of a list's parts.
    var isElement = false

    init(_ fields: [String: Field]) {
        self.fields = fields
    }

    /// A schema of texts.
    init(texts: String...) {
        fields = Dictionary(uniqueKeysWithValues: texts.map { ($0, .text) })
    }

    /// This schema with more variables.
    func with(_ more: [String: Field]) -> TemplateSchema {
        TemplateSchema(fields.merging(more) { _, new in new })
    }
}

extension TemplateSchema {
    /// What each template that Guidepost renders is given, by the template's name.
    static func all(texts: [String]) -> [String: TemplateSchema] {
        let interface = TemplateSchema(Dictionary(uniqueKeysWithValues: texts.map { ($0, Field.text) }))
        let base = TemplateSchema([
            "lang": .text, "dir": .text, "root": .text, "t": .part(interface),
            "site": .part(TemplateSchema(texts: "title", "home")),
            "search": .part(TemplateSchema(texts: "url", "base", "counts")),
            "contact": .part(
                TemplateSchema(texts: "contactURL", "verifyURL").with([
                    "urgent": .list(TemplateSchema(texts: "title", "url", "articleTitle", "articleURL"))
                ])),
        ])
        let page = base.with([
            "title": .text, "metaTitle": .text, "description": .text, "lead": .text, "canonical": .text,
            "noindex": .flag,
            "ogType": .text, "ogImage": .text, "csp": .text, "alternates": .text, "jsonLD": .text, "header": .text,
            "footer": .text, "languageMenu": .text,
        ])
        let article = page.with([
            "breadcrumbs": .list(link), "contentLang": .text, "contentDir": .text, "body": .text,
            "updated": .part(TemplateSchema(texts: "iso", "text")), "readingTime": .text, "image": .part(image),
            "fallback": .part(TemplateSchema(texts: "title", "notice", "url", "originalLang")),
            "related": .list(entry), "hasRelated": .flag,
            "pager": .part(TemplateSchema(["previous": .part(link), "next": .part(link)])), "markdownURL": .text,
            "isDraft": .flag, "supportURL": .text,
        ])
        let languages = TemplateSchema(texts: "lang", "name", "url", "dir")
        return [
            "home": page.with([
                "body": .text, "hasBody": .flag, "contentLang": .text, "contentDir": .text, "categories": .list(card),
                "articles": .list(entry), "featured": .list(entry),
            ]),
            "category": page.with([
                "breadcrumbs": .list(link), "icon": .text, "body": .text, "hasBody": .flag, "contentLang": .text,
                "contentDir": .text, "groups": .list(card), "guides": .list(entry), "isEmpty": .flag,
                "faqs": .list(entry.with(["questions": .list(textLink)])), "others": .list(link),
            ]),
            "article": article.with(["toc": .text]),
            "faq": article.with(["questions": .list(textLink)]),
            "contact": page.with([
                "breadcrumbs": .list(link), "urgent": .list(urgent), "topics": .list(topic), "channels": .list(channel),
                "hasForm": .flag, "data": .text,
            ]),
            "verify": page.with([
                "breadcrumbs": .list(link),
                "groups": .list(
                    TemplateSchema([
                        "title": .text, "items": .list(TemplateSchema(texts: "label", "url", "note", "index")),
                    ])), "elsewhere": .text, "copyText": .text, "data": .text, "reportURL": .text,
            ]),
            "search": page.with([
                "breadcrumbs": .list(link), "categories": .list(card), "isListed": .flag,
                "groups": .list(TemplateSchema(texts: "title", "url", "countText").with(["articles": .list(entry)])),
                "others": .list(TemplateSchema(texts: "lang", "dir", "title")),
            ]),
            "not-found": page.with(["categories": .list(card)]),
            "languages": page.with(["items": .list(languages)]),
            "redirect": page.with(["target": .text, "targetTitle": .text]),
            "header": base.with(["logo": .part(image), "navigation": .list(link)]),
            "footer": base.with([
                "footerNavigation": .list(link), "copyright": .text, "poweredBy": .text,
            ]),
            "language-menu": TemplateSchema(["items": .list(languages)]),
            "alternates": TemplateSchema(["items": .list(TemplateSchema(texts: "hreflang", "url"))]),
            "toc": TemplateSchema([
                "t": .part(interface),
                "items": .list(
                    TemplateSchema(texts: "text", "url", "level").with([
                        "items": .list(TemplateSchema(texts: "text", "url", "level"))
                    ])),
            ]),
        ]
    }

    private static let link = TemplateSchema(texts: "title", "url")
    private static let urgent = TemplateSchema(
        texts: "title", "text", "articleTitle", "articleURL", "anchor", "description")
    private static let topic = TemplateSchema(texts: "id", "anchor", "title", "description", "urgency").with([
        "isUrgent": .flag, "first": .part(TemplateSchema(texts: "text", "articleTitle", "articleURL")),
        "articles": .list(TemplateSchema(texts: "title", "url", "contentLang", "fallbackLabel")),
        "fields": .list(
            TemplateSchema(texts: "id", "label", "help").with([
                "isOptional": .flag, "isPrivate": .flag, "options": .list(TemplateSchema(texts: "text")),
            ])),
        "channels": .list(
            TemplateSchema(texts: "id", "name", "url").with([
                "reasons": .list(TemplateSchema(texts: "text")), "isFirst": .flag,
            ])),
    ])
    private static let channel = TemplateSchema(
        texts: "id", "anchor", "icon", "name", "kindLabel", "description", "hoursText", "zoneText", "holidaysText",
        "repliesText", "confirmedText", "actionURL", "actionText", "address", "formURL", "place"
    ).with([
        "isPublic": .flag, "isExternal": .flag, "isForm": .flag,
        "languages": .list(TemplateSchema(texts: "name", "lang")),
        "hours": .list(TemplateSchema(texts: "days", "times")),
    ])
    private static let textLink = TemplateSchema(texts: "text", "url")
    private static let image = TemplateSchema(texts: "url", "width", "height", "alt")
    private static let entry = TemplateSchema(texts: "title", "description", "url", "fallbackLabel", "contentLang")
        .with(["isFAQ": .flag])
    private static let card = TemplateSchema(
        texts: "title", "description", "url", "icon", "countText", "allURL", "allText", "fallbackLabel", "contentLang"
    ).with(["articles": .list(entry)])
}
