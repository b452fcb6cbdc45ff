/// One of the two foldings of search: how it normalises, and what it does to each code point.
enum FoldingForm {
    /// NFKC and lower case: the form that tokens are cut from.
    case lower
    /// Without accents: the form that terms and their surface forms are compared in.
    case bare

    /// The code points that are not there after `lower`: they change how text looks, or nothing.
    static let invisible: [ClosedRange<UInt32>] = [
        0xAD...0xAD, 0x640...0x640, 0x180B...0x180D, 0x180F...0x180F, 0x200B...0x200D, 0xFE00...0xFE0F,
        0xFEFF...0xFEFF, 0xE0100...0xE01EF,
    ]

    /// The combining marks of Latin, Greek and Cyrillic, the vowel signs of Arabic and the points of Hebrew, none of
    /// which `bare` keeps.
    static let dropped: [ClosedRange<UInt32>] = [0x300...0x36F, 0x591...0x5C7, 0x64B...0x65F, 0x670...0x670]

    /// и, behind which the breve (U+0306) stays: й is a letter of its own, not an и with an accent.
    static let shortI: UInt32 = 0x438
    static let breve: UInt32 = 0x306

    /// Letters that `bare` writes otherwise although they have no decomposition. (أ, إ and آ have one, and become ا.)
    static let plainLetters: [UInt32: [UInt8]] = [
        0xDF: Array("ss".utf8), 0xE6: Array("ae".utf8), 0x153: Array("oe".utf8), 0xF8: Array("o".utf8),
        0x111: Array("d".utf8), 0x142: Array("l".utf8), 0x131: Array("i".utf8), 0xF0: Array("d".utf8),
        0xFE: Array("th".utf8), 0x671: Array("ا".utf8), 0x649: Array("ي".utf8), 0x629: Array("ه".utf8),
    ]

    /// The lower-case letters that search reads as others.
    static let unifiedLetters: [ClosedRange<UInt32>] = [0x3C2...0x3C2, 0x30A1...0x30F6, 0x30FD...0x30FE]

    /// A letter in lower case as search reads it: σ at the end of a word too, and hiragana for katakana.
    static func unified(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x3C2: 0x3C3
        case 0x30A1...0x30F6, 0x30FD, 0x30FE: scalar - 0x60
        default: scalar
        }
    }

    /// Appends characters that have lost their marks, in plain letters.
    static func appendPlain(_ scalars: [UInt32], to output: inout [UInt8]) {
        for scalar in scalars {
            if let letters = plainLetters[scalar] { output += letters } else { UTF8Scalars.append(scalar, to: &output) }
        }
    }
}
