import HelpCenter
import Testing

/// Every expectation is from Unicode CLDR 48, `plurals.xml`.
struct PluralRulesTests {
    /// The counts of the columns below: the places where some language changes its form.
    static let counts = [0, 1, 2, 3, 5, 11, 21, 22, 100, 101, 103, 111, 1_000_000]

    /// A language and the first letters of its categories (z o t f m, `-` for other), one for each of `counts`.
    static let expectations = [
        ("en", "- o - - - - - - - - - - -"), ("de", "- o - - - - - - - - - - -"), ("tr", "- o - - - - - - - - - - -"),
        ("ka", "- o - - - - - - - - - - -"), ("ur", "- o - - - - - - - - - - -"), ("sw", "- o - - - - - - - - - - -"),
        ("bg", "- o - - - - - - - - - - -"), ("el", "- o - - - - - - - - - - -"), ("hu", "- o - - - - - - - - - - -"),
        ("zh", "- - - - - - - - - - - - -"), ("ja", "- - - - - - - - - - - - -"), ("ko", "- - - - - - - - - - - - -"),
        ("id", "- - - - - - - - - - - - -"), ("th", "- - - - - - - - - - - - -"), ("vi", "- - - - - - - - - - - - -"),
        ("hi", "o o - - - - - - - - - - -"), ("fa", "o o - - - - - - - - - - -"), ("hy", "o o - - - - - - - - - - -"),
        ("es", "- o - - - - - - - - - - m"), ("it", "- o - - - - - - - - - - m"), ("fr", "o o - - - - - - - - - - m"),
        ("pt", "o o - - - - - - - - - - m"), ("pt-BR", "o o - - - - - - - - - - m"),
        ("pt-PT", "- o - - - - - - - - - - m"), ("he", "- o t - - - - - - - - - -"),
        ("ru", "m o f f m m o f m o f m m"), ("uk", "m o f f m m o f m o f m m"), ("be", "m o f f m m o f m o f m m"),
        ("pl", "m o f f m m m f m m f m m"), ("hr", "- o f f - - o f - o f - -"), ("sr", "- o f f - - o f - o f - -"),
        ("cs", "- o f f - - - - - - - - -"), ("sk", "- o f f - - - - - - - - -"), ("sl", "- o t f - - - - - o f - -"),
        ("lt", "- o f f f - o f - o f - -"), ("lv", "z o - - - z o - z o - z z"), ("ro", "f o f f f f - - - f f f -"),
        ("ar", "z o t f f m m m - - f m -"), ("mt", "f o t f f m - - - - f m -"), ("cy", "z o t f - - - - - - - - -"),
        ("ga", "- o t f f - - - - - - - -"), ("fil", "o o o o o o o o o o o o o"), ("mk", "- o - - - - o - - o - - -"),
    ]

    @Test(arguments: expectations)
    func numbersTakeTheFormOfTheirLanguage(language: String, letters: String) {
        let rules = PluralRules(language: language)
        for (count, letter) in zip(Self.counts, letters.split(separator: " ")) {
            #expect(rules.category(for: count) == Self.category(letter), "\(language) \(count)")
        }
    }

    /// Numbers that some languages treat in another way than their neighbours, and that are not in the table.
    static let boundaries: [(String, Int, PluralCategory)] = [
        ("ar", 10, .few), ("ar", 99, .many), ("ar", 102, .other), ("ar", 110, .few), ("cy", 6, .many),
        ("fil", 4, .other), ("fil", 14, .other), ("fil", 9, .other), ("ga", 6, .few), ("ga", 7, .many),
        ("ga", 10, .many), ("gd", 11, .one), ("gd", 12, .two), ("gd", 19, .few), ("gd", 20, .other),
        ("lt", 10, .other), ("lv", 10, .zero), ("mk", 111, .other), ("pl", 12, .many), ("pl", 112, .many),
        ("ro", 19, .few), ("ro", 20, .other), ("ro", 119, .few), ("ru", 12, .many), ("ru", 14, .many),
        ("ru", 112, .many), ("sl", 104, .few), ("es", 2_000_000, .many), ("es", 1_000_001, .other),
        ("cs", 4, .few), ("cs", 24, .other),
    ]

    @Test(arguments: boundaries)
    func boundariesAreExact(language: String, count: Int, category: PluralCategory) {
        #expect(PluralRules(language: language).category(for: count) == category)
    }

    static let categories: [(String, [PluralCategory])] = [
        ("en", [.one, .other]), ("zh-Hans", [.other]), ("ru", [.one, .few, .many, .other]),
        ("ar", [.zero, .one, .two, .few, .many, .other]), ("es", [.one, .many, .other]),
        ("pt-BR", [.one, .many, .other]), ("pt-PT", [.one, .many, .other]), ("lv", [.zero, .one, .other]),
        ("sl", [.one, .two, .few, .other]), ("cs", [.one, .few, .many, .other]),
    ]

    @Test(arguments: categories)
    func categoriesAreThoseOfTheLanguage(language: String, categories: [PluralCategory]) {
        #expect(PluralRules(language: language).categories == categories)
    }

    @Test func scriptAndRegionDoNotChangeTheLanguage() {
        #expect(PluralRules(language: "sr-Latn-RS").category(for: 2) == .few)
        #expect(PluralRules(language: "en-GB").category(for: 1) == .one)
        #expect(PluralRules(language: "PT-pt").category(for: 0) == .other)
    }

    @Test func unknownLanguageHasOneForm() {
        #expect(PluralRules(language: "tlh").categories == [.other])
        #expect(PluralRules(language: "").category(for: 1) == .other)
    }

    @Test func signDoesNotChangeTheForm() {
        #expect(PluralRules(language: "en").category(for: -1) == .one)
        #expect(PluralRules(language: "ru").category(for: .min) == .many)
    }

    private static func category(_ letter: Substring) -> PluralCategory? {
        PluralCategory.allCases.first { $0 == .other ? letter == "-" : $0.rawValue.hasPrefix(letter) }
    }
}
