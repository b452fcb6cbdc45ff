import HelpCenter
import Testing

@testable import Loading

struct ModuleImportTests {
    private let assets: Set<String> = ["scripts/a.js", "scripts/parts/b.js", "c.js"]

    private func paths(_ text: String, at path: String = "scripts/main.js") -> [String] {
        ModuleImports(Array(text.utf8), path: path, assets: assets).imports.map(\.path)
    }

    @Test(arguments: [
        "import { one } from \"./a.js\";", "import './a.js'", "export * from \"./a.js\";",
        "const part = await import(\"./a.js\");", "import x from\n\"./a.js\"", "import{x}from'./a.js'",
        "import(  './a.js' )", "import \"././a.js\"",
    ])
    func findsEveryWayToImport(_ text: String) {
        #expect(paths(text) == ["scripts/a.js"])
    }

    @Test(arguments: [
        "reimport \"./a.js\"", "x.from \"./a.js\"", "const path = \"./a.js\";", "import \"a.js\"",
        "import \"/scripts/a.js\"",
        "import \"https://example.org/a.js\"", "import \"./missing.js\"", "import \"../../../a.js\"", "import \"./a.js",
        "$import \"./a.js\"", "éfrom \"./a.js\"", "from", "import", "\"", "",
    ])
    func leavesEverythingElseAlone(_ text: String) {
        #expect(paths(text) == [])
    }

    @Test func pathsAreRelativeToTheScript() {
        #expect(paths("import \"./parts/b.js\"; import \"../c.js\"") == ["scripts/parts/b.js", "c.js"])
        #expect(paths("import \"../a.js\"", at: "scripts/parts/b.js") == ["scripts/a.js"])
        #expect(paths("import \"./c.js\"", at: "main.js") == ["c.js"])
    }

    @Test func importsForLaterAreMarked() {
        let text = "import \"./a.js\"; await import(\"./parts/b.js\"); export * from '../c.js'"
        let found = ModuleImports(Array(text.utf8), path: "scripts/m.js", assets: assets).imports
        #expect(found.map(\.isDynamic) == [false, true, false])
    }

    @Test func theRangeIsThePathBetweenTheQuotes() throws {
        let text = "import { x } from \"./a.js\";"
        let found = try #require(ModuleImports(Array(text.utf8), path: "scripts/m.js", assets: assets).imports.first)
        #expect(String(decoding: Array(text.utf8)[found.range], as: UTF8.self) == "./a.js")
    }
}
