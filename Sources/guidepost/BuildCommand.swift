internal import ArgumentParser
internal import Build

/// `guidepost build`.
struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Makes the site: Content/ becomes Output/.",
        discussion: "The output is replaced in one step when no error is found, and left as it was otherwise.")

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("The folder to publish to.", valueName: "dir"))
    var output = "Output"

    func run() async throws {
        try await common.run(output: output)
    }
}
