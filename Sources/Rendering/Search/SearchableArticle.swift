internal import HelpCenter
internal import Markdown
internal import Search

/// An article as search reads it, and the passages that are shown of it.
struct SearchableArticle {
    private let page: ParsedPage
    private let document: MarkdownDocument
    /// The headings of each question, its own first: those up to the next one of its level or above, as on the page.
    private let questions: [Range<Int>]

    init(_ page: ParsedPage) {
        self.page = page
        document = page.document
        var (questions, heading): ([Range<Int>], Int) = ([], 0)
        for question in page.document.questions {
            let headings = page.document.headings
            guard let first = headings[heading...].firstIndex(where: { $0.id == question.id }) else { continue }
            heading = headings[(first + 1)...].firstIndex { $0.level <= 2 } ?? headings.count
            questions.append(first..<heading)
        }
        self.questions = questions
    }

    /// Its text in sections.
    var passages: PassageFile {
        var passages: [PassageFile.Passage] = []
        let opening = text(0..<(document.headings.first?.textStart ?? document.text.count))
        if !opening.isEmpty { passages.append(PassageFile.Passage(anchor: "", heading: "", text: opening)) }
        for (number, heading) in document.headings.enumerated() {
            let range = heading.textStart..<end(ofHeading: number)
            passages.append(
                PassageFile.Passage(
                    anchor: Permalink.encode(heading.id), heading: heading.text, text: text(range)))
        }
        return PassageFile(passages)
    }

    /// What can be found of it: itself, and the questions of an FAQ.
    var source: SearchSource {
        var body: [ArraySlice<UInt8>] = []
        var headings: [String] = []
        // What belongs to no question belongs to the article.
        var start = 0
        var next = 0
        for question in questions + [document.headings.count..<document.headings.count] {
            let isLast = question.lowerBound == document.headings.count
            let end = isLast ? document.text.count : document.headings[question.lowerBound].textStart
            body.append(text(start..<max(start, end)))
            headings += document.headings[next..<question.lowerBound].map(\.text)
            next = question.upperBound
            start = next < document.headings.count ? document.headings[next].textStart : document.text.count
        }
        body.append(Array((page.frontMatter.description ?? "").utf8)[...])
        let article = SearchUnit(
            title: page.title, keywords: page.frontMatter.keywords + page.frontMatter.tags, headings: headings,
            body: body)
        return SearchSource(language: page.source.locale, units: [article] + questions.map(unit))
    }

    /// The passages of each question: the number of its own heading in the text, and of those below it.
    var questionPassages: [Range<Int>] {
        let opening = document.headings.first.map { text(0..<$0.textStart).isEmpty ? 0 : 1 } ?? 0
        return questions.map { $0.lowerBound + opening..<$0.upperBound + opening }
    }

    /// What a question's answer begins with, in at most 200 characters.
    func summary(ofQuestion number: Int) -> String {
        MarkdownDocument.summary(of: String(decoding: text(textRange(of: questions[number])), as: UTF8.self))
    }
}

extension SearchableArticle {
    private func unit(_ headings: Range<Int>) -> SearchUnit {
        let own = document.headings[headings]
        return SearchUnit(
            title: own[headings.lowerBound].text, headings: own.dropFirst().map(\.text),
            body: [text(textRange(of: headings))])
    }

    private func textRange(of headings: Range<Int>) -> Range<Int> {
        document.headings[headings.lowerBound].textStart..<end(ofHeading: headings.upperBound - 1)
    }

    private func end(ofHeading number: Int) -> Int {
        number + 1 < document.headings.count ? document.headings[number + 1].textStart : document.text.count
    }

    /// A part of the text without the line break at its end.
    private func text(_ range: Range<Int>) -> ArraySlice<UInt8> {
        var text = document.text[range]
        while text.last == UInt8(ascii: "\n") { text.removeLast() }
        return text
    }
}
