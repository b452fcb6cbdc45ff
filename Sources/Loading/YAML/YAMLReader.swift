internal import HelpCenter
internal import Yams

/// Reads YAML into values, refusing what content has no use for.
///
/// 1. Plain lines are read directly (`PlainYAML`).
/// 2. The text's size and nesting are bounded before the parser sees it: the parser builds nodes by recursion.
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
        if let plain = PlainYAML.parse(bytes, firstLine: firstLine) { return .success(plain) }
        if bytes.count > limit {
            return .failure(Rejection(.oversizedYAML(file, limit: limit, at: position(1, 1))))
        }
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
            return .failure(Rejection(diagnostic(of: error)))
        } catch {
            return .failure(Rejection(.invalidYAML(file, at: position(1, 1), problem: "\(error)")))
        }
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

    private func diagnostic(of error: YamlError) -> Diagnostic {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
            .invalidYAML(file, at: position(mark), problem: problem)
        case .composer(_, let problem, let mark, _):
            problem.contains("alias")
                ? .unsupportedYAML(file, at: position(mark), feature: "an alias ('*name')")
                : .invalidYAML(file, at: position(mark), problem: problem)
        case .duplicatedKeysInMapping(let duplicates, let context):
            .duplicateKey(file, at: position(context.mark), keys: duplicates)
        case .reader(let problem, _, _, _):
            .invalidYAML(file, at: position(1, 1), problem: problem)
        default:
            .invalidYAML(file, at: position(1, 1), problem: "\(error)")
        }
    }
}
