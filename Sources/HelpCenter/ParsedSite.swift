public import Markdown

/// What Loading found in the content folder: everything parsed, nothing yet placed.
public struct ParsedSite: Sendable {
    /// The settings.
    public let settings: SiteSettings
    /// The pages of all locales, sorted by path.
    public let pages: [ParsedPage]
    /// Images and other files beside the articles, sorted by path.
    public let files: [SourceFile]
    /// The interface texts of each locale, in the order of the settings.
    public let texts: [InterfaceTexts]
    /// The templates: the site's own ones in place of the built-in ones of the same name.
    public let templates: [TemplateSource]
    /// What is served as it is, sorted by path: the site's own files in place of the built-in ones of the same name.
    public let assets: [Asset]
    /// The ways to reach support, and what readers ask about; nil for a site without `contact.yml`.
    public let contact: ContactSettings?
    /// What means the same to those who search, by locale, in the order of the settings.
    public let synonyms: [[SynonymGroup]]
    /// What searches must find, by locale, in the order of the settings.
    public let searchTests: [[SearchTest]]

    /// A parsed site; without lists of synonyms or search tests no locale has any.
    public init(
        settings: SiteSettings, pages: [ParsedPage], files: [SourceFile], texts: [InterfaceTexts],
        templates: [TemplateSource], assets: [Asset], contact: ContactSettings? = nil,
        synonyms: [[SynonymGroup]]? = nil, searchTests: [[SearchTest]]? = nil
    ) {
        self.settings = settings
        self.pages = pages
        self.files = files
        self.texts = texts
        self.templates = templates
        self.assets = assets
        self.contact = contact
        self.synonyms = synonyms ?? settings.locales.map { _ in [] }
        self.searchTests = searchTests ?? settings.locales.map { _ in [] }
    }
}

/// A Mustache template, or a fragment of HTML such as an icon.
public struct TemplateSource: Sendable {
    /// Its path below `Templates/`, such as `article.mustache` or `icons/shield.svg`.
    public let path: String
    /// The file as diagnostics name it.
    public let file: String
    /// Whether it comes with Guidepost.
    public let isBuiltIn: Bool
    /// Its text.
    public let text: String

    /// A template.
    public init(path: String, file: String, isBuiltIn: Bool, text: String) {
        self.path = path
        self.file = file
        self.isBuiltIn = isBuiltIn
        self.text = text
    }
}

/// A file that is served as it is: a stylesheet, a script, an icon.
public struct Asset: Sendable {
    /// Where its bytes are.
    public enum Content: Sendable {
        /// In memory: a built-in file, a script or a style sheet.
        case bytes([UInt8])
        /// On disk, at an absolute path; scripts and style sheets only if they are too large for a text.
        case file(String)
    }

    /// Its path below `Public/`.
    public let path: String
    /// Where its bytes are.
    public let content: Content
    /// A short hash of its bytes, for the name under which it may be cached for ever.
    public let fingerprint: String
    /// Its width and height, when it is an image or video whose header says so.
    public let size: MediaSize?
    /// The modules that it imports, when it is a script; its bytes are in memory then.
    public let imports: [ModuleImport]

    /// An asset.
    public init(
        path: String, content: Content, fingerprint: String, size: MediaSize?, imports: [ModuleImport] = []
    ) {
        self.path = path
        self.content = content
        self.fingerprint = fingerprint
        self.size = size
        self.imports = imports
    }
}

/// A place in a script that names another module by a relative path.
public struct ModuleImport: Sendable, Equatable {
    /// The path in the script's bytes, without the quotes.
    public let range: Range<Int>
    /// The other module's path below `Public/`.
    public let path: String
    /// Whether it is imported when the script asks for it (`import(…)`), not before the script runs.
    public let isDynamic: Bool

    /// An import.
    public init(range: Range<Int>, path: String, isDynamic: Bool) {
        self.range = range
        self.path = path
        self.isDynamic = isDynamic
    }
}

