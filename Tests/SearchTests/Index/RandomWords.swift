import HelpCenter
import Testing

@testable import Search

/// Numbers that are the same in every run (SplitMix64), so that a failure can be repeated.
struct RepeatableRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

/// Words of scripts whose characters take one to four bytes, on both sides of where UTF-16 and UTF-8 sort differently.
enum RandomWords {
    /// Latin with and without accents, Cyrillic, Greek, Hangul, Han within the first plane and beyond it, and Deseret.
    static let alphabets = [
        "aaabcdeeilnorst", "éèüçaeoñst", "абвгдйеёи", "αβγέή", "가나다라", "中文字\u{FA0E}\u{FA11}\u{20000}\u{2A6D6}",
        "\u{10428}\u{10429}\u{1042A}",
    ].map { Array($0.unicodeScalars) }

    static func word(_ random: inout RepeatableRandom) -> String {
        let alphabet = alphabets[Int.random(in: 0..<alphabets.count, using: &random)]
        var word = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 1...9, using: &random) {
            word.append(alphabet[Int.random(in: 0..<alphabet.count, using: &random)])
        }
        return String(word)
    }

    static func text(_ count: Int, _ random: inout RepeatableRandom) -> String {
        (0..<count).map { _ in word(&random) }.joined(separator: " ")
    }

    /// Sources of random words, every fifth of which is an FAQ with a question.
    static func sources(_ count: Int, seed: UInt64) throws -> [SearchSource] {
        var random = RepeatableRandom(seed: seed)
        let language = try #require(LocaleCode("fr"))
        return (0..<count).map { number in
            let units = (0..<(number % 5 == 0 ? 2 : 1)).map { _ in
                SearchUnit(
                    title: text(3, &random), keywords: [word(&random)], headings: [text(2, &random)],
                    body: [Array(text(30, &random).utf8)[...]])
            }
            return SearchSource(language: language, units: units)
        }
    }

    /// An edition with every unit of some sources.
    static func edition(of sources: [SearchSource]) throws -> SearchEdition {
        var records: [SearchRecord] = []
        for (source, units) in sources.map(\.units).enumerated() {
            for unit in units.indices {
                records.append(
                    SearchRecord(
                        source: source, unit: unit, kind: unit == 0 ? .guide : .question, path: "fr/\(source)/\(unit)",
                        title: units[unit].title, breadcrumb: [], summary: "",
                        text: PassageRange(file: "t", passages: nil), language: nil))
            }
        }
        return SearchEdition(locale: try #require(LocaleCode("fr")), records: records)
    }

    /// The files of an index of everything in some sources.
    static func files(of sources: [SearchSource], jobs: Int) async throws -> [SearchIndexBuilder.File] {
        let builder = try await SearchIndexBuilder(count: sources.count, jobs: jobs) { sources[$0] }
        return builder.files(of: try edition(of: sources))
    }
}
