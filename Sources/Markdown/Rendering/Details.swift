// `:::details Summary` … `:::`

extension Renderer {
    mutating func writeMarker(_ kind: BlockMarkers.Kind, _ node: Node) {
        let isPaired = !part.survey.unmatched.contains(BlockSurvey.TagPlace(block: node, token: 0))
        switch kind {
        case .footnote: break
        case .open(let name, let text): openBlock(name, summary: text, isPaired: isPaired, node)
        case .close: closeBlock(isPaired: isPaired, node)
        }
    }
}

extension Renderer {
    private mutating func openBlock(_ name: String, summary: String, isPaired: Bool, _ node: Node) {
        guard name == "details" else {
            report(.unknownBlock(name: name), at: place(ofMarker: node))
            return
        }
        guard isPaired, let parent = node.parent else {
            report(.unclosedBlock, at: place(ofMarker: node))
            return
        }
        openDetails.append(parent)
        text.endBlock()
        var words = summary
        words.withUTF8 { text.addPiece($0) }
        text.endBlock()
        writer.startLine()
        writer.write("<details class=\"details\">\n<summary>")
        writer.writeText(summary)
        writer.write("</summary>\n")
    }

    private mutating func closeBlock(isPaired: Bool, _ node: Node) {
        guard isPaired else {
            report(.strayBlockEnd, at: place(ofMarker: node))
            return
        }
        guard part.survey.detailsEnds.contains(node), !openDetails.isEmpty else { return }
        openDetails.removeLast()
        writer.startLine()
        writer.write("</details>\n")
    }

    private mutating func place(ofMarker node: Node) -> Place {
        let offset = part.markers[node.startLine]?.offset ?? 0
        return place(line: node.startLine, byte: offset - part.text.line(node.startLine).lowerBound)
    }
}