/// A Markdown file, parsed: its front matter and its body. It has no permalink yet.
public final class ParsedPage: Sendable {
    /// Where it lies.
    public let source: SourcePath
    /// What its front matter says.
    public let frontMatter: FrontMatter
    /// The title: of the front matter, or else of the first heading or the file's name.
    public let title: String
    /// The body, rendered but for what depends on the page that shows it.
    public let document: MarkdownDocument
    /// The body as Markdown, without the front matter.
    public let body: [UInt8]

    /// A parsed file.
    public init(
        source: SourcePath, frontMatter: FrontMatter, title: String, document: MarkdownDocument, body: [UInt8]
    ) {
        self.source = source
        self.frontMatter = frontMatter
        self.title = title
        self.document = document
        self.body = body
    }
}

/// Where a source file lies: in which locale's folder, and at which path below it.
public struct SourcePath: Sendable, Hashable {
    /// The locale whose folder holds it.
    public let locale: LocaleCode
    /// The path below that folder, such as `account/reset-password.md`.
    public let path: String
    /// The folder that holds it, below the locale's folder: empty, or ending with `/`.
    public let folder: String
    /// The file's name without `.md`.
    public let stem: String

    /// A path below a locale's folder.
    public init(locale: LocaleCode, path: String) {
        self.locale = locale
        self.path = path
        let start = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.startIndex
        folder = String(path[..<start])
        stem = String(path.hasSuffix(".md") ? path[start...].dropLast(3) : path[start...])
    }

    /// Equal by where they lie; the other parts follow from that.
    public static func == (left: SourcePath, right: SourcePath) -> Bool {
        left.locale == right.locale && left.path == right.path
    }

    /// Hashes where it lies.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(locale)
        hasher.combine(path)
    }

    /// The path below the content folder.
    public var contentPath: String { "\(locale.rawValue)/\(path)" }

    /// Whether it is an article with a folder of its own (`missing-deposit/index.md`).
    public var isBundle: Bool { stem == "index" && !folder.isEmpty }

    /// Whether it describes its folder: the home page, or a category.
    public var isIndex: Bool { stem == "_index" }

    /// The folder of the category that holds it: empty for the home page's, else ending with `/`.
    public var categoryFolder: String {
        isBundle ? Self.parent(of: folder) : folder
    }

    /// The folders of all categories it lies in, outermost (the empty one) first.
    public var categoryFolders: [String] {
        let folder = categoryFolder
        let slashes = folder.utf8.indices.filter { folder.utf8[$0] == UInt8(ascii: "/") }
        return [""] + slashes.map { String(folder[...$0]) }
    }

    /// The folder above a folder; both are empty or end with `/`.
    public static func parent(of folder: String) -> String {
        folder.utf8.dropLast().lastIndex(of: UInt8(ascii: "/")).map { String(folder[...$0]) } ?? ""
    }

    /// Words out of a file's or folder's name, for a title where none is given: `lost-phone` becomes `Lost phone`.
    public static func humanized(_ name: String) -> String {
        let words = name.split { $0 == "-" || $0 == "_" || $0 == " " }.joined(separator: " ")
        return words.isEmpty ? name : words.prefix(1).uppercased() + words.dropFirst()
    }
}

/// A file that is published as it is.
public struct SourceFile: Sendable {
    /// Where it lies.
    public let source: SourcePath
    /// Its absolute path on disk.
    public let absolutePath: String
    /// Width and height in CSS pixels, when it is an image or video whose header says so.
    public let size: MediaSize?

    /// A file.
    public init(source: SourcePath, absolutePath: String, size: MediaSize?) {
        self.source = source
        self.absolutePath = absolutePath
        self.size = size
    }
}

/// Width and height of an image or video, in CSS pixels.
public struct MediaSize: Sendable, Equatable {
    /// The width.
    public let width: Int
    /// The height.
    public let height: Int

    /// A size.
    public init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }
}
