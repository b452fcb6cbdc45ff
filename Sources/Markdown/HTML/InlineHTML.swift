/// Which of the tags within text belong together.
struct InlineHTML {
    private var surveyed: Set<Node> = []
    /// Tags without partner among their siblings.
    private(set) var unmatched: Set<Node> = []
    /// For an opening tag whose content is not shown, its closing tag.
    private(set) var ends: [Node: Node] = [:]

    var isEmpty: Bool { surveyed.isEmpty }

    /// Looks at all tags among the children of an inline parent, the first time it is asked to.
    mutating func survey(_ parent: Node) {
        guard surveyed.insert(parent).inserted else { return }
        var tags: [(node: Node, name: String, isClosing: Bool)] = []
        var child = parent.firstChild
        while let node = child {
            child = node.next
            guard node.kind == .htmlInline,
                case .tag(let name, let isClosing, _)? = HTMLTokenizer.tokens(of: Array(node.literal)).first?.kind
            else { continue }
            tags.append((node, name, isClosing))
        }
        findEnds(in: tags)
        findUnmatched(in: tags)
    }

    /// Finds for each opening tag whose content is not shown the first closing tag after it.
    private mutating func findEnds(in tags: [(node: Node, name: String, isClosing: Bool)]) {
        var nextEnd: [String: Node] = [:]
        for tag in tags.reversed() where AllowedTags.rule(for: tag.name) == .lost {
            if tag.isClosing { nextEnd[tag.name] = tag.node } else { ends[tag.node] = nextEnd[tag.name] }
        }
    }

    /// Finds the tags without partner, as far as they are shown.
    private mutating func findUnmatched(in tags: [(node: Node, name: String, isClosing: Bool)]) {
        var balance = TagBalance<Node>()
        var hiddenUntil: Node?
        for tag in tags {
            if let end = hiddenUntil {
                if tag.node == end { hiddenUntil = nil }
                continue
            }
            switch AllowedTags.rule(for: tag.name) {
            case .inline:
                if tag.isClosing { balance.close(tag.name, at: tag.node) } else { balance.open(tag.name, at: tag.node) }
            case .lost: hiddenUntil = ends[tag.node]
            case .void, .block, .none: break
            }
        }
        balance.finish()
        unmatched.formUnion(balance.unmatched)
    }
}
