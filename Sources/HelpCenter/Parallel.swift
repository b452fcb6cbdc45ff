/// Applies a function to ranges of indices, on several cores at once; the results come in the order of the indices.
///
/// - Parameters:
///   - count: How many indices there are.
///   - jobs: How many ranges are worked on at once.
///   - chunk: How many indices a range holds; small enough that no core idles at the end.
///   - work: The function; it must not wait.
public func mapRanges<Result: Sendable>(
    _ count: Int, jobs: Int, chunk: Int, _ work: @escaping @Sendable (Range<Int>) throws -> Result
) async throws -> [Result] {
    let ranges = stride(from: 0, to: count, by: chunk).map { $0..<min($0 + chunk, count) }
    guard jobs > 1, ranges.count > 1 else { return try ranges.map(work) }
    return try await withThrowingTaskGroup(of: (Int, Result).self) { group in
        var results = [Result?](repeating: nil, count: ranges.count)
        var next = 0
        while next < min(jobs, ranges.count) {
            let index = next
            group.addTask { (index, try work(ranges[index])) }
            next += 1
        }
        while let (index, result) = try await group.next() {
            results[index] = result
            if next < ranges.count {
                let index = next
                group.addTask { (index, try work(ranges[index])) }
                next += 1
            }
        }
        return results.compactMap { $0 }
    }
}
