extension String {
    /// The text as diagnostics show it: cut when it is long, and with the numbers of characters that nobody sees. Quoted
    /// YAML can hold any character, also those that command a terminal.
    public var shown: String {
        let longest = 100
        var result = ""
        for scalar in unicodeScalars.prefix(longest) {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse, .surrogate:
                result += "<\(codePointName(scalar.value))>"
            case .spaceSeparator where scalar != " ": result += "<\(codePointName(scalar.value))>"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + (unicodeScalars.dropFirst(longest).isEmpty ? "" : "…")
    }
}

/// A code point's number as Unicode writes it, such as `U+202E`: the name of a character that nobody sees.
public func codePointName(_ codePoint: UInt32) -> String {
    let digits = String(codePoint, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
