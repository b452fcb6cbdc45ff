/// Finds out which opening and closing tags belong together, so that what is passed on is well nested.
struct TagBalance<Place: Hashable> {
    private var open: [(name: String, place: Place)] = []
    private var openCount: [String: Int] = [:]
    private(set) var unmatched: Set<Place> = []

    mutating func open(_ name: String, at place: Place) {
        open.append((name, place))
        openCount[name, default: 0] += 1
    }

    /// Ends the innermost open tag of the name, and returns its place; those inside it that are still open have no
    /// partner.
    @discardableResult
    mutating func close(_ name: String, at place: Place) -> Place? {
        guard openCount[name, default: 0] > 0 else {
            unmatched.insert(place)
            return nil
        }
        while let last = open.popLast() {
            openCount[last.name, default: 0] -= 1
            if last.name == name { return last.place }
            unmatched.insert(last.place)
        }
        return nil
    }

    /// Ends the sequence: what is open now has no partner.
    mutating func finish() {
        for tag in open { unmatched.insert(tag.place) }
        open.removeAll()
        openCount.removeAll()
    }
}
