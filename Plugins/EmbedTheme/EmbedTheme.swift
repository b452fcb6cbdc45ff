import Foundation
import PackagePlugin

/// Compiles the built-in theme into the binary, so that the installed command works without any file beside it.
@main
struct EmbedTheme: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let root = context.package.directoryURL
        let theme = target.directoryURL
        let folders = [
            ("templates", root.appending(path: "Templates")),
            ("assets", root.appending(path: "Public")),
            ("strings", theme.appending(path: "Strings")),
            ("starter", theme.appending(path: "Starter")),
        ]
        let output = context.pluginWorkDirectoryURL.appending(path: "ThemeFiles.swift")
        return [
            .buildCommand(
                displayName: "Embedding the built-in theme",
                executable: try context.tool(named: "embed-theme").url,
                arguments: [output.path] + folders.flatMap { [$0.0, $0.1.path] },
                inputFiles: folders.flatMap { files(below: $0.1) },
                outputFiles: [output])
        ]
    }

    private func files(below folder: URL) -> [URL] {
        let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
        return (found?.allObjects as? [URL] ?? []).filter { !$0.hasDirectoryPath }.sorted { $0.path < $1.path }
    }
}
