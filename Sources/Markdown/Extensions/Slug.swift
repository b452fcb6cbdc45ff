/// The readable part of an address that is made of a text.
///
/// It is made as GitHub makes it, and with it Hugo, Docusaurus and Starlight, so that links written for those keep their
/// targets: letters, digits, `-` and `_` stay, spaces become `-`, everything else goes. Only hyphens at the ends are
/// dropped, which are left there by emoji and quotation marks.
enum Slug {
    /// The slug of a text in UTF-8; empty when there are neither letters nor digits.
    static func make(of text: String) -> [UInt8] {
        var slug: [UInt8] = []
        slug.reserveCapacity(text.utf8.count)
        var holdsLetter = false
        for scalar in text.unicodeScalars {
            if isKept(scalar) {
                holdsLetter = true
            } else if scalar == "_" {
                slug.append(UInt8(ascii: "_"))
                continue
            } else {
                if scalar == "-" || isSpace(scalar) { slug.append(UInt8(ascii: "-")) }
                continue
            }
            if scalar.isASCII {
                slug.append(UInt8(scalar.value).lowercasedASCII)
            } else if isUncased(scalar) {
                slug.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            } else {
                slug.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
            }
        }
        guard holdsLetter else { return [] }
        while slug.last == UInt8(ascii: "-") { slug.removeLast() }
        return Array(slug.drop { $0 == UInt8(ascii: "-") })
    }

    /// Letters, digits, and the marks that some scripts write vowels with.
    static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return UInt8(scalar.value).isASCIIAlphanumeric }
        if isUncased(scalar) { return true }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .decimalNumber, .letterNumber:
            // A variation selector is a mark, but of the emoji before it.
            return scalar.value & 0xFFF0 != 0xFE00
        default: return false
        }
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? UInt8(scalar.value).isWhitespace : scalar.properties.isWhitespace
    }

    /// The commonest letters without case, recognised without a look into Unicode's tables: Han, kana and Hangul.
    private static func isUncased(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x4E00...0x9FFF, 0x3041...0x3096, 0x30A1...0x30FA, 0xAC00...0xD7A3: true
        default: false
        }
    }
}
