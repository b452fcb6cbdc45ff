import Foundation
import Testing

/// What pages load is published without comments, under names that change with its bytes; what keeps its name is
/// published as it is.
struct CompactAssetTests {
    private static let script = "// A comment.\nif (a) {\n  b();\n}\n"
    private static let style = "/* A comment. */\na {\n  color: red;\n}\n"
    private static let client = "// The query.\nimport { fold } from \"./fold.js\";\n  export const search = fold;\n"

    private func site(script: String = script) throws -> TemporarySite {
        try TemporarySite([
            "Content/site.yml": TemporarySite.settings,
            "Templates/footer.mustache": """
            {{#asset}}scripts/own.js{{/asset}} {{#asset}}styles/own.css{{/asset}} {{#asset}}own.txt{{/asset}}
            {{#module}}scripts/page.js{{/module}}
            """,
            "Public/scripts/own.js": script, "Public/scripts/unnamed.js": Self.script,
            "Public/styles/own.css": Self.style, "Public/styles/unnamed.css": Self.style,
            "Public/own.txt": Self.script,
            "Public/scripts/page.js": "// A comment.\nconst open = () => import(\"../search/client.js\");\n",
            "Public/search/client.js": Self.client, "Public/search/fold.js": "  export const fold = 1;\n",
        ])
    }

    /// The published texts, by their paths without fingerprints; those of fingerprinted names begin with `*`.
    private func texts(_ site: TemporarySite) async throws -> [String: String] {
        var result: [String: String] = [:]
        for (path, bytes) in try await site.publish() {
            let plain = path.replacing(/\.[0-9a-z]{8,16}(?=\.[a-z]+$)/, with: "")
            result[(plain == path ? "" : "*") + plain] = String(decoding: bytes, as: UTF8.self)
        }
        return result
    }

    @Test func whatTemplatesNameIsPublishedWithoutComments() async throws {
        let texts = try await texts(site())
        #expect(texts["*scripts/own.js"] == "if(a){\nb();\n}\n")
        #expect(texts["*styles/own.css"] == "a {\ncolor: red;\n}\n")
        #expect(texts["*own.txt"] == Self.script)
    }

    @Test func whatKeepsItsNameIsPublishedAsItIs() async throws {
        let texts = try await texts(site())
        #expect(texts["scripts/unnamed.js"] == Self.script)
        #expect(texts["styles/unnamed.css"] == Self.style)
        #expect(texts["scripts/own.js"] == nil && texts["styles/own.css"] == nil)
    }

    @Test func theSearchClientIsPublishedForPagesAndForOtherPrograms() async throws {
        let files = try await site().publish()
        let page = try #require(files.first { $0.key.hasPrefix("scripts/page.") })
        let print = page.key.dropFirst("scripts/page.".count).dropLast(".js".count)
        let text = { (path: String) in files[path].map { String(decoding: $0, as: UTF8.self) } }
        #expect(text(page.key) == "const open=()=>import(\"../search/client.\(print).js\");\n")
        #expect(
            text("search/client.\(print).js")
                == "import{fold}from \"./fold.\(print).js\";\nexport const search=fold;\n")
        #expect(text("search/client.js") == Self.client)
        #expect(text("search/fold.js") == "  export const fold = 1;\n")
        #expect(text("scripts/page.js") == nil)
    }

    @Test func namesChangeWithWhatIsPublished() async throws {
        let names = { (files: [String: [UInt8]]) in files.keys.filter { $0.hasPrefix("scripts/own.") } }
        let name = names(try await site().publish())
        #expect(names(try await site(script: Self.script + "// More.\n").publish()) == name)
        #expect(names(try await site(script: Self.script + "c();\n").publish()) != name)
    }
}
