internal import HelpCenter

/// The sections of templates that name a file of `Public/` and are replaced before the engine sees the template.
enum AssetTag: String {
    /// `{{#asset}}styles/site.css{{/asset}}`: the file's address.
    case asset
    /// `{{#module}}scripts/contact.js{{/module}}`: the elements that run a script. What it imports is asked for at once,
    /// not when the script that imports it has come: on a phone's network each such step costs a tenth of a second.
    case module

    /// What stands in the template in its place.
    ///
    /// - Parameters:
    ///   - address: The file's published address.
    ///   - imports: What the script imports, near and far.
    func replacement(_ address: Permalink, imports: [Permalink]) -> String {
        let path = "{{{root}}}" + address.encoded.dropFirst()
        guard self == .module else { return path }
        let preloads = imports.map { "<link rel=\"modulepreload\" href=\"{{{root}}}\($0.encoded.dropFirst())\">\n" }
        return preloads.joined() + "<script type=\"module\" src=\"\(path)\"></script>"
    }
}
