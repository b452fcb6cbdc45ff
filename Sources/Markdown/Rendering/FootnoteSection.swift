// References to footnotes, and the section of their texts at the end.

/// The footnotes of a body, numbered in the order in which the text refers to them.
struct FootnoteNumbers {
    let footnotes: Footnotes
    /// Indices of the definitions, in the order of their numbers.
    private(set) var order: [Int] = []
    /// How often the text refers to each definition.
    private(set) var referenceCounts: [Int: Int] = [:]
    private var numbers: [Int: Int] = [:]

    init(_ footnotes: Footnotes = Footnotes()) {
        self.footnotes = footnotes
    }

    var isEmpty: Bool { footnotes.isEmpty }

    func index(of label: some Collection<UInt8>) -> Int? { footnotes.index(of: label) }

    /// Counts a reference. Returns the footnote's number, and which of its references this is.
    mutating func refer(to index: Int) -> (number: Int, reference: Int) {
        let reference = referenceCounts[index, default: 0] + 1
        referenceCounts[index] = reference
        if let number = numbers[index] { return (number, reference) }
        order.append(index)
        numbers[index] = order.count
        return (order.count, reference)
    }
}

extension Renderer {
    /// The anchor of the section. Those of the notes and references hold a `:`, which no heading's anchor does.
    static let footnotesAnchor = "footnotes"

    mutating func writeReference(to index: Int) {
        let (number, reference) = footnotes.refer(to: index)
        writer.write("<sup class=\"footnote-ref\"><a href=\"#fn:")
        writer.write(number)
        writer.write("\" id=\"")
        writeReferenceAnchor(number, reference)
        writer.write("\">")
        writer.write(number)
        writer.write("</a></sup>")
    }

    /// Writes the notes that the text refers to, and reports the others.
    mutating func writeFootnotes() {
        reportFootnotes()
        guard !footnotes.order.isEmpty else { return }
        writer.startLine()
        writer.write("<section class=\"footnotes\">\n<h2 id=\"footnotes\">")
        writer.writeText(options.labels.footnotes)
        writer.write("</h2>\n<ol>\n")
        var number = 1
        // A note may refer to other notes, which are then added at the end.
        while number <= footnotes.order.count {
            writeFootnote(number)
            number += 1
        }
        writer.write("</ol>\n</section>\n")
    }
}

extension Renderer {
    private mutating func writeFootnote(_ number: Int) {
        let index = footnotes.order[number - 1]
        let definition = footnotes.footnotes.definitions[index]
        writer.write("<li id=\"fn:")
        writer.write(number)
        writer.write("\">\n")
        renderPart(lines(of: definition))
        let paragraphEnd: StaticString = "</p>\n"
        let endsWithParagraph = writer.bytes.matches(paragraphEnd, at: writer.count - 5)
        if endsWithParagraph {
            writer.truncate(to: writer.count - 5)
            writer.write(" ")
        }
        writeBackReferences(number, count: footnotes.referenceCounts[index] ?? 0)
        writer.write(endsWithParagraph ? "</p>\n" : "\n")
        writer.write("</li>\n")
    }

    private mutating func lines(of definition: Footnotes.Definition) -> PartText {
        var part = PartText()
        let text = definition.text
        definitions().add(for: text.bytes, to: &part, line: definition.line)
        part.beginContent()
        for number in 1...max(1, text.lineCount) {
            let place = text.bodyPlace(line: number, byte: 0)
            part.addLine(text.bytes[text.line(number)], from: .init(line: place.line, offset: place.byte))
        }
        return part
    }

    private mutating func writeBackReferences(_ number: Int, count: Int) {
        for reference in 1...max(1, count) {
            if reference > 1 { writer.write(" ") }
            writer.write("<a href=\"#")
            writeReferenceAnchor(number, reference)
            writer.write("\" class=\"footnote-backref\" aria-label=\"")
            writer.writeText(options.labels.backToReference)
            if count > 1 {
                writer.write(" ")
                writer.write(reference)
            }
            // The variation selector asks for text, where some systems would show an emoji.
            writer.write("\">↩\u{FE0E}")
            if reference > 1 {
                writer.write("<sup>")
                writer.write(reference)
                writer.write("</sup>")
            }
            writer.write("</a>")
        }
    }

    private mutating func writeReferenceAnchor(_ number: Int, _ reference: Int) {
        writer.write("fnref:")
        writer.write(number)
        if reference > 1 {
            writer.write(":")
            writer.write(reference)
        }
    }

    private mutating func reportFootnotes() {
        for (definition, firstLine) in footnotes.footnotes.duplicates {
            let kind = MarkdownIssue.Kind.duplicateFootnote(
                label: definition.label, firstLine: firstLine + options.firstLine - 1)
            report(kind, at: place(bodyLine: definition.line))
        }
        // A note that only an unused note refers to is unused as well.
        for (index, definition) in footnotes.footnotes.definitions.enumerated()
        where footnotes.referenceCounts[index] == nil {
            report(.unusedFootnote(label: definition.label), at: place(bodyLine: definition.line))
        }
    }

    private func place(bodyLine line: Int) -> Place { (line + options.firstLine - 1, 1) }
}
