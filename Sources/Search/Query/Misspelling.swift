/// A word that may be a misspelt one of the index.
struct Misspelling {
    private let letters: [Unicode.Scalar]
    private let limit: Int

    /// A word, and how many letters may be added, left out, changed or swapped with their neighbour.
    init(of word: TermKey, limit: Int) {
        letters = word.scalars
        self.limit = limit
    }

    /// The words that may be meant: first those that begin most alike, for the first letters are seldom wrong.
    func nearest(among words: [TermKey], most: Int) -> [TermKey] {
        var near: [TermKey: Int] = [:]
        for word in words where near[word] == nil {
            let others = word.scalars
            guard abs(others.count - letters.count) <= limit, distance(to: others) <= limit else { continue }
            near[word] = zip(letters, others).prefix { $0 == $1 }.count
        }
        let sorted = near.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return sorted.prefix(most).map(\.key)
    }
}

extension Misspelling {
    /// The number of changes (optimal string alignment); more than the limit, whatever it is, once that is clear.
    private func distance(to others: [Unicode.Scalar]) -> Int {
        var beforeLast = [Int](repeating: 0, count: others.count + 1)
        var last = Array(0...others.count)
        var row = last
        for i in letters.indices {
            row[0] = i + 1
            for j in others.indices {
                var cost = min(last[j] + (letters[i] == others[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, letters[i] == others[j - 1], letters[i - 1] == others[j] {
                    cost = min(cost, beforeLast[j - 1] + 1)
                }
                row[j + 1] = cost
            }
            // A swap reaches back two rows, so one row beyond the limit is not enough to give up.
            if (row.min() ?? 0) > limit, (last.min() ?? 0) > limit { return limit + 1 }
            (beforeLast, last, row) = (last, row, beforeLast)
        }
        return last[others.count]
    }
}
