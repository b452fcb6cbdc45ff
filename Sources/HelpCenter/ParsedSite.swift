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

    /// A parsed site.
    public init(settings: SiteSettings, pages: [ParsedPage], files: [SourceFile], texts: [InterfaceTexts]) {
        self.settings = settings
        self.pages = pages
        self.files = files
        self.texts = texts
    }
}

/// A Markdown file, parsed: its front matter and its body. It has no permalink yet.
public struct ParsedPage: Sendable {
    /// Where it lies.
    public let source: SourcePath
    /// What its front matter says.
    public let frontMatter: FrontMatter
    /// The body, rendered but for what depends on the page that shows it.
    public let document: MarkdownDocument
    /// The body as Markdown, without the front matter.
    public let body: [UInt8]

    /// A parsed file.
    public init(source: SourcePath, frontMatter: FrontMatter, document: MarkdownDocument, body: [UInt8]) {
        self.source = source
        self.frontMatter = frontMatter
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

    /// A path below a locale's folder.
    public init(locale: LocaleCode, path: String) {
        self.locale = locale
        self.path = path
    }

    /// The path below the content folder.
    public var contentPath: String { "\(locale)/\(path)" }

    /// The folder that holds it, below the locale's folder: empty, or ending with `/`.
    public var folder: String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }

    /// The file's name without `.md`.
    public var stem: String {
        let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
        return String(name.hasSuffix(".md") ? name.dropLast(3) : name)
    }

    /// Whether it describes its folder: the home page, or a category.
    public var isIndex: Bool { stem == "_index" }
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
