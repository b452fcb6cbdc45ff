internal import ArgumentParser
internal import Build

/// `guidepost new`.
struct NewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Makes a new help center that builds at once.")

    @Argument(help: ArgumentHelp("The folder to make.", valueName: "dir"))
    var folder: String

    @Flag(help: "Also write the built-in templates and styles, to change them.")
    var withTheme = false

    func run() async throws {
        do {
            let path = Environment.absolute(folder)
            let files = try Starter.write(to: path, display: folder, includesTheme: withTheme)
            let terminal = Terminal()
            terminal.print("Made \(files.count) files in '\(folder)'. Now:\n")
            terminal.print("  cd \(Terminal.shellQuoted(folder))\n  guidepost build\n")
            terminal.print("Articles are in Content/, settings in Content/site.yml; the site will be in Output/.")
        } catch {
            Terminal().fail("\(error)")
            throw ExitCode(2)
        }
    }
}
