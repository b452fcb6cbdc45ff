import Dispatch
import Foundation
import Markdown
import Synchronization
import Testing

/// Texts that look small and cost much if anything recurses with their depth, or looks at everything again and again.
struct ExtremeShapeTests {
    @Test(.timeLimit(.minutes(1)), arguments: shapes)
    func shapeRendersInABreathOnASmallStack(shape: Shape) {
        let start = ContinuousClock.now
        let size = onSmallStack { document(shape.text).html.count }
        // Unoptimised code on a busy machine takes a second or two; quadratic work would take minutes.
        #expect(ContinuousClock.now - start < .seconds(20))
        #expect(size < 20_000_000)
    }

    /// Runs work in a thread with the stack of `ulimit -s 512`.
    private func onSmallStack(_ work: @escaping @Sendable () -> Int) -> Int {
        let result = Mutex(0)
        let done = DispatchSemaphore(value: 0)
        let thread = Thread {
            let count = work()
            result.withLock { $0 = count }
            done.signal()
        }
        thread.stackSize = 512 * 1024
        thread.start()
        done.wait()
        return result.withLock { $0 }
    }

    struct Shape: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String

        init(_ piece: String, _ count: Int, after start: String = "", before end: String = "") {
            name = "\(count) × \(piece)"
            text = start + String(repeating: piece, count: count) + end
        }

        init(_ name: String, text: String) {
            self.name = name
            self.text = text
        }

        var testDescription: String { name }
    }

    private static let shapes: [Shape] = [
        Shape(">", 50_000), Shape("[", 50_000), Shape("*", 50_000, after: "a"), Shape("<!--", 50_000, after: "a "),
        Shape("<!--", 50_000), Shape("**a *b_ ", 10_000), Shape("- ", 50_000, before: "x"),
        Shape("> ", 5_000, before: "[!NOTE]"),
        Shape("3,000 nested lists", text: (0..<3_000).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()),
        Shape("~a~ ", 10_000), Shape("\\~ ~a~ ", 10_000), Shape("~~a~ ", 10_000), Shape("&~", 20_000, before: "&amp;"),
        Shape("http://a.b ", 10_000), Shape("http://", 10_000), Shape("www._", 20_000), Shape("a@", 20_000),
        Shape("http\\://a.b ", 10_000), Shape(")", 20_000, after: "http://a.b/"), Shape("[a](b.md) ", 10_000),
        Shape("[a](x:b) ", 10_000), Shape("|*a*|[b](c)|\n", 5_000, after: "|a|b|\n|-|-|\n"),
        Shape("|a|b|\n|-|-|\n|*c*|[d]|\n\n", 2_000, before: "[d]: x.md\n"), Shape("|-|\n|-|-|\n", 10_000),
        Shape("|a|\n|-|\n2. ", 1_000),
        Shape(
            "wide table of short rows",
            text: String(repeating: "|a", count: 2_000) + "\n" + String(repeating: "|-", count: 2_000) + "\n"
                + String(repeating: "a\n", count: 5_000)),
        Shape(
            "5,000 notes that refer to each other",
            text: (0..<5_000).map { "[^\($0)]: b[^\($0 + 1)]\n\n" }.joined() + "a[^0]"),
        Shape("[^a]", 10_000, before: "\n\n[^a]: b"), Shape("[^", 20_000, before: "]:"),
        Shape(":::details a\n\n", 10_000),
        Shape(":::\n", 10_000), Shape("<b>", 10_000, after: "a "), Shape("<b></i>", 10_000, after: "a "),
        Shape("<a \"", 20_000, after: "<div>"), Shape("<script>", 10_000, after: "a "), Shape("# a\n", 5_000),
        Shape("# a {#a}\n", 5_000), Shape("{#", 20_000, after: "# ", before: "}"), Shape("a\n", 50_000),
        Shape("different tags", text: "a " + (0..<10_000).map { "<x\($0)>" }.joined()),
    ]
}
