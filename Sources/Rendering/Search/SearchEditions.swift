internal import HelpCenter
internal import Markdown
internal import Search

/// The records of each locale: what can be found there, in the order of its categories.
struct SearchEditions {
    private let site: Site
    /// The number of each parsed page among the sources, and the name of its text; nil where search does not find it.
    private var entries: [(source: Int, text: String)?]

    /// - Parameters:
    ///   - site: The site.
    ///   - sources: The parsed pages that can be found.
    ///   - texts: The names of their files of passages.
    init(_ site: Site, sources: [Int], texts: [String]) {
        self.site = site
        entries = [(source: Int, text: String)?](repeating: nil, count: site.parsed.pages.count)
        for (number, source) in sources.enumerated() { entries[source] = (number, texts[number]) }
    }

    /// A locale's edition.
    func edition(_ locale: Int) -> SearchEdition {
        var records: [SearchRecord] = []
        add(site.pages[site.homes[locale]], breadcrumb: [], to: &records)
        return SearchEdition(locale: site.locale(locale).code, synonyms: locale, records: records)
    }
}

extension SearchEditions {
    /// Adds what lies in a category: its articles, and then the categories below it.
    private func add(_ category: Page, breadcrumb: [String], to records: inout [SearchRecord]) {
        if category.role == .category { append(category, breadcrumb: breadcrumb, to: &records) }
        let inner = category.role == .home ? breadcrumb : breadcrumb + [category.title]
        for article in category.articles { append(site.pages[article], breadcrumb: inner, to: &records) }
        for child in category.categories { add(site.pages[child], breadcrumb: inner, to: &records) }
    }

    /// Adds an article, and the questions of an FAQ.
    private func append(_ page: Page, breadcrumb: [String], to records: inout [SearchRecord]) {
        guard site.isFound(page), let index = page.source, let entry = entries[index] else { return }
        let parsed = site.parsed.pages[index]
        let path = String(page.permalink.encoded.dropFirst())
        let language = page.isFallback ? site.locale(page.contentLocale).code : nil
        let isFAQ = !parsed.document.questions.isEmpty
        let text = String(decoding: parsed.document.text.prefix(Self.enoughForSummary), as: UTF8.self)
        records.append(
            SearchRecord(
                source: entry.source, unit: 0, kind: isFAQ ? .faq : .guide, path: path, title: page.title,
                breadcrumb: breadcrumb, summary: MarkdownDocument.summary(of: page.description ?? text),
                text: PassageRange(file: entry.text, passages: nil), language: language))
        guard isFAQ else { return }
        let article = SearchableArticle(parsed)
        for (number, passages) in article.questionPassages.enumerated() {
            let question = parsed.document.questions[number]
            records.append(
                SearchRecord(
                    source: entry.source, unit: number + 1, kind: .question,
                    path: path + "#" + Permalink.encode(question.id), title: question.text,
                    breadcrumb: breadcrumb + [page.title], summary: article.summary(ofQuestion: number),
                    text: PassageRange(file: entry.text, passages: passages), language: language))
        }
    }

    /// Bytes of a text from which a summary of 200 characters can be made, in any script.
    private static let enoughForSummary = 1024
}
