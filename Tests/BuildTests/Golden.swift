import Foundation
import Testing

/// Golden files: what the tests expect, as files in `Tests/Fixtures/<site>/Expected`.
///
/// `GUIDEPOST_RECORD=1 swift test` writes what there is now in their place. Such a run fails, so that nobody records
/// without reading the difference.
enum Golden {
    /// Compares files by their paths with those of a folder, unexpected and missing ones included.
    static func expect(_ actual: [String: [UInt8]], inFixture site: String, location: SourceLocation = #_sourceLocation)
        throws
    {
        let folder = TemporarySite.fixtures + "/" + site + "/Expected"
        if isRecording {
            try record(actual, in: folder)
            Issue.record("recorded \(folder); read the difference before you commit it", sourceLocation: location)
            return
        }
        let expected = try contents(of: folder)
        for name in Set(expected.keys).union(actual.keys).sorted() {
            guard let bytes = actual[name] else {
                Issue.record("\(name) is missing", sourceLocation: location)
                continue
            }
            guard let wanted = expected[name] else {
                Issue.record("\(name) is not expected", sourceLocation: location)
                continue
            }
            if bytes != wanted { Issue.record("\(name): \(difference(bytes, wanted))", sourceLocation: location) }
        }
    }
}

extension Golden {
    private static var isRecording: Bool { ProcessInfo.processInfo.environment["GUIDEPOST_RECORD"] == "1" }

    private static func record(_ files: [String: [UInt8]], in folder: String) throws {
        try? FileManager.default.removeItem(atPath: folder)
        for (name, bytes) in files {
            let file = URL(fileURLWithPath: folder + "/" + name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
    }

    private static func contents(of folder: String) throws -> [String: [UInt8]] {
        var result: [String: [UInt8]] = [:]
        for name in try TemporarySite.files(in: folder) {
            result[name] = Array(try TemporarySite.bytes(folder + "/" + name))
        }
        return result
    }

    /// The first line in which two texts differ.
    private static func difference(_ actual: [UInt8], _ expected: [UInt8]) -> String {
        let (mine, theirs) = (lines(actual), lines(expected))
        let index = zip(mine, theirs).enumerated().first { $1.0 != $1.1 }?.offset ?? min(mine.count, theirs.count)
        let (one, other) = (mine.dropFirst(index).first, theirs.dropFirst(index).first)
        return "line \(index + 1) is\n  \(one ?? "missing")\nand was expected to be\n  \(other ?? "missing")"
    }

    private static func lines(_ bytes: [UInt8]) -> [String] {
        bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }
}
