import Foundation
import Markdown
import Testing

@Suite(.needsConformanceFiles)
struct GFMTests {
    @Test func examplesOfGitHubsExtensionsRenderAsGitHubRendersThem() throws {
        let examples = try ConformanceFiles.examples("gfm-extensions.txt").filter { !$0.html.hasPrefix("<IGNORE>") }
        let deviations = [
            Deviation("raw HTML: tags that are not allowed are left out, where GitHub passes most of them", [22])
        ]
        Deviation.expect(deviations, among: examples) { example in
            (html(example.markdown).withoutAnchors.asGitHubWritesIt, example.html)
        }
    }

    @Test func tablesOfMarkdownItRenderAlike() throws {
        let deviations = [
            Deviation(
                "what follows a table in a quote without '>' stays in the quote, as a paragraph's line does", [4]),
            Deviation("a table in a list item need not be indented", [6]),
            Deviation("'#' and a space begin a heading, as cmark-gfm has it", [15, 16]),
            Deviation("a backslash that is escaped does not escape a '|', as cmark-gfm has it", [27]),
            Deviation("the expected dash is typography, which is off here", [35]),
        ]
        Deviation.expect(deviations, among: try ConformanceFiles.fixtures("markdown-it-tables.txt")) { example in
            let expected = example.html
                .replacingOccurrences(
                    of: " style=\"text-align:(left|center|right)\"", with: " align=\"$1\"", options: .regularExpression)
            return (html(example.markdown).withoutAnchors.asGitHubWritesIt, expected)
        }
    }
}

extension String {
    /// With GitHub's attributes instead of the theme's.
    fileprivate var asGitHubWritesIt: String {
        var text = self
        let replacements = [
            ("<div class=\"table-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"Table\">\n<table>", "<table>"),
            ("</table>\n</div>", "</table>"),
            (" class=\"align-left\"", " align=\"left\""),
            (" class=\"align-center\"", " align=\"center\""),
            (" class=\"align-right\"", " align=\"right\""),
            ("<li class=\"task\">", "<li>"),
            ("<input type=\"checkbox\" disabled aria-label=\"To do\">", "<input type=\"checkbox\" disabled=\"\" />"),
            (
                "<input type=\"checkbox\" disabled checked aria-label=\"Done\">",
                "<input type=\"checkbox\" checked=\"\" disabled=\"\" />"
            ),
            ("<section class=\"footnotes\">\n<h2>Notes</h2>\n", "<section class=\"footnotes\">\n"),
            (" aria-label=\"Back to the text\"", ""),
            ("↩\u{FE0E}", "↩"),
            ("fn:", "fn"),
            ("fnref:", "fnref"),
        ]
        for (ours, theirs) in replacements { text = text.replacingOccurrences(of: ours, with: theirs) }
        return text
    }
}
