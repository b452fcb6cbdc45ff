import Foundation
import Markdown
import Testing

struct RandomTextTests {
    @Test func textWithoutExtensionsRendersAsCmarkRendersIt() {
        for seed in 0..<10_000 as Range<UInt64> {
            let markdown = RandomText.make(of: RandomText.commonMark, length: 40, seed: seed)
            let document = document(markdown)
            // Tests of their own: what is not CommonMark's.
            guard document.issues.allSatisfy({ $0.id == "missing-alt" || $0.id == "extra-title" }) else { continue }
            #expect(
                document.filledHTML.withoutHeadingLinks.withoutAnchors == cmark(markdown), "seed \(seed): \(markdown)")
        }
    }

    @Test(arguments: [false, true])
    func anyTextRendersAsWellFormedHTMLWithItsHolesInOrder(isFAQ: Bool) {
        for seed in 0..<10_000 as Range<UInt64> {
            let markdown = RandomText.make(of: RandomText.everything, length: 60, seed: seed)
            let document = document(markdown, options: MarkdownOptions(isFAQ: isFAQ))
            let problems = HTMLCheck.problems(in: document.filledHTML)
            #expect(problems.isEmpty, "seed \(seed): \(problems) in: \(markdown)")
            #expect(document.holes.map(\.offset) == document.holes.map(\.offset).sorted(), "seed \(seed)")
            #expect(Set(document.headings.map(\.id)).count == document.headings.count, "seed \(seed): \(markdown)")
            #expect(document.isComplete, "seed \(seed): \(markdown)")
            let lineCount = markdown.utf8.count + 1
            #expect(document.issues.allSatisfy { $0.line >= 1 && $0.line <= lineCount && $0.column >= 1 })
        }
    }

    @Test func randomBytesThatAreTextDoNotBreakAnything() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<1_000 {
            let bytes = (0..<200).map { _ in UInt8.random(in: 0x20...0xFF, using: &generator) }
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(HTMLCheck.problems(in: document(text).filledHTML).isEmpty, "\(text)")
        }
    }
}

extension MarkdownDocument {
    /// Whether every link, image and answer has its holes, in the order of the arrays.
    fileprivate var isComplete: Bool {
        var expected: [Content] = []
        let starts = holes.filter { if case .linkStart = $0.content { true } else { false } }.map(\.content)
        expected = links.indices.map { .linkStart($0) }
        guard starts == expected else { return false }
        let ends = holes.filter { if case .linkEnd = $0.content { true } else { false } }.map(\.content)
        expected = links.indices.map { .linkEnd($0) }
        guard ends == expected else { return false }
        let pictures = holes.filter { if case .media = $0.content { true } else { false } }.map(\.content)
        expected = media.indices.map { .media($0) }
        guard pictures == expected else { return false }
        let answers = holes.filter { if case .answerStart = $0.content { true } else { false } }.map(\.content)
        return answers == questions.indices.map { .answerStart($0) }
    }
}
