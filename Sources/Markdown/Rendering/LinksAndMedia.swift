// Links, images and videos. Those of the site itself become holes.

extension Renderer {
    mutating func openLink(_ node: Node) {
        let destination = node.destination
        switch LinkTarget(destination) {
        case .external:
            link = .external
            writer.write("<a href=\"")
            writer.writeAddress(destination)
            if !node.title.isEmpty {
                writer.write("\" title=\"")
                writer.writeText(node.title)
            }
            writer.write("\">")
        case .internal:
            link = .internal(links.count)
            addHole(.linkStart(links.count))
            let (line, column) = place(of: node)
            links.append(
                MarkdownDocument.Link(
                    destination: String(utf8: destination), title: String(utf8: node.title), line: line, column: column)
            )
        case .unsafe(let reason):
            link = OpenLink.none
            report(.unsafeLink(target: String(utf8: destination), reason: reason), at: place(of: node))
        }
        pairTildes(in: node)
    }

    mutating func closeLink() {
        switch link {
        case .external: writer.write("</a>")
        case .internal(let index): addHole(.linkEnd(index))
        case .some(.none), nil: break
        }
        link = nil
    }

    mutating func writeImage(_ node: Node) {
        addMedia(node, isFigure: false)
    }

    /// Writes an image that stands alone in its paragraph, when it must not be inside `<p>`: a figure, or a video.
    mutating func writeBlockMedia(_ node: Node) -> Bool {
        let isFigure = !node.title.isEmpty
        guard isFigure || LinkTarget.isVideo(node.destination), isSafeMedia(node.destination) else { return false }
        writer.startLine()
        addMedia(node, isFigure: isFigure)
        writer.write("\n")
        leaf = nil
        return true
    }
}

extension Renderer {
    private func isSafeMedia(_ destination: Bytes) -> Bool {
        switch LinkTarget(destination) {
        case .internal, .external("http"), .external("https"): true
        case .external, .unsafe: false
        }
    }

    private mutating func addMedia(_ node: Node, isFigure: Bool) {
        let destination = node.destination
        let (line, column) = place(of: node)
        let alt = String(utf8: node.plainText())
        let target = String(utf8: destination)
        switch LinkTarget(destination) {
        case .unsafe(let reason):
            report(.unsafeLink(target: target, reason: reason), at: (line, column))
            writer.writeText(alt)
            return
        case .external(let scheme) where scheme != "http" && scheme != "https":
            report(.unsafeLink(target: target, reason: .notMedia(scheme)), at: (line, column))
            writer.writeText(alt)
            return
        case .internal, .external: break
        }
        if alt.utf8.allSatisfy(\.isWhitespace) {
            report(.missingAlternativeText(destination: target), at: (line, column))
        }
        if isFigure {
            text.endBlock()
            text.addPiece(node.title)
            text.endBlock()
        }
        addHole(.media(media.count))
        media.append(
            MarkdownDocument.Media(
                destination: target, alt: alt, caption: String(utf8: node.title),
                isVideo: LinkTarget.isVideo(destination), isFigure: isFigure, line: line, column: column))
    }
}
