internal import HelpCenter
internal import Markdown
internal import Search

/// An article as search reads it, and the passages that are shown of it.
struct SearchableArticle {
    private let page: ParsedPage
    private let document: MarkdownDocument

    init(_ page: ParsedPage) {
        self.page = page
        document = page.document
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
        let questions = self.questions
        let body = text(0..<(questions.first.map { document.headings[$0.lowerBound].textStart } ?? document.text.count))
        let headings = document.headings[..<(questions.first?.lowerBound ?? document.headings.count)]
        let description = (page.frontMatter.description ?? "").utf8
        let article = SearchUnit(
            title: page.title, keywords: page.frontMatter.keywords + page.frontMatter.tags,
            headings: headings.map(\.text), body: [body, Array(description)[...]])
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
    /// The headings of each question, its own first.
    private var questions: [Range<Int>] {
        let starts = document.questions.compactMap { question in
            document.headings.firstIndex { $0.id == question.id }
        }
        return zip(starts, starts.dropFirst() + [document.headings.count]).map { $0..<$1 }
    }

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
