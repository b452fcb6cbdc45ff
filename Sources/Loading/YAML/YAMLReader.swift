internal import HelpCenter
internal import Yams

/// Reads YAML into values, refusing what content has no use for.
///
/// 1. The text's size is bounded.
/// 2. Plain lines are read directly (`PlainYAML`); anything else is bounded in its nesting before the parser sees it,
///    because the parser builds nodes by recursion.
/// 3. Anchors, aliases and tags are refused: aliases multiply (a few lines can grow to gigabytes), tags mean nothing here.
/// 4. Duplicate keys are refused: the last would win silently.
struct YAMLReader {
    /// The file's name, for diagnostics.
    let file: String
    /// The line of the file that the text begins on.
    let firstLine: Int
    /// The most bytes of YAML that are read.
    let limit: Int

    /// The deepest nesting that is read.
    static let deepestNesting = 50

    /// The document, or what is wrong with it. An empty document is an empty mapping.
    func read(_ bytes: ArraySlice<UInt8>) -> Result<YAMLValue, Rejection> {
        if bytes.count > limit {
            return .failure(Rejection(.oversizedYAML(file, limit: limit, at: position(1, 1))))
        }
        if let plain = PlainYAML.parse(bytes, firstLine: firstLine) { return .success(plain) }
        if let line = tooDeepLine(bytes) {
            return .failure(Rejection(.deepYAML(file, limit: Self.deepestNesting, at: position(line, 1))))
        }
        return compose(String(decoding: bytes, as: UTF8.self))
    }

    /// The diagnostic that stands in for a document that cannot be read.
    struct Rejection: Error {
        let diagnostic: Diagnostic

        init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
    }
}

extension YAMLReader {
    private func position(_ line: Int, _ column: Int) -> SourcePosition {
        SourcePosition(line: line + firstLine - 1, column: column)
    }

    private func position(_ mark: Mark?) -> SourcePosition {
        position(mark?.line ?? 1, mark?.column ?? 1)
    }

