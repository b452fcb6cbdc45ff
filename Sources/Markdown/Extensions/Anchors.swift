/// The anchors of a document: unique, and readable in every script.
struct Anchors {
    /// The anchors that authors chose, with the lines of their headings once these have been met.
    private var explicit: [String: Int] = [:]
    /// As bytes: browsers compare anchors by code points, and Swift's strings by what they look like.
    private var taken: Set<[UInt8]>
    private var lastNumber: [[UInt8]: Int] = [:]

    /// Anchors beside those that are taken already: by other parts of the page, or by headings further on whose
    /// author chose them.
    init(reserved: Set<String> = []) {
        taken = Set(reserved.map { Array($0.utf8) })
    }

    /// Keeps anchors that the author chose from being made for other headings.
    mutating func reserve(_ ids: Set<String>) {
        for id in ids { taken.insert(Array(id.utf8)) }
    }

    /// Gives a chosen anchor to the heading in a line. Returns the line of the heading that has it already, or nil.
    mutating func use(explicit id: String, line: Int) -> Int? {
        if let earlier = explicit[id] { return earlier }
        explicit[id] = line
        taken.insert(Array(id.utf8))
        return nil
    }

    /// An anchor made of a heading's text that no other heading has.
    mutating func makeUnique(for text: String) -> String {
        var slug = Slug.make(of: text)
        if slug.isEmpty {
            slug = Self.fallback
        } else if slug.starts(with: Self.reservedPrefix) || Self.isScriptName(String(utf8: slug)) {
            slug = Self.fallback + [UInt8(ascii: "-")] + slug
        }
        if taken.insert(slug).inserted { return String(utf8: slug) }
        // Numbered as GitHub does: the second heading of a text gets -1.
        var number = lastNumber[slug] ?? 0
        while true {
            number += 1
            let candidate = slug + Array("-\(number)".utf8)
            if taken.insert(candidate).inserted {
                lastNumber[slug] = number
                return String(utf8: candidate)
            }
        }
    }
}

extension Anchors {
    /// Why the text between `{#` and `}` cannot be an anchor; nil when it can.
    static func fault(in id: String) -> MarkdownIssue.InvalidAnchor? {
        let isValid = { (scalar: Unicode.Scalar) in
            Slug.isKept(scalar) || scalar == "-" || scalar == "_" || scalar == "."
        }
        if id.isEmpty || !id.unicodeScalars.allSatisfy(isValid) { return .characters }
        if id.utf8.map(\.lowercasedASCII).starts(with: reservedPrefix) { return .reserved }
        return isScriptName(id) ? .scriptName : nil
    }

    /// Whether a script that looks anchors up by name would find something else: `constructor`, `__proto__`.
    private static func isScriptName(_ id: String) -> Bool {
        id.utf8.starts(with: "__".utf8) || scriptNames.contains(id)
    }

    /// The anchor of a heading without letters and digits.
    private static let fallback = Array("section".utf8)
    /// The page's own parts have ids that begin so.
    private static let reservedPrefix = Array("gp-".utf8)

    /// What every object of a script has without being given it, and the same in lower case.
    private static let scriptNames: Set<String> = [
        "constructor", "hasOwnProperty", "hasownproperty", "isPrototypeOf", "isprototypeof", "propertyIsEnumerable",
        "propertyisenumerable", "prototype", "toLocaleString", "toString", "tolocalestring", "tostring",
        "valueOf", "valueof",
    ]
}
