internal import HelpCenter

/// Words that turn a search into a question and say little of what is looked for: interrogatives, auxiliaries where they
/// open a question, and the person who asks (articles speak to "you" of what readers call "mine"). Articles and prepositions are not among them, which weigh little by themselves.
struct QuestionWords {
    /// Words between spaces, without accents.
    private(set) var words: [String] = []
    /// Texts within languages that are written without spaces, long ones first.
    private(set) var strings: [String] = []

    /// Those of a locale's language and of the languages of its texts; without spaces, those of the locale's own, whose
    /// characters may be parts of words in another.
    init(of locale: LocaleCode, texts: some Sequence<LocaleCode>) {
        let codes = Set([locale.language] + texts.map(\.language)).sorted()
        let spaced = codes.flatMap { (Self.words[$0] ?? "").split { $0.isWhitespace } }
        words = Set(spaced.map { TextFolding.bare(TextFolding.lower(String($0))) }).sorted()
        let unspaced = (Self.strings[locale.language] ?? "").split(separator: " ")
        strings = Set(unspaced.map { TextFolding.lower(String($0)) })
            .sorted { ($1.utf16.count, $0) < ($0.utf16.count, $1) }
    }

    /// What the index tells its readers.
    var json: JSONText {
        .object([("words", .strings(words)), ("strings", .strings(strings))])
    }

    private static let words: [String: String] = [
        "en": """
        what which who whom whose when where why how many much is are was were do does did can could should would
        i my me we our you your am im ive id whats t s m d ll re ve don didn doesn isn wasn aren couldn won
        """,
        "es": """
        qué que cuál cual cuáles cuales quién quien quiénes cuándo cuando dónde donde cómo como cuánto cuánta cuántos
        cuántas por es son era fue fueron puedo puede debo
        yo mi mis me tu tus su sus nuestro
        """,
        "pt": """
        que qual quais quem quando onde como quanto quanta quantos quantas por é são era foi foram posso pode devo
        eu meu minha meus minhas me seu sua
        """,
        "fr": """
        que quoi quel quelle quels quelles qui quand où comment combien pourquoi est sont était ce peut puis dois
        je j mon ma mes me votre vos nous
        """,
        "it": """
        che cosa quale quali chi quando dove come quanto quanta quanti quante perché è sono era posso può devo
        io mio mia miei mie mi
        """,
        "de": """
        was welche welcher welches welchen welchem wer wen wem wessen wann wo wohin woher warum wieso weshalb wie viel
        viele ist sind war waren wird wurde wurden hat haben kann muss soll
        ich mein meine meinen meinem meiner mir mich wir
        """,
        "nl": "wat welke welk wie wanneer waar waarom hoe hoeveel is zijn was waren kan moet mag ik mijn me we",
        "ru": """
        что какой какая какое какие какого каком какую каких кто кого кому кем когда где куда почему зачем как сколько
        чем чего чей был была было были ли можно
        я мой моя мое мои мою мне меня мы
        """,
        "uk":
            "що який яка яке які хто кого кому коли де куди чому навіщо як скільки чи можна я мій моя моє мої мені мене",
        "pl":
            "co jaki jaka jakie który która które kto kogo komu kiedy gdzie dlaczego jak ile czy jest są można ja mój moja moje mi mnie",
        "tr": """
        ne nedir hangi hangisi kim kimin kime kimi zaman nerede nereye nasıl neden niçin kaç mı mi mu mü idi
        ben benim bana
        """,
        "ar": "ما ماذا من متى أين كيف لماذا كم هل أي هو هي التي الذي كان كانت",
        "hi": """
        क्या कौन कौनसा किस किसने किसे किसका किसके कब कहाँ कहां क्यों कैसे कितने कितना कितनी है हैं था थे थी
        """,
        "vi": "gì nào ai khi đâu sao bao nhiêu thế là có được không tôi mình",
        "id": "apa apakah siapa kapan dimana mana mengapa kenapa bagaimana berapa bisakah",
        "el": """
        τι ποιος ποια ποιο ποιοι ποιες ποιον ποιων πότε πού που γιατί πώς πως πόσο πόσα πόσοι πόσες πόση είναι ήταν
        """,
        "ro": "ce care cine cui când cand unde cum câte câți cât câtă de este sunt era a fost",
    ]

    /// None that is part of an ordinary word (何 of 幾何, กี่ of เกี่ยว): they are cut out wherever they stand.
    private static let strings: [String: String] = [
        "zh": "我的 我 您 你 什么 什麼 为什么 為什麼 哪些 哪个 哪個 哪里 哪裡 哪 谁 誰 如何 怎么 怎麼 怎样 怎樣 多少 何时 何時 几个 幾個 几年 几次 是否 吗 嗎 呢",
        "ja": "どのように どうすれば どうやって どうして 何ですか なぜ どこ いくつ ですか ますか",
        "ko": "무엇 무슨 어떻게 어디 언제 누가 누구 얼마나",
        "th": "อะไร ใคร ที่ไหน เมื่อไร เมื่อใด ทำไม อย่างไร เท่าไร เท่าไหร่ หรือไม่",
    ]
}
