internal import ArgumentParser
internal import Build

/// `guidepost check`.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Finds what is wrong with the content; writes nothing.")

    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await common.run(output: nil)
    }
}
