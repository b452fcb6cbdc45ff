internal import Search

/// A response for people: the answer first, then the results by their number.
struct SearchText {
    /// The columns before a result's lines.
    private static let margin = 4

    private let response: SearchResponse
    private let terminal: Terminal

    /// A response, and the terminal whose colours mark what matches.
    init(_ response: SearchResponse, terminal: Terminal) {
        self.response = response
        self.terminal = terminal
    }

    /// The response, without a line break at its end.
    var text: String {
        var blocks: [String] = []
        if let answer = response.answer { blocks.append(block(answer)) }
        blocks += response.results.enumerated().map { block($1, number: $0 + 1) }
        return (blocks + [conclusion]).filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
}

extension SearchText {
    private func block(_ answer: SearchAnswer) -> String {
        let names = answer.heading.isEmpty || answer.heading == answer.title ? [] : [answer.heading]
        return lines([
            terminal.printed("Answer: ", .cyan) + terminal.printed(Terminal.harmless(answer.title), .bold),
            path(answer.breadcrumb + names), marked(answer.text), link(answer.url, answer.language),
        ])
    }

    private func block(_ result: SearchResult, number: Int) -> String {
        let label = String(number)
        let padding = String(repeating: " ", count: max(1, Self.margin - label.count - 1))
        return lines([
            label + "." + padding + marked(result.title), path(result.breadcrumb), marked(result.excerpt),
            link(result.url, result.language),
        ])
    }

    /// The first line as it is, the others behind the margin; empty ones are left out.
    private func lines(_ lines: [String]) -> String {
        lines.filter { !$0.isEmpty }.joined(separator: "\n" + String(repeating: " ", count: Self.margin))
    }

    private func path(_ names: [String]) -> String { Terminal.harmless(names.joined(separator: " › ")) }

    private func link(_ url: String, _ language: String?) -> String {
        terminal.printed(Terminal.harmless(url), .cyan) + (language.map { " (in \($0))" } ?? "")
    }

    /// A text with what matches in bold.
    private func marked(_ text: MarkedText) -> String {
        let units = Array(text.text.utf16)
        func part(_ range: Range<Int>) -> String { Terminal.harmless(String(decoding: units[range], as: UTF16.self)) }
        var result = ""
        var place = 0
        for range in text.ranges {
            result += part(place..<range.lowerBound) + terminal.printed(part(range), .bold)
            place = range.upperBound
        }
        return result + part(place..<units.count)
    }

    /// What is to be said about the results as a whole; nothing when the first one is good.
    private var conclusion: String {
        var sentences: [String] = []
        if response.results.isEmpty {
            sentences.append("Nothing found.")
        } else if !response.isGood {
            sentences.append("No result matches well; readers are offered other ways to get help.")
        }
        if !response.unknown.isEmpty {
            let words = response.unknown.map { "'\(Terminal.harmless($0))'" }.joined(separator: ", ")
            sentences.append("Not found in any form: \(words).")
        }
        return sentences.joined(separator: " ")
    }
}
