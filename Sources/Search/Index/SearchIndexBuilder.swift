public import HelpCenter

/// Makes the files that search reads.
///
/// 1. Every source is read once, whatever the number of locales that show it: its words are stemmed in its own language
///    and counted. This is most of the work, and done on all cores.
/// 2. The keys of all sources are put together and sorted once; editions then need no sorting.
/// 3. Each edition scatters its documents into lists by key, and cuts the lists into shards.
public struct SearchIndexBuilder: Sendable {
    private let lexicon: Lexicon
    private let words: SpellingWords
    private let documents: AllDocuments

    /// Reads the sources.
    ///
    /// - Parameters:
    ///   - count: How many there are; sorted by language, they are read fastest.
    ///   - jobs: How many are read at once.
    ///   - synonyms: What means the same to those who search: a list for the readers of each edition, whichever language
    ///     a text is written in, because they find texts of another language where a translation is missing.
    ///   - source: Gives a source; called from several threads.
    public init(
        count: Int, jobs: Int, synonyms: [[SynonymGroup]] = [], source: @escaping @Sendable (Int) throws -> SearchSource
    ) async throws {
        // Few large parts: what they have in common is looked up once for each.
        let chunk = max(64, (count + jobs * 4 - 1) / max(1, jobs * 4))
        var parts = try await mapRanges(count, jobs: jobs, chunk: chunk) { range in
            let first = try source(range.lowerBound)
            var analyzer = SourceAnalyzer(language: first.language, synonyms: synonyms)
            analyzer.add(first)
            for index in range.dropFirst() { analyzer.add(try source(index)) }
            return analyzer.result
        }
        lexicon = Lexicon(merging: &parts)
        words = SpellingWords(lexicon)
        documents = AllDocuments(parts.map(\.documents), sourcesInPart: chunk)
    }

    /// A file of the index, at its path below the output folder.
    public typealias File = (path: String, bytes: [UInt8])

    /// The files of an edition.
    public func files(of edition: SearchEdition) -> [File] {
        let postings = EditionPostings(edition, documents, keyCount: lexicon.count)
        let keys = ShardedKeys(lexicon, postings)
        let spelling = SpellingLists(words, lexicon, postings)
        let list = ShardList(keys.boundaries)
        let parts = [
            ("terms", keys.shards), ("shards", list.groups), ("docs", RecordBlocks.blocks(of: edition.records)),
            ("words", spelling.words.parts), ("ends", spelling.ends.parts),
        ]
        var fingerprint = Fingerprint()
        for (_, files) in parts { for file in files { fingerprint.update(file) } }
        let folder = "search/\(edition.locale.rawValue)/"
        var files: [File] = []
        for (name, contents) in parts {
            for (number, bytes) in contents.enumerated() {
                files.append(("\(folder)\(fingerprint.text)/\(name)-\(number).json", bytes))
            }
        }
        let group: [(String, JSONText)] = list.groupSize.map { [("group", .integer($0))] } ?? []
        let head = JSONText.object(
            [
                ("format", .integer(Self.format)), ("set", .string(fingerprint.text)),
                ("docs", .integer(edition.records.count)), ("block", .integer(RecordBlocks.size)),
                ("shards", .array(list.top.map { .bytes($0) })),
                ("words", .array(spelling.words.boundaries.map { .bytes($0) })),
                ("ends", .array(spelling.ends.boundaries.map { .bytes($0) })),
                ("asking", QuestionWords(of: edition.locale, texts: edition.records.compactMap(\.language)).json),
                ("ranking", Ranking.forReaders(documents: edition.records.count)),
            ] + group)
        var bytes: [UInt8] = []
        head.append(to: &bytes)
        files.append((folder + "index.json", bytes))
        return files
    }

    /// The version of the format; its readers refuse a later one.
    static let format = 1
}
