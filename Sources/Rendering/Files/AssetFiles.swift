internal import HelpCenter

/// The assets of a site and the addresses under which they are published.
struct AssetFiles: Sendable {
    /// The published address of each asset, by its path below `Public/`: fingerprinted when a template names it.
    let addresses: [String: Permalink]
    /// The files.
    let files: [OutputFile]
    /// The addresses that change with the content, and may be cached for ever.
    let fingerprinted: [Permalink]

    /// The assets of a site.
    ///
    /// - Parameters:
    ///   - assets: All of them.
    ///   - named: The paths of those that templates name.
    ///   - logo: The path of the logo, which the header names.
    ///   - linked: The paths of those that articles name: they are published under their own names in any case.
    init(_ assets: [Asset], named: Set<String>, logo: String?, linked: Set<String>) {
        var addresses: [String: Permalink] = [:]
        var fingerprinted: [Permalink] = []
        var files: [OutputFile] = []
        for asset in assets {
            let isNamed = named.contains(asset.path) || asset.path == logo
            let permalink = Permalink("/" + (isNamed ? Self.fingerprintedPath(asset) : asset.path))
            addresses[asset.path] = permalink
            if isNamed { fingerprinted.append(permalink) }
            let content: OutputFile.Content =
                switch asset.content {
                case .bytes(let bytes): .bytes(bytes)
                case .file(let path): .copy(path)
                }
            files.append(OutputFile(path: permalink.outputPath, content: content))
            if isNamed, linked.contains(asset.path) { files.append(OutputFile(path: asset.path, content: content)) }
        }
        self.addresses = addresses
        self.files = files
        self.fingerprinted = fingerprinted
    }

    /// `styles/site.css` becomes `styles/site.1x2y3z.css`.
    private static func fingerprintedPath(_ asset: Asset) -> String {
        let slash = asset.path.lastIndex(of: "/").map { asset.path.index(after: $0) } ?? asset.path.startIndex
        let name = asset.path[slash...]
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else {
            return "\(asset.path).\(asset.fingerprint)"
        }
        return "\(asset.path[..<dot]).\(asset.fingerprint)\(asset.path[dot...])"
    }
}
