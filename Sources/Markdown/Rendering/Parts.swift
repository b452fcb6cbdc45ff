// Parts that are parsed on their own and rendered where they belong.

extension Renderer {
    /// Parts within parts within parts: deeper ones are not looked for.
    static let deepestPart = 4

    /// Parses lines and renders their blocks.
    mutating func renderPart(_ lines: PartText, isTight: Bool = false) {
        guard var part = Part(parsing: lines, arena: arena) else { return }
        part.isTight = isTight
        anchors.reserve(part.survey.anchors)
        enterPart(part) { renderer, root in renderer.renderChildren(of: root) }
    }

    /// Makes a part the current one while `render` runs.
    mutating func enterPart(_ inner: Part, _ render: (inout Renderer, Node) -> Void) {
        let outer = (part, leaf, quoteDepth, openDetails, callouts)
        (part, leaf, quoteDepth, openDetails, callouts) = (inner, nil, 0, [], [])
        partDepth += 1
        render(&self, inner.root)
        partDepth -= 1
        (part, leaf, quoteDepth, openDetails, callouts) = outer
    }

    /// The body's link reference definitions, collected when the first part asks for them.
    mutating func definitions() -> LinkDefinitions {
        if let collectedDefinitions { return collectedDefinitions }
        let definitions = LinkDefinitions(in: bodyRoot, of: body)
        collectedDefinitions = definitions
        return definitions
    }
}
