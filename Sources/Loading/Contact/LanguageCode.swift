internal import HelpCenter

/// Which codes of two letters are languages (ISO 639-1), and what people write in their place: codes of countries.
enum LanguageCode {
    /// Whether a code is that of a language. Codes of three letters are thousands, and nobody mistakes a country for one.
    static func isKnown(_ code: LocaleCode) -> Bool {
        code.language.utf8.count != 2 || languages.contains(Substring(code.language))
    }

    /// The language that was meant by the code of a country; nil where that is not plain.
    static func language(ofCountry code: LocaleCode) -> String? {
        countries[code.language]
    }

    private static let languages = Set(
        """
        aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en \
        eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv \
        ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne \
        ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st \
        su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
        """.split(separator: " "))

    private static let countries = [
        "cn": "zh-Hans", "cz": "cs", "dk": "da", "gr": "el", "hk": "zh-Hant", "ir": "fa",
        "jp": "ja", "ua": "uk", "us": "en", "vn": "vi",
    ]
}
