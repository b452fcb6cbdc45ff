import HelpCenter
import Testing

struct SeverityPolicyTests {
    private static let warning = Diagnostic(.missingAlternativeText, file: "a.md", at: nil, "no alternative text")
    private static let error = Diagnostic(.unknownLink, file: "a.md", at: nil, "no such article")
    private static let fatal = Diagnostic(.pathCollision, file: "a.md", at: nil, "two pages")

    @Test func everyKindHasItsUsualSeverity() {
        let severities = SeverityPolicy().apply(to: [Self.warning, Self.error, Self.fatal]).map(\.severity)
        #expect(severities.sorted() == [.warning, .error, .error])
    }

    @Test func settingsRaiseLowerAndSilence() {
        let policy = SeverityPolicy(overrides: [.missingAlternativeText: .error, .unknownLink: .warning])
        #expect(policy.apply(to: [Self.warning]).map(\.severity) == [.error])
        #expect(policy.apply(to: [Self.error]).map(\.severity) == [.warning])
        #expect(SeverityPolicy(overrides: [.missingAlternativeText: .ignore]).apply(to: [Self.warning]).isEmpty)
    }

    @Test func permissiveMakesWarningsOfErrorsThatLeaveAPagePossible() {
        let policy = SeverityPolicy(overrides: [.missingAlternativeText: .error], permissive: true)
        #expect(policy.apply(to: [Self.error, Self.warning]).allSatisfy { $0.severity == .warning })
    }

    @Test(arguments: DiagnosticID.allCases.filter { !$0.leavesPagePossible })
    func nothingSilencesAnErrorThatLeavesNoPage(id: DiagnosticID) {
        let policy = SeverityPolicy(overrides: [id: .ignore], permissive: true)
        #expect(policy.apply(to: [Diagnostic(id, file: "a.md", "wrong")]).map(\.severity) == [.error])
        #expect(id.defaultSeverity == .error)
    }

    @Test func diagnosticsAreSortedByTheirPlaces() {
        let places: [(String, SourcePosition?)] = [
            ("b.md", nil), ("a.md", SourcePosition(line: 10, column: 1)), ("a.md", SourcePosition(line: 2, column: 9)),
            ("a.md", SourcePosition(line: 2, column: 10)), ("a.md", nil),
        ]
        let sorted = SeverityPolicy().apply(to: places.map { Diagnostic(.unknownLink, file: $0.0, at: $0.1, "x") })
        #expect(sorted.map(\.file) == ["a.md", "a.md", "a.md", "a.md", "b.md"])
        #expect(sorted.map(\.position?.line) == [nil, 2, 2, 10, nil])
        #expect(sorted.map(\.position?.column) == [nil, 9, 10, 1, nil])
    }

    @Test func theOrderDoesNotDependOnTheOrderOfDiscovery() {
        let found = [Self.warning, Self.error, Self.fatal]
        #expect(SeverityPolicy().apply(to: found) == SeverityPolicy().apply(to: found.reversed()))
    }
}
