internal import HelpCenter

/// A tag of a Mustache template, with its place.
struct TemplateTag {
    /// What a tag does.
    enum Kind: Equatable {
        case variable(String)
        case section(String)
        case inverted(String)
        case close(String)
        case partial(String)
        case parent(String)
        case block(String)
        case comment
        case delimiters
        case unterminated
    }

    /// What it does.
    let kind: Kind
    /// Where it begins.
    let position: SourcePosition
    /// Its range in the text.
    let range: Range<String.Index>

    /// The tags of a template's text, in order.
    static func scan(_ text: String) -> [TemplateTag] {
        var tags: [TemplateTag] = []
        var line = 1
        var lineStart = text.startIndex
        var index = text.startIndex
        while index < text.endIndex {
            if text[index].isNewline {
                line += 1
                lineStart = text.index(after: index)
            }
            guard text[index...].hasPrefix("{{") else {
                index = text.index(after: index)
                continue
            }
            let column = text.unicodeScalars.distance(from: lineStart, to: index) + 1
            let position = SourcePosition(line: line, column: column)
            let (kind, end) = tag(in: text, at: index)
            tags.append(TemplateTag(kind: kind, position: position, range: index..<end))
            for passed in text[index..<end].indices where text[passed].isNewline {
                line += 1
                lineStart = text.index(after: passed)
            }
            index = end
        }
        return tags
    }

    private static func tag(in text: String, at start: String.Index) -> (Kind, String.Index) {
        let rest = text[text.index(start, offsetBy: 2)...]
        let isRaw = rest.hasPrefix("{")
        let closing = isRaw ? "}}}" : "}}"
        guard let end = rest.firstRange(of: closing) else { return (.unterminated, text.endIndex) }
        let inner = (isRaw ? rest.dropFirst() : rest)[..<end.lowerBound]
        let name = String(inner.drop { "#^/><$&! ".contains($0) }.filter { $0 != " " })
        let kind: Kind =
            switch inner.first {
            case "#": .section(name)
            case "^": .inverted(name)
            case "/": .close(name)
            case ">": .partial(name)
            case "<": .parent(name)
            case "$": .block(name)
            case "=": .delimiters
            case "!", "%": .comment
            default: .variable(name)
            }
        return (kind, end.upperBound)
    }
}
