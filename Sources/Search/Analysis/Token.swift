/// A piece of a text that search looks up.
public struct Token: Sendable, Equatable {
    /// The class of a token, by the writing of its characters.
    public enum Kind: UInt8, Sendable {
        /// A word between separators; the only kind that has a stem.
        case word = 1
        /// A character of a Chinese or Japanese text, or two that stand together.
        case gram2
        /// A Korean word of one syllable, or two syllables that stand together.
        case hangul
        /// Three characters of Thai, Lao, Burmese or Khmer, or all of a run that is shorter.
        case gram3
    }

    /// The class.
    public let kind: Kind
    /// The first byte in the tokenizer's text.
    public let start: UInt32
    /// The byte behind the last one in the tokenizer's text.
    public let end: UInt32
    /// The running number of the word or character at which the token begins. Neighbours differ by one.
    public let position: UInt32

    /// The bytes in the tokenizer's text.
    public var range: Range<Int> { Int(start)..<Int(end) }
}

extension Token.Kind {
    /// The code points of scripts that are written without spaces, and of Korean; every other letter, mark and number
    /// belongs to `word`.
    static let scripts: [(kind: Token.Kind, ranges: [ClosedRange<UInt32>])] = [
        (
            .gram2,
            [
                0x3005...0x3007, 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF,
                0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF,
            ]
        ),
        (.hangul, [0x1100...0x11FF, 0x3131...0x318E, 0xAC00...0xD7A3]),
        (
            .gram3,
            [
                0x0E01...0x0E3A, 0x0E40...0x0E4E, 0x0E81...0x0EBD, 0x0EC0...0x0ECD, 0x0EDC...0x0EDF, 0x1000...0x103F,
                0x1050...0x109F, 0x1780...0x17D3,
            ]
        ),
    ]
}
