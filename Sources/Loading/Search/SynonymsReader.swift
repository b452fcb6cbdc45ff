internal import HelpCenter

/// Reads a locale's `synonyms.yml`: what means the same to those who search.
///
/// 1. Each item is a list of phrases that mean the same, or a one-way group with `search` and `finds`.
/// 2. Phrases that cannot be found, that the group has already, or that are too many are left out and reported.
/// 3. A group that has nothing left to lead to is left out.
struct SynonymsReader: SearchSettingsReader {
    private(set) var entries: [SynonymGroup] = []
    private(set) var diagnostics: [Diagnostic] = []

    /// The most groups of a file: each makes the index larger, which every reader loads a part of.
    static let mostGroups = 2000
    /// The most phrases of a list: each one leads to all the others.
    static let mostPhrases = 50
    /// The most words of a phrase, which search looks for side by side.
    static let mostWords = 6
    /// The most characters of a phrase, also where words have no spaces between them.
    static let longestPhrase = 100

    private static let example = "- [2FA, two-factor authentication]"
    private static let oneWayExample = "{ search: frozen, finds: [restricted, locked] }"

    private let file: String

    /// Reads the file.
    ///
    /// - Parameters:
    ///   - bytes: Its text.
    ///   - file: Its name, for diagnostics.
    init(_ bytes: [UInt8], file: String) {
        self.file = file
        switch Self.items(of: bytes, file: file, example: Self.example) {
        case .failure(let rejection): diagnostics = [rejection.diagnostic]
        case .success(let items):
            if items.count > Self.mostGroups {
                let first = items[Self.mostGroups]
                diagnostics.append(.tooManySynonyms(items.count, limit: Self.mostGroups, at: first.position, in: file))
            }
            for item in items.prefix(Self.mostGroups) {
                if let group = group(item) { entries.append(group) }
            }
        }
    }
}

extension SynonymsReader {
    private mutating func group(_ item: YAMLValue) -> SynonymGroup? {
        switch item {
        case .sequence(let items, let position): group(items, at: position)
        case .mapping: oneWay(item)
        case .scalar:
            report(
                .notSynonyms(
                    found: item.found, expected: "a group must be a list of phrases", in: file, at: item.position,
                    example: "[2FA, two-factor authentication]"))
        }
    }

    /// Phrases that all mean the same.
    private mutating func group(_ items: [YAMLValue], at position: SourcePosition) -> SynonymGroup? {
        var known: Set<String> = []
        let phrases = phrases(items, &known)
        if phrases.count > 1 { return SynonymGroup(phrases) }
        // A group that has become too small by what was left out of it has been reported.
        guard items.count < 2 else { return nil }
        return report(items.isEmpty ? .emptySynonyms(in: file, at: position) : .loneSynonym(in: file, at: position))
    }

    /// Phrases that lead to others, but not the other way round.
    private mutating func oneWay(_ item: YAMLValue) -> SynonymGroup? {
        var fields = FieldReader(item, file: file, known: ["search", "finds"])
        var known: Set<String> = []
        let sides = ["search", "finds"].map { key -> [Located<String>] in
            guard let value = fields.value(key), !value.isEmpty else {
                fields.report(.oneWayWithout(key, in: file, at: item.position, example: Self.oneWayExample))
                return []
            }
            switch value {
            case .scalar: return phrases([value], &known)
            case .sequence(let items, _): return phrases(items, &known)
            case .mapping:
                return fields.mismatch(key, value, expected: "a list of phrases", example: "[restricted, locked]") ?? []
            }
        }
        diagnostics += fields.diagnostics
        return sides.contains(where: \.isEmpty) ? nil : SynonymGroup(from: sides[0], to: sides[1])
    }

    /// The phrases among some values.
    ///
    /// - Parameter known: Those that the group has already, as search compares them.
    private mutating func phrases(_ items: [YAMLValue], _ known: inout Set<String>) -> [Located<String>] {
        if items.count > Self.mostPhrases {
            let first = items[Self.mostPhrases]
            diagnostics.append(.tooManyPhrases(items.count, limit: Self.mostPhrases, at: first.position, in: file))
        }
        return items.prefix(Self.mostPhrases).compactMap { item in
            guard case .scalar(let scalar) = item else {
                return report(
                    .notSynonyms(
                        found: item.found, expected: "a phrase must be text", in: file, at: item.position,
                        example: "[2FA, two-factor authentication]"))
            }
            let phrase = Located(scalar.text, at: scalar.position)
            let words = scalar.text.split(whereSeparator: \.isWhitespace)
            if !scalar.text.contains(where: { $0.isLetter || $0.isNumber }) {
                return report(.unsearchablePhrase(phrase, in: file))
            }
            if words.count > Self.mostWords {
                return report(.longPhrase(phrase, "\(words.count) words", limit: Self.mostWords, in: file))
            }
            if scalar.text.count > Self.longestPhrase {
                return report(
                    .longPhrase(phrase, "\(scalar.text.count) characters", limit: Self.longestPhrase, in: file))
            }
            guard known.insert(words.joined(separator: " ").lowercased()).inserted else {
                return report(.duplicatePhrase(phrase, in: file))
            }
            return phrase
        }
    }

    /// Notes what is wrong; there is nothing in its place.
    private mutating func report<Value>(_ diagnostic: Diagnostic) -> Value? {
        diagnostics.append(diagnostic)
        return nil
    }
}
