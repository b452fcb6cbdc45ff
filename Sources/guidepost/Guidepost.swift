internal import ArgumentParser

/// The command `guidepost`. Only this module reads the environment: the working folder, the clock, the terminal.
@main
struct Guidepost: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "guidepost",
        abstract: "Makes a static help center out of a folder of Markdown.",
        discussion: """
            Exit status: 0 all is well; 1 something is wrong with the content; 2 the environment failed, such as a full \
            disk or a missing permission; 64 the command was not understood.
            """,
        version: "0.1.0",
        subcommands: [NewCommand.self, BuildCommand.self, CheckCommand.self, SearchCommand.self])
}
