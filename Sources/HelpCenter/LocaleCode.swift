/// The BCP 47 code that names a locale, such as `zh-Hans` or `pt-BR`.
public struct LocaleCode: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The code as BCP 47 recommends to write it: language in lower case, script with a capital, region in capitals.
    public let rawValue: String

    /// A code from its text; nil when it is not language, script, region and variants in this order (RFC 5646, 2.1).
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard let first = parts.first, (2...3).contains(first.utf8.count), first.utf8.allSatisfy(Self.isLetter) else {
            return nil
        }
        var canonical = [first.lowercased()]
        var rest = parts.dropFirst()
        if let script = rest.first, script.utf8.count == 4, script.utf8.allSatisfy(Self.isLetter) {
            canonical.append(script.prefix(1).uppercased() + script.dropFirst().lowercased())
            rest = rest.dropFirst()
        }
        if let region = rest.first, Self.isRegion(region) {
            canonical.append(region.uppercased())
            rest = rest.dropFirst()
        }
        for variant in rest {
            guard (4...8).contains(variant.utf8.count), variant.utf8.allSatisfy(Self.isLetterOrDigit) else { return nil }
            canonical.append(variant.lowercased())
        }
        rawValue = canonical.joined(separator: "-")
    }

    /// The primary language subtag, such as `zh`.
    public var language: String { String(rawValue.prefix { $0 != "-" }) }

    /// The way the locale's script is written.
    public var direction: TextDirection {
        if rawValue.contains("-Latn") || rawValue.contains("-Cyrl") { return .leftToRight }
        return Self.rightToLeft.contains(language) || rawValue.contains("-Arab") ? .rightToLeft : .leftToRight
    }

    public var description: String { rawValue }

    public static func < (left: LocaleCode, right: LocaleCode) -> Bool { left.rawValue < right.rawValue }
}

/// The direction of a text, as HTML's `dir` names it.
public enum TextDirection: String, Sendable {
    case leftToRight = "ltr"
    case rightToLeft = "rtl"
}

extension LocaleCode {
    /// Languages whose usual script runs from right to left (CLDR 45, `characterOrder`).
    private static let rightToLeft: Set<String> = [
        "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ku", "ps", "sd", "syr", "ug", "ur", "yi",
    ]

    private static func isRegion(_ text: String) -> Bool {
        let bytes = text.utf8
        return (bytes.count == 2 && bytes.allSatisfy(isLetter))
            || (bytes.count == 3 && bytes.allSatisfy { (0x30...0x39).contains($0) })
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20)
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        isLetter(byte) || (0x30...0x39).contains(byte)
    }
}
