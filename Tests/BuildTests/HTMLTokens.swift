/// The tags, texts and comments of a page, as a browser takes them (WHATWG HTML, 13.2.5; what the theme does not use is
/// left out). It is written apart from everything that writes HTML, so that both would have to be wrong alike.
struct HTMLTokens {
    /// A part of a page.
    enum Token: Equatable {
        case start(String, [Attribute])
        case end(String)
        case text(String)
        case comment(String)
    }

    /// An attribute with its value decoded.
    struct Attribute: Equatable {
        let name: String
        let value: String
    }

    /// The parts in order.
    private(set) var tokens: [Token] = []

    private let scalars: [Unicode.Scalar]
    private var index = 0

    init(_ bytes: [UInt8]) {
        scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
        while index < scalars.count { readPart() }
    }
}

extension HTMLTokens {
    /// The elements and the names of their attributes: what a page is made of, whatever it says.
    var structure: [String] {
        tokens.compactMap { token in
            switch token {
            case .start(let name, let attributes): "<\(name) \(attributes.map(\.name).joined(separator: " "))>"
            case .end(let name): "</\(name)>"
            case .comment: "<!---->"
            case .text: nil
            }
        }
    }

    /// The values of an attribute on elements of a name.
    func values(of attribute: String, on element: String) -> [String] {
        tokens.flatMap { token -> [String] in
            guard case .start(element, let attributes) = token else { return [] }
            return attributes.filter { $0.name == attribute }.map(\.value)
        }
    }

    /// The elements of a name with their attributes.
    func elements(_ element: String) -> [[String: String]] {
        tokens.compactMap { token in
            guard case .start(element, let attributes) = token else { return nil }
            return Dictionary(attributes.map { ($0.name, $0.value) }) { first, _ in first }
        }
    }

    /// The text within each element of a name.
    func texts(in element: String) -> [String] {
        var result: [String] = []
        var depth = 0
        for token in tokens {
            switch token {
            case .start(element, _):
                if depth == 0 { result.append("") }
                depth += 1
            case .end(element): depth -= 1
            case .text(let text) where depth > 0: result[result.count - 1] += text
            default: break
            }
        }
        return result
    }
}

extension HTMLTokens {
    private func at(_ text: String) -> Bool {
        let wanted = Array(text.unicodeScalars)
        guard index + wanted.count <= scalars.count else { return false }
        return zip(wanted, scalars[index...]).allSatisfy {
            $0.properties.lowercaseMapping == $1.properties.lowercaseMapping
        }
    }

    private func isLetter(_ position: Int) -> Bool {
        position < scalars.count && scalars[position].properties.isAlphabetic && scalars[position].isASCII
    }

    private mutating func take(while condition: (Unicode.Scalar) -> Bool) -> String {
        var text = String.UnicodeScalarView()
        while index < scalars.count, condition(scalars[index]) {
            text.append(scalars[index])
            index += 1
        }
        return String(text)
    }

    private mutating func readPart() {
        if at("<!--") {
            index += 4
            readComment()
        } else if at("<!") || at("<?") {
            _ = take { $0 != ">" }
            index += 1
        } else if at("</"), isLetter(index + 2) {
            index += 2
            let name = take { $0 != ">" && $0 != " " }.lowercased()
            _ = take { $0 != ">" }
            index += 1
            tokens.append(.end(name))
        } else if at("<"), isLetter(index + 1) {
            index += 1
            readStart()
        } else {
            let first = String(scalars[index])
            index += 1
            tokens.append(.text(Self.decode(first + take { $0 != "<" })))
        }
    }

    private mutating func readComment() {
        var text = ""
        while index < scalars.count, !at("-->"), !at("--!>") {
            text.unicodeScalars.append(scalars[index])
            index += 1
        }
        index += at("--!>") ? 4 : 3
        tokens.append(.comment(text))
    }

    private mutating func readStart() {
        let name = take { !" \t\n/>".unicodeScalars.contains($0) }.lowercased()
        var attributes: [Attribute] = []
        while index < scalars.count, scalars[index] != ">" {
            if " \t\n/".unicodeScalars.contains(scalars[index]) {
                index += 1
                continue
            }
            let key = take { !" \t\n/>=".unicodeScalars.contains($0) }.lowercased()
            var value = ""
            if index < scalars.count, scalars[index] == "=" {
                index += 1
                value = readValue()
            }
            attributes.append(Attribute(name: key, value: Self.decode(value)))
        }
        index += 1
        tokens.append(.start(name, attributes))
        // Within these, nothing but their own end is a tag.
        guard ["script", "style", "title", "textarea", "noscript"].contains(name) else { return }
        var text = ""
        while index < scalars.count, !at("</" + name) {
            text.unicodeScalars.append(scalars[index])
            index += 1
        }
        tokens.append(.text(["title", "textarea"].contains(name) ? Self.decode(text) : text))
    }

    private mutating func readValue() -> String {
        guard index < scalars.count, scalars[index] == "\"" || scalars[index] == "'" else {
            return take { !" \t\n>".unicodeScalars.contains($0) }
        }
        let quote = scalars[index]
        index += 1
        let value = take { $0 != quote }
        index += 1
        return value
    }

    private static func decode(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}