    /// The first line on which brackets or list signs open more levels than are read; brackets in quotes count too,
    /// which is harmless at this limit.
    private func tooDeepLine(_ bytes: ArraySlice<UInt8>) -> Int? {
        var line = 1
        var brackets = 0
        var dashes = 0
        var isLineStart = true
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\n"):
                line += 1
                dashes = 0
                isLineStart = true
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                brackets += 1
                isLineStart = false
            case UInt8(ascii: "]"), UInt8(ascii: "}"): brackets -= 1
            case UInt8(ascii: "-"), UInt8(ascii: "?"): if isLineStart { dashes += 1 }
            case UInt8(ascii: " "): break
            default: isLineStart = false
            }
            if brackets > Self.deepestNesting || dashes > Self.deepestNesting { return line }
        }
        return nil
    }

    private func compose(_ text: String) -> Result<YAMLValue, Rejection> {
        do {
            let parser = try Yams.Parser(yaml: text)
            // The parser owns the anchors, which its nodes only point to.
            return try withExtendedLifetime(parser) {
                guard let node = try parser.singleRoot() else {
                    return .success(.mapping([], position(1, 1)))
                }
                return .success(try value(of: node, depth: 0))
            }
        } catch let rejection as Rejection {
            return .failure(rejection)
        } catch let error as YamlError {
            return .failure(Rejection(commonMistake(in: text) ?? diagnostic(of: error, in: text)))
        } catch {
            return .failure(Rejection(.invalidYAML(file, at: position(1, 1), problem: "\(error)")))
        }
    }

    /// A mistake that the parser would report elsewhere and in other words: a tab, or no space behind a colon.
    private func commonMistake(in text: String) -> Diagnostic? {
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let indentation = line.prefix { $0 == " " || $0 == "\t" }
            if let tab = indentation.firstIndex(of: "\t") {
                let column = line.distance(from: line.startIndex, to: tab) + 1
                return .tabIndentation(file, at: position(index + 1, column))
            }
            let key = line.prefix { $0.isASCII && $0.isLetter }
            let rest = line[key.endIndex...]
            if !key.isEmpty, rest.hasPrefix(":"), let next = rest.dropFirst().first, next.isLetter || next.isNumber {
                return .missingSpace(file, at: position(index + 1, key.count + 1), key: String(key))
            }
        }
        return nil
    }

    private func value(of node: Node, depth: Int) throws -> YAMLValue {
        let place = position(node.mark)
        if node.anchor != nil { throw Rejection(.unsupportedYAML(file, at: place, feature: "an anchor ('&name')")) }
        if depth > Self.deepestNesting { throw Rejection(.deepYAML(file, limit: Self.deepestNesting, at: place)) }
        switch node {
        case .scalar(let scalar):
            // The parser gives every quoted or block scalar the tag of a text.
            if scalar.style == .plain || scalar.tag != Tag(.str) { try refuse(scalar.tag, at: place) }
            return .scalar(YAMLScalar(text: scalar.string, isPlain: scalar.style == .plain, position: place))
        case .sequence(let sequence):
            try refuse(sequence.tag, at: place)
            return .sequence(try sequence.map { try value(of: $0, depth: depth + 1) }, place)
        case .mapping(let mapping):
            try refuse(mapping.tag, at: place)
            var entries: [(key: YAMLScalar, value: YAMLValue)] = []
            for (key, child) in mapping {
                guard case .scalar(let scalar) = key else {
                    throw Rejection(.invalidYAML(file, at: position(key.mark), problem: "a key must be a word"))
                }
                let name = YAMLScalar(text: scalar.string, isPlain: true, position: position(key.mark))
                entries.append((name, try value(of: child, depth: depth + 1)))
            }
            return .mapping(entries, place)
        case .alias:
            throw Rejection(.unsupportedYAML(file, at: place, feature: "an alias ('*name')"))
        }
    }

    private func refuse(_ tag: Tag, at place: SourcePosition) throws {
        if tag != .implicit { throw Rejection(.unsupportedYAML(file, at: place, feature: "a tag ('!name')")) }
    }

    private func diagnostic(of error: YamlError, in text: String) -> Diagnostic {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _):
            // What is never closed is found missing at the end; the writer looks for where it begins.
            let isOpen = context.map { Self.unclosed.contains($0.text) } ?? false
            return .invalidYAML(file, at: position(isOpen ? context?.mark : mark), problem: problem)
        case .composer(_, let problem, let mark, _):
            return problem.contains("alias")
                ? .unsupportedYAML(file, at: position(mark), feature: "an alias ('*name')")
                : .invalidYAML(file, at: position(mark), problem: problem)
        case .duplicatedKeysInMapping(let duplicates, let context):
            let keys = duplicates.sorted()
            let place = keys.first.flatMap { repetition(of: $0, from: context.mark, in: text) }
            return .duplicateKey(file, at: place ?? position(context.mark), keys: keys)
        case .reader(let problem, _, _, _):
            return .invalidYAML(file, at: position(1, 1), problem: problem)
        default:
            return .invalidYAML(file, at: position(1, 1), problem: "\(error)")
        }
    }

    /// What libyaml was reading when the end came too early.
    private static let unclosed: Set<String> = [
        "while scanning a quoted scalar", "while parsing a flow sequence", "while parsing a flow mapping",
    ]

    /// Where a key stands for the second time in a mapping of one key a line; the parser names the mapping only.
    private func repetition(of key: String, from start: Mark, in text: String) -> SourcePosition? {
        let indentation = String(repeating: " ", count: start.column - 1)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().dropFirst(start.line - 1)
        let places = lines.filter { $1.hasPrefix(indentation + key + ":") }
        return places.dropFirst().first.map { position($0.offset + 1, start.column) }
    }
}
