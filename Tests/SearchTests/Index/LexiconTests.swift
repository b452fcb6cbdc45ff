import HelpCenter
import Testing

@testable import Search

@Suite struct LexiconTests {
    private func analyze(_ sources: some Sequence<SearchSource>) throws -> AnalyzedSources {
        // The language whose terms keep their accents.
        let language = try #require(LocaleCode("vi"))
        var analyzer = SourceAnalyzer(language: language, synonyms: [])
        for source in sources { analyzer.add(SearchSource(language: language, units: source.units)) }
        return analyzer.result
    }

    private func text(_ bytes: some Sequence<UInt8>) -> String { String(decoding: Array(bytes), as: UTF8.self) }

    @Test func keysAreInTheOrderOfTheirPlaces() throws {
        let sources = try RandomWords.sources(60, seed: 4)
        var parts = [try analyze(sources[..<30]), try analyze(sources[30...])]
        let lexicon = Lexicon(merging: &parts)
        let keys = (0..<lexicon.count).map { text(lexicon.key($0)) }
        let places = (0..<lexicon.count).map { text(lexicon.place($0)) }
        #expect(places == keys.map { TextFolding.bare($0) })
        #expect(Set(keys).count == keys.count)
        for (left, right) in zip(zip(places, keys), zip(places, keys).dropFirst()) {
            let isInOrder = left.0.utf16.lexicographicallyPrecedes(right.0.utf16)
            let isBehindItsEqual = left.0 == right.0 && left.1.utf16.lexicographicallyPrecedes(right.1.utf16)
            #expect(isInOrder || isBehindItsEqual)
        }
        #expect(zip(keys, places).contains { $0 != $1 })
    }

    @Test func keysWithAPrefixAreARange() throws {
        var parts = [try analyze(RandomWords.sources(60, seed: 5))]
        let lexicon = Lexicon(merging: &parts)
        let places = (0..<lexicon.count).map { text(lexicon.place($0)) }
        for prefix in ["a", "ab", "st", "и", "中", "\u{10428}", "\u{FA0E}", "zzz", "\u{10FFFF}"] {
            let expected = places.indices.filter { places[$0].utf8.starts(with: prefix.utf8) }
            #expect(Array(lexicon.numbers(withPrefix: Array(prefix.utf8))) == expected)
        }
    }

    @Test func partsWithTheSameWordsShareTheirKeys() throws {
        let language = try #require(LocaleCode("en"))
        func part(_ body: String) -> AnalyzedSources {
            var analyzer = SourceAnalyzer(language: language, synonyms: [])
            analyzer.add(
                SearchSource(language: language, units: [SearchUnit(title: "", body: [Array(body.utf8)[...]])]))
            return analyzer.result
        }
        var parts = [part("pear opening apple"), part("opens apple")]
        let lexicon = Lexicon(merging: &parts)
        #expect(
            (0..<lexicon.count).map { text(lexicon.key($0)) } == ["appl", "apple", "open", "opening", "opens", "pear"])
        let terms = parts.map { $0.documents.terms.map { text(lexicon.key(Int($0.term))) } }
        #expect(terms == [["pear", "open", "appl"], ["open", "appl"]])
        for form in ["opening": "open", "opens": "open", "apple": "appl"] {
            let number = lexicon.firstNumber(from: Array(form.key.utf8))
            #expect(
                lexicon.pointers[lexicon.pointerRange(of: number)].map { text(lexicon.key(Int($0))) } == [form.value])
        }
    }
}
