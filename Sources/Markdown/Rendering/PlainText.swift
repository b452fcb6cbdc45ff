// Text without markup, for anchors, alternative texts and summaries.

extension Renderer {
    /// The text of a block without markup and without the numbers of footnotes.
    func plainText(of node: Node) -> String {
        let bytes = node.plainText(without: strikethrough.marks)
        guard !footnotes.isEmpty, bytes.contains("[^") else {
            return String(utf8: bytes[bytes.trimmed(0..<bytes.count)])
        }
        var result: [UInt8] = []
        var offset = 0
        while offset < bytes.count {
            if bytes.matches("[^", at: offset), let end = bytes.footnoteLabelEnd(at: offset, before: bytes.count),
                footnotes.index(of: bytes[offset + 2..<end]) != nil
            {
                offset = end + 1
            } else {
                result.append(bytes[offset])
                offset += 1
            }
        }
        return String(utf8: result[result.trimmed(0..<result.count)])
    }
}

extension Node {
    /// The text below a node, without tags; breaks and tags that divide words become spaces, and images are left out unless it is one itself.
    func plainText(without tildes: [Node: [Strikethrough.Mark]] = [:]) -> [UInt8] {
        var text: [UInt8] = []
        var node = firstChild
        while let current = node {
            switch current.kind {
            case .text: text.append(contentsOf: current.literal, without: tildes.isEmpty ? nil : tildes[current])
            case .code: text.append(contentsOf: current.literal)
            case .softBreak, .lineBreak: text.append(.space)
            case .htmlInline where current.isDividingTag: text.append(.space)
            case .image where kind != .image:
                node = current.following(within: self)
                continue
            default: break
            }
            node = current.firstChild ?? current.following(within: self)
        }
        return text
    }

    /// Whether it is a tag such as `<br>`.
    private var isDividingTag: Bool {
        guard case .tag(let name, _, _) = HTMLTokenizer.tokens(of: Array(literal)).first?.kind else { return false }
        return AllowedTags.divides(name)
    }
}

extension [UInt8] {
    fileprivate mutating func append(contentsOf text: Bytes, without marks: [Strikethrough.Mark]?) {
        var offset = 0
        for mark in marks ?? [] {
            append(contentsOf: text[offset..<mark.offset])
            offset = mark.offset + mark.length
        }
        append(contentsOf: text[offset...])
    }
}

extension String {
    func trimmingSpaces() -> String {
        let bytes = utf8
        guard bytes.first?.isWhitespace == true || bytes.last?.isWhitespace == true else { return self }
        let array = Array(bytes)
        return String(utf8: array[array.trimmed(0..<array.count)])
    }
}
