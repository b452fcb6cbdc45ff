internal import HelpCenter
internal import Markdown
internal import Mustache
internal import Synchronization

/// The templates of a site, checked and compiled.
final class TemplateLibrary: Sendable {
    /// What is wrong with them; with an error among these they must not be rendered.
    let diagnostics: [Diagnostic]
    /// Icons by name, as SVG.
    let icons: [String: String]

    private let library: MustacheLibrary
    private let skeletons = Mutex<[Key: TemplateSkeleton]>([:])

    /// A template and the shape of the views it is rendered for.
    private struct Key: Hashable {
        let template: String
        let shape: String
        let shared: String
    }

    /// Checks and compiles templates.
    ///
    /// - Parameters:
    ///   - sources: The templates.
    ///   - texts: The keys of the interface texts.
    ///   - assets: The published addresses of the assets, by their paths below `Public/`.
    ///   - imports: What scripts import, and what those import, by the scripts' paths below `Public/`.
    init(
        _ sources: [TemplateSource], texts: [String], assets: [String: Permalink], imports: [String: [Permalink]] = [:]
    ) {
        var templates: [String: TemplateSource] = [:]
        var icons: [String: String] = [:]
        for source in sources {
            if source.path.hasSuffix(".mustache") {
                templates[String(source.path.dropLast(9))] = source
            } else if source.path.hasPrefix("icons/"), source.path.hasSuffix(".svg") {
                icons[String(source.path.dropFirst(6).dropLast(4))] = source.text
            }
        }
        self.icons = icons
        let schemas = TemplateSchema.all(texts: texts)
        var checker = TemplateChecker(templates, assets: Set(assets.keys))
        for (name, schema) in schemas.sorted(by: { $0.key < $1.key }) { checker.check(name, schema: schema) }
        var found = checker.diagnostics
        for (name, template) in templates.sorted(by: { $0.key < $1.key })
        where !template.isBuiltIn && !checker.used.contains(name) {
            found.append(.unusedTemplate(template, suggestion: closest(to: name, among: schemas.keys.sorted())))
        }
        MustacheContentTypes.register(SlotEscaping(), named: Self.contentType)
        var library = MustacheLibrary()
        for mark in [ListMark.beginName, ListMark.endName] {
            if let template = try? MustacheTemplate(string: "{{{.\(mark)}}}") {
                library.register(template, named: mark)
            }
        }
        for (name, template) in templates
        where !found.contains(where: { $0.file == template.file && $0.severity == .error }) {
            do {
                try library.register(Self.prepare(template.text, assets: assets, imports: imports), named: name)
            } catch let error as MustacheTemplate.ParserError {
                let position = SourcePosition(line: error.context.lineNumber, column: error.context.columnNumber)
                found.append(.engineError("\(error.error)", template, at: position))
            } catch {
                found.append(.engineError("\(error)", template, at: SourcePosition(line: 1, column: 1)))
            }
        }
        diagnostics = found
        self.library = library
    }

    /// Renders a view with a template.
    func render(_ view: View, with template: String) -> [UInt8] {
        let flat = FlatView(view)
        let key = Key(template: template, shape: flat.shape, shared: view.shared?.flat.shape ?? "")
        let known = skeletons.withLock { $0[key] }
        let skeleton = known ?? TemplateSkeleton(template, library: library, view: view, flat: flat)
        if known == nil { skeletons.withLock { $0[key] = skeleton } }
        return skeleton.fill(flat, shared: view.shared?.flat)
    }

    /// The assets that templates name, which are published under fingerprinted names.
    static func namedAssets(_ sources: [TemplateSource]) -> Set<String> {
        var names: Set<String> = []
        for source in sources where source.path.hasSuffix(".mustache") {
            var start: String.Index?
            for tag in TemplateTag.scan(source.text) {
                if case .section(let name) = tag.kind, AssetTag(rawValue: name) != nil { start = tag.range.upperBound }
                if case .close(let name) = tag.kind, AssetTag(rawValue: name) != nil, let start {
                    names.insert(String(source.text[start..<tag.range.lowerBound]))
                }
            }
        }
        return names
    }
}

extension TemplateLibrary {
    private static let contentType = "GUIDEPOST"

    /// A template as it is compiled: escaping by slots switched on (a partial does not inherit it), assets replaced by
    /// their addresses, marks at the beginning and end of each section.
    private static func prepare(
        _ text: String, assets: [String: Permalink], imports: [String: [Permalink]]
    ) -> String {
        var result = "{{% CONTENT_TYPE:\(contentType)}}\n"
        var rest = text.startIndex
        var asset: String.Index?
        var isSection: [Bool] = []
        var standalone = StandaloneTags()
        var lineEnd = text.startIndex
        for tag in TemplateTag.scan(text) {
            if asset == nil { result += text[rest..<tag.range.lowerBound] }
            let after = text[tag.range.upperBound...]
            let isAlone = standalone.isStandalone(
                tag.kind, before: text[min(lineEnd, tag.range.lowerBound)..<tag.range.lowerBound], after: after)
            lineEnd =
                isAlone
                ? after.firstIndex(where: \.isNewline).map(text.index(after:)) ?? text.endIndex : tag.range.upperBound
            switch tag.kind {
            case .section(let name) where AssetTag(rawValue: name) != nil: asset = tag.range.upperBound
            case .close(let name) where AssetTag(rawValue: name) != nil:
                let path = asset.map { String(text[$0..<tag.range.lowerBound]) } ?? ""
                if let kind = AssetTag(rawValue: name), let address = assets[path] {
                    result += kind.replacement(address, imports: imports[path] ?? [])
                }
                asset = nil
            case .section:
                isSection.append(true)
                result += text[tag.range]
                result += isAlone ? "\n{{>\(ListMark.beginName)}}" : "{{{.\(ListMark.beginName)}}}"
            case .close where isSection.popLast() == true:
                while isAlone, let last = result.last, StandaloneTags.isBlank(last) { result.removeLast() }
                result += isAlone ? "{{>\(ListMark.endName)}}\n" : "{{{.\(ListMark.endName)}}}"
                result += text[tag.range]
            case .inverted, .parent, .block:
                isSection.append(false)
                result += text[tag.range]
            default: result += text[tag.range]
            }
            rest = tag.range.upperBound
        }
        return result + text[rest...]
    }
}
