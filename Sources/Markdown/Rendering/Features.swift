/// What a text holds, by a quick look at its bytes, so that most texts skip most extensions.
struct Features {
    let hasTildes: Bool
    /// Something that may be a bare address with a scheme, rather than the target of a link.
    let hasWebAddresses: Bool
    /// Something that may be an address without scheme: of a web page or for mail.
    let hasShortAddresses: Bool
    /// Something that may be an anchor chosen by the author.
    let hasAnchors: Bool
    /// Something that may be a footnote.
    let hasFootnotes: Bool

    init(of text: [UInt8]) {
        hasTildes = text.contains("~")
        hasWebAddresses = Self.hasBareAddress(text)
        hasShortAddresses = text.contains("www.") || text.contains("@")
        hasAnchors = text.contains("{#")
        hasFootnotes = text.contains("[^") && text.contains("]:")
    }

    /// Whether text may hold something else than itself.
    var hasInlineExtensions: Bool { hasTildes || hasAddresses || hasFootnotes }

    var hasAddresses: Bool { hasWebAddresses || hasShortAddresses }

    /// Whether an `http://` or `https://` stands elsewhere than after `](` or `<`, where Markdown expects it.
    private static func hasBareAddress(_ text: [UInt8]) -> Bool {
        var offset = 0
        while let colon = text.firstRange(of: "://", from: offset) {
            offset = colon + 3
            var start = colon
            while start > 0, text[start - 1].isASCIILetter { start -= 1 }
            if !text.matches("](", at: start - 2), !text.matches("<", at: start - 1) { return true }
        }
        return false
    }
}
