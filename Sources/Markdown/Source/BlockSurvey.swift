/// What must be known of a whole text before its first block is rendered: which tags and markers belong together
/// across blocks, and which anchors the author chose.
struct BlockSurvey {
    /// A tag of an HTML block, by its token's number; a marker line is the token 0 of its block.
    struct TagPlace: Hashable {
        let block: Node
        let token: Int
    }

    private(set) var unmatched: Set<TagPlace> = []
    /// The `:::` lines that close a `:::details`.
    private(set) var detailsEnds: Set<Node> = []
    /// The anchors that the author chose, so that no other heading takes them.
    private(set) var anchors: Set<String> = []

    init() {}

    init(_ root: Node, text: SourceText, markers: BlockMarkers) {
        guard !markers.isEmpty || text.bytes.contains("<") || text.bytes.contains("{#") else { return }
        var node: Node? = root
        while let container = node {
            if container.isBlockContainer {
                survey(container, text: text, markers: markers)
                node = container.firstChild ?? container.following(within: root)
            } else {
                node = container.following(within: root)
            }
        }
    }

    private mutating func survey(_ container: Node, text: SourceText, markers: BlockMarkers) {
        var balance = TagBalance<TagPlace>()
        var child = container.firstChild
        while let block = child {
            child = block.next
            if block.kind == .heading, let anchor = ExplicitAnchor(of: block) { anchors.insert(anchor.id) }
            guard block.kind == .htmlBlock else { continue }
            let place = TagPlace(block: block, token: 0)
            switch markers[block.startLine]?.kind {
            case .open: balance.open(":::", at: place)
            case .close:
                if let opening = balance.close(":::", at: place),
                    case .open(name: "details", _)? = markers[opening.block.startLine]?.kind
                {
                    detailsEnds.insert(block)
                }
            case .footnote: continue
            case nil: balance.add(HTMLTokenizer.shownTokens(of: markers.restored(block, in: text)), of: block)
            }
        }
        balance.finish()
        unmatched.formUnion(balance.unmatched)
    }
}

extension TagBalance<BlockSurvey.TagPlace> {
    fileprivate mutating func add(_ tokens: [HTMLTokenizer.Token], of block: Node) {
        for (number, token) in tokens.enumerated() {
            guard case .tag(let name, let isClosing, _) = token.kind, !AllowedTags.isVoid(name) else { continue }
            switch AllowedTags.rule(for: name) {
            case .inline, .block: break
            case .void, .none, .lost: continue
            }
            let place = BlockSurvey.TagPlace(block: block, token: number)
            if isClosing { close(name, at: place) } else { open(name, at: place) }
        }
    }
}

extension Node {
    var isBlockContainer: Bool {
        switch kind {
        case .document, .blockQuote, .list, .item: true
        default: false
        }
    }
}
