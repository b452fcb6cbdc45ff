#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Standard output and standard error.
struct Terminal: Sendable {
    /// A colour of the terminal, as its escape code.
    enum Style: String {
        case bold = "1"
        case red = "1;31"
        case yellow = "1;33"
        case cyan = "36"
    }

    /// Whether standard error is a terminal, where a line can be shown and taken back.
    let isInteractive = isatty(2) == 1 && Environment.variable("TERM") != "dumb"
    /// Whether standard error may be coloured.
    let isColoured = isatty(2) == 1 && Self.coloursAllowed
    /// Whether standard output may be coloured.
    let isOutputColoured = isatty(1) == 1 && Self.coloursAllowed

    /// Writes a line to standard output.
    func print(_ line: String) { write(line + "\n", to: 1) }

    /// Writes text to standard error.
    func report(_ text: String) { write(text, to: 2) }

    /// Says why the command failed.
    func fail(_ message: String) { report(style("error:", .red) + " \(message)\n") }

    /// A text for standard error in a colour, where colours are shown.
    func style(_ text: String, _ style: Style) -> String { isColoured ? Self.coloured(text, style) : text }

    /// A text for standard output in a colour, where colours are shown.
    func printed(_ text: String, _ style: Style) -> String { isOutputColoured ? Self.coloured(text, style) : text }

    /// A text from the content, without characters that tell a terminal what to do or break the line.
    static func harmless(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? "\u{FFFD}" : $0 }))
    }

    /// Whether the user wants colours where they can be shown (no-color.org).
    private static let coloursAllowed =
        Environment.variable("NO_COLOR") == nil && Environment.variable("TERM") != "dumb"

    private static func coloured(_ text: String, _ style: Style) -> String {
        "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m"
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control
    }

    /// A word as a shell reads it back.
    static func shellQuoted(_ word: String) -> String {
        let isPlain = word.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte | 0x20) || (0x2D...0x39).contains(byte) || byte == UInt8(ascii: "_")
        }
        return isPlain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
    }

    private func write(_ text: String, to file: Int32) {
        var text = text
        text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while let start = rest.baseAddress, !rest.isEmpty {
                let count = Self.system(file, start, rest.count)
                if count < 0, errno == EINTR { continue }
                // A reader that has gone away (`guidepost check | head`) wants no more.
                if count <= 0 { return }
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            }
        }
    }

    private static func system(_ file: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
        #if canImport(Glibc)
            Glibc.write(file, bytes, count)
        #else
            Darwin.write(file, bytes, count)
        #endif
    }
}
