internal import HelpCenter

/// Finds phrases among the terms of a text, and says which other terms mean the same.
///
/// Synonyms are worked into the index, so that a query needs to know nothing of them: a text with a phrase of one side
/// is also found by the words of the other. Phrases are compared by their terms, so that one form of a word stands for
/// all, and joined forms of words with hyphens are left out on both sides.
struct SynonymMatcher {
    /// A phrase that a text may hold.
    private struct Phrase {
        let terms: [Int]
        let group: Int
        let index: Int
    }

    /// What readers search for, by group: the terms of each phrase; and the list that the group is of.
    private var searched: [(list: Int, phrases: [[Int]])] = []
    /// The phrases that texts are looked through for, by their first term.
    private var phrases: [Int: [Phrase]] = [:]
    /// The groups that were found in the current document.
    private var found: Set<Int> = []

    /// Whether there is anything to find.
    var isEmpty: Bool { phrases.isEmpty }

    /// A matcher of lists of groups.
    ///
    /// - Parameter terms: Gives the terms of a phrase, in order.
    init(_ lists: [[SynonymGroup]], terms: (String) -> [Int]) {
        for (list, groups) in lists.enumerated() {
            for group in groups {
                let from = group.from.map { terms($0.value) }
                for phrase in group.to {
                    let sequence = terms(phrase.value)
                    guard let first = sequence.first else { continue }
                    let index = from.firstIndex(of: sequence) ?? -1
                    phrases[first, default: []].append(Phrase(terms: sequence, group: searched.count, index: index))
                }
                searched.append((list, from))
            }
        }
    }

    /// Begins a document.
    mutating func begin() { found.removeAll(keepingCapacity: true) }

    /// The terms that mean the same as a phrase of a text, with their list; each group's once for a document.
    ///
    /// - Parameter text: The terms of a field, in order.
    mutating func synonyms(in text: [Int]) -> [(list: Int, term: Int)] {
        var result: [(list: Int, term: Int)] = []
        for (place, term) in text.enumerated() {
            guard let candidates = phrases[term] else { continue }
            for phrase in candidates where !found.contains(phrase.group) {
                guard text[place...].starts(with: phrase.terms) else { continue }
                found.insert(phrase.group)
                let (list, phrases) = searched[phrase.group]
                for (index, other) in phrases.enumerated() where index != phrase.index {
                    result += other.lazy.filter { $0 >= 0 }.map { (list, $0) }
                }
            }
        }
        return result
    }
}
