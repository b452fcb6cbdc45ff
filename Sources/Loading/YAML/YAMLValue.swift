internal import HelpCenter

/// A YAML document as a tree of values with their places. Types are the reader's business: a scalar is text, and
/// whether it was quoted.
indirect enum YAMLValue {
    /// A single value.
    case scalar(YAMLScalar)
    /// A list.
    case sequence([YAMLValue], SourcePosition)
    /// Keys and values, in the order of the file.
    case mapping([(key: YAMLScalar, value: YAMLValue)], SourcePosition)

    /// Where it begins.
    var position: SourcePosition {
        switch self {
        case .scalar(let scalar): scalar.position
        case .sequence(_, let position), .mapping(_, let position): position
        }
    }

    /// Whether it says nothing: an empty value, `~` or `null`.
    var isNull: Bool {
        guard case .scalar(let scalar) = self, scalar.isPlain else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.text)
    }

    /// Whether there is nothing in it.
    var isEmpty: Bool {
        switch self {
        case .scalar(let scalar): scalar.text.isEmpty
        case .sequence(let items, _): items.isEmpty
        case .mapping(let entries, _): entries.isEmpty
        }
    }

    /// What it is, in a writer's words.
    var noun: String {
        switch self {
        case .scalar(let scalar) where scalar.isPlain && (scalar.text == "true" || scalar.text == "false"):
            "'\(scalar.text)'"
        case .scalar(let scalar) where scalar.isPlain && Int(scalar.text) != nil: "a number"
        case .scalar: isNull ? "nothing" : "text"
        case .sequence: "a list"
        case .mapping: "a group of keys"
        }
    }
}

extension YAMLValue {
    /// What it is, for a message about its type: a text is quoted.
    var found: String {
        if case .scalar(let scalar) = self, !scalar.isPlain || noun == "text" {
            return "the text '\(scalar.text.shown)'"
        }
        return noun
    }
}

/// A single value of YAML.
struct YAMLScalar {
    /// The text, unquoted.
    let text: String
    /// Whether it stood without quotes, so that it may be a number, a date or `true`.
    let isPlain: Bool
    /// Where it begins.
    let position: SourcePosition
}
