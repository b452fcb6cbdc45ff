internal import HelpCenter

/// Finds what an ES module imports by a relative path, so that imported modules can be published under names that change
/// with them.
///
/// It looks for `import` or `from` before a quoted path that begins with `./` or `../`, which no other part of a script
/// holds by chance; the path must be that of a file, because nothing else can be fetched.
struct ModuleImports {
    /// The imports, in the order of the text.
    private(set) var imports: [ModuleImport] = []

    /// Reads a module.
    ///
    /// - Parameters:
    ///   - bytes: Its text.
    ///   - path: Its path below `Public/`.
    ///   - assets: The paths of all assets.
    init(_ bytes: [UInt8], path: String, assets: Set<String>) {
        let folder = path.split(separator: "/").dropLast().map(String.init)
        var index = 0
        while let quote = bytes[index...].firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }) {
            index = quote + 1
            guard let kind = Self.kind(bytes[..<quote]),
                let end = bytes[index...].prefix(1024).firstIndex(of: bytes[quote]),
                let target = Self.target(String(decoding: bytes[index..<end], as: UTF8.self), from: folder),
                assets.contains(target)
            else { continue }
            imports.append(ModuleImport(range: index..<end, path: target, isDynamic: kind == .dynamic))
            index = end + 1
        }
    }
}

extension ModuleImports {
    private enum Kind { case plain, dynamic }

    /// How a text imports what follows it: it ends with `import`, `import(` or `from`, but for white space.
    private static func kind(_ text: ArraySlice<UInt8>) -> Kind? {
        var rest = text
        func trim() { while let last = rest.last, [0x20, 0x09, 0x0A, 0x0D].contains(last) { rest.removeLast() } }
        trim()
        if rest.last == UInt8(ascii: "(") {
            rest.removeLast()
            trim()
            return ends(rest, with: "import") ? .dynamic : nil
        }
        return ends(rest, with: "import") || ends(rest, with: "from") ? .plain : nil
    }

    /// Whether a text ends with a word that is not the end of a longer one.
    private static func ends(_ text: ArraySlice<UInt8>, with word: String) -> Bool {
        guard text.suffix(word.utf8.count).elementsEqual(word.utf8) else { return false }
        guard let before = text.dropLast(word.utf8.count).last else { return true }
        return
            !(before >= 0x80 || before == UInt8(ascii: "_") || before == UInt8(ascii: "$")
            || before == UInt8(ascii: ".") || UInt8(ascii: "0")...UInt8(ascii: "9") ~= before
            || UInt8(ascii: "a")...UInt8(ascii: "z") ~= before | 0x20)
    }

    /// The path below `Public/` that a relative path means; nil for any other path.
    private static func target(_ text: String, from folder: [String]) -> String? {
        guard text.hasPrefix("./") || text.hasPrefix("../") else { return nil }
        var result = folder
        for part in text.split(separator: "/") {
            if part == ".." {
                guard result.popLast() != nil else { return nil }
            } else if part != "." {
                result.append(String(part))
            }
        }
        return result.joined(separator: "/")
    }
}
