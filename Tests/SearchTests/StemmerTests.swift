import HelpCenter
import Search
import Testing

@Suite struct StemmerTests {
    @Test func everyLanguageHasItsAlgorithm() {
        for language in StemmingLanguage.allCases {
            let hasAlgorithm = Stemmer(language) != nil
            #expect(hasAlgorithm, "\(language)")
        }
    }

    @Test(arguments: [
        ("en", "withdrawals", "withdraw"), ("en-GB", "verifying", "verifi"), ("de-AT", "auszahlungen", "auszahl"),
        ("es", "retiros", "retir"), ("ru", "кошельки", "кошельк"), ("tr", "hesaplarımız", "hesap"),
        ("nb", "kontoene", "konto"), ("pt-BR", "saques", "saqu"), ("ar", "الحسابات", "حساب"),
    ])
    func wordsLoseTheirEndings(code: String, word: String, expected: String) throws {
        let language = try #require(LocaleCode(code).flatMap(StemmingLanguage.init))
        var stem: [UInt8] = []
        if var stemmer = Stemmer(language) { stemmer.appendStem(of: Array(word.utf8).span, to: &stem) }
        #expect(String(decoding: stem, as: UTF8.self) == expected)
    }

    @Test(arguments: ["zh-Hans", "zh-Hant", "ja", "ko", "th", "vi", "pl", "uk"])
    func languagesWithoutAlgorithmHaveNoStemmer(code: String) throws {
        #expect(StemmingLanguage(try #require(LocaleCode(code))) == nil)
    }
}
