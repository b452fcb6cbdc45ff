/// The candidate that `word` most likely stands for, for "did you mean"; nil when none is near.
///
/// Near means at most a third of the word's characters changed, added, removed or swapped with their neighbour
/// (optimal string alignment), and always less than all of it. Among equally near ones the first in alphabetical order
/// wins, so that the answer does not depend on the order of the candidates.
public func closest(to word: String, among candidates: some Sequence<String>) -> String? {
    let letters = Array(word.unicodeScalars)
    let limit = max(1, letters.count / 3)
    let sketch = LetterSketch(word)
    var best: (distance: Int, candidate: String)?
    for candidate in candidates where sketch.differences(from: LetterSketch(candidate)) <= 2 * limit {
        let others = Array(candidate.unicodeScalars)
        guard abs(letters.count - others.count) <= limit else { continue }
        let distance = editDistance(letters, others, limit: limit)
        guard distance <= limit, distance < letters.count, distance < others.count else { continue }
        if let best, (best.distance, best.candidate) <= (distance, candidate) { continue }
        best = (distance, candidate)
    }
    return best?.candidate
}

/// The number of changed, added, removed or swapped elements that turns one into the other; more than the limit, whatever
/// it is, once it is clear that the limit is passed.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    var row = last
    for i in left.indices {
        row[0] = i + 1
        var least = row[0]
        for j in right.indices {
            let substitution = last[j] + (left[i] == right[j] ? 0 : 1)
            var cost = min(substitution, last[j + 1] + 1, row[j] + 1)
            if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                cost = min(cost, beforeLast[j - 1] + 1)
            }
            row[j + 1] = cost
            least = min(least, cost)
        }
        // A swap reaches back two rows, so one row beyond the limit is not enough to give up.
        if least > limit, (last.min() ?? 0) > limit { return limit + 1 }
        (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[right.count]
}

/// Which bytes a word holds, without how often and where: a change of one character changes at most two of them in ASCII,
/// so that most candidates are turned down without comparing them letter by letter.
private struct LetterSketch {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    init(_ word: String) {
        for byte in word.utf8 where byte < 0x80 {
            if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
        }
    }

    func differences(from other: LetterSketch) -> Int {
        (low ^ other.low).nonzeroBitCount + (high ^ other.high).nonzeroBitCount
    }
}
