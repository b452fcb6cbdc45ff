/// Tells which tags of a template the engine takes away together with their lines.
///
/// Mustache does so with a tag that is alone on its line. This engine (swift-mustache 2.1.1) has one more rule: behind a
/// section's closing tag it takes for the beginning of a line what its opening tag left there.
struct StandaloneTags {
    private var isAtLineStart = true
    private var openings: [Bool] = []

    /// Whether the next tag goes with its line. All tags must be asked about, in order.
    ///
    /// - Parameters:
    ///   - kind: What it does.
    ///   - before: The text between the tag before, or the end of the line that went with it, and this one.
    ///   - after: The text from its end.
    mutating func isStandalone(_ kind: TemplateTag.Kind, before: Substring, after: Substring) -> Bool {
        if let newline = before.lastIndex(where: \.isNewline) {
            isAtLineStart = before[before.index(after: newline)...].allSatisfy(Self.isBlank)
        } else if !before.allSatisfy(Self.isBlank) {
            isAtLineStart = false
        }
        let endsLine = after.isEmpty || after.first { !Self.isBlank($0) }?.isNewline == true
        var isAlone = isAtLineStart && endsLine
        switch kind {
        case .variable, .unterminated: isAlone = false
        case .section, .inverted, .block, .parent: openings.append(isAlone)
        case .close, .partial, .comment, .delimiters: break
        }
        isAtLineStart = isAlone
        if case .close = kind { isAtLineStart = openings.popLast() ?? isAlone }
        return isAlone
    }

    /// Whether a character is one that may stand beside a tag that is alone on its line.
    static func isBlank(_ character: Character) -> Bool { character == " " || character == "\t" }
}
