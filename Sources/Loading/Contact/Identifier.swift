/// The rule for the names that channels, topics and fields are known by in links, in scripts and in `contact.json`.
enum Identifier {
    /// The longest name, in characters.
    static let longest = 64

    /// Names with a meaning of their own: `topics: [all]`, and what every object of JavaScript has.
    private static let reserved = ["all", "constructor"]

    /// Why a text cannot be an id; nil when it can.
    static func problem(of text: String) -> String? {
        if text.isEmpty { return "it is empty" }
        if !text.utf8.allSatisfy(isAllowed) { return "it holds something else than a-z, 0-9 and '-'" }
        if text.utf8.count > longest { return "it is longer than \(longest) characters" }
        if reserved.contains(text) { return "the word has a meaning of its own" }
        return nil
    }

    /// An id made of the letters of a text; nil when too little is left of it.
    static func suggestion(for text: String) -> String? {
        let words = text.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        let id = words.joined(separator: "-")
        return problem(of: id) == nil ? id : nil
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
    }
}
