#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
import Dispatch
import Publishing
import Testing

/// Builds that are killed, and builds that run at once.
struct InterruptionTests {
    let place: Playground

    init() throws {
        place = try Playground()
    }

    @Test func killedBuildLeavesTheOldOutputAndTheNextOneCleansUp() async throws {
        try place.publish(["page": "1"])
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = place.path as String] in
            let publisher = try Publisher(output: path + "/Output", protecting: [], home: nil)
            try publisher.write("page", Array("2".utf8))
            try publisher.write("en/other", Array("2".utf8))
            kill(getpid(), SIGKILL)
        }
        #expect(place.published() == ["page": "1"])
        #expect(place.names() == [".Output.lock", ".Output.staging", "Output"])
        try place.publish(["page": "3"])
        #expect(place.published() == ["page": "3"])
        #expect(place.names() == ["Output"])
    }

    @Test func buildKilledAfterTheExchangeIsCleanedUp() throws {
        try place.publish(["page": "2"])
        // What stands there when a build is killed between the exchange and the removal of what was there before.
        try place.write(".Output.staging/page", "1")
        try place.write(".Output.staging/.guidepost", "")
        try place.publish(["page": "3"])
        #expect(place.published() == ["page": "3"])
        #expect(place.names() == ["Output"])
    }

    @Test func buildKilledBeforeItsFirstFileIsCleanedUp() throws {
        try place.makeFolder(".Output.staging")
        try place.write(".Output.lock", "")
        try place.publish(["page": "1"])
        #expect(place.names() == ["Output"])
    }

    @Test func secondBuildWaitsForTheFirst() async throws {
        let place = place
        let first = try Publisher(output: place.output, protecting: [], home: nil)
        try first.write("page", Array("1".utf8))
        let (waiting, isWaiting) = AsyncStream.makeStream(of: Void.self)
        async let second = onThread {
            let publisher = try Publisher(output: place.output, protecting: [], home: nil) { isWaiting.yield() }
            try publisher.write("page", Array("2".utf8))
            return try publisher.finish()
        }
        var notices = waiting.makeAsyncIterator()
        await notices.next()
        try first.write("other", Array("1".utf8))
        #expect(try first.finish() == PublishReport(written: 2, unchanged: 0, removed: 0))
        #expect(try await second == PublishReport(written: 1, unchanged: 0, removed: 1))
        #expect(place.published() == ["page": "2"])
        #expect(place.names() == ["Output"])
    }

    @Test func buildThatHasWaitedKeepsOthersWaiting() async throws {
        let place = place
        let first = try Publisher(output: place.output, protecting: [], home: nil)
        let second = try await onThread {
            try Publisher(output: place.output, protecting: [], home: nil) { first.cancel() }
        }
        let thirdHasWaited = try await onThread {
            var hasWaited = false
            _ = try Publisher(output: place.output, protecting: [], home: nil) {
                hasWaited = true
                second.cancel()
            }
            return hasWaited
        }
        #expect(thirdHasWaited)
    }

    @Test func manyBuildsAtOnceEachPublishTheirOwn() async throws {
        let place = place
        try await withThrowingTaskGroup(of: Void.self) { group in
            for build in 0..<4 {
                group.addTask {
                    for _ in 0..<10 {
                        try place.publish(["a": "\(build)", "b": "\(build)"])
                    }
                }
            }
            try await group.waitForAll()
        }
        let files = place.published()
        #expect(files.count == 2)
        #expect(files["a"] == files["b"])
        #expect(place.names() == ["Output"])
    }

    @Test func manyThreadsWriteIntoTheSameFolders() async throws {
        let publisher = try Publisher(output: place.output, protecting: [], home: nil)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for thread in 0..<4 {
                group.addTask {
                    for page in 0..<200 {
                        try publisher.write("en/\(page % 20)/\(page)/\(thread)", Array("\(page)".utf8))
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try publisher.finish() == PublishReport(written: 800, unchanged: 0, removed: 0))
        #expect(place.published().count == 800)
        #expect(place.text("Output/en/19/199/3") == "199")
    }

    /// Runs what waits for a lock on a thread of its own: the threads that run tests could all be waiting, and the build
    /// they wait for be a test.
    private func onThread<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Result(catching: work)) }
        }
    }
}
