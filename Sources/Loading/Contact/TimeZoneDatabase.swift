#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif
internal import Markdown
public import HelpCenter

/// The time zones of the system, as compiled files (RFC 8536) by their IANA names. Only zones that a site names are read.
public struct TimeZoneDatabase: Sendable {
    private let root: String

    /// The database in a folder.
    ///
    /// - Parameter root: Where Debian, most other systems and macOS have it, unless a test has its own.
    public init(root: String = "/usr/share/zoneinfo") {
        self.root = root
    }

    /// The rules of a zone; nil when there is no such zone.
    ///
    /// - Throws: `LoadingError` when the system has no time zones at all, or the zone's file cannot be read.
    public func rules(for identifier: String) throws(LoadingError) -> TimeZoneRules? {
        if identifier == TimeZoneRules.utc.identifier { return .utc }
        guard Self.isName(identifier) else { return nil }
        let path = root + "/" + identifier
        var info = stat()
        guard stat(path, &info) == 0 else {
            let failure = errno
            guard [ENOENT, ENOTDIR, ENAMETOOLONG].contains(failure) else {
                throw LoadingError(operation: "read", path: path, code: failure)
            }
            try requireRoot()
            return nil
        }
        guard info.st_mode & S_IFMT == S_IFREG else { return nil }
        switch try SourceReader.read(path) {
        case .bytes(let bytes): return TimeZoneRules(identifier: identifier, tzif: bytes)
        case .oversized: return nil
        case .forbidden: throw LoadingError(operation: "open", path: path, code: EACCES)
        }
    }

    /// The zone that somebody who wrote something else probably meant: the same in other letters, the zone of a city, or
    /// one with a similar name.
    public func suggestion(for identifier: String) -> String? {
        let names = names()
        let wanted = Self.folded(identifier)
        if let same = names.first(where: { Self.folded($0) == wanted || Self.folded(Self.city($0)) == wanted }) {
            return same
        }
        // Names are compared as they would be written, so that other letters do not count as mistakes.
        let byKey = Dictionary(
            names.flatMap { [(Self.folded($0), $0), (Self.folded(Self.city($0)), $0)] }, uniquingKeysWith: min)
        return closest(to: wanted, among: byKey.keys).flatMap { byKey[$0] }
    }
}

extension TimeZoneDatabase {
    /// Whether a text may be the name of a zone that browsers know, too: words with `/` between them, which never lead
    /// out of the folder, and are none of the tables and copies that the folder also holds.
    private static func isName(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let areWords = parts.allSatisfy { part in
            !part.isEmpty && part.allSatisfy { (0x30...0x39).contains($0) || isLetter($0) || "_+-".utf8.contains($0) }
        }
        guard areWords, let first = text.utf8.first else { return false }
        // Every zone begins with a capital letter; `posix`, `right` and `localtime` do not.
        return isLetter(first) && first < 0x5B && text != "Factory"
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

    private func requireRoot() throws(LoadingError) {
        var info = stat()
        guard stat(root, &info) != 0 else { return }
        throw LoadingError(operation: "open", path: root, code: errno, hint: "install tzdata")
    }

    /// The zones in which people live, from the table that comes with the database; none when it does not.
    private func names() -> [String] {
        guard case .bytes(let bytes)? = try? SourceReader.read(root + "/zone.tab") else { return [] }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        // Country, coordinates, name, comment.
        let names = lines.filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t") }.filter { $0.count > 2 }
        return names.map { String($0[2]) }.sorted() + [TimeZoneRules.utc.identifier]
    }

    private static func city(_ name: String) -> String {
        name.lastIndex(of: "/").map { String(name[name.index(after: $0)...]) } ?? name
    }

    private static func folded(_ text: String) -> String {
        String(text.lowercased().map { $0 == " " ? "_" : $0 })
    }
}
