// Text without markup, for anchors, alternative texts and summaries.

extension Renderer {
    /// The text of a block without markup and without the numbers of footnotes.
    func plainText(of node: Node) -> String {
        let text = node.plainText
        guard !footnotes.isEmpty, text.contains("[^") else { return text.trimmingSpaces() }
        let bytes = Array(text.utf8)
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
        return String(utf8: result).trimmingSpaces()
    }
}

extension Node {
    /// The text below a node, without tags; breaks become spaces, and images are left out unless it is one itself.
    var plainText: String {
        var text: [UInt8] = []
        var node = firstChild
        while let current = node {
            switch current.kind {
            case .text, .code: text.append(contentsOf: current.literal)
            case .softBreak, .lineBreak: text.append(.space)
            case .image where kind != .image:
                node = current.following(within: self)
                continue
            default: break
            }
            node = current.firstChild ?? current.following(within: self)
        }
        return String(utf8: text)
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
