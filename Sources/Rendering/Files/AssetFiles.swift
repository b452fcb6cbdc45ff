internal import HelpCenter

/// The assets of a site and the addresses under which they are published.
///
/// 1. What templates name gets a name that changes with its bytes, so that it can be cached for ever.
/// 2. So does what such a script imports. All scripts that import or are imported share one fingerprint, of all their
///    bytes: a reader's browser never runs one of this build with one of another, and cycles need no care.
/// 3. What articles name is published under its own name, too, and so is what scripts of that kind import.
struct AssetFiles: Sendable {
    /// The published address of each asset, by its path below `Public/`.
    private(set) var addresses: [String: Permalink] = [:]
    /// The files.
    private(set) var files: [OutputFile] = []
    /// What the scripts that templates name import before they run, near and far, by the scripts' paths below `Public/`.
    private(set) var imports: [String: [Permalink]] = [:]
    /// The addresses that change with the content, and may be cached for ever.
    private(set) var fingerprinted: [Permalink] = []

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
            linked.contains($0.path) || !(modules.contains($0.path) || named.contains($0.path))
        }
        let plain = Self.closure(of: others, in: assets)
        let shared = Self.fingerprint(of: assets.filter { modules.contains($0.path) })
        for asset in assets {
            let isModule = modules.contains(asset.path)
            let isNamed = named.contains(asset.path) || asset.path == logo || isModule
            let fingerprint = isModule ? shared : asset.fingerprint
            let permalink = Permalink("/" + (isNamed ? Self.path(asset.path, with: fingerprint) : asset.path))
            addresses[asset.path] = permalink
            if isNamed { fingerprinted.append(permalink) }
        }
        for asset in assets where named.contains(asset.path) && !asset.imports.isEmpty {
            let closure = Self.closure(of: [asset], in: assets) { !$0.isDynamic }
            imports[asset.path] = closure.subtracting([asset.path]).sorted().compactMap { addresses[$0] }
        }
        for asset in assets {
            guard let permalink = addresses[asset.path] else { continue }
            let content = modules.contains(asset.path) ? rewritten(asset) : Self.content(asset)
            files.append(OutputFile(path: permalink.outputPath, content: content))
            if permalink.path != "/" + asset.path, plain.contains(asset.path) {
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

    private static func fingerprint(of modules: [Asset]) -> String {
        var print = Fingerprint()
        for module in modules { print.update((module.path + " " + module.fingerprint + "\n").utf8) }
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
