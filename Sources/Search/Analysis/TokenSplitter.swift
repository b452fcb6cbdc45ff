/// Splits folded text into tokens.
///
/// 1. Take the maximal run of characters of one class.
/// 2. A run of word characters is a word. Two or three words with single hyphens between them have a joined form too.
/// 3. A run of a script that is written without spaces, or of Korean, gives overlapping n-grams.
/// 4. A line break between runs leaves a position out, so that the end of a block is no neighbour of the next block.
struct TokenSplitter: Sendable {
    /// The longest token, in code points; the rest of a longer word is not searched.
    static let longest = 40

    /// The tokens of the last text.
    private(set) var tokens: [Token] = []
    /// The joined forms of the last text, which belong behind it.
    private(set) var joined: [UInt8] = []
    /// A position that is not adjacent to any token's.
    private(set) var nextPosition: UInt32 = 0

    private var position: UInt32 = 0

    /// Replaces the tokens by those of another text.
    mutating func split(_ text: Span<UInt8>, at start: UInt32) {
        tokens.removeAll(keepingCapacity: true)
        joined.removeAll(keepingCapacity: true)
        position = start
        let table = CharacterTable.shared
        let properties = table.properties.span
        var isNewBlock = false
        var index = 0
        while index < text.count {
            let (kind, length) = Self.kind(text, at: index, properties)
            guard let kind = Token.Kind(rawValue: kind) else {
                if text[index] == UInt8(ascii: "\n") { isNewBlock = !tokens.isEmpty }
                index += length
                continue
            }
            if isNewBlock { position += 1 }
            isNewBlock = false
            switch kind {
            case .word: index = splitWords(text, from: index, properties)
            case .gram2: index = splitCharacters(text, from: index, properties)
            case .hangul: index = splitGrams(text, from: index, .hangul, of: 2, properties)
            case .gram3: index = splitGrams(text, from: index, .gram3, of: 3, properties)
            }
        }
        nextPosition = tokens.isEmpty ? start : position + 1
    }
}

extension TokenSplitter {
    /// The class of the character at an offset, 0 for a separator, and the number of its bytes.
    @inline(__always)
    private static func kind(
        _ text: Span<UInt8>, at index: Int, _ properties: Span<CharacterProperties>
    ) -> (kind: UInt8, length: Int) {
        let first = text[index]
        if first < 0x80 { return (properties[Int(first)].kind, 1) }
        let (scalar, length) = UTF8Scalars.decode(text, at: index)
        return (scalar < CharacterTable.limit ? properties[Int(scalar)].kind : 0, length)
    }

    @inline(__always)
    private mutating func append(_ kind: Token.Kind, _ start: Int, _ end: Int, _ position: UInt32) {
        tokens.append(
            Token(
                kind: kind, start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
                position: position))
    }

    /// A word and those that hyphens join to it; returns the offset behind them.
    private mutating func splitWords(_ text: Span<UInt8>, from start: Int, _ properties: Span<CharacterProperties>)
        -> Int
    {
        let first = tokens.count
        var start = start
        while true {
            var index = start
            var end = start
            var count = 0
            while index < text.count {
                let (kind, length) = Self.kind(text, at: index, properties)
                if kind != Token.Kind.word.rawValue { break }
                index += length
                count += 1
                if count <= Self.longest { end = index }
            }
            append(.word, start, end, position)
            position += 1
            guard let next = Self.afterHyphen(text, at: index), next < text.count,
                Self.kind(text, at: next, properties).kind == Token.Kind.word.rawValue
            else {
                if (2...3).contains(tokens.count - first) { join(text, from: first) }
                return index
            }
            start = next
        }
    }

    /// The offset behind a hyphen; nil when there is none.
    @inline(__always)
    private static func afterHyphen(_ text: Span<UInt8>, at index: Int) -> Int? {
        guard index < text.count else { return nil }
        if text[index] == UInt8(ascii: "-") { return index + 1 }
        guard text[index] == 0xE2 else { return nil }
        let (scalar, length) = UTF8Scalars.decode(text, at: index)
        return scalar == 0x2010 || scalar == 0x2011 ? index + length : nil
    }

    /// Appends the joined form of the last words.
    private mutating func join(_ text: Span<UInt8>, from first: Int) {
        let start = joined.count
        var count = 0
        for token in tokens[first...] {
            var index = Int(token.start)
            while index < Int(token.end), count < Self.longest {
                let (_, length) = UTF8Scalars.decode(text, at: index)
                for offset in index..<index + length { joined.append(text[offset]) }
                index += length
                count += 1
            }
        }
        append(.word, text.count + start, text.count + joined.count, tokens[first].position)
    }

    /// The characters of a run and, behind each, the two characters that begin with it.
    private mutating func splitCharacters(_ text: Span<UInt8>, from start: Int, _ properties: Span<CharacterProperties>)
        -> Int
    {
        var before = start
        var index = start
        while index < text.count {
            let (kind, length) = Self.kind(text, at: index, properties)
            if kind != Token.Kind.gram2.rawValue { break }
            if index > start { append(.gram2, before, index + length, position - 1) }
            append(.gram2, index, index + length, position)
            position += 1
            before = index
            index += length
        }
        return index
    }

    /// The n-grams of a run of 2 or 3 characters each; a shorter run is one token.
    private mutating func splitGrams(
        _ text: Span<UInt8>, from start: Int, _ runKind: Token.Kind, of size: Int,
        _ properties: Span<CharacterProperties>
    ) -> Int {
        // Where the last characters but one and but two began.
        var (older, before) = (start, start)
        var index = start
        var count = 0
        while index < text.count {
            let (kind, length) = Self.kind(text, at: index, properties)
            if kind != runKind.rawValue { break }
            count += 1
            if count >= size {
                append(runKind, size == 2 ? before : older, index + length, position + UInt32(count - size))
            }
            (older, before) = (before, index)
            index += length
        }
        if count < size { append(runKind, start, index, position) }
        position += UInt32(truncatingIfNeeded: count)
        return index
    }
}
