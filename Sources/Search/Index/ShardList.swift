internal import HelpCenter

/// The list of where shards begin, in two levels where it is long: every reader fetches the first level, and of the second
/// what a query needs.
struct ShardList {
    /// Where each shard begins; with groups, where each group does.
    let top: [[UInt8]]
    /// How many shards a group has; nil when the list is short.
    let groupSize: Int?
    /// The beginnings of each group's shards, as JSON.
    let groups: [[UInt8]]

    /// A longer list costs readers more than another request does (about 4 KB, compressed).
    private static let longest = 768
    /// A part of the list is to be smaller than a shard.
    private static let size = 64

    init(_ boundaries: [[UInt8]]) {
        guard boundaries.count > Self.longest else {
            (top, groupSize, groups) = (boundaries, nil, [])
            return
        }
        let starts = stride(from: 0, to: boundaries.count, by: Self.size)
        top = starts.map { boundaries[$0] }
        groupSize = Self.size
        groups = starts.map { start in
            let group = boundaries[start..<min(start + Self.size, boundaries.count)]
            var json: [UInt8] = []
            JSONText.array(group.map { .bytes($0) }).append(to: &json)
            return json
        }
    }
}
