internal import HelpCenter

/// What a key of the index can be.
struct KeyKinds: OptionSet, Sendable {
    let rawValue: UInt8

    /// A word as it stands in a text, in lower case and without accents: the spelling dictionary has it.
    static let surface = KeyKinds(rawValue: 1)
    /// It has a beginning that readers may type alone: a word, or two syllables of Hangul.
    static let prefixable = KeyKinds(rawValue: 2)
    /// A character or two of a run of Han and kana.
    static let han = KeyKinds(rawValue: 4)
}

/// Some sources in numbers: their keys (terms, and the forms that lead to them), and the terms of their documents.
struct AnalyzedSources: Sendable {
    /// The keys.
    var keys = Vocabulary(capacity: 1 << 14)
    /// What each key is.
    var kinds: [KeyKinds] = []
    /// Forms with the terms they lead to, both by number; each pair once for a language.
    var pointers: [(form: UInt32, term: UInt32)] = []
    /// The documents of each source.
    var documents: [[CountedDocument]] = []
}

/// Reads sources one after the other. Each distinct word is stemmed once as long as the language stays the same, so sources
/// come sorted by language.
struct SourceAnalyzer: ~Copyable {
    private(set) var result = AnalyzedSources()
    private var tokenizer = Tokenizer()
    private var counter = TermCounter()
    private var language: LocaleCode?
    private var maker: TermMaker
    /// The distinct tokens of the language, and the term of each.
    private var surfaces = Vocabulary()
    private var terms: [UInt32] = []
    private var buffer: [UInt8] = []
    private let synonyms: [SynonymGroup]
    private var matcher = SynonymMatcher([]) { _ in [] }
    /// The terms of the current field, in order.
    private var sequence: [Int] = []

    init(language: LocaleCode, synonyms: [SynonymGroup]) {
        maker = TermMaker(locale: language)
        self.language = language
        self.synonyms = synonyms
        matcher = makeMatcher()
    }

    /// Reads a source.
    mutating func add(_ source: SearchSource) {
        if source.language != language {
            language = source.language
            maker = TermMaker(locale: source.language)
            surfaces = Vocabulary()
            terms = []
            matcher = makeMatcher()
        }
        var documents: [CountedDocument] = []
        documents.reserveCapacity(source.units.count)
        for unit in source.units { documents.append(count(unit)) }
        result.documents.append(documents)
    }
}

extension SourceAnalyzer {
    private mutating func count(_ unit: SearchUnit) -> CountedDocument {
        counter.begin()
        matcher.begin()
        count(unit.title, in: .title)
        for keyword in unit.keywords { count(keyword, in: .keywords) }
        for heading in unit.headings { count(heading, in: .heading) }
        for part in unit.body { part.withUnsafeBufferPointer { count($0.span, in: .body) } }
        return counter.end()
    }

    private mutating func count(_ text: String, in field: Field) {
        var text = text
        text.withUTF8 { count($0.span, in: field) }
    }

    private mutating func count(_ text: Span<UInt8>, in field: Field) {
        tokenizer.tokenize(text)
        counter.addLength(tokenizer.tokens.count, in: field)
        sequence.removeAll(keepingCapacity: true)
        var position: UInt32 = 0
        for index in tokenizer.tokens.indices {
            let token = tokenizer.tokens[index]
            let term = term(of: token)
            counter.add(term, in: field)
            // A joined form stands behind its parts, at the position of the first.
            if token.position >= position { sequence.append(term) }
            position = token.position
        }
        guard !matcher.isEmpty else { return }
        for term in matcher.synonyms(in: sequence) { counter.add(term, in: field == .title ? .keywords : field) }
    }

    /// The synonyms as terms of the current language.
    private mutating func makeMatcher() -> SynonymMatcher {
        guard !synonyms.isEmpty else { return SynonymMatcher([]) { _ in [] } }
        return SynonymMatcher(synonyms) { phrase in
            var phrase = phrase
            phrase.withUTF8 { tokenizer.tokenize($0.span) }
            var (terms, position): ([Int], UInt32) = ([], 0)
            for token in tokenizer.tokens {
                if token.position >= position { terms.append(term(of: token)) }
                position = token.position
            }
            return terms
        }
    }

    private mutating func term(of token: Token) -> Int {
        let known = surfaces.count
        let surface = tokenizer.text.withUnsafeBufferPointer {
            surfaces.number(of: UnsafeBufferPointer(rebasing: $0[token.range]))
        }
        if surface == known { terms.append(UInt32(addTerm(of: token))) }
        return Int(terms[surface])
    }

    /// The term of a token that was not seen before, with the form that leads to it.
    private mutating func addTerm(of token: Token) -> Int {
        buffer.removeAll(keepingCapacity: true)
        tokenizer.text.withUnsafeBufferPointer {
            let text = UnsafeBufferPointer(rebasing: $0[token.range])
            maker.appendTerm(of: text.span, kind: token.kind, to: &buffer)
        }
        let term = key(token.kind == .gram2 ? .han : token.kind == .gram3 ? [] : .prefixable)
        guard token.kind == .word else { return term }
        buffer.removeAll(keepingCapacity: true)
        tokenizer.text.withUnsafeBufferPointer {
            TextFolding.bare(UnsafeBufferPointer(rebasing: $0[token.range]).span, into: &buffer)
        }
        let form = key([.surface, .prefixable])
        if form != term { result.pointers.append((UInt32(form), UInt32(term))) }
        return term
    }

    /// The number of the key in the buffer, which is one of these kinds.
    private mutating func key(_ kinds: KeyKinds) -> Int {
        let number = result.keys.number(of: buffer)
        if number == result.kinds.count { result.kinds.append([]) }
        result.kinds[number].formUnion(kinds)
        return number
    }
}
