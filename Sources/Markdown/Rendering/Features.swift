/// What a text holds, by a quick look at its bytes, so that most texts skip most extensions.
struct Features {
    let hasTildes: Bool
    /// Something that may be a bare address with a scheme.
    let hasWebAddresses: Bool
    /// Something that may be an address without scheme: of a web page or for mail.
    let hasShortAddresses: Bool
    /// Something that may be an anchor chosen by the author.
    let hasAnchors: Bool
    /// Something that may be a footnote.
    let hasFootnotes: Bool

    init(of text: [UInt8]) {
        hasTildes = text.contains("~")
        hasWebAddresses = text.contains("://")
        hasShortAddresses = text.contains("www.") || text.contains("@")
        hasAnchors = text.contains("{#")
        hasFootnotes = text.contains("[^") && text.contains("]:")
    }

    /// Whether text may hold something else than itself.
    var hasInlineExtensions: Bool { hasTildes || hasAddresses || hasFootnotes }

    var hasAddresses: Bool { hasWebAddresses || hasShortAddresses }
}
