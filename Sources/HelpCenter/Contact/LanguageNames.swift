/// Languages by their own names, for channels that answer in languages the site has no locale for (CLDR 45).
public enum LanguageNames {
    /// The name of a language in itself; its code where it is not known.
    public static func name(of code: LocaleCode) -> String {
        names[code.rawValue] ?? names[code.language] ?? code.rawValue
    }

    private static let names = [
        "ar": "العربية", "bg": "български", "bn": "বাংলা", "ca": "català", "cs": "čeština", "da": "dansk",
        "de": "Deutsch", "el": "Ελληνικά", "en": "English", "es": "español", "et": "eesti", "fa": "فارسی",
        "fi": "suomi", "fil": "Filipino", "fr": "français", "he": "עברית", "hi": "हिन्दी", "hr": "hrvatski",
        "hu": "magyar", "hy": "հայերեն", "id": "Bahasa Indonesia", "it": "italiano", "ja": "日本語", "ka": "ქართული",
        "kk": "қазақ тілі", "km": "ខ្មែរ", "ko": "한국어", "lt": "lietuvių", "lv": "latviešu", "mn": "монгол",
        "ms": "Bahasa Melayu", "my": "မြန်မာ", "nb": "norsk bokmål", "ne": "नेपाली", "nl": "Nederlands", "no": "norsk",
        "pl": "polski", "pt": "português", "pt-BR": "português (Brasil)", "ro": "română", "ru": "русский",
        "si": "සිංහල", "sk": "slovenčina", "sl": "slovenščina", "sq": "shqip", "sr": "српски", "sv": "svenska",
        "sw": "Kiswahili", "ta": "தமிழ்", "te": "తెలుగు", "th": "ไทย", "tr": "Türkçe", "uk": "українська", "ur": "اردو",
        "uz": "o‘zbek", "vi": "Tiếng Việt", "yue": "粵語", "zh": "中文", "zh-Hans": "简体中文", "zh-Hant": "繁體中文",
    ]
}
