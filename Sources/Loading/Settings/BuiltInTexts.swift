internal import HelpCenter
internal import Theme

/// The interface texts that come with Guidepost.
enum BuiltInTexts {
    /// The YAML of the locale whose texts suit a code best; nil when its language is not built in.
    ///
    /// Tried are the code itself, then without its region and script; Chinese without a script is taken as the one
    /// that its region writes.
    static func yaml(for code: LocaleCode) -> [UInt8]? {
        let files = Theme.strings
        return candidates(code).lazy.compactMap { name in files.first { $0.path == name + ".yml" }?.bytes }.first
    }

    /// The name of a language in itself; nil when it is not built in.
    static func languageName(of code: LocaleCode) -> String? {
        guard let bytes = yaml(for: code),
            case .success(let value) = YAMLReader(file: "", firstLine: 1, limit: 1 << 20).read(bytes[...]),
            case .mapping(let entries, _) = value,
            case .scalar(let name)? = entries.first(where: { $0.key.text == "language" })?.value
        else { return nil }
        return name.text
    }

    private static func candidates(_ code: LocaleCode) -> [String] {
        let parts = code.rawValue.split(separator: "-")
        var names = stride(from: parts.count, to: 0, by: -1).map { parts.prefix($0).joined(separator: "-") }
        if code.language == "zh" {
            let traditional = code.rawValue.contains("Hant") || ["TW", "HK", "MO"].contains { parts.contains($0) }
            names.append(traditional ? "zh-Hant" : "zh-Hans")
        }
        return names
    }
}
