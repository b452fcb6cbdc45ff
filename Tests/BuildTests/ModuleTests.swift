import Foundation
import Testing

/// Scripts that import each other are published under names that change with any of them.
struct ModuleTests {
    private func site(_ leaf: String = "export const one = 1;\n") throws -> TemporarySite {
        try TemporarySite([
            "Content/site.yml": TemporarySite.settings,
            "Templates/footer.mustache": "{{#module}}scripts/own.js{{/module}}",
            "Public/scripts/own.js": "import { two } from \"./parts/middle.js\";\nconst one = import('./leaf.js');\n",
            "Public/scripts/parts/middle.js": "export { one as two } from \"../leaf.js\"; import \"../own.js\";\n",
            "Public/scripts/leaf.js": leaf,
            "Public/scripts/alone.js": "import \"./leaf.js\";\n",
        ])
    }

    private func scripts(_ site: TemporarySite) async throws -> [String: String] {
        let files = try await site.publish()
        return files.filter { $0.key.hasPrefix("scripts/") }.mapValues { String(decoding: $0, as: UTF8.self) }
    }

    @Test func importsNameThePublishedModules() async throws {
        let files = try await scripts(site())
        let own = try #require(files.first { $0.key.hasPrefix("scripts/own.") })
        let print = own.key.dropFirst("scripts/own.".count).dropLast(".js".count)
        #expect(
            own.value
                == "import{two}from \"./parts/middle.\(print).js\";\nconst one=import('./leaf.\(print).js');\n")
        #expect(
            files["scripts/parts/middle.\(print).js"]
                == "export{one as two}from \"../leaf.\(print).js\";import \"../own.\(print).js\";\n")
        #expect(files["scripts/leaf.\(print).js"] == "export const one=1;\n")
        // What no template names keeps its name, and so does what it imports.
        #expect(files["scripts/alone.js"] == "import \"./leaf.js\";\n")
        #expect(files["scripts/leaf.js"] == "export const one = 1;\n")
        #expect(files["scripts/own.js"] == nil)
    }

    @Test func aPageAsksAtOnceForAllThatAScriptImports() async throws {
        let files = try await site().publish()
        let own = try #require(files.keys.first { $0.hasPrefix("scripts/own.") })
        let print = own.dropFirst("scripts/own.".count).dropLast(".js".count)
        let page = String(decoding: try #require(files["en/index.html"]), as: UTF8.self)
        // Not for what is imported when the script asks for it, unless a script behind it imports it at once.
        let expected = """
            <link rel="modulepreload" href="../scripts/leaf.\(print).js">
            <link rel="modulepreload" href="../scripts/parts/middle.\(print).js">
            <script type="module" src="../scripts/own.\(print).js"></script>
            """
        #expect(page.contains(expected))
    }

    @Test func whatIsImportedLaterIsNotAskedForAtOnce() async throws {
        let site = try site()
        try site.write("Public/scripts/parts/middle.js", "export const two = 2;\n")
        let files = try await site.publish()
        let page = String(decoding: try #require(files["en/index.html"]), as: UTF8.self)
        #expect(page.contains("href=\"../scripts/parts/middle."))
        #expect(!page.contains("scripts/leaf."))
    }

    @Test func aChangeOfOneModuleRenamesAll() async throws {
        let names = { (files: [String: String]) in Set(files.keys.filter { !$0.hasSuffix("alone.js") }) }
        let before = names(try await scripts(site()))
        let after = names(try await scripts(site("export const one = 2;\n")))
        #expect(
            before.filter {
                $0.contains("/own.") || $0.contains("/leaf.") && $0 != "scripts/leaf.js" || $0.contains("/middle.")
            }.isDisjoint(with: after))
        // A script that imports nothing keeps its name.
        let languages = { (names: Set<String>) in names.filter { $0.hasPrefix("scripts/languages.") } }
        #expect(languages(before).count == 1 && languages(before) == languages(after))
    }
}
