internal import HelpCenter

/// The part of a permalink that one folder or file contributes.
enum PathSegment {
    /// The segment of a file's or folder's name: in lower case, with `-` for spaces and for what has a meaning in URLs,
    /// file systems or HTML. Letters of every script stay, because readers see them.
    static func make(from name: String) -> String {
        var result = ""
        var pendingDash = false
        for scalar in name.lowercased().unicodeScalars {
            if scalar.properties.isWhitespace || scalar.value < 0x20 || forbidden.contains(scalar) || scalar == "-" {
                pendingDash = true
                continue
            }
            if pendingDash, !result.isEmpty { result.append("-") }
            pendingDash = false
            result.unicodeScalars.append(scalar)
        }
        while result.hasSuffix(".") { result.removeLast() }
        return result.isEmpty ? "page" : result
    }

    /// Why a text cannot be a segment as it is; nil when it can. A slug is used as written or not at all.
    static func problem(with slug: String) -> String? {
        if slug.isEmpty || slug == "." || slug == ".." { return "it names no folder" }
        if slug.utf8.count > 200 { return "it is longer than 200 bytes" }
        if slug.hasSuffix(".") { return "it ends with a dot, which some file systems drop" }
        if let scalar = slug.unicodeScalars.first(where: { forbidden.contains($0) || $0 == "/" || $0.value < 0x20 }) {
            return scalar.value < 0x20 ? "it holds an invisible character" : "it holds '\(scalar)'"
        }
        if slug.unicodeScalars.contains(where: \.properties.isWhitespace) { return "it holds a space" }
        return nil
    }

    private static let forbidden = Set("\\?#%:*\"<>|&'`^{}[]\u{7F}".unicodeScalars)
}
