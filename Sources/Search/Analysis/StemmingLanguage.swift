public import HelpCenter

/// A language whose words have stems, because Snowball has an algorithm for it (libstemmer 2.2).
///
/// Words of any other language are terms as they stand.
public enum StemmingLanguage: String, Sendable, CaseIterable {
    case arabic, armenian, basque, catalan, danish, dutch, english, finnish, french, german, greek, hindi, hungarian
    case indonesian, irish, italian, lithuanian, nepali, norwegian, portuguese, romanian, russian, serbian, spanish
    case swedish, tamil, turkish, yiddish

    /// The language of a text's locale; nil when Snowball has no algorithm for it.
    public init?(_ locale: LocaleCode) {
        guard let language = Self.byCode[locale.language] else { return nil }
        self = language
    }

    /// The name by which libstemmer knows the algorithm.
    var algorithm: String { rawValue }
}

extension StemmingLanguage {
    /// Primary language subtags (ISO 639-1). Both written forms of Norwegian share an algorithm; `in`, `ji` and `mo`
    /// are old codes that stand beside `id`, `yi` and `ro`.
    private static let byCode: [String: StemmingLanguage] = [
        "ar": .arabic, "ca": .catalan, "da": .danish, "de": .german, "el": .greek, "en": .english, "es": .spanish,
        "eu": .basque, "fi": .finnish, "fr": .french, "ga": .irish, "hi": .hindi, "hu": .hungarian, "hy": .armenian,
        "id": .indonesian, "in": .indonesian, "it": .italian, "ji": .yiddish, "lt": .lithuanian, "mo": .romanian,
        "nb": .norwegian, "ne": .nepali, "nl": .dutch, "nn": .norwegian, "no": .norwegian, "pt": .portuguese,
        "ro": .romanian, "ru": .russian, "sr": .serbian, "sv": .swedish, "ta": .tamil, "tr": .turkish, "yi": .yiddish,
    ]
}
