import CCMark
import Foundation
import Markdown
import Testing

@Suite(.needsConformanceFiles)
struct CommonMarkTests {
    @Test func examplesOfTheSpecificationRenderAsCmarkRendersThem() throws {
        let deviations: [Deviation] = [
            Deviation(
                "raw HTML: allowed tags pass, others are left out and their text stays",
                [21, 31] + Array(148...191) + [201, 308, 309, 344, 475, 476, 477, 491, 494, 524, 536]
                    + Array(613...617) + [623] + Array(627...631) + [642, 643]),
            Deviation(
                "an image with a title, alone in its paragraph, is a figure",
                [572, 573, 576, 577, 584, 585, 586, 588, 589, 591]),
            Deviation("a scheme that is not on the list, or may be one, makes no link", [500, 596, 598, 599, 601]),
            Deviation("bare addresses are links", [602, 608, 611, 612]),
        ]
        try expectCmark("commonmark-spec-0.31.2.txt", but: deviations)
    }

    @Test func cmarksRegressionExamplesRenderAsCmarkRendersThem() throws {
        let deviations = [
            Deviation("raw HTML: allowed tags pass, others are left out and their text stays", [3, 6, 8, 11, 14, 26])
        ]
        try expectCmark("cmark-regression.txt", but: deviations)
    }

    private func expectCmark(_ file: String, but deviations: [Deviation]) throws {
        let examples = try ConformanceFiles.examples(file)
        #expect(examples.count > 20)
        Deviation.expect(deviations, among: examples) { example in
            (html(example.markdown).withoutAnchors, cmark(example.markdown))
        }
    }
}

/// Examples that render otherwise than their source says, and why.
struct Deviation {
    let reason: String
    let numbers: [Int]

    init(_ reason: String, _ numbers: [Int]) {
        self.reason = reason
        self.numbers = numbers
    }

    /// Expects every example to render as it should, but for the listed ones, all of which must differ.
    static func expect(
        _ deviations: [Deviation], among examples: [Example], compare: (Example) -> (actual: String, expected: String)
    ) {
        let listed = Set(deviations.flatMap(\.numbers))
        for example in examples {
            let (actual, expected) = compare(example)
            if listed.contains(example.number) {
                #expect(actual != expected, "example \(example.number) no longer deviates: take it off the list")
            } else {
                #expect(actual == expected, "example \(example.number): \(example.markdown)")
            }
        }
    }
}

/// What libcmark itself makes of a text.
func cmark(_ markdown: String) -> String {
    guard let html = cmark_markdown_to_html(markdown, markdown.utf8.count, CMARK_OPT_DEFAULT) else { return "" }
    defer { free(html) }
    return String(cString: html)
}
