extension LocaleCode {
    /// Whether people who read one of two codes read the other as well: the language is the same, and so is the script
    /// unless one of them leaves it open. Readers of `zh-Hans` read `zh` and `zh-CN`, but not `zh-Hant` or `zh-TW`;
    /// those of `pt-BR` read `pt`.
    public func isReadable(in other: LocaleCode) -> Bool {
        guard language == other.language else { return false }
        guard let script, let otherScript = other.script else { return true }
        return script == otherScript
    }

    /// The script that the code names, or that its region implies; nil when it leaves that open.
    private var script: String? {
        let parts = rawValue.split(separator: "-").dropFirst()
        if let script = parts.first(where: { $0.utf8.count == 4 && $0.utf8.allSatisfy { $0 > 0x39 } }) {
            return String(script)
        }
        // Chinese is the one language among those of many readers that regions write in different scripts.
        guard language == "zh", let region = parts.first else { return nil }
        return ["TW", "HK", "MO"].contains(region) ? "Hant" : "Hans"
    }
}
