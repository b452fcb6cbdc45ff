import HelpCenter
import Testing

struct LanguageMatchTests {
    @Test(arguments: [
        ("en", "en"), ("en", "en-GB"), ("zh", "zh-Hans"), ("zh", "zh-TW"), ("zh-CN", "zh-Hans"), ("zh-HK", "zh-Hant"),
        ("zh-Hant-HK", "zh-TW"), ("pt", "pt-BR"), ("pt-PT", "pt-BR"), ("sr", "sr-Latn"), ("de-1996", "de"),
    ])
    func oneLanguageInOneScriptIsReadable(one: String, other: String) throws {
        let (one, other) = (try #require(LocaleCode(one)), try #require(LocaleCode(other)))
        #expect(one.isReadable(in: other) && other.isReadable(in: one))
    }

    @Test(arguments: [
        ("en", "ko"), ("zh-Hans", "zh-Hant"), ("zh-CN", "zh-TW"), ("zh-TW", "zh-Hans"), ("sr-Cyrl", "sr-Latn"),
        ("no", "nb"),
    ])
    func anotherLanguageOrScriptIsNot(one: String, other: String) throws {
        let (one, other) = (try #require(LocaleCode(one)), try #require(LocaleCode(other)))
        #expect(!one.isReadable(in: other) && !other.isReadable(in: one))
    }
}
