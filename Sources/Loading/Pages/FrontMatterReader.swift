internal import HelpCenter

/// Splits a Markdown file into front matter and body, and reads the front matter.
struct FrontMatterReader {
    /// The most bytes of front matter that are read.
    static let limit = 64 << 10

    /// The keys that front matter may hold.
    static let keys = [
        "title", "description", "kind", "slug", "aliases", "weight", "draft", "date", "lastmod", "publishDate",
        "expiryDate", "tags", "translationKey", "keywords", "related", "topics", "reviewed", "reviewEvery", "image",
        "icon", "search",
    ]

    /// What the front matter says; nothing where there is none.
    let frontMatter: FrontMatter
    /// The offset of the body's first byte.
    let bodyStart: Int
    /// The line of the file that the body begins on.
    let bodyLine: Int
    /// What is wrong with it.
    let diagnostics: [Diagnostic]
    /// Whether it could be read at all; then what it lacks can be told.
    var isReadable: Bool { !diagnostics.contains { Self.unreadable.contains($0.id) } }

    private static let unreadable: Set<DiagnosticID> = [
        .invalidYAML, .unsupportedYAML, .duplicateKey, .unclosedFrontMatter, .oversizedFrontMatter,
    ]

    /// Reads the front matter of a file's text.
    init(_ bytes: [UInt8], file: String) {
        guard let fence = Self.openingFence(bytes) else {
            (frontMatter, bodyStart, bodyLine, diagnostics) = (FrontMatter(), 0, 1, [])
            return
        }
        guard let end = Self.closingFence(bytes, from: fence) else {
            var unread = FrontMatter()
            unread.isDraft = Self.mentionsDraft(bytes[fence...])
            (frontMatter, bodyStart, bodyLine) = (unread, 0, 1)
            diagnostics = [.unclosedFrontMatter(file)]
            return
        }
        bodyStart = end.bodyStart
        bodyLine = end.bodyLine
        let reader = YAMLReader(file: file, firstLine: 2, limit: Self.limit)
        switch reader.read(bytes[fence..<end.yamlEnd]) {
        case .failure(let rejection):
            var unread = FrontMatter()
            unread.isDraft = Self.mentionsDraft(bytes[fence..<end.yamlEnd])
            frontMatter = unread
            diagnostics = [rejection.diagnostic]
        case .success(let value):
            var fields = FieldReader(value, file: file, known: Self.keys)
            frontMatter = Self.decode(&fields)
            diagnostics = fields.diagnostics
        }
    }
}

extension FrontMatterReader {
    /// The offset after a first line of `---`, or nil when the file begins otherwise.
    private static func openingFence(_ bytes: [UInt8]) -> Int? {
        lineAfterFence(bytes, at: 0)
    }

    /// The offset after a line of `---` that begins here; trailing spaces are allowed.
    private static func lineAfterFence(_ bytes: [UInt8], at start: Int) -> Int? {
        guard start + 3 <= bytes.count, bytes[start..<start + 3].allSatisfy({ $0 == UInt8(ascii: "-") }) else {
            return nil
        }
        var index = start + 3
        while index < bytes.count, bytes[index] != newline {
            guard bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t") || bytes[index] == 0x0D else {
                return nil
            }
            index += 1
        }
        return min(index + 1, bytes.count)
    }

    private static func closingFence(
        _ bytes: [UInt8], from start: Int
    ) -> (yamlEnd: Int, bodyStart: Int, bodyLine: Int)? {
        var index = start
        var line = 2
        while index < bytes.count {
            if let bodyStart = lineAfterFence(bytes, at: index) { return (index, bodyStart, line + 1) }
            guard let end = bytes[index...].firstIndex(of: newline) else { return nil }
            index = end + 1
            line += 1
        }
        return nil
    }

    /// Whether front matter that cannot be read speaks of a draft or a date of publication; then the page stays
    /// unpublished.
    private static func mentionsDraft(_ yaml: ArraySlice<UInt8>) -> Bool {
        yaml.split(separator: newline).contains { line in
            let text = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
            return ["draft", "publishDate", "expiryDate"].contains { text.starts(with: $0.utf8) }
        }
    }

    private static let newline = UInt8(ascii: "\n")

    private static func decode(_ fields: inout FieldReader) -> FrontMatter {
        var result = FrontMatter()
        result.title = text(fields.string("title"))
        result.description = text(fields.string("description"))
        result.kind = kind(&fields)
        result.slug = fields.string("slug", example: "lost-phone")
        result.aliases = fields.strings("aliases")
        result.weight = fields.integer("weight")
        // What is marked as a draft in an unknown way stays unpublished, also where errors are let pass.
        result.isDraft = fields.boolean("draft") ?? (fields.value("draft") != nil)
        result.date = fields.date("date")
        result.lastModified = fields.date("lastmod")
        result.publishDate = fields.date("publishDate")
        result.expiryDate = fields.date("expiryDate")
        // So does what is to be shown for a time only, while that time cannot be read.
        for (key, date) in [("publishDate", result.publishDate), ("expiryDate", result.expiryDate)]
        where date == nil && fields.value(key) != nil {
            result.isDraft = true
        }
        result.tags = fields.strings("tags").map(\.value)
        result.translationKey = fields.string("translationKey", example: "reset-password")
        result.keywords = Keywords.read(&fields)
        result.related = fields.strings("related")
        result.topics = fields.strings("topics")
        result.reviewed = fields.date("reviewed")
        result.reviewEvery = fields.string("reviewEvery", example: "90d")?.value
        result.image = fields.string("image", example: "preview.png")
        result.icon = fields.string("icon", example: "shield")
        result.isSearchable = fields.boolean("search") ?? true
        return result
    }

    /// A text on one line; an empty one counts as missing.
    private static func text(_ value: Located<String>?) -> String? {
        guard let value else { return nil }
        let bytes = value.value.utf8
        // Nearly every text is on one line already.
        if !bytes.isEmpty, !bytes.contains(where: { $0 < 0x20 }), bytes.first != 0x20, bytes.last != 0x20 {
            return value.value
        }
        let line = value.value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.isEmpty ? nil : line
    }

    private static func kind(_ fields: inout FieldReader) -> ArticleKind {
        guard let value = fields.string("kind", example: "guide") else { return .guide }
        if let kind = ArticleKind(rawValue: value.value) { return kind }
        fields.report(
            .invalidValue(
                "kind", in: fields.file, at: value.position, value.value, rule: "a kind of article",
                hint: "write 'guide' or 'faq'"))
        return .guide
    }
}
