internal import HelpCenter

/// The folders that can be categories, numbered; and what each source contributes to addresses. Worked out once, because
/// every locale's tree is laid out from the same folders.
struct ContentFolders {
    /// A source's place.
    struct Place {
        /// The number of the folder of the category that holds it.
        let folder: Int
        /// The number of the folder that it describes: an `_index.md` its own, `about.md` the folder `about/` beside it.
        let described: Int?
        /// Whether it is an `_index.md`.
        let isIndex: Bool
        /// The last part of its permalink, unless a slug says otherwise.
        let segment: String
    }

    /// The folders' paths below a locale's folder, parents before children; the first is the locale's folder itself.
    let paths: [String]
    /// The number of the folder above each folder; the first is its own.
    let parents: [Int]
    /// The last part of each folder's permalink, unless a slug says otherwise.
    let segments: [String]
    /// The place of each source, by its index.
    let places: [Place]

    /// The folders of a site.
    init(_ parsed: ParsedSite) {
        var found: Set<String> = [""]
        for page in parsed.pages {
            var folder = page.source.categoryFolder
            while found.insert(folder).inserted { folder = SourcePath.parent(of: folder) }
        }
        let paths = found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let numbers = Dictionary(uniqueKeysWithValues: paths.enumerated().map { ($1, $0) })
        self.paths = paths
        parents = paths.map { numbers[SourcePath.parent(of: $0)] ?? 0 }
        segments = paths.map { PathSegment.make(from: Self.name(ofFolder: $0)) }
        places = parsed.pages.map { page in
            let source = page.source
            let isIndex = source.isIndex
            let name = source.isBundle ? Self.name(ofFolder: source.folder) : source.stem
            let folder = source.categoryFolder
            return Place(
                folder: numbers[folder] ?? 0, described: isIndex ? numbers[folder] : numbers[folder + name + "/"],
                isIndex: isIndex, segment: PathSegment.make(from: name))
        }
    }

    /// The last name of a folder's path.
    static func name(ofFolder path: String) -> String {
        let bare = path.dropLast()
        return String(bare.lastIndex(of: "/").map { bare[bare.index(after: $0)...] } ?? bare)
    }
}
