internal import HelpCenter
internal import Markdown

/// Checks templates before they are compiled: every tag is closed, every variable known where it stands, every partial
/// and asset there.
///
/// A template is walked with the stack of schemas that its views will form, partials and parents included, each in the
/// context of the tag that names it.
struct TemplateChecker {
    /// What is wrong.
    private(set) var diagnostics: [Diagnostic] = []
    /// The templates that something uses.
    private(set) var used: Set<String> = []

    private let templates: [String: TemplateSource]
    private let tags: [String: [TemplateTag]]
    private let assets: Set<String>
    private var visited: Set<String> = []

    /// A checker of templates by name.
    init(_ templates: [String: TemplateSource], assets: Set<String>) {
        self.templates = templates
        self.assets = assets
        tags = templates.mapValues { TemplateTag.scan($0.text) }
    }

    /// Checks a template that is rendered with a view of a schema.
    mutating func check(_ name: String, schema: TemplateSchema) {
        walk(name, stack: [schema], path: [])
    }
}

extension TemplateChecker {
    /// An open section, block or parent.
    private struct Open {
        let name: String
        let position: SourcePosition
        let pushes: Bool
    }

    private mutating func walk(_ name: String, stack: [TemplateSchema], path: [String]) {
        guard let template = templates[name], let tags = tags[name] else { return }
        used.insert(name)
        // A partial in a context that was walked already has nothing new to say.
        let context = "\(name) \(stack.map { $0.fields.keys.sorted().joined(separator: ",") }.joined(separator: "|"))"
        guard visited.insert(context).inserted else { return }
        var stack = stack
        var open: [Open] = []
        var asset: TemplateTag?
        for tag in tags {
            switch tag.kind {
            case .comment: break
            case .delimiters: report(.otherDelimiters(template, at: tag.position))
            case .unterminated: report(.unterminatedTag(template, at: tag.position))
            case .variable(let name): check(name, stack, template, tag.position)
            case .section(let name) where AssetTag(rawValue: name) != nil:
                asset = tag
                open.append(Open(name: name, position: tag.position, pushes: false))
            case .section(let name):
                let part = check(name, stack, template, tag.position)
                if let part { stack.append(part) }
                open.append(Open(name: name, position: tag.position, pushes: part != nil))
            case .inverted(let name):
                check(name, stack, template, tag.position)
                open.append(Open(name: name, position: tag.position, pushes: false))
            case .block(let name): open.append(Open(name: name, position: tag.position, pushes: false))
            case .parent(let name):
                partial(name, stack, template, tag.position, path + [template.path])
                open.append(Open(name: name, position: tag.position, pushes: false))
            case .partial(let name): partial(name, stack, template, tag.position, path + [template.path])
            case .close(let name):
                guard let last = open.last, last.name == name else {
                    report(.unexpectedClose(name, expected: open.last?.name, template, at: tag.position))
                    return
                }
                if let start = asset, AssetTag(rawValue: name) != nil {
                    checkAsset(template.text[start.range.upperBound..<tag.range.lowerBound], template, start.position)
                    asset = nil
                }
                if last.pushes { stack.removeLast() }
                open.removeLast()
            }
        }
        for section in open { report(.unclosedSection(section.name, template, at: section.position)) }
    }

    /// The schema that a name opens, if it opens one; reports a name that no view on the stack knows.
    @discardableResult
    private mutating func check(
        _ name: String, _ stack: [TemplateSchema], _ template: TemplateSource, _ position: SourcePosition
    ) -> TemplateSchema? {
        guard let bare = Self.withoutTransforms(name) else {
            report(.unsupportedTransform(name, template, at: position))
            return nil
        }
        var parts = bare.split(separator: ".").map(String.init)
        guard !parts.isEmpty else { return nil }
        let first = parts.removeFirst()
        // A name that begins with a dot is looked up in the innermost view only.
        let reach = bare.hasPrefix(".") ? stack.suffix(1) : stack[...]
        var path = first
        guard var field = reach.reversed().lazy.compactMap({ $0.fields[first] }).first else {
            let known = Set(reach.flatMap(\.fields.keys)).sorted()
            report(.unknownVariable(name, suggestion: closest(to: first, among: known), template, at: position))
            return nil
        }
        for part in parts {
            guard case .part(let schema) = field, let next = schema.fields[part] else {
                let known: [String] = if case .part(let schema) = field { schema.fields.keys.sorted() } else { [] }
                let suggestion = closest(to: part, among: known).map { path + "." + $0 }
                report(.unknownVariable(name, suggestion: suggestion, template, at: position))
                return nil
            }
            path += "." + part
            field = next
        }
        guard bare == name else { return nil }
        switch field {
        case .part(let schema): return schema
        case .list(var schema):
            // A skeleton repeats the parts of the view it is in; those of a view around a list would need another depth.
            let owner = reach.lastIndex { $0.fields[first] != nil } ?? reach.startIndex
            if reach[owner...].dropFirst().contains(where: \.isElement) {
                report(.outerList(name, template, at: position))
                return nil
            }
            schema.isElement = true
            return schema
        case .text, .flag: return nil
        }
    }

    /// The name that a tag asks for: `items` in `empty(items)`. That is the only transform there is: others look into
    /// texts or count parts, and templates are run without either (see TemplateSkeleton).
    private static func withoutTransforms(_ name: String) -> String? {
        if name.hasPrefix("empty("), name.hasSuffix(")") { return String(name.dropFirst(6).dropLast()) }
        return name.contains("(") ? nil : name
    }

    private mutating func partial(
        _ name: String, _ stack: [TemplateSchema], _ template: TemplateSource, _ position: SourcePosition,
        _ path: [String]
    ) {
        guard let target = templates[name] else {
            let suggestion = closest(to: name, among: templates.keys.sorted())
            report(.missingPartial(name, suggestion: suggestion, template, at: position))
            return
        }
        guard !path.contains(target.path) else {
            report(.recursion(name, template, at: position))
            return
        }
        walk(name, stack: stack, path: path)
    }

    private mutating func checkAsset(_ name: Substring, _ template: TemplateSource, _ position: SourcePosition) {
        guard !assets.contains(String(name)) else { return }
        let suggestion = closest(to: String(name), among: assets.sorted())
        report(.missingAsset(String(name), suggestion: suggestion, template, at: position))
    }

    private mutating func report(_ diagnostic: Diagnostic) {
        if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
    }
}
