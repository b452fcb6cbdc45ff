// HTML that authors write: allowed tags pass, everything else is left out and reported; text is escaped.

extension Renderer {
    mutating func writeHTMLBlock(_ node: Node) {
        guard node.startLine >= part.firstLine else { return }
        if let marker = part.markers[node.startLine] {
            writeMarker(marker.kind, node)
            return
        }
        writer.startLine()
        let html = part.markers.restored(node, in: part.text)
        let start = writer.count
        var block = BlockHTML()
        var blockText = HTMLBlockText()
        for (number, token) in HTMLTokenizer.shownTokens(of: html).enumerated() {
            switch token.kind {
            case .text:
                let text = html[token.range]
                block.hasText = block.hasText || !text.allSatisfy(\.isWhitespace)
                blockText.add(text)
                writer.writeHTMLText(text)
            case .comment: break
            case .declaration: reportDeclaration(node, token, html)
            case .tag(let name, let isClosing, let hasAttributes):
                let tag = Tag(name: name, isClosing: isClosing, hasAttributes: hasAttributes)
                blockText.divide(at: name)
                writeTag(tag, number: number, token: token, of: node, html: html, in: &block)
            }
        }
        text.endBlock()
        for line in blockText.lines(arena) {
            line.withUnsafeBufferPointer { text.add($0) }
            text.endBlock()
        }
        finishHTMLBlock(block, from: start)
    }

    mutating func writeInlineHTML(_ node: Node) {
        if let parent = node.parent { inlineHTML.survey(parent) }
        let html = Array(node.literal)
        guard let token = HTMLTokenizer.tokens(of: html).first else { return }
        switch token.kind {
        case .text, .comment: break
        case .declaration: reportDeclaration(node, token, html)
        case .tag(let name, let isClosing, let hasAttributes):
            if AllowedTags.divides(name) { text.endWord() }
            switch AllowedTags.rule(for: name) {
            case .inline, .void:
                if inlineHTML.unmatched.contains(node) || (isClosing && AllowedTags.isVoid(name)) {
                    reportHTML(isClosing ? .unopened(name) : .unclosed(name), node, token, html)
                    return
                }
                if hasAttributes { reportHTML(.attributes(name), node, token, html) }
                writer.writeTag(name, isClosing: isClosing)
            case .block, .none: reportTag(name, isClosing: isClosing, node, token, html)
            case .lost:
                reportTag(name, isClosing: isClosing, node, token, html)
                skippedUntil = inlineHTML.ends[node]
            }
        }
    }
}

extension Renderer {
    private struct Tag {
        let name: String
        let isClosing: Bool
        let hasAttributes: Bool
    }

    /// What is known of the block of HTML that is being written.
    private struct BlockHTML {
        var hasText = false
        var hasBlockTags = false
        /// Tags that were opened and not yet closed in it.
        var openTags = 0
        /// Whether a tag that was opened before it is closed in it.
        var closesOthers = false
        mutating func count(isClosing: Bool) {
            openTags += isClosing ? -1 : 1
            closesOthers = closesOthers || openTags < 0
        }
    }

    private mutating func writeTag(
        _ tag: Tag, number: Int, token: HTMLTokenizer.Token, of node: Node, html: [UInt8], in block: inout BlockHTML
    ) {
        let rule = AllowedTags.rule(for: tag.name)
        switch rule {
        case .inline, .void, .block:
            let place = BlockSurvey.TagPlace(block: node, token: number)
            if part.survey.unmatched.contains(place) || (tag.isClosing && AllowedTags.isVoid(tag.name)) {
                reportHTML(tag.isClosing ? .unopened(tag.name) : .unclosed(tag.name), node, token, html)
                return
            }
            if tag.hasAttributes { reportHTML(.attributes(tag.name), node, token, html) }
            if rule == .block { block.hasBlockTags = true }
            if !AllowedTags.isVoid(tag.name) { block.count(isClosing: tag.isClosing) }
            writer.writeTag(tag.name, isClosing: tag.isClosing)
        case .none, .lost:
            reportTag(tag.name, isClosing: tag.isClosing, node, token, html)
        }
    }

    /// Wraps text that would stand bare between blocks in a paragraph; leaves no empty line.
    private mutating func finishHTMLBlock(_ block: BlockHTML, from start: Int) {
        openTags += block.openTags
        if block.hasText, !block.hasBlockTags, block.openTags == 0, !block.closesOthers {
            let content = Array(writer.bytes[writer.bytes.trimmed(start..<writer.count)])
            writer.truncate(to: start)
            writer.write("<p>")
            writer.writeRaw(content)
            writer.write("</p>\n")
        } else if writer.bytes[start...].allSatisfy(\.isWhitespace) {
            writer.truncate(to: start)
        } else {
            writer.startLine()
        }
    }

    private mutating func reportTag(
        _ name: String, isClosing: Bool, _ node: Node, _ token: HTMLTokenizer.Token, _ html: [UInt8]
    ) {
        // The closing tag of an opening one that was reported says nothing new.
        if isClosing, reportedHTML.tags.contains(name) { return }
        reportedHTML.tags.insert(name)
        reportHTML(.tag(name), node, token, html)
    }

    private mutating func reportDeclaration(_ node: Node, _ token: HTMLTokenizer.Token, _ html: [UInt8]) {
        reportHTML(
            .declaration(String(utf8: html[token.range].prefix { !$0.isWhitespace && $0 != UInt8(ascii: ">") })), node,
            token, html)
    }

    /// Reports a fault once for each block of text.
    private mutating func reportHTML(
        _ fault: MarkdownIssue.HTMLFault, _ node: Node, _ token: HTMLTokenizer.Token, _ html: [UInt8]
    ) {
        guard reportedHTML.add(fault, in: leaf ?? node) else { return }
        guard node.kind == .htmlBlock else {
            report(.rawHTML(fault), at: place(of: node))
            return
        }
        let before = html[..<token.range.lowerBound]
        let line = node.startLine + before.count { $0 == .newline }
        let lineStart = before.lastIndex(of: .newline).map { $0 + 1 } ?? 0
        let lineEnd = html[lineStart...].firstIndex(of: .newline) ?? html.count
        // A line of the literal is the end of its line in the source: the markers of containers precede it.
        let containers = part.text.line(line).count - (lineEnd - lineStart)
        report(.rawHTML(fault), at: place(line: line, byte: token.range.lowerBound - lineStart + max(0, containers)))
    }
}

extension HTMLWriter {
    /// Writes an allowed tag, without attributes.
    fileprivate mutating func writeTag(_ name: String, isClosing: Bool) {
        write(isClosing ? "</" : "<")
        writeText(name)
        write(">")
    }

    /// Writes the text of raw HTML: its character references stay, everything else is escaped.
    fileprivate mutating func writeHTMLText(_ text: ArraySlice<UInt8>) {
        var start = text.startIndex
        var offset = start
        while let sign = text[offset...].firstIndex(of: UInt8(ascii: "&")) {
            offset = sign + 1
            let name = text[offset...].prefix(33).prefix { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "#") }
            guard !name.isEmpty, name.endIndex < text.endIndex, text[name.endIndex] == UInt8(ascii: ";") else {
                continue
            }
            text[start..<sign].withUnsafeBufferPointer { writeText($0) }
            writeRaw(text[sign...name.endIndex])
            offset = name.endIndex + 1
            start = offset
        }
        text[start...].withUnsafeBufferPointer { writeText($0) }
    }
}
