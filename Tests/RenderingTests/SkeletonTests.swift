import HelpCenter
import Mustache
import Testing

@testable import Rendering

/// Templates are run once for each shape of views, with marks in place of texts. What comes out must be what Mustache
/// itself makes of the same template and view.
struct SkeletonTests {
    @Test func anyTemplateRendersAnyViewAsMustacheDoes() throws {
        var random = SeededRandom(seed: 20_261_121)
        for _ in 0..<400 {
            let text = Self.template(depth: 0, &random)
            let library = TemplateLibrary([Self.source(text)], texts: [], assets: [:])
            for _ in 0..<3 {
                let view = Self.view(depth: 0, &random)
                let expected = try Self.rendered(text, view)
                let actual = String(decoding: library.render(view, with: "t"), as: UTF8.self)
                try #require(actual == expected, "of the template\n\(text)")
            }
        }
    }

    @Test func aClosedSectionOnALineOfItsOwnKeepsPartsApart() throws {
        let text = """
            {{#items}}<a>{{text}}</a>
            {{#items}}<b>{{text}}</b>
            {{/items}}
            {{/items}}
            """
        let child: View = ["text": .text("child"), "items": .list([])]
        let view: View = [
            "items": .list([
                ["text": .text("first"), "items": .list([])],
                ["text": .text("second"), "items": .list([child, child])],
            ])
        ]
        let library = TemplateLibrary([Self.source(text)], texts: [], assets: [:])
        let html = String(decoding: library.render(view, with: "t"), as: UTF8.self)
        #expect(html.split(separator: "\n") == ["<a>first</a>", "<a>second</a>", "<b>child</b>", "<b>child</b>"])
    }
}

extension SkeletonTests {
    private static func source(_ text: String) -> TemplateSource {
        TemplateSource(path: "t.mustache", file: "t.mustache", isBuiltIn: true, text: text)
    }

    // MARK: Random templates and views of the same names

    /// Lines of text, variables and sections, each section's tags either on lines of their own or within one.
    private static func template(depth: Int, _ random: inout SeededRandom) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            switch Int.random(in: 0..<(depth < 3 ? 9 : 5), using: &random) {
            case 0: text += "word "
            case 1: text += "\n"
            case 2: text += "  <p>{{a}}</p>\n"
            case 3: text += "{{b}}"
            case 4: text += "{{{h}}}\n"
            case 5...7:
                let name = ["items", "on", "gone", "part", "a", "others"].randomElement(using: &random) ?? "items"
                text += section("#", name, depth: depth, &random)
            default:
                let name = ["items", "on", "gone", "part", "empty(items)"].randomElement(using: &random) ?? "items"
                text += section("^", name, depth: depth, &random)
            }
        }
        return text
    }

    private static func section(_ sign: String, _ name: String, depth: Int, _ random: inout SeededRandom) -> String {
        let opening = ["", "\n", " \n"].randomElement(using: &random) ?? ""
        let closing = ["", "\n"].randomElement(using: &random) ?? ""
        let before = Bool.random(using: &random) ? "\n" : ""
        let inner = template(depth: depth + 1, &random)
        return "\(before){{\(sign)\(name)}}\(opening)\(inner){{/\(name)}}\(closing)"
    }

    private static func view(depth: Int, _ random: inout SeededRandom) -> View {
        let word = ["x", "<y>", "z & \"q\""].randomElement(using: &random) ?? ""
        let isFull = depth < 3 && Bool.random(using: &random)
        let count = isFull ? Int.random(in: 0...3, using: &random) : 0
        return [
            "a": .text(word), "b": Bool.random(using: &random) ? .text("b") : .absent,
            "h": .html(Array("<i>\(word)</i>".utf8)),
            "on": .flag(Bool.random(using: &random)), "gone": .absent,
            "part": Bool.random(using: &random) ? .part(["a": .text("in a part"), "b": .absent]) : .absent,
            "items": .list((0..<count).map { _ in view(depth: depth + 1, &random) }), "others": .list([]),
        ]
    }

    // MARK: The reference: the engine with the values themselves

    private static func rendered(_ text: String, _ view: View) throws -> String {
        MustacheContentTypes.register(Escaping(), named: "REFERENCE")
        var library = MustacheLibrary()
        try library.register("{{% CONTENT_TYPE:REFERENCE}}\n" + text, named: "t")
        return library.render(Context(view), withTemplate: "t") ?? ""
    }

    private struct Escaping: MustacheContentType {
        func escapeText(_ text: String) -> String { HTMLText.escape(text) }
    }

    private struct Absent: MustacheCustomRenderable {
        var renderText: String { "" }
        var isNull: Bool { true }
    }

    private final class Context: MustacheParent {
        private let values: [String: Any]

        init(_ view: View) {
            var values: [String: Any] = [:]
            for field in view.fields {
                switch field.value {
                case .text(let text): values[field.name] = text
                case .html(let bytes): values[field.name] = String(decoding: bytes, as: UTF8.self)
                case .flag(let flag): values[field.name] = flag
                case .absent: values[field.name] = Absent()
                case .part(let part): values[field.name] = Context(part)
                case .list(let parts): values[field.name] = parts.map { Context($0) }
                }
            }
            self.values = values
        }

        func child(named name: String) -> Any? { values[name] }
    }
}

/// Numbers that are the same in every run (SplitMix64; Steele, Lea, Flood 2014).
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var result = state
        result = (result ^ (result >> 30)) &* 0xBF58_476D_1CE4_E5B9
        result = (result ^ (result >> 27)) &* 0x94D0_49BB_1331_11EB
        return result ^ (result >> 31)
    }
}
