/// Reads HTML as strictly as the renderer must write it, and says what is wrong: a tag or attribute that is never
/// written, an attribute without quotation marks, tags that are not well nested, an address of another kind.
struct HTMLCheck {
    private(set) var problems: [String] = []
    private var open: [String] = []
    private var rest: Substring.UTF8View

    /// The problems of a text; empty when there are none.
    static func problems(in html: String) -> [String] {
        var check = HTMLCheck(rest: html[...].utf8)
        check.run()
        return check.problems
    }

    private init(rest: Substring.UTF8View) { self.rest = rest }

    private mutating func run() {
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[rest.index(after: start)...]
            guard let end = tagEnd() else {
                problems.append("'<' that begins no tag: \(Substring(rest.prefix(40)))")
                return
            }
            read(tag: Substring(rest[..<end]))
            rest = rest[rest.index(after: end)...]
        }
        if !open.isEmpty { problems.append("never closed: \(open)") }
    }

    /// The place of the `>` that ends a tag: the first one outside of quotation marks.
    private func tagEnd() -> Substring.UTF8View.Index? {
        var isQuoted = false
        for index in rest.indices {
            switch rest[index] {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ">") where !isQuoted: return index
            case UInt8(ascii: "<") where !isQuoted: return nil
            default: break
            }
        }
        return nil
    }

    private mutating func read(tag: Substring) {
        if tag.hasPrefix("/") {
            let name = String(tag.dropFirst())
            if open.popLast() != name { problems.append("</\(name)> closes something else") }
            return
        }
        let name = String(tag.prefix { $0 != " " })
        if !Self.tags.contains(name) { problems.append("tag <\(name)>") }
        // By scalars: a value may begin with a mark that would join its quotation mark.
        var attributes = tag.unicodeScalars.dropFirst(name.unicodeScalars.count)
        if attributes.suffix(2).elementsEqual(" /".unicodeScalars) { attributes = attributes.dropLast(2) }
        while !attributes.isEmpty { read(attribute: &attributes, of: name) }
        if !Self.voidTags.contains(name) { open.append(name) }
    }

    private mutating func read(attribute rest: inout Substring.UnicodeScalarView, of tag: String) {
        rest = rest.drop { $0 == " " }
        let name = String(rest.prefix { $0 != "=" && $0 != " " })
        rest = rest.dropFirst(name.unicodeScalars.count)
        guard rest.starts(with: "=\"".unicodeScalars) else {
            if name != "disabled", name != "checked" {
                problems.append("attribute '\(name)' of <\(tag)> without value")
                rest = rest.dropFirst(rest.count)
            }
            return
        }
        let value = rest.dropFirst(2).prefix { $0 != "\"" }
        rest = rest.dropFirst(value.count + 3)
        if !Self.attributes.contains(name) { problems.append("attribute '\(name)' of <\(tag)>") }
        if name == "href" || name == "src" { check(address: Substring(value)) }
    }

    /// An address is complete, or one of the site: it has no scheme, and no host of its own.
    private mutating func check(address: Substring) {
        let scheme = address.prefix { !":/?#".contains($0) }
        let isScheme = scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
        let isComplete = isScheme && address.dropFirst(scheme.count).first == ":"
        if isComplete, !["http", "https", "mailto", "tel"].contains(scheme.lowercased()) {
            problems.append("address '\(address)'")
        }
        if address.hasPrefix("//") || address.hasPrefix("\\\\") || address.hasPrefix("/\\") {
            problems.append("address '\(address)'")
        }
        if address.unicodeScalars.contains(where: { $0.value <= 0x20 }) { problems.append("address '\(address)'") }
    }

    private static let voidTags: Set<String> = ["br", "hr", "img", "input", "wbr"]
    private static let tags: Set<String> = voidTags.union([
        "a", "abbr", "aside", "b", "blockquote", "cite", "code", "dd", "del", "details", "dfn", "div", "dl", "dt", "em",
        "figure", "h1", "h2", "h3", "h4", "h5", "h6", "i", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "s",
        "samp", "section", "small", "strong", "sub", "summary", "sup", "table", "tbody", "td", "th", "thead", "tr", "u",
        "ul", "var",
    ])
    private static let attributes: Set<String> = [
        "alt", "aria-label", "class", "href", "id", "role", "src", "start", "tabindex", "title", "type",
    ]
}
