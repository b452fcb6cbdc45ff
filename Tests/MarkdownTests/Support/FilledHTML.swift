import Markdown

extension MarkdownDocument {
    /// The HTML with its holes filled simply, as on a page where every link has its target.
    var filledHTML: String {
        var result: [UInt8] = []
        var offset = 0
        for hole in holes {
            result += html[offset..<hole.offset]
            offset = hole.offset
            result += text(for: hole.content).utf8
        }
        result += html[offset...]
        return String(decoding: result, as: UTF8.self)
    }

    private func text(for content: Content) -> String {
        switch content {
        case .linkStart(let index):
            let link = links[index]
            let title = link.title.isEmpty ? "" : " title=\"\(escaped(link.title))\""
            return "<a href=\"\(address(link.destination))\"\(title)>"
        case .linkEnd: return "</a>"
        case .media(let index):
            let media = media[index]
            let title = media.caption.isEmpty ? "" : " title=\"\(escaped(media.caption))\""
            let image = "<img src=\"\(address(media.destination))\" alt=\"\(escaped(media.alt))\"\(title) />"
            return media.isFigure || media.isVideo ? "<figure>\(image)</figure>" : image
        case .answerStart, .answerEnd: return ""
        }
    }
}

/// A text in HTML.
func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
        switch character {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        default: result.append(character)
        }
    }
    return result
}

/// An address in HTML: percent-encoded where it must be, as cmark does.
private func address(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
        let character = Character(Unicode.Scalar(byte))
        if byte < 0x80, character.isLetter || character.isNumber || "-_.+!*(),%#@?=;:/$~".contains(character) {
            result.append(character)
        } else if character == "&" {
            result += "&amp;"
        } else if character == "'" {
            result += "&#x27;"
        } else {
            let digits = String(byte, radix: 16, uppercase: true)
            result += "%" + (digits.count == 1 ? "0" : "") + digits
        }
    }
    return result
}

/// The HTML of a text, filled, with the links of headings to themselves taken off.
func html(_ markdown: String, options: MarkdownOptions = MarkdownOptions()) -> String {
    MarkdownDocument.parse(Array(markdown.utf8), options: options).filledHTML.withoutHeadingLinks
}

/// The document of a text.
func document(_ markdown: String, options: MarkdownOptions = MarkdownOptions()) -> MarkdownDocument {
    MarkdownDocument.parse(Array(markdown.utf8), options: options)
}

/// The issues of a text, as `line:column id`.
func issues(_ markdown: String, options: MarkdownOptions = MarkdownOptions()) -> [String] {
    document(markdown, options: options).issues.map { "\($0.line):\($0.column) \($0.id)" }
}

extension String {
    /// Without the link that each heading carries to itself.
    var withoutHeadingLinks: String {
        var result = ""
        var rest = self[...]
        while let start = rest.firstRange(of: "<a class=\"heading-link\""),
            let end = rest[start...].firstRange(of: "</a>")
        {
            result += rest[..<start]
            rest = rest[rest.index(end, offsetBy: 4)...]
        }
        return result + rest
    }

    /// Without the anchors of headings.
    var withoutAnchors: String {
        var result = ""
        var rest = self[...]
        while let start = rest.firstRange(of: " id=\"") {
            let isHeading = rest[..<start].suffix(3).first == "<" && rest[..<start].suffix(2).first == "h"
            let value = rest.index(start, offsetBy: 5)
            let end = rest[value...].firstIndex(of: "\"").map { rest.index(after: $0) } ?? rest.endIndex
            result += rest[..<(isHeading ? start : end)]
            rest = rest[end...]
        }
        return result + rest
    }
}

extension Substring {
    func firstRange(of text: String) -> Index? {
        var index = startIndex
        while index < endIndex {
            if self[index...].hasPrefix(text) { return index }
            index = self.index(after: index)
        }
        return nil
    }
}
