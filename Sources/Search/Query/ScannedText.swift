/// A text with the places where tokens of a query match.
///
/// 1. Take letters and numbers, each with its marks: a cluster.
/// 2. Neighbouring clusters of one class are a run: a word, or characters of a script that is written without spaces.
/// 3. A word matches as a whole; of other runs, every one to three characters are looked up.
///
/// Places are UTF-16 code units. Distances are units of reading: a word is two, a character of another script one, the end
/// of a block eight, and what stands between them none.
struct ScannedText {
    /// Something in the text that matches.
    struct Match {
        /// The tokens that it stands for.
        let tokens: UInt64
        /// Where it is, in units of reading.
        let units: Range<Int>
        /// Where it is in the text.
        let range: Range<Int>
    }

    /// The text.
    let text: [UInt16]
    /// What matches, in the order of the beginnings.
    private(set) var matches: [Match] = []
    /// The places between two characters of a script without spaces, where a line may be broken.
    private(set) var breaks: Set<Int> = []

    private let forms: MatchForms
    private var units = 0
    private var run: Run?

    /// Scans a text.
    init(_ text: String, _ forms: MatchForms) {
        self.text = Array(text.utf16)
        self.forms = forms
        scan(text)
    }

    /// The places of tokens that count in full, within a part of the text, in order and apart from each other.
    func marked(in part: Range<Int>) -> [Range<Int>] {
        var marked: [Range<Int>] = []
        for match in matches where match.tokens & forms.full != 0 {
            guard match.range.lowerBound >= part.lowerBound, match.range.upperBound <= part.upperBound else { continue }
            if let last = marked.last, match.range.lowerBound <= last.upperBound {
                marked[marked.count - 1] = last.lowerBound..<max(last.upperBound, match.range.upperBound)
            } else {
                marked.append(match.range)
            }
        }
        return marked
    }
}

extension ScannedText {
    /// Neighbouring clusters of one class.
    private struct Run {
        /// The class.
        let kind: Token.Kind
        /// The folded text.
        var folded: [UInt8]
        /// Where each cluster ends in the folded text, and where it is in the text.
        var clusters: [(foldedEnd: Int, range: Range<Int>)]

        /// Adds a cluster.
        mutating func append(_ folded: [UInt8], _ range: Range<Int>) {
            self.folded += folded
            clusters.append((self.folded.count, range))
        }
    }

    /// The width of a word, in units of reading.
    private static let wordWidth = 2
    /// The distance between two blocks.
    private static let blockWidth = 8

    private mutating func scan(_ text: String) {
        var place = 0
        var start = 0
        var cluster = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let kind = ClusterPart(scalar)
            if kind != .mark || cluster.isEmpty {
                closeCluster(&cluster, start..<place)
                start = place
            }
            if kind == .base || (kind == .mark && !cluster.isEmpty) {
                cluster.append(scalar)
            } else {
                closeRun()
                if scalar == "\n" { units += Self.blockWidth }
            }
            place += UTF16.width(scalar)
        }
        closeCluster(&cluster, start..<place)
        closeRun()
    }

    private mutating func closeCluster(_ cluster: inout String.UnicodeScalarView, _ range: Range<Int>) {
        guard !cluster.isEmpty else { return }
        var folded: [UInt8] = []
        TextFolding.lower(Array(String(cluster).utf8).span, into: &folded)
        cluster.removeAll(keepingCapacity: true)
        let kind = String(decoding: folded, as: UTF8.self).unicodeScalars.first.flatMap { Token.Kind(of: $0) } ?? .word
        if let before = run?.kind {
            if before.hasNoSpaces, kind.hasNoSpaces { breaks.insert(range.lowerBound) }
            if before == kind {
                run?.append(folded, range)
                return
            }
            closeRun()
        }
        run = Run(kind: kind, folded: folded, clusters: [(folded.count, range)])
    }

    private mutating func closeRun() {
        guard let run, let first = run.clusters.first, let last = run.clusters.last else { return }
        self.run = nil
        guard run.kind == .word else { return matchGrams(run) }
        let tokens = forms.tokens(word: TermKey(run.folded).bare)
        if tokens != 0 {
            matches.append(
                Match(
                    tokens: tokens, units: units..<units + Self.wordWidth,
                    range: first.range.lowerBound..<last.range.upperBound))
        }
        units += Self.wordWidth
    }

    /// Looks up the characters of a run, one to three at a time. A match covers the whole clusters that it touches.
    private mutating func matchGrams(_ run: Run) {
        let most = run.kind == .gram3 ? 3 : 2
        // Where characters begin in the folded text, and the cluster that each is part of.
        var characters: [(start: Int, cluster: Int)] = []
        var cluster = 0
        for index in run.folded.indices where run.folded[index] & 0xC0 != 0x80 {
            while index >= run.clusters[cluster].foldedEnd { cluster += 1 }
            characters.append((index, cluster))
        }
        for index in characters.indices {
            for count in 1...most where index + count <= characters.count {
                let end = index + count < characters.count ? characters[index + count].start : run.folded.count
                let tokens = forms.tokens(gram: TermKey(run.folded[characters[index].start..<end]))
                guard tokens != 0 else { continue }
                let (first, last) = (characters[index].cluster, characters[index + count - 1].cluster)
                let range = run.clusters[first].range.lowerBound..<run.clusters[last].range.upperBound
                matches.append(Match(tokens: tokens, units: units + first..<units + last + 1, range: range))
            }
        }
        units += run.clusters.count
    }
}

/// What a character does in a cluster.
private enum ClusterPart {
    /// It begins one: a letter or a number.
    case base
    /// It belongs to the letter or number before it.
    case mark
    /// It is in none.
    case other

    init(_ scalar: Unicode.Scalar) {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            self = .base
        case .nonspacingMark, .spacingMark, .enclosingMark:
            self = .mark
        default:
            self = .other
        }
    }
}

extension Token.Kind {
    /// The class of a character; nil when it has none.
    init?(of scalar: Unicode.Scalar) { self.init(rawValue: CharacterTable.shared[scalar.value].kind) }

    /// Whether its scripts are written without spaces, so that a line may be broken anywhere.
    fileprivate var hasNoSpaces: Bool { self == .gram2 || self == .gram3 }
}
