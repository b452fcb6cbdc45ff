/// The forms that a counted text can have. The names are CLDR's; what they mean differs from language to language.
public enum PluralCategory: String, Sendable, CaseIterable {
    /// "0 مقالات"; in Latvian also 10 and 11.
    case zero
    /// "1 article"; in Russian also 21, in French also 0.
    case one
    /// The dual of Arabic, Hebrew, Slovenian and others.
    case two
    /// The paucal: 2 to 4 in Slavic languages, 3 to 10 in Arabic.
    case few
    /// Large numbers: 5 to 20 in Russian, whole millions in Romance languages.
    case many
    /// Everything else; every language has it.
    case other
}

/// Chooses the form of a text that goes with a number.
///
/// Cardinal rules for whole numbers, from Unicode CLDR 48, `common/supplemental/plurals.xml`; conditions on fractions
/// are left out, because only things are counted here.
public struct PluralRules: Sendable {
    private let family: Family

    /// The rules of a language.
    ///
    /// - Parameter language: A BCP 47 tag, such as `ru` or `zh-Hans`. Only its language counts, but for `pt-PT`, which
    ///   has rules of its own (0 is `one` in `pt`, `other` in `pt-PT`). An unknown language has `other` alone.
    public init(language: String) {
        let tag = language.lowercased()
        let primary = String(tag.prefix { $0 != "-" })
        family = Self.families[tag] ?? Self.families[primary] ?? Family("")
    }

    /// The form that goes with a number; the sign does not matter.
    public func category(for count: Int) -> PluralCategory {
        family.rules.first { $0.includes(count.magnitude) }?.category ?? .other
    }

    /// The forms that a strings file has to give in this language, in CLDR's order. As in CLDR, some of them serve
    /// fractions alone (Czech `many`, Russian `other`): translation tools give them, and a check has to accept them.
    public var categories: [PluralCategory] {
        family.rules.map(\.category) + [.other]
    }
}

/// Languages that share their rules.
private struct Family: Sendable {
    /// The numbers that take a form, unless an earlier rule took them.
    typealias Rule = (category: PluralCategory, includes: @Sendable (UInt) -> Bool)

    /// Language codes, in lower case, separated by spaces.
    let languages: String
    let rules: [Rule]

    init(_ languages: String, _ rules: Rule...) {
        self.languages = languages
        self.rules = rules
    }
}

extension PluralRules {
    /// The family of each language.
    private static let families: [String: Family] = {
        let families = withOneForm + withSingular + withMillions + withDual + slavic + baltic + celtic + others
        let pairs = families.flatMap { family in family.languages.split(separator: " ").map { (String($0), family) } }
        return Dictionary(pairs) { first, _ in first }
    }()

    private static let withOneForm = [
        Family("bm bo dz id ig ii in ja jv km ko lo ms my sah su th to vi wo yo yue zh")
    ]

    private static let withSingular = [
        Family(
            """
            af an asa ast az bal bg ce ckb da de dv ee el en eo et eu fi fo fur fy gl gsw ha haw hu ia io ji ka kk kl \
            ks ku ky lb lg lij ml mn mr nb nd ne nl nn no nr ny om or os pap ps rm sc sd sn so sq ss st sv sw syr \
            ta te teo tig tk tn tr ts ug ur uz ve vo wae xh yi
            """, (.one, { $0 == 1 })),
        Family(
            "ak am as bho bn doi fa ff gu guw hi hy kab kn kok ln mg nso pa pcm si ti wa zu", (.one, { $0 <= 1 })),
        Family("is mk", (.one, { $0 % 10 == 1 && $0 % 100 != 11 })),
        Family("ceb fil tl", (.one, { ![4, 6, 9].contains($0 % 10) })),
    ]

    /// Romance languages put a preposition between whole millions and what is counted: "1 000 000 d’articles".
    private static let withMillions = [
        Family("ca es it lld pt-pt scn vec", (.one, { $0 == 1 }), (.many, isWholeMillions)),
        Family("fr pt", (.one, { $0 <= 1 }), (.many, isWholeMillions)),
    ]

    private static let withDual = [
        Family("he iu iw naq sat se sma smj smn sms", (.one, { $0 == 1 }), (.two, { $0 == 2 })),
        Family(
            "ar ars", (.zero, { $0 == 0 }), (.one, { $0 == 1 }), (.two, { $0 == 2 }),
            (.few, { (3...10).contains($0 % 100) }), (.many, { (11...99).contains($0 % 100) })),
        Family(
            "mt", (.one, { $0 == 1 }), (.two, { $0 == 2 }), (.few, { $0 == 0 || (3...10).contains($0 % 100) }),
            (.many, { (11...19).contains($0 % 100) })),
    ]

    private static let slavic = [
        Family(
            "be ru uk", (.one, { $0 % 10 == 1 && $0 % 100 != 11 }), (.few, endsInTwoToFour), (.many, { _ in true })),
        Family("bs hr sh sr", (.one, { $0 % 10 == 1 && $0 % 100 != 11 }), (.few, endsInTwoToFour)),
        Family("pl", (.one, { $0 == 1 }), (.few, endsInTwoToFour), (.many, { _ in true })),
        Family("cs sk", (.one, { $0 == 1 }), (.few, { (2...4).contains($0) }), (.many, forFractions)),
        Family(
            "dsb hsb sl", (.one, { $0 % 100 == 1 }), (.two, { $0 % 100 == 2 }), (.few, { (3...4).contains($0 % 100) })),
    ]

    private static let baltic = [
        Family(
            "lt", (.one, { $0 % 10 == 1 && !isTeen($0) }), (.few, { $0 % 10 >= 2 && !isTeen($0) }),
            (.many, forFractions)),
        Family("lv prg", (.zero, { $0 % 10 == 0 || isTeen($0) }), (.one, { $0 % 10 == 1 })),
    ]

    private static let celtic = [
        Family(
            "cy", (.zero, { $0 == 0 }), (.one, { $0 == 1 }), (.two, { $0 == 2 }), (.few, { $0 == 3 }),
            (.many, { $0 == 6 })),
        Family(
            "ga", (.one, { $0 == 1 }), (.two, { $0 == 2 }), (.few, { (3...6).contains($0) }),
            (.many, { (7...10).contains($0) })),
        Family(
            "gd", (.one, { $0 == 1 || $0 == 11 }), (.two, { $0 == 2 || $0 == 12 }), (.few, { (3...19).contains($0) })),
    ]

    private static let others = [
        Family("mo ro", (.one, { $0 == 1 }), (.few, { $0 == 0 || (1...19).contains($0 % 100) }))
    ]

    @Sendable private static func isWholeMillions(_ count: UInt) -> Bool {
        count != 0 && count.isMultiple(of: 1_000_000)
    }

    /// 2 to 4, 22 to 24, 102 to 104, and so on, but not 12 to 14 or 112.
    @Sendable private static func endsInTwoToFour(_ count: UInt) -> Bool {
        (2...4).contains(count % 10) && !(12...14).contains(count % 100)
    }

    /// 11 to 19, 111 to 119, and so on.
    private static func isTeen(_ count: UInt) -> Bool { (11...19).contains(count % 100) }

    /// A form that no whole number takes.
    @Sendable private static func forFractions(_ count: UInt) -> Bool { false }
}
