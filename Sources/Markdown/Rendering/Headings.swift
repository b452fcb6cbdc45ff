// Headings with their anchors, and the questions of an FAQ.

extension Renderer {
    mutating func openHeading(_ node: Node) -> Bool {
        if renderTable(in: node) { return false }
        beginLeaf(node)
        headingStart = text.bytes.count
        let anchor = explicitAnchor(of: node)
        let text = headingText(of: node, anchor: anchor)
        if isPageTitle(node, text: text) {
            leaf = nil
            return false
        }
        let line = place(of: node).line
        let id = self.id(for: node, anchor: anchor, text: text)
        openQuestion(node, Question(text: text, id: id, line: line))
        headings.append(
            MarkdownDocument.Heading(
                level: node.headingLevel, id: id, text: text, line: line, textStart: headingStart))
        writer.startLine()
        writer.write("<h")
        writer.write(node.headingLevel)
        writer.write(" id=\"")
        writer.writeText(id)
        writer.write("\">")
        return true
    }

    mutating func closeHeading(_ node: Node) {
        leaf = nil
        trim = nil
        text.drop(from: headingStart)
        writer.write("<a class=\"heading-link\" href=\"#")
        var id = headings.last?.id ?? ""
        id.withUTF8 { writer.writeAddress($0) }
        writer.write("\" aria-label=\"")
        writer.writeText(options.labels.linkToSection)
        writer.write("\"></a></h")
        writer.write(node.headingLevel)
        writer.write(">\n")
        if isAnswerOpen, isTopLevel(node), node.headingLevel == 2 {
            writer.write("<div class=\"answer\">\n")
            addHole(.answerStart(questions.count - 1))
        }
    }

    /// Ends the section of the last question.
    mutating func closeQuestion() {
        guard isAnswerOpen else { return }
        isAnswerOpen = false
        addHole(.answerEnd(questions.count - 1))
        writer.write("</div>\n</section>\n")
    }

    mutating func addHole(_ content: MarkdownDocument.Content) {
        holes.append(MarkdownDocument.Hole(offset: writer.count, content: content))
    }
}

extension Renderer {
    private typealias Question = MarkdownDocument.Question

    private func isTopLevel(_ node: Node) -> Bool {
        partDepth == 0 && node.parent == part.root && openDetails.isEmpty && openTags == 0
    }

    private mutating func openQuestion(_ node: Node, _ question: Question) {
        guard options.isFAQ, isTopLevel(node), node.headingLevel <= 2 else { return }
        closeQuestion()
        guard node.headingLevel == 2 else { return }
        writer.startLine()
        writer.write("<section class=\"question\">\n")
        questions.append(question)
        isAnswerOpen = true
    }

    /// Whether the heading repeats the page's title. Any other one of level 1 is reported.
    private mutating func isPageTitle(_ node: Node, text: String) -> Bool {
        guard node.headingLevel == 1 else { return false }
        let isFirst = !hasTitleHeading
        hasTitleHeading = true
        if isFirst, let title = options.title, title.trimmingSpaces() == text { return true }
        report(.extraTitle(text: text), at: place(of: node))
        return false
    }

    /// The anchor at the end of a heading, `{#id}`, and where it begins in the last text.
    private mutating func explicitAnchor(of heading: Node) -> ExplicitAnchor? {
        guard features.hasAnchors, let anchor = ExplicitAnchor(of: heading) else { return nil }
        return isEscaped(anchor.node, anchor.start) ? nil : anchor
    }

    private mutating func headingText(of node: Node, anchor: ExplicitAnchor?) -> String {
        let text = plainText(of: node)
        guard let anchor else { return text }
        let literal = anchor.node.literal
        trim = (anchor.node, literal.trimmedEnd(0..<anchor.start))
        let end = text.utf8.index(
            text.utf8.endIndex, offsetBy: -(literal.trimmed(0..<literal.count).upperBound - anchor.start))
        return String(text[..<end]).trimmingSpaces()
    }

    private mutating func id(for node: Node, anchor: ExplicitAnchor?, text: String) -> String {
        guard let anchor else { return anchors.makeUnique(for: text) }
        if let fault = Anchors.fault(in: anchor.id) {
            report(.invalidAnchor(id: anchor.id, reason: fault), at: place(of: node))
            return anchors.makeUnique(for: text)
        }
        let line = place(of: node).line
        guard let earlier = anchors.use(explicit: anchor.id, line: line) else { return anchor.id }
        report(.duplicateAnchor(id: anchor.id, firstLine: earlier), at: place(of: node))
        return anchors.makeUnique(for: anchor.id)
    }
}

/// `{#id}` at the end of a heading.
struct ExplicitAnchor {
    let id: String
    /// The text that ends with it.
    let node: Node
    /// Where `{` stands in the literal.
    let start: Int

    init?(of heading: Node) {
        guard let last = heading.lastChild, last.kind == .text else { return nil }
        let text = last.literal
        let end = text.trimmed(0..<text.count).upperBound
        guard end > 2, text[end - 1] == UInt8(ascii: "}") else { return nil }
        guard let open = text[..<(end - 1)].lastIndex(of: UInt8(ascii: "{")), text.matches("{#", at: open),
            !text[open..<(end - 1)].contains(UInt8(ascii: "}"))
        else { return nil }
        node = last
        start = open
        id = String(utf8: text[open + 2..<end - 1])
    }
}

extension Bytes {
    fileprivate func trimmedEnd(_ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound, self[end - 1].isWhitespace { end -= 1 }
        return range.lowerBound..<end
    }
}
