/// How much a diagnostic matters.
public enum Severity: String, Sendable, CaseIterable, Comparable {
    /// Not reported; only a site's own settings can say so.
    case ignore
    /// The page is published; somebody should look.
    case warning
    /// Nothing is published until it is mended.
    case error

    /// From what matters least to what matters most.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .ignore: 0
        case .warning: 1
        case .error: 2
        }
    }
}

/// One thing wrong with the content, said to the person who can mend it.
public struct Diagnostic: Sendable, Equatable {
    /// What kind of thing is wrong.
    public let id: DiagnosticID
    /// How much it matters in this run.
    public var severity: Severity
    /// The file, as a path that the reader of the message can open.
    public let file: String
    /// Where in the file, counted from 1; nil when the whole file is meant.
    public let position: SourcePosition?
    /// The rule that is broken, the most specific fact first.
    public let message: String
    /// What to do about it.
    public let hint: String?

    /// A diagnostic with its kind's usual severity.
    public init(
        _ id: DiagnosticID, file: String, at position: SourcePosition? = nil, _ message: String, hint: String? = nil
    ) {
        self.id = id
        self.severity = id.defaultSeverity
        self.file = file
        self.position = position
        self.message = message
        self.hint = hint
    }
}

/// A place in a text file. Both numbers count from 1; columns count characters of one code point each.
public struct SourcePosition: Sendable, Equatable, Hashable, Comparable {
    /// The line.
    public let line: Int
    /// The code point within the line.
    public let column: Int

    /// A place by its line and column.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// In reading order.
    public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

/// How the severities of one run differ from the usual ones.
public struct SeverityPolicy: Sendable {
    /// What `site.yml` says of single kinds.
    public let overrides: [DiagnosticID: Severity]
    /// Whether errors that leave a page possible count as warnings, for people who migrate.
    public let permissive: Bool
    /// Whether warnings count as errors.
    public let strict: Bool

    /// A policy of a site's settings and the command's options.
    public init(overrides: [DiagnosticID: Severity] = [:], permissive: Bool = false, strict: Bool = false) {
        self.overrides = overrides
        self.permissive = permissive
        self.strict = strict
    }

    /// The diagnostics to report, with their severities, in the order of their places.
    public func apply(to diagnostics: [Diagnostic]) -> [Diagnostic] {
        Self.sorted(judge(diagnostics))
    }

    /// The diagnostics to report, with their severities.
    public func judge(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        diagnostics.compactMap { diagnostic in
            var result = diagnostic
            if let override = overrides[diagnostic.id], diagnostic.id.leavesPagePossible {
                result.severity = override
            }
            if permissive, result.severity == .error, diagnostic.id.leavesPagePossible {
                result.severity = .warning
            }
            if strict, result.severity == .warning { result.severity = .error }
            return result.severity == .ignore ? nil : result
        }
    }

    /// Diagnostics in the order of their places.
    public static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        diagnostics.sorted(by: precedes)
    }

    private static func precedes(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
        if left.file != right.file { return left.file < right.file }
        if left.position != right.position {
            guard let one = left.position else { return true }
            guard let other = right.position else { return false }
            return one < other
        }
        return (left.id.rawValue, left.message) < (right.id.rawValue, right.message)
    }
}
