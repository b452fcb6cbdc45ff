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
    /// Their documents.
    var documents = CountedDocuments()
}

/// Reads sources one after the other. Each distinct word is stemmed once as long as the language stays the same, so sources
/// come sorted by language.
struct SourceAnalyzer: ~Copyable {
    private var analyzed = AnalyzedSources()
    private var tokenizer = Tokenizer()
    private var counter = TermCounter()
    private var language: LocaleCode?
    private var maker: TermMaker
    /// The distinct tokens of the language, and the term of each.
    private var surfaces = Vocabulary()
    private var terms: [UInt32] = []
    private var buffer: [UInt8] = []
    private let synonyms: [[SynonymGroup]]
    private var matcher = SynonymMatcher([]) { _ in [] }

    init(language: LocaleCode, synonyms: [[SynonymGroup]]) {
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
        counter.beginSource()
        for unit in source.units { count(unit) }
    }

    /// What was read.
    var result: AnalyzedSources {
        var result = analyzed
        result.documents = counter.counted
        return result
    }
}

extension SourceAnalyzer {
    private mutating func count(_ unit: SearchUnit) {
        counter.beginDocument()
        matcher.begin()
        count(unit.title, in: .title)
        for keyword in unit.keywords { count(keyword, in: .keywords) }
        for heading in unit.headings { count(heading, in: .heading) }
        for part in unit.body { part.withUnsafeBufferPointer { count($0.span, in: .body) } }
        counter.endDocument()
    }

    private mutating func count(_ text: String, in field: Field) {
        var text = text
        text.withUTF8 { count($0.span, in: field) }
    }

    private mutating func count(_ text: Span<UInt8>, in field: Field) {
        tokenizer.tokenize(text)
        let (tokens, folded) = (tokenizer.tokens, tokenizer.text)
        counter.addLength(tokens.count, in: field)
        folded.withUnsafeBufferPointer { bytes in
            for token in tokens { counter.add(term(of: token, in: bytes), in: field) }
        }
        guard !matcher.isEmpty else { return }
        for (list, term) in matcher.synonyms(in: sequence(tokens, in: folded)) {
            counter.addSynonym(term, list: list, in: field == .title ? .keywords : field)
        }
    }

    /// The terms of a text, in order, with a number that is no term where a block ends.
    private mutating func sequence(_ tokens: [Token], in folded: [UInt8]) -> [Int] {
        folded.withUnsafeBufferPointer { bytes in
            var (sequence, position): ([Int], UInt32) = ([], 0)
            for token in tokens {
                // A joined form stands behind its parts, at the position of the first.
                if token.position >= position {
                    if token.position > position + 1 { sequence.append(-1) }
                    sequence.append(term(of: token, in: bytes))
                    position = token.position
                }
            }
            return sequence
        }
    }

    /// The synonyms as terms of the current language.
    private mutating func makeMatcher() -> SynonymMatcher {
        guard synonyms.contains(where: { !$0.isEmpty }) else { return SynonymMatcher([]) { _ in [] } }
        return SynonymMatcher(synonyms) { phrase in
            var phrase = phrase
            phrase.withUTF8 { tokenizer.tokenize($0.span) }
            return sequence(tokenizer.tokens, in: tokenizer.text)
        }
    }

    private mutating func term(of token: Token, in folded: UnsafeBufferPointer<UInt8>) -> Int {
        let known = surfaces.count
        let text = UnsafeBufferPointer(rebasing: folded[token.range])
        let surface = surfaces.number(of: text)
        if surface == known { terms.append(UInt32(addTerm(of: text.span, token.kind))) }
        return Int(terms[surface])
    }

    /// The term of a token that was not seen before, with the form that leads to it.
    private mutating func addTerm(of text: Span<UInt8>, _ kind: Token.Kind) -> Int {
        buffer.removeAll(keepingCapacity: true)
        maker.appendTerm(of: text, kind: kind, to: &buffer)
        let term = key(kind == .gram2 ? .han : kind == .gram3 ? [] : .prefixable)
        guard kind == .word else { return term }
        buffer.removeAll(keepingCapacity: true)
        TextFolding.bare(text, into: &buffer)
        let form = key([.surface, .prefixable])
        if form != term { analyzed.pointers.append((UInt32(form), UInt32(term))) }
        return term
    }

    /// The number of the key in the buffer, which is one of these kinds.
    private mutating func key(_ kinds: KeyKinds) -> Int {
        let number = analyzed.keys.number(of: buffer)
        if number == analyzed.kinds.count { analyzed.kinds.append([]) }
        analyzed.kinds[number].formUnion(kinds)
        return number
    }
}
