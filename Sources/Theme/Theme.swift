/// The built-in theme: what a site is made with until it brings its own file of the same name.
///
/// The files are compiled into the binary (see the EmbedTheme plugin), so the installed command needs nothing beside it.
public enum Theme {
    /// A text file of the theme, named by its path below its folder.
    public struct File: Sendable {
        /// The path below the folder, with `/` between its parts.
        public let path: String
        /// The content, as it is in the project.
        public let bytes: [UInt8]
    }

    /// Mustache templates, from `Templates/`.
    public static var templates: [File] { files(templatesFiles) }
    /// Styles, scripts and icons that are served, from `Public/`.
    public static var assets: [File] { files(assetsFiles) }
    /// Interface texts, one YAML file for each locale.
    public static var strings: [File] { files(stringsFiles) }
    /// The site that `guidepost new` writes.
    public static var starter: [File] { files(starterFiles) }
}

extension Theme {
    private static func files(_ embedded: [(path: String, text: StaticString)]) -> [File] {
        embedded.map { file in
            File(path: file.path, bytes: file.text.withUTF8Buffer { Array($0) })
        }
    }
}
