// Block quotes that are callouts, and the boxes of task lists.

extension Renderer {
    /// Writes the beginning of a callout, when the quote's first line is `[!NOTE]` or the like.
    mutating func openCallout(_ quote: Node) -> Bool {
        guard let paragraph = quote.firstChild, paragraph.kind == .paragraph,
            let text = paragraph.firstChild, text.kind == .text, startsAsWritten(paragraph, with: "[!"),
            let end = CalloutKind.markerEnd(in: text.literal)
        else { return false }
        let literal = text.literal
        let name = String(utf8: literal[2..<end])
        guard let kind = CalloutKind(marker: name) else {
            report(.unknownCallout(name: name), at: place(of: text))
            return false
        }
        callouts.append(quote)
        writer.write("<aside class=\"callout callout-")
        writer.writeText(kind.rawValue)
        writer.write("\">\n")
        let title = literal.trimmed(end + 1..<literal.count)
        trim = (text, title.lowerBound..<literal.count)
        let hasTitle = !title.isEmpty || text.next.map { $0.kind != .softBreak && $0.kind != .lineBreak } ?? false
        calloutTitle = CalloutTitle(paragraph: paragraph, label: hasTitle ? nil : kind.label(in: options.labels))
        return true
    }

    mutating func openCalloutTitle(_ title: CalloutTitle) {
        writer.write("<p class=\"callout-title\">")
        if let label = title.label { writer.writeText(label) }
    }

    /// Ends the title of a callout where its line ends. Returns whether there was one.
    mutating func endCalloutTitle(at lineEnd: Node) -> Bool {
        guard let title = calloutTitle, lineEnd.parent == title.paragraph else { return false }
        calloutTitle = nil
        writer.write("</p>\n<p>")
        return true
    }
}

extension Renderer {
    /// The state of the task that an item is: `[ ]` or `[x]`, and a space, begin its first paragraph.
    mutating func taskState(of item: Node) -> Bool? {
        guard let paragraph = item.firstChild, paragraph.kind == .paragraph,
            let text = paragraph.firstChild, text.kind == .text
        else { return nil }
        let literal = text.literal
        guard literal.count > 3, literal[3].isWhitespace else { return nil }
        let isDone: Bool
        if literal.matches("[ ]", at: 0), startsAsWritten(paragraph, with: "[ ]") {
            isDone = false
        } else if literal.matches("[x]", at: 0), startsAsWritten(paragraph, with: "[x]") {
            isDone = true
        } else if literal.matches("[X]", at: 0), startsAsWritten(paragraph, with: "[X]") {
            isDone = true
        } else {
            return nil
        }
        trim = (text, 3..<literal.count)
        return isDone
    }

    mutating func writeTaskBox(_ isDone: Bool) {
        task = nil
        writer.write("<input type=\"checkbox\" disabled")
        if isDone { writer.write(" checked") }
        writer.write(" aria-label=\"")
        writer.writeText(isDone ? options.labels.taskDone : options.labels.taskOpen)
        writer.write("\">")
    }

    /// Whether the source of a paragraph begins with a text: without backslashes and entities.
    private func startsAsWritten(_ paragraph: Node, with text: StaticString) -> Bool {
        let start = part.text.line(paragraph.startLine).lowerBound + paragraph.startColumn - 1
        return part.text.bytes.matches(text, at: start)
    }
}

/// The first line of a callout.
struct CalloutTitle {
    let paragraph: Node
    /// The title that stands for a missing one.
    let label: String?
}

extension CalloutKind {
    /// Where the `]` of `[!NAME]` stands that a text begins with.
    fileprivate static func markerEnd(in text: Bytes) -> Int? {
        guard text.matches("[!", at: 0) else { return nil }
        var end = 2
        while end < text.count, text[end].isASCIILetter { end += 1 }
        return end > 2 && end < text.count && text[end] == UInt8(ascii: "]") ? end : nil
    }
}
