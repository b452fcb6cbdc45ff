import Build
import Foundation
import HelpCenter
import Loading

/// A site in a folder of its own, which is removed afterwards.
///
/// The paths are those of a site's folder: `Content/site.yml`, `Templates/home.mustache`, `Public/logo.svg`. Diagnostics
/// name files by these paths, as the command does when it runs in the site's folder.
final class TemporarySite: Sendable {
    /// The moment at which the tests build: 21 November 2026, 12:00 UTC.
    static let now = 1_795_262_400

    /// The folder's absolute path.
    let path: String

    /// The output folder's absolute path.
    var output: String { path + "/Output" }

    /// A site of texts by their paths.
    init(_ files: [String: String] = [:]) throws {
        var template = Array("/tmp/guidepost-site.XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        for (name, text) in files { try write(name, text) }
    }

    /// A copy of a site of `Tests/Fixtures`.
    ///
    /// - Parameter order: Puts its files into the order in which they are created.
    convenience init(fixture: String, order: ([String]) -> [String] = { $0 }) throws {
        try self.init()
        let folder = Self.fixtures + "/" + fixture
        for name in order(try Self.files(in: folder)) where !name.hasPrefix("Expected/") {
            try write(name, bytes: Self.bytes(folder + "/" + name))
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

extension TemporarySite {
    /// The settings of most tests: English first, Chinese beside it.
    static let settings = """
        title: Example Help
        baseURL: https://help.example/
        locales: [en, zh-Hans]
        """

    /// The absolute path of `Tests/Fixtures`.
    static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fixtures").path

    /// Writes a file, with its folders.
    func write(_ name: String, _ text: String) throws {
        try write(name, bytes: Data(text.utf8))
    }

    /// Writes a file, with its folders.
    func write(_ name: String, bytes: Data) throws {
        let file = path + "/" + name
        let folder = String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)])
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        // Not by Foundation, which waits for the disk at each file.
        guard let stream = fopen(file, "w") else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        defer { fclose(stream) }
        bytes.withUnsafeBytes { buffer in _ = fwrite(buffer.baseAddress, 1, buffer.count, stream) }
    }

    /// What a run is asked for: the site is only checked unless told otherwise.
    func options(publishes: Bool = false) -> BuildOptions {
        func folder(_ name: String) -> Sources.Folder { Sources.Folder(path: path + "/" + name, display: name) }
        let sources = Sources(
            content: folder("Content"), templates: folder("Templates"), assets: folder("Public"), baseURL: nil)
        return BuildOptions(sources: sources, output: publishes ? output : nil, now: Self.now, jobs: 2)
    }

    /// The diagnostics of a run that writes nothing.
    func check(_ change: (inout BuildOptions) -> Void = { _ in }) async throws -> [Diagnostic] {
        var options = options()
        change(&options)
        return try await SiteBuild(options).run().diagnostics
    }

    /// Publishes the site, and returns its files by their paths below the output folder.
    func publish(_ change: (inout BuildOptions) -> Void = { _ in }) async throws -> [String: [UInt8]] {
        var options = options(publishes: true)
        change(&options)
        let report = try await SiteBuild(options).run()
        guard report.published != nil else { throw Unpublished(diagnostics: report.diagnostics) }
        return try Self.contents(of: output)
    }

    /// The site was not published.
    struct Unpublished: Error, CustomStringConvertible {
        let diagnostics: [Diagnostic]
        var description: String { "not published:\n" + diagnostics.map(\.text).joined() }
    }
}

extension TemporarySite {
    /// The files below a folder, by their paths there; the publisher's own mark is left out.
    static func contents(of folder: String) throws -> [String: [UInt8]] {
        var result: [String: [UInt8]] = [:]
        for name in try files(in: folder) where name != ".guidepost" {
            result[name] = Array(try bytes(folder + "/" + name))
        }
        return result
    }

    /// The paths of the files below a folder, sorted.
    static func files(in folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder).filter { name in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: folder + "/" + name, isDirectory: &isFolder)
                && !isFolder.boolValue
        }.sorted()
    }

    /// The bytes of a file.
    static func bytes(_ path: String) throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: path))
    }
}

extension Diagnostic {
    /// The diagnostic as the command prints it, without the excerpt of the source.
    var text: String {
        let place = position.map { ":\($0.line):\($0.column)" } ?? ""
        return "\(file)\(place): \(severity): \(message) [\(id.rawValue)]\n" + (hint.map { "  hint: \($0)\n" } ?? "")
    }
}
