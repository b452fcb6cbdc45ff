// Paragraphs, lists, quotes and code.

extension Renderer {
    mutating func openParagraph(_ node: Node) -> Bool {
        if renderTable(in: node) { return false }
        beginLeaf(node)
        if let image = node.loneImage, writeBlockMedia(image) { return false }
        if summary.isEmpty, isOrdinary(node) {
            summary = Summary.cut(plainText(of: node))
        }
        if let title = calloutTitle, title.paragraph == node {
            openCalloutTitle(title)
        } else if !isTight(node) {
            writer.startLine()
            writer.write("<p>")
        }
        if let isDone = task { writeTaskBox(isDone) }
        return true
    }

    mutating func closeParagraph(_ node: Node) {
        calloutTitle = nil
        leaf = nil
        guard !isTight(node) else { return }
        // Nothing but HTML that was left out: no empty paragraph remains.
        if !inlineHTML.isEmpty, writer.bytes.hasSuffix("<p>"), holes.last?.offset != writer.count {
            writer.truncate(to: writer.count - 3)
        } else {
            writer.write("</p>\n")
        }
    }

    /// Starts the inlines of a block.
    mutating func beginLeaf(_ node: Node) {
        leaf = node
        text.endBlock()
        pairTildes(in: node)
    }

    /// Whether a paragraph stands without `<p>`.
    func isTight(_ paragraph: Node) -> Bool {
        guard let parent = paragraph.parent, openDetails.last != parent else { return false }
        return parent == part.root ? part.isTight : parent.isTightItem
    }

    /// Whether a paragraph is part of the running text, from which a summary can be made.
    private func isOrdinary(_ paragraph: Node) -> Bool {
        partDepth == 0 && paragraph.parent == part.root && openDetails.isEmpty && openTags == 0
    }

    mutating func openList(_ node: Node) {
        writer.startLine()
        switch node.listStart {
        case nil: writer.write("<ul>\n")
        case 1: writer.write("<ol>\n")
        case let start?:
            writer.write("<ol start=\"")
            writer.write(start)
            writer.write("\">\n")
        }
    }

    mutating func openItem(_ node: Node) {
        writer.startLine()
        task = taskState(of: node)
        writer.write(task == nil ? "<li>" : "<li class=\"task\">")
    }

    mutating func openBlockQuote(_ node: Node) {
        writer.startLine()
        if !openCallout(node) { writer.write("<blockquote>\n") }
        quoteDepth += 1
    }

    mutating func closeBlockQuote(_ node: Node) {
        quoteDepth -= 1
        writer.startLine()
        if callouts.last == node {
            callouts.removeLast()
            writer.write("</aside>\n")
        } else {
            writer.write("</blockquote>\n")
        }
    }

    mutating func writeCodeBlock(_ node: Node) {
        guard node.startLine >= part.firstLine else { return }
        writer.startLine()
        let language = node.fenceInfo.prefix { !$0.isWhitespace }
        if language.isEmpty {
            writer.write("<pre><code>")
        } else {
            writer.write("<pre><code class=\"language-")
            writer.writeText(Bytes(rebasing: language))
            writer.write("\">")
        }
        let code = node.literal
        text.endBlock()
        text.add(code)
        if part.markers.isEmpty {
            writer.writeText(code)
        } else {
            let restored = part.markers.restored(node, in: part.text)
            restored.withUnsafeBufferPointer { writer.writeText($0) }
        }
        writer.write("</code></pre>\n")
    }
}

extension Node {
    /// The image that is all a paragraph holds.
    fileprivate var loneImage: Node? {
        guard let child = firstChild, child.kind == .image, child.next == nil else { return nil }
        return child
    }
}

extension [UInt8] {
    fileprivate func hasSuffix(_ text: StaticString) -> Bool {
        matches(text, at: count - text.utf8CodeUnitCount)
    }
}
