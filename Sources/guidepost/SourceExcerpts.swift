#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif
internal import HelpCenter

/// The source lines that diagnostics point at. The last file read is kept: diagnostics come sorted by file.
struct SourceExcerpts {
    /// How many characters of a line are shown.
    private static let width = 100

    private var path = ""
    private var lines: [Substring] = []
    /// The line shown last, as characters: a line with a thousand mistakes is taken apart once.
    private var current: (number: Int, scalars: [Unicode.Scalar]) = (0, [])

    /// The line of a place, and the spaces that lead to its column; nil when it cannot be read.
    mutating func excerpt(_ path: String, _ position: SourcePosition) -> (line: String, indentation: String)? {
        if path != self.path {
            self.path = path
            current = (0, [])
            lines = Self.read(path).split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        }
        guard lines.indices.contains(position.line - 1) else { return nil }
        if current.number != position.line {
            current = (position.line, Array(lines[position.line - 1].unicodeScalars))
        }
        let scalars = current.scalars
        let column = min(position.column - 1, scalars.count)
        // Long lines are shown from a little before the place.
        let start = column > Self.width - 20 ? column - 40 : 0
        let shown = scalars[start..<min(start + Self.width, scalars.count)].map(Self.visible)
        let prefix = start > 0 ? "…" : ""
        let indentation = prefix.isEmpty ? "" : " "
        let before = shown.prefix(column - start).map { Self.isWide($0) ? "  " : " " }.joined()
        var line = String.UnicodeScalarView()
        line.append(contentsOf: shown)
        return (prefix + String(line), indentation + before)
    }
}

extension SourceExcerpts {
    /// A character as a terminal can show it without being told what to do.
    private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar == "\t" { return " " }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate: return "\u{FFFD}"
        default: return scalar
        }
    }

    /// Whether a terminal gives a character two columns (East Asian wide and fullwidth blocks, emoji).
    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            true
        default:
            false
        }
    }

    private static func read(_ path: String) -> String {
        guard let file = fopen(path, "rb") else { return "" }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count < 1 << 24 {
            let count = fread(&buffer, 1, buffer.count, file)
            if count == 0 { break }
            bytes += buffer[..<count]
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
