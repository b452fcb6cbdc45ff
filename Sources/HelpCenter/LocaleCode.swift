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
            guard Self.isVariant(variant) else { return nil }
            canonical.append(variant.lowercased())
        }
        rawValue = canonical.joined(separator: "-")
    }

    /// The primary language subtag, such as `zh`.
    public var language: String { String(rawValue.prefix { $0 != "-" }) }

    /// The way the locale's script is written: the one it names, or else its language's usual one.
    public var direction: TextDirection {
        let script = rawValue.split(separator: "-").dropFirst().first {
            $0.utf8.count == 4 && $0.utf8.allSatisfy(Self.isLetter)
        }
        let isRightToLeft =
            script.map { Self.rightToLeftScripts.contains(String($0)) } ?? Self.rightToLeftLanguages.contains(language)
        return isRightToLeft ? .rightToLeft : .leftToRight
    }

    /// The code.
    public var description: String { rawValue }

    /// In the order of the codes.
    public static func < (left: LocaleCode, right: LocaleCode) -> Bool { left.rawValue < right.rawValue }
}

/// The direction of a text, as HTML's `dir` names it.
public enum TextDirection: String, Sendable {
    case leftToRight = "ltr"
    case rightToLeft = "rtl"
}

extension LocaleCode {
    /// Languages whose usual script runs from right to left (CLDR 45, `characterOrder`).
    private static let rightToLeftLanguages: Set<String> = [
        "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "lrc", "mzn", "nqo", "ps", "sd", "syr", "ug", "ur", "yi",
    ]

    /// Scripts that run from right to left, of languages in use.
    private static let rightToLeftScripts: Set<String> = [
        "Adlm", "Arab", "Aran", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa",
    ]

    private static func isRegion(_ text: String) -> Bool {
        let bytes = text.utf8
        return (bytes.count == 2 && bytes.allSatisfy(isLetter))
            || (bytes.count == 3 && bytes.allSatisfy { (0x30...0x39).contains($0) })
    }

    /// Five to eight letters and digits, or four that begin with a digit.
    private static func isVariant(_ text: String) -> Bool {
        let bytes = text.utf8
        guard bytes.allSatisfy(isLetterOrDigit), let first = bytes.first else { return false }
        return (5...8).contains(bytes.count) || (bytes.count == 4 && !isLetter(first))
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20)
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        isLetter(byte) || (0x30...0x39).contains(byte)
    }
}
