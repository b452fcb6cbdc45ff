internal import HelpCenter

/// The assets of a site and the addresses under which they are published.
///
/// 1. What templates name gets a name that changes with its bytes, so that it can be cached for ever.
/// 2. So does what such a script imports. All scripts that import or are imported share one fingerprint, of all their
///    bytes: a reader's browser never runs one of this build with one of another, and cycles need no care.
/// 3. Scripts and style sheets of such names are published without comments and indentation (`ScriptText`, `StyleText`).
/// 4. What articles or other programs name is published under its own name, too, byte for byte, and so is what scripts
///    of that kind import.
struct AssetFiles: Sendable {
    /// The published address of each asset, by its path below `Public/`.
    private(set) var addresses: [String: Permalink] = [:]
    /// The files.
    private(set) var files: [OutputFile] = []
    /// What the scripts that templates name import before they run, near and far, by the scripts' paths below `Public/`.
    private(set) var imports: [String: [Permalink]] = [:]
    /// The addresses that change with the content, and may be cached for ever.
    private(set) var fingerprinted: [Permalink] = []

    /// The script by which other programs search the site; they load it by this name.
    private static let searchClient = "search/client.js"

    /// The assets of a site.
    ///
    /// - Parameters:
    ///   - assets: All of them.
    ///   - named: The paths of those that templates name.
    ///   - logo: The path of the logo, which the header names.
    ///   - linked: The paths of those that articles name.
    init(_ assets: [Asset], named: Set<String>, logo: String?, linked: Set<String>) {
        let modules = Self.closure(of: assets.filter { named.contains($0.path) && !$0.imports.isEmpty }, in: assets)
        let others = assets.filter {
            linked.contains($0.path) || $0.path == Self.searchClient
                || !(modules.contains($0.path) || named.contains($0.path))
        }
        let plain = Self.closure(of: others, in: assets)
        let shared = Self.fingerprint(of: assets.filter { modules.contains($0.path) })
        for asset in assets {
            let isModule = modules.contains(asset.path)
            let isNamed = named.contains(asset.path) || asset.path == logo || isModule
            guard isNamed else {
                addresses[asset.path] = Permalink("/" + asset.path)
                continue
            }
            let fingerprint = isModule ? shared : Self.fingerprint(of: asset)
            let permalink = Permalink("/" + Self.path(asset.path, with: fingerprint))
            addresses[asset.path] = permalink
            fingerprinted.append(permalink)
        }
        for asset in assets where named.contains(asset.path) && !asset.imports.isEmpty {
            let closure = Self.closure(of: [asset], in: assets) { !$0.isDynamic }
            imports[asset.path] = closure.subtracting([asset.path]).sorted().compactMap { addresses[$0] }
        }
        for asset in assets {
            guard let permalink = addresses[asset.path] else { continue }
            guard permalink.path != "/" + asset.path else {
                files.append(OutputFile(path: asset.path, content: Self.content(asset)))
                continue
            }
            let content = modules.contains(asset.path) ? rewritten(asset) : Self.content(asset)
            files.append(OutputFile(path: permalink.outputPath, content: Self.compacted(content, of: asset.path)))
            if plain.contains(asset.path) {
                files.append(OutputFile(path: asset.path, content: Self.content(asset)))
            }
        }
    }
}

extension AssetFiles {
    /// Assets, and all that they import, near and far.
    private static func closure(
        of first: [Asset], in assets: [Asset], following isFollowed: (ModuleImport) -> Bool = { _ in true }
    ) -> Set<String> {
        let imports = Dictionary(assets.map { ($0.path, $0.imports.filter(isFollowed)) }) { one, _ in one }
        var found: Set<String> = []
        var open = first.map(\.path)
        while let path = open.popLast() {
            if found.insert(path).inserted { open += (imports[path] ?? []).map(\.path) }
        }
        return found
    }

    private static func content(_ asset: Asset) -> OutputFile.Content {
        switch asset.content {
        case .bytes(let bytes): .bytes(bytes)
        case .file(let path): .copy(path)
        }
    }

    /// A script or style sheet without comments and indentation; anything else as it is.
    private static func compacted(_ content: OutputFile.Content, of path: String) -> OutputFile.Content {
        guard case .bytes(let bytes) = content else { return content }
        if path.hasSuffix(".css") { return .bytes(StyleText(bytes).published) }
        return path.hasSuffix(".js") || path.hasSuffix(".mjs") ? .bytes(ScriptText(bytes).published) : content
    }

    /// The fingerprint of an asset as it is published, but for the names of what it imports.
    private static func fingerprint(of asset: Asset) -> String {
        guard case .bytes(let bytes) = compacted(content(asset), of: asset.path) else { return asset.fingerprint }
        var print = Fingerprint()
        print.update(bytes)
        return print.text
    }

    private static func fingerprint(of modules: [Asset]) -> String {
        var print = Fingerprint()
        for module in modules { print.update((module.path + " " + fingerprint(of: module) + "\n").utf8) }
        return print.text
    }

    /// A module with the names under which its imports are published.
    private func rewritten(_ asset: Asset) -> OutputFile.Content {
        guard case .bytes(let bytes) = asset.content else { return Self.content(asset) }
        let folder = asset.path.lastIndex(of: "/").map { asset.path[...$0] } ?? ""
        let base = AddressBase.relative(Permalink("/" + folder))
        var result: [UInt8] = []
        var rest = 0
        for item in asset.imports {
            let address = addresses[item.path].map { base.address(of: $0) } ?? ""
            result += bytes[rest..<item.range.lowerBound]
            result += (address.hasPrefix(".") ? address : "./" + address).utf8
            rest = item.range.upperBound
        }
        return .bytes(result + bytes[rest...])
    }

    /// `styles/site.css` becomes `styles/site.1x2y3z.css`.
    private static func path(_ path: String, with fingerprint: String) -> String {
        let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        let name = path[slash...]
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "\(path).\(fingerprint)" }
        return "\(path[..<dot]).\(fingerprint)\(path[dot...])"
    }
}
