/// The anchors of a document: unique, and readable in every script.
struct Anchors {
    /// The anchors that authors chose, with the lines of their headings once these have been met.
    private var explicit: [String: Int] = [:]
    private var taken: Set<String>
    private var lastNumber: [String: Int] = [:]

    /// Anchors beside those that are taken already: by other parts of the page, or by headings further on whose
    /// author chose them.
    init(reserved: Set<String> = []) {
        taken = reserved
    }

    /// Keeps anchors that the author chose from being made for other headings.
    mutating func reserve(_ ids: Set<String>) {
        taken.formUnion(ids)
    }

    /// Gives a chosen anchor to the heading in a line. Returns the line of the heading that has it already, or nil.
    mutating func use(explicit id: String, line: Int) -> Int? {
        if let earlier = explicit[id] { return earlier }
        explicit[id] = line
        taken.insert(id)
        return nil
    }

    /// An anchor made of a heading's text that no other heading has.
    mutating func makeUnique(for text: String) -> String {
        unique(Self.slug(text))
    }

    private mutating func unique(_ slug: String) -> String {
        if taken.insert(slug).inserted { return slug }
        var number = lastNumber[slug] ?? 1
        while true {
            number += 1
            let candidate = "\(slug)-\(number)"
            if taken.insert(candidate).inserted {
                lastNumber[slug] = number
                return candidate
            }
        }
    }
}

extension Anchors {
    /// Why the text between `{#` and `}` cannot be an anchor; nil when it can.
    static func fault(in id: String) -> MarkdownIssue.InvalidAnchor? {
        let isValid = { (scalar: Unicode.Scalar) in
            isKept(scalar) || scalar == "-" || scalar == "_" || scalar == "."
        }
        if id.isEmpty || !id.unicodeScalars.allSatisfy(isValid) { return .characters }
        if id.lowercased().hasPrefix("gp-") { return .reserved }
        if scriptNames.contains(id) || id.hasPrefix("__") { return .scriptName }
        return nil
    }

    /// The letters and digits of a text in lower case; runs of anything else become one hyphen.
    static func slug(_ text: String) -> String {
        var slug = String.UnicodeScalarView()
        var hyphenIsDue = false
        for scalar in text.unicodeScalars {
            guard isKept(scalar) else {
                hyphenIsDue = true
                continue
            }
            if hyphenIsDue, !slug.isEmpty { slug.append("-") }
            hyphenIsDue = false
            if scalar.isASCII {
                slug.append(Unicode.Scalar(UInt8(scalar.value).lowercasedASCII))
            } else if isUncased(scalar) {
                slug.append(scalar)
            } else {
                slug.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            }
        }
        let result = String(slug)
        if result.isEmpty { return "section" }
        if result.hasPrefix("gp-") || scriptNames.contains(result) { return "section-" + result }
        return result
    }

    /// Letters, digits, and the marks that some scripts write vowels with.
    private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return UInt8(scalar.value).isASCIIAlphanumeric }
        if isUncased(scalar) { return true }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .decimalNumber, .letterNumber:
            // A variation selector is a mark, but of the emoji before it.
            return scalar.value & 0xFFF0 != 0xFE00 && scalar.value != 0x20E3
        default: return false
        }
    }

    /// The commonest letters without case, recognised without a look into Unicode's tables: Han, kana and Hangul.
    private static func isUncased(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x4E00...0x9FFF, 0x3041...0x3096, 0x30A1...0x30FA, 0xAC00...0xD7A3: true
        default: false
        }
    }

    /// Names that, as the id of an element, would stand in the way of a script's own (DOM clobbering), or that an
    /// object has without being given them.
    private static let scriptNames: Set<String> = [
        "constructor", "prototype", "proto", "__proto__", "hasownproperty", "hasOwnProperty", "tostring", "toString",
        "valueof", "valueOf", "isprototypeof", "isPrototypeOf", "document", "window", "self", "top", "parent", "frames",
        "location", "history", "navigator", "length", "name", "status", "event", "origin", "opener", "closed",
    ]
}
