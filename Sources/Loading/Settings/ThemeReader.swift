internal import HelpCenter
internal import Theme

/// Puts the site's own templates and assets over the built-in ones, file by file.
struct ThemeReader {
    /// The templates, sorted by path.
    private(set) var templates: [TemplateSource] = []
    /// The assets, sorted by path.
    private(set) var assets: [Asset] = []
    /// What is wrong with the site's own files.
    private(set) var diagnostics: [Diagnostic] = []

    /// Reads the two folders, either of which may be missing.
    init(templates folder: Sources.Folder, assets assetFolder: Sources.Folder) throws {
        var templates: [String: TemplateSource] = [:]
        for file in Theme.templates {
            templates[file.path] = TemplateSource(
                path: file.path, file: "built-in \(file.path)", isBuiltIn: true,
                text: String(decoding: file.bytes, as: UTF8.self))
        }
        if let tree = try ContentTree(root: folder.path, display: folder.display) {
            diagnostics += tree.diagnostics
            for path in tree.files where path.hasSuffix(".mustache") || path.hasSuffix(".svg") {
                guard let text = try text(path, in: folder) else { continue }
                templates[path] = TemplateSource(
                    path: path, file: folder.display + "/" + path, isBuiltIn: false, text: text)
            }
        }
        var assets: [String: Asset] = [:]
        for file in Theme.assets {
            var print = Fingerprint()
            print.update(file.bytes)
            assets[file.path] = Asset(
                path: file.path, content: .bytes(file.bytes), fingerprint: print.text, size: nil)
        }
        if let tree = try ContentTree(root: assetFolder.path, display: assetFolder.display) {
            diagnostics += tree.diagnostics
            for path in tree.files {
                let absolute = assetFolder.path + "/" + path
                assets[path] = Asset(
                    path: path, content: .file(absolute), fingerprint: try Fingerprint.ofFile(absolute),
                    size: MeasuredMedia(path: absolute).size)
            }
        }
        self.templates = templates.values.sorted { $0.path < $1.path }
        let paths = Set(assets.keys)
        self.assets = try assets.values.sorted { $0.path < $1.path }.map { try Self.withText($0, among: paths) }
    }

    /// A script with its text and what it imports, and a style sheet with its text; any other asset as it is.
    private static func withText(_ asset: Asset, among paths: Set<String>) throws -> Asset {
        let isScript = asset.path.hasSuffix(".js") || asset.path.hasSuffix(".mjs")
        guard isScript || asset.path.hasSuffix(".css") else { return asset }
        let bytes: [UInt8]
        switch asset.content {
        case .bytes(let own): bytes = own
        case .file(let path):
            guard case .bytes(let read) = try SourceReader.read(path) else { return asset }
            bytes = read
        }
        return Asset(
            path: asset.path, content: .bytes(bytes), fingerprint: asset.fingerprint, size: nil,
            imports: isScript ? ModuleImports(bytes, path: asset.path, assets: paths).imports : [])
    }

    private mutating func text(_ path: String, in folder: Sources.Folder) throws -> String? {
        let file = folder.display + "/" + path
        switch try SourceReader.read(folder.path + "/" + path) {
        case .bytes(let bytes):
            let check = TextCheck(bytes)
            diagnostics += Diagnostic.text(check, file: file)
            return String(decoding: check.bytes, as: UTF8.self)
        case .oversized(let size): diagnostics.append(.oversizedFile(file, size: size))
        case .forbidden: diagnostics.append(.unreadable(file))
        }
        return nil
    }
}
