// Text, with what is found inside it: deleted text, references to footnotes, bare addresses.

extension Renderer {
    mutating func writeText(of node: Node) {
        var text = node.literal
        if let trim, trim.node == node {
            text = Bytes(rebasing: text[trim.range])
        }
        if features.hasInlineExtensions, mayHoldExtension(text, node) {
            self.text.count(text)
            writeExtendedText(of: node)
        } else {
            self.text.add(text)
            writer.writeText(text)
        }
    }

    mutating func writeCode(_ node: Node) {
        writer.write("<code>")
        text.add(node.literal)
        writer.writeText(node.literal)
        writer.write("</code>")
    }

    mutating func writeSoftBreak(_ node: Node) {
        text.endWord()
        if !endCalloutTitle(at: node) { writer.write("\n") }
    }

    mutating func writeLineBreak(_ node: Node) {
        text.endWord()
        if !endCalloutTitle(at: node) { writer.write("<br />\n") }
    }

    /// Pairs the tildes among the children of an inline parent, once for each.
    mutating func pairTildes(in parent: Node) {
        guard features.hasTildes else { return }
        var child = parent.firstChild
        var hasTildes = false
        while let node = child {
            child = node.next
            guard node.kind == .text, node.literal.contains("~") else { continue }
            hasTildes = true
            findEscapes(in: node)
        }
        if hasTildes { strikethrough.pair(childrenOf: parent, escaped: escapes) }
    }
}

extension Renderer {
    private func mayHoldExtension(_ text: Bytes, _ node: Node) -> Bool {
        if features.hasTildes, strikethrough.marks[node] != nil { return true }
        if features.hasAddresses, link == nil {
            if features.hasWebAddresses, text.contains("://") { return true }
            if features.hasShortAddresses, text.contains("@") || text.contains("www.") { return true }
        }
        return !footnotes.isEmpty && text.contains("[^")
    }

    private mutating func writeExtendedText(of node: Node) {
        findEscapes(in: node)
        let text = ExtendedText(bytes: node.literal, escaped: escapes[node] ?? [])
        let range = trim.flatMap { $0.node == node ? $0.range : nil } ?? 0..<text.bytes.count
        var offset = range.lowerBound
        for mark in strikethrough.marks[node] ?? [] {
            writeReferences(in: offset..<max(offset, mark.offset), of: text)
            writer.write(mark.opens ? "<del>" : "</del>")
            offset = mark.offset + mark.length
        }
        writeReferences(in: offset..<range.upperBound, of: text)
    }

    /// Writes a stretch of text with its references to footnotes.
    private mutating func writeReferences(in range: Range<Int>, of text: ExtendedText) {
        var start = range.lowerBound
        var offset = start
        while !footnotes.isEmpty, link == nil, offset + 3 < range.upperBound {
            guard text.bytes.matches("[^", at: offset), !text.escaped.contains(offset),
                let end = text.bytes.footnoteLabelEnd(at: offset, before: range.upperBound),
                let index = footnotes.index(of: text.bytes[offset + 2..<end])
            else {
                offset += 1
                continue
            }
            writeAddresses(in: start..<offset, of: text)
            writeReference(to: index)
            offset = end + 1
            start = offset
        }
        writeAddresses(in: start..<range.upperBound, of: text)
    }

    /// Writes a stretch of text with its bare addresses as links.
    private mutating func writeAddresses(in range: Range<Int>, of text: ExtendedText) {
        self.text.addPiece(Bytes(rebasing: text.bytes[range]))
        let autolinks = Autolinks(text.bytes)
        var start = range.lowerBound
        while features.hasAddresses, link == nil, let match = autolinks.first(in: start..<range.upperBound) {
            writer.writeText(Bytes(rebasing: text.bytes[start..<match.range.lowerBound]))
            let address = Bytes(rebasing: text.bytes[match.range])
            if !text.escaped.isEmpty, match.range.contains(where: text.escaped.contains) {
                writer.writeText(address)
            } else {
                writer.write("<a href=\"")
                writer.write(match.prefix)
                writer.writeAddress(address)
                writer.write("\">")
                writer.writeText(address)
                writer.write("</a>")
            }
            start = match.range.upperBound
        }
        writer.writeText(Bytes(rebasing: text.bytes[start..<range.upperBound]))
    }
}

/// The text of a node in which extensions may be found.
private struct ExtendedText {
    let bytes: Bytes
    /// The bytes that the author wrote with a backslash or as an entity.
    let escaped: Set<Int>
}

extension Renderer {
    /// Whether the author wrote a byte of a node's literal with a backslash or as an entity, and so as mere text.
    mutating func isEscaped(_ node: Node, _ offset: Int) -> Bool {
        findEscapes(in: node)
        return escapes[node]?.contains(offset) ?? false
    }

    /// Finds the bytes of a node's literal that the author wrote with a backslash or as an entity.
    ///
    /// cmark merges them with the text around; but then the literal is shorter than its source, and comparing the two
    /// byte by byte shows where.
    private mutating func findEscapes(in node: Node) {
        guard node.endColumn - node.startColumn + 1 != node.literal.count, escapes[node] == nil else { return }
        escapes[node] = escapedOffsets(in: node)
    }

    private func escapedOffsets(in node: Node) -> Set<Int> {
        let literal = node.literal
        let start = sourceOffset(of: node)
        let source = part.text.bytes
        let end = min(source.count, start + max(0, node.endColumn - node.startColumn + 1))
        var escaped: Set<Int> = []
        var (from, to) = (start, 0)
        while from < end, to < literal.count {
            if source[from] == UInt8(ascii: "\\"), from + 1 < end, source[from + 1] == literal[to],
                literal[to].isASCIIPunctuation
            {
                escaped.insert(to)
                from += 2
                to += 1
            } else if source[from] == UInt8(ascii: "&"),
                let entityEnd = source[from..<end].prefix(Self.longestEntity).firstIndex(of: UInt8(ascii: ";")),
                entityEnd - from > 2,
                literal[to] != UInt8(ascii: "&") || !literal.startsLike(source[from..<end], at: to)
            {
                // The character that the entity stands for ends where the source goes on in the literal.
                from = entityEnd + 1
                let rest = end - from
                var length = 1
                while to + length < literal.count, literal[to + length].isContinuation { length += 1 }
                if rest == 0 { length = literal.count - to }
                for offset in to..<min(literal.count, to + length) { escaped.insert(offset) }
                to += length
            } else {
                guard source[from] == literal[to] else { return [] }
                from += 1
                to += 1
            }
        }
        return escaped
    }

    /// The longest name in HTML's list, `&CounterClockwiseContourIntegral;`, has 33 bytes.
    private static let longestEntity = 33
}

extension Bytes {
    /// Whether at least the next few bytes of a source stand in the text as they are.
    fileprivate func startsLike(_ source: ArraySlice<UInt8>, at offset: Int) -> Bool {
        let length = Swift.min(source.count, count - offset, 4)
        return self[offset..<offset + length].elementsEqual(source.prefix(length))
    }
}
