/// Which faults in raw HTML have been reported.
struct ReportedHTML {
    /// Nobody reads on after so many faults in one block of text.
    private static let mostInBlock = 20

    private var faults: [Node: Set<MarkdownIssue.HTMLFault>] = [:]
    var tags: Set<String> = []

    /// Whether a fault is to be reported: the first of its kind in a block.
    mutating func add(_ fault: MarkdownIssue.HTMLFault, in block: Node) -> Bool {
        guard faults[block, default: []].count < Self.mostInBlock else { return false }
        return faults[block, default: []].insert(fault).inserted
    }
}
