import HelpCenter
import Testing
import Theme

@testable import Loading

/// The interface texts that come with Guidepost: complete and alike in every locale.
struct InterfaceTextTests {
    static let codes = Theme.strings.map { String($0.path.dropLast(4)) }.sorted()

    @Test func tenLocalesAreBuiltIn() {
        #expect(Self.codes == ["ar", "en", "es", "ja", "ko", "pt", "pt-BR", "ru", "zh-Hans", "zh-Hant"])
    }

    @Test(arguments: codes)
    func everyLocaleHasTheKeysOfEnglish(code: String) throws {
        let english = Self.keys(try Self.mapping("en"))
        let own = Self.keys(try Self.mapping(code))
        #expect(own == english)
    }

    @Test(arguments: codes)
    func everyTextHasThePlaceholdersOfEnglish(code: String) throws {
        let (english, own) = (try Self.texts("en"), try Self.texts(code))
        for (key, text) in english.texts where key != "date" {
            let (expected, given) = (Self.placeholders(text), Self.placeholders(try #require(own.texts[key])))
            // A form for one or two may name its number in words.
            #expect(given.isSubset(of: expected), "\(key) of \(code)")
            #expect(
                Self.placeholders(Self.mostGeneral(try #require(own.texts[key])))
                    == Self.placeholders(Self.mostGeneral(text)))
        }
        #expect(Self.placeholders(try #require(own.texts["date"])).isSuperset(of: ["day", "year"]))
    }

    @Test(arguments: codes)
    func everyCountHasTheFormsOfItsLanguage(code: String) throws {
        let rules = PluralRules(language: code == "pt" ? "pt-PT" : code)
        let texts = try Self.texts(code)
        for (key, text) in texts.texts {
            guard case .plural(let forms) = text else { continue }
            for count in 0...1_000 {
                #expect(forms[rules.category(for: count)] != nil, "\(key) of \(code) has no form for \(count)")
            }
            #expect(
                Set(forms.keys).isSubset(of: rules.categories), "\(key) of \(code) has forms that \(code) does not use")
        }
    }

    @Test(arguments: codes)
    func noTextIsEmptyOrLooksLikeATemplate(code: String) throws {
        for (key, text) in try Self.texts(code).texts where key != "groupSeparator" {
            for form in Self.forms(text) {
                #expect(!form.isEmpty && !form.contains("{{") && form == form.trimmed, "\(key) of \(code)")
            }
        }
    }

    /// Where each locale gets its texts from.
    @Test(arguments: [
        ("en-GB", "Home"), ("zh-Hans", "首页"), ("zh", "首页"), ("zh-CN", "首页"), ("zh-TW", "首頁"), ("zh-HK", "首頁"),
        ("zh-Hant-MO", "首頁"),
        ("pt-BR", "Início"), ("ru-UA", "Главная"), ("de", "Home"), ("fr-CA", "Home"),
    ])
    func aLocaleTakesTheTextsThatSuitItBest(code: String, home: String) throws {
        #expect(try Self.texts(code)["home"] == home)
    }

    // MARK: Numbers and dates, as CLDR 48 has them for the long date without weekday

    @Test(arguments: [
        ("en", "November 2, 2026", "1,234,567", "1,234"), ("zh-Hans", "2026年11月2日", "1,234,567", "1,234"),
        ("zh-Hant", "2026年11月2日", "1,234,567", "1,234"), ("ja", "2026年11月2日", "1,234,567", "1,234"),
        ("ko", "2026년 11월 2일", "1,234,567", "1,234"), ("es", "2 de noviembre de 2026", "1.234.567", "1234"),
        ("pt-BR", "2 de novembro de 2026", "1.234.567", "1.234"), ("pt", "2 de novembro de 2026", "1 234 567", "1234"),
        ("ru", "2 ноября 2026 г.", "1 234 567", "1 234"), ("ar", "2 نوفمبر 2026", "1,234,567", "1,234"),
    ])
    func datesAndNumbersAreWrittenAsTheLanguageDoes(code: String, date: String, large: String, small: String) throws {
        let texts = try Self.texts(code)
        #expect(Self.plainSpaces(texts.date(try #require(PublicationDate("2026-11-02")))) == date)
        #expect(Self.plainSpaces(texts.number(1_234_567)) == large)
        #expect(Self.plainSpaces(texts.number(1_234)) == small)
        #expect(texts.number(0) == "0" && texts.number(999) == "999")
    }

    @Test(arguments: [
        ("en", 1, "1 article"), ("en", 0, "0 articles"), ("en", 1_000, "1,000 articles"), ("ru", 1, "1 статья"),
        ("ru", 2, "2 статьи"),
        ("ru", 5, "5 статей"), ("ru", 21, "21 статья"), ("ru", 111, "111 статей"), ("ar", 0, "لا توجد مقالات"),
        ("ar", 1, "مقالة واحدة"),
        ("ar", 2, "مقالتان"), ("ar", 3, "3 مقالات"), ("ar", 11, "11 مقالة"), ("zh-Hans", 1, "1篇文章"),
        ("zh-Hans", 12, "12篇文章"),
        ("es", 1, "1 artículo"), ("pt-BR", 0, "0 artigo"), ("pt", 0, "0 artigos"),
    ])
    func countsTakeTheFormOfTheirNumber(code: String, count: Int, text: String) throws {
        #expect(Self.plainSpaces(try Self.texts(code).count("articleCount", count)) == text)
    }

    // MARK: The site's own texts

    @Test func ownTextsStandOverTheBuiltInOnes() throws {
        let reader = TextsReader(
            locale: try Self.locale("ru"),
            own: Array("home: Начало\narticleCount: { one: одна, other: \"{count}\" }\n".utf8), file: "strings.yml")
        #expect(reader.diagnostics.isEmpty)
        #expect(reader.texts["home"] == "Начало")
        #expect(reader.texts["next"] == (try Self.texts("ru"))["next"])
        #expect(reader.texts.count("articleCount", 21) == "одна")
        #expect(reader.texts.count("articleCount", 5) == "5")
    }

    @Test func aWrongTextGivesWayToTheBuiltInOne() throws {
        let reader = TextsReader(
            locale: try Self.locale("en"), own: Array("updated: \"On {day}\"\n".utf8), file: "strings.yml")
        #expect(reader.diagnostics.map(\.id) == [.invalidText])
        #expect(reader.texts.text("updated", ["date": "today"]) == "Updated today")
    }

    @Test func arabicDigitsCanBeAskedFor() throws {
        let reader = TextsReader(locale: try Self.locale("ar"), own: Array("digits: arab\n".utf8), file: "strings.yml")
        #expect(reader.diagnostics.isEmpty)
        #expect(reader.texts.count("articleCount", 103) == "١٠٣ مقالات")
        #expect(reader.texts.date(try #require(PublicationDate("2026-11-02"))) == "٢ نوفمبر ٢٠٢٦")
    }

    @Test func textsOfALanguageThatIsNotBuiltInAreCounted() throws {
        let reader = TextsReader(
            locale: try Self.locale("fr"), own: Array("home: Accueil\n".utf8), file: "Content/fr/strings.yml")
        #expect(reader.diagnostics.map(\.id) == [.missingText])
        #expect(reader.texts["home"] == "Accueil" && reader.texts["next"] == "Next")
    }

    @Test func placeholdersAreFilledOnceAndUnknownOnesStay() throws {
        let texts = InterfaceTexts(
            locale: try #require(LocaleCode("en")), texts: ["a": .plain("{x} and {y} and {z")], months: [])
        #expect(texts.text("a", ["x": "{y}", "y": "2"]) == "{y} and 2 and {z")
        #expect(texts.text("a", [:]) == "{x} and {y} and {z")
        #expect(texts["missing"] == "missing")
    }
}

extension InterfaceTextTests {
    private static func locale(_ code: String) throws -> LocaleSettings {
        let code = try #require(LocaleCode(code))
        return LocaleSettings(code: code, name: code.rawValue, direction: code.direction, fallbacks: [])
    }

    private static func texts(_ code: String) throws -> InterfaceTexts {
        TextsReader(locale: try locale(code), own: nil, file: "strings.yml").texts
    }

    private static func mapping(_ code: String) throws -> YAMLValue {
        let file = try #require(Theme.strings.first { $0.path == code + ".yml" })
        return try YAMLReader(file: file.path, firstLine: 1, limit: 1 << 20).read(file.bytes[...]).get()
    }

    private static func keys(_ value: YAMLValue) -> [String] {
        if case .mapping(let entries, _) = value { entries.map(\.key.text).sorted() } else { [] }
    }

    private static func forms(_ text: InterfaceTexts.Text) -> [String] {
        switch text {
        case .plain(let text): [text]
        case .plural(let forms): Array(forms.values)
        }
    }

    private static func mostGeneral(_ text: InterfaceTexts.Text) -> InterfaceTexts.Text {
        if case .plural(let forms) = text { .plain(forms[.other] ?? "") } else { text }
    }

    private static func placeholders(_ text: InterfaceTexts.Text) -> Set<String> {
        Set(forms(text).flatMap { form in form.matches(of: /\{([a-zA-Z]+)\}/).map { String($0.1) } })
    }

    /// A text with an ordinary space for each kind of space that does not break.
    private static func plainSpaces(_ text: String) -> String {
        text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0 == " " || $0.isNewline }.reversed().drop { $0 == " " || $0.isNewline }.reversed())
    }
}
