import Foundation
import Markdown
import Testing

@Suite(.needsConformanceFiles)
struct HostileTextTests {
    @Test func markdownItsAttacksRenderAsHarmlessHTML() throws {
        let fixtures = try ConformanceFiles.fixtures("markdown-it-xss.txt")
        #expect(fixtures.count > 8)
        for fixture in fixtures { expectHarmless(fixture.markdown) }
    }

    @Test func scriptsInEveryDisguiseRenderAsHarmlessHTML() throws {
        let payloads = try ConformanceFiles.text("xss-payload-list.txt").split(separator: "\n").map(String.init)
        #expect(payloads.count > 1_000)
        for payload in payloads {
            expectHarmless(payload)
            expectHarmless("text " + payload)
            expectHarmless("[link](\(payload)) ![image](<\(payload)> \"\(payload)\")")
            expectHarmless("# \(payload)\n\n| \(payload) |\n|---|\n| \(payload) |\n\n```\(payload)\n```")
            expectHarmless("> [!NOTE] \(payload)\n\n:::details \(payload)\n:::\n\n[^a]\n\n[^a]: \(payload)")
        }
    }

    @Test func naughtyStringsRenderAsHarmlessHTML() throws {
        let data = Data(try ConformanceFiles.text("naughty-strings.json").utf8)
        let strings = try JSONDecoder().decode([String].self, from: data)
        #expect(strings.count > 400)
        for string in strings {
            // Loading reports control characters; they never reach the parser.
            let text = String(
                String.UnicodeScalarView(string.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }))
            expectHarmless(text)
            expectHarmless("# \(text)\n\n- [ ] \(text)\n\n|\(text)|\n|-|")
        }
    }

    private func expectHarmless(_ markdown: String) {
        let problems = HTMLCheck.problems(in: document(markdown).filledHTML)
        #expect(problems.isEmpty, "\(problems) in: \(markdown)")
    }
}
