import HelpCenter
import Testing

struct LocaleCodeTests {
    @Test(arguments: [
        ("en", "en"), ("EN", "en"), ("zh-hans", "zh-Hans"), ("pt-br", "pt-BR"), ("zh-HANT-hk", "zh-Hant-HK"),
        ("es-419", "es-419"),
        ("fil", "fil"), ("sr-latn", "sr-Latn"), ("ca-valencia", "ca-valencia"), ("de-1996", "de-1996"),
        ("sl-rozaj-biske", "sl-rozaj-biske"),
    ])
    func codesAreWrittenAsBCP47Recommends(text: String, code: String) {
        #expect(LocaleCode(text)?.rawValue == code)
    }

    @Test(arguments: [
        "", "e", "english", "en-", "-en", "en--GB", "en_GB", "1n", "en-GB-Latn", "zh-Hans-", "../en", "en/gb", "é",
        "en-u-nu-arab",
        "en-G", "x-private", "zh Hans", "en\u{0}",
    ])
    func otherTextsAreNoCodes(text: String) {
        #expect(LocaleCode(text) == nil)
    }

    @Test(arguments: [
        ("ar", "rtl"), ("he", "rtl"), ("fa", "rtl"), ("ur-PK", "rtl"), ("az-Arab", "rtl"), ("pa-Arab", "rtl"),
        ("en", "ltr"),
        ("zh-Hans", "ltr"), ("az", "ltr"), ("ku-Latn", "ltr"), ("ar-Latn", "ltr"), ("ckb", "rtl"), ("yi", "rtl"),
        ("dv", "rtl"),
        ("he-Hebr", "rtl"), ("ks-Deva", "ltr"), ("ks", "rtl"), ("ku", "ltr"), ("ku-Arab", "rtl"), ("ug-Cyrl", "ltr"),
        ("sd-Deva", "ltr"), ("tr", "ltr"),
    ])
    func theDirectionIsThatOfTheScript(code: String, direction: String) throws {
        #expect(try #require(LocaleCode(code)).direction.rawValue == direction)
    }

    @Test func theLanguageIsTheFirstPart() throws {
        #expect(try #require(LocaleCode("zh-Hans-SG")).language == "zh")
    }
}
