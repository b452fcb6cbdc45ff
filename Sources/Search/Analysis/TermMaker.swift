public import HelpCenter

/// Makes index terms of the tokens of texts in one language; one for each worker and language.
///
/// A term takes about a microsecond to make, so that callers keep the term of each distinct token.
public struct TermMaker: ~Copyable {
    private var stemmer: Stemmer?
    private let rules: TermRules
    private var stem: [UInt8] = []

    /// The rules for texts of a locale.
    public init(locale: LocaleCode) {
        stemmer = StemmingLanguage(locale).flatMap { Stemmer($0) }
        rules = TermRules(locale: locale)
    }

    /// Appends the term of a token.
    public mutating func appendTerm(of token: Span<UInt8>, kind: Token.Kind, to output: inout [UInt8]) {
        switch kind {
        case .word where rules.keepsAccents: TermMaker.append(token, to: &output)
        case .word: appendStem(of: token, to: &output)
        case .gram2 where rules.simplifies: HanVariants.simplify(token, into: &output)
        case .gram2, .hangul, .gram3: TermMaker.append(token, to: &output)
        }
    }
}

extension TermMaker {
    private mutating func appendStem(of word: Span<UInt8>, to output: inout [UInt8]) {
        if stemmer == nil {
            TextFolding.bare(word, into: &output)
            return
        }
        stem.removeAll(keepingCapacity: true)
        if rules.readsYoAsYe {
            stemmer?.appendStem(of: TermMaker.withoutYo(word).span, to: &stem)
        } else {
            stemmer?.appendStem(of: word, to: &stem)
        }
        TextFolding.bare(stem.span, into: &output)
    }

    /// A Russian word with е for ё (U+0451), as most texts spell it and as the stemmer expects it.
    private static func withoutYo(_ word: Span<UInt8>) -> [UInt8] {
        var spelling: [UInt8] = []
        append(word, to: &spelling)
        for index in spelling.indices.dropFirst() where spelling[index - 1] == 0xD1 && spelling[index] == 0x91 {
            spelling[index - 1] = 0xD0
            spelling[index] = 0xB5
        }
        return spelling
    }

    private static func append(_ bytes: Span<UInt8>, to output: inout [UInt8]) {
        bytes.withUnsafeBufferPointer { output.append(contentsOf: $0) }
    }
}

/// What terms of a language need besides its stemmer.
private struct TermRules {
    /// Vietnamese: words differ by their accents alone.
    let keepsAccents: Bool
    /// Russian.
    let readsYoAsYe: Bool
    /// Every language but Chinese in traditional characters: readers of both kinds of Chinese find the same terms.
    let simplifies: Bool

    init(locale: LocaleCode) {
        keepsAccents = locale.language == "vi"
        readsYoAsYe = locale.language == "ru"
        let subtags = locale.rawValue.split(separator: "-").dropFirst()
        let isTraditional =
            subtags.contains("Hant")
            || !subtags.contains("Hans") && subtags.contains { ["TW", "HK", "MO"].contains($0) }
        simplifies = !(locale.language == "zh" && isTraditional)
    }
}
