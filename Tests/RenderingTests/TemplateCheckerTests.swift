import HelpCenter
import Testing
import Theme

@testable import Rendering

/// Mistakes in templates are found before anything is rendered, each at its place.
struct TemplateCheckerTests {
    @Test func theBuiltInTemplatesAreRight() {
        #expect(Self.check([:]).isEmpty)
    }

    @Test(arguments: [
        ("{{titel}}", "1:1 there is no variable 'titel' here", "did you mean 'title'?"),
        ("<p>\n  {{ titel }}", "2:3 there is no variable 'titel' here", "did you mean 'title'?"),
        ("中文{{{bodi}}}", "1:3 there is no variable 'bodi' here", "did you mean 'body'?"),
        ("{{#relatd}}{{/relatd}}", "1:1 there is no variable 'relatd' here", "did you mean 'related'?"),
        ("{{^relatd}}{{/relatd}}", "1:1 there is no variable 'relatd' here", "did you mean 'related'?"),
        ("{{t.hoem}}", "1:1 there is no variable 't.hoem' here", "did you mean 't.home'?"),
        ("{{site.titles}}", "1:1 there is no variable 'site.titles' here", "did you mean 'site.title'?"),
        ("{{title", "1:1 this tag has no end", "close it with '}}'"),
        ("{{{title}}", "1:1 this tag has no end", "close it with '}}'"),
        ("{{#related}}", "1:1 the section 'related' has no end", "close it with '{{/related}}'"),
        (
            "{{/related}}", "1:1 '{{/related}}' closes a section that is not open here",
            "remove it, or open the section before"
        ),
        (
            "{{#related}}\n{{#description}}\n{{/related}}", "3:1 '{{/related}}' closes a section that is not open here",
            "the section to close first is '{{/description}}'"
        ),
        ("{{>tok}}", "1:1 there is no template 'tok.mustache'", "did you mean 'toc'?"),
        (
            "{{>nothing-like-it}}", "1:1 there is no template 'nothing-like-it.mustache'",
            "put it into the folder of the templates"
        ),
        ("{{<layuot}}{{/layuot}}", "1:1 there is no template 'layuot.mustache'", "did you mean 'layout'?"),
        (
            "{{#asset}}styles/sit.css{{/asset}}", "1:1 there is no file 'styles/sit.css' in Public/",
            "did you mean 'styles/site.css'?"
        ),
        ("{{#asset}}x{{/asset}}", "1:1 there is no file 'x' in Public/", "put it there, or remove the reference"),
        (
            "a\n{{>article}}", "2:1 the template 'article.mustache' includes itself here, without end",
            "write the inner part out, or give it a template of its own"
        ),
    ])
    func eachMistakeIsReportedAtItsPlace(text: String, message: String, hint: String) throws {
        let found = Self.check(["article": text])
        let diagnostic = try #require(found.first, "nothing was found")
        let position = try #require(diagnostic.position)
        #expect(found.count == 1)
        #expect("\(position.line):\(position.column) \(diagnostic.message)" == message)
        #expect(diagnostic.hint == hint)
        #expect(diagnostic.file == "Templates/article.mustache" && diagnostic.severity == .error)
    }

    @Test(arguments: [
        "{{title}} {{{body}}} {{&body}} {{! a comment }}",
        "{{#related}}{{title}}{{lang}}{{#description}}{{description}}{{/description}}{{/related}}",
        "{{#pager}}{{#previous}}{{url}}{{/previous}}{{^next}}{{title}}{{/next}}{{/pager}}",
        "{{^empty(related)}}{{t.related}}{{/empty(related)}}",
        "{{#isDraft}}{{t.draft}}{{/isDraft}}", "{{#asset}}styles/site.css{{/asset}}",
        "{{<layout}}{{$main}}{{title}}{{/main}}{{/layout}}",
        "{{#updated}}{{iso}} {{text}}{{/updated}}", "{{site.title}} {{site.home}}", "", "{ {{title}} }",
    ])
    func rightTemplatesAreLeftAlone(text: String) {
        let found = Self.check(["article": text])
        #expect(found.isEmpty, "\(found.map(\.message))")
    }

    @Test func whatASectionOffersIsKnownOnlyInside() {
        #expect(Self.check(["article": "{{iso}}"]).map(\.message) == ["there is no variable 'iso' here"])
        #expect(Self.check(["article": "{{#updated}}{{iso}}{{/updated}}"]).isEmpty)
        #expect(
            Self.check(["article": "{{#updated}}{{/updated}}{{iso}}"]).map(\.message) == [
                "there is no variable 'iso' here"
            ])
    }

    @Test func whatOnlyOneKindOfPageHasIsUnknownToTheOthers() {
        #expect(Self.check(["article": "{{#questions}}{{/questions}}"]).count == 1)
        #expect(Self.check(["faq": "{{#questions}}{{/questions}}"]).isEmpty)
        #expect(Self.check(["home": "{{markdownURL}}"]).count == 1)
    }

    @Test func aPartialIsCheckedWhereverItIsIncluded() {
        let found = Self.check([
            "article": "{{>mine}}", "home": "{{#categories}}\n{{>mine}}\n{{/categories}}", "mine": "{{countText}}",
        ])
        // Known on a card of the home page, unknown in an article.
        #expect(found.map(\.message) == ["there is no variable 'countText' here"])
        #expect(found.map(\.file) == ["Templates/mine.mustache"])
    }

    @Test func twoTemplatesThatIncludeEachOtherAreReported() {
        let found = Self.check(["article": "{{>one}}", "one": "{{>two}}", "two": "{{>one}}"])
        #expect(found.map(\.id) == [.templateSyntax])
        #expect(found.map(\.file) == ["Templates/two.mustache"])
    }

    @Test func aTemplateThatNothingUsesIsAWarning() {
        let found = Self.check(["articel": "{{title}}", "quite-different": ""])
        #expect(found.map(\.id) == [.unusedTemplate, .unusedTemplate])
        #expect(found.map(\.severity) == [.warning, .warning])
        #expect(
            found.map(\.hint) == [
                "did you mean 'article.mustache'?", "include it in another one with '{{> name}}', or remove it",
            ])
    }

    @Test func namedAssetsAreFoundInEveryTemplate() {
        let sources = Self.sources([
            "article": "{{#asset}}a.css{{/asset}} {{#asset}}b/c.js{{/asset}} {{#asset}}unclosed"
        ])
        #expect(TemplateLibrary.namedAssets(sources).isSuperset(of: ["a.css", "b/c.js", "styles/site.css"]))
    }
}

extension TemplateCheckerTests {
    /// The built-in templates with some in the place of others.
    private static func sources(_ own: [String: String]) -> [TemplateSource] {
        let builtIn = Theme.templates.filter { own[String($0.path.dropLast(9))] == nil }.map { file in
            TemplateSource(
                path: file.path, file: "built-in", isBuiltIn: true, text: String(decoding: file.bytes, as: UTF8.self))
        }
        return builtIn
            + own.map { name, text in
                TemplateSource(
                    path: name + ".mustache", file: "Templates/\(name).mustache", isBuiltIn: false, text: text)
            }
    }

    private static func check(_ own: [String: String]) -> [Diagnostic] {
        let keys = Theme.strings.first { $0.path == "en.yml" }.map { file in
            String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
                line.firstIndex(of: ":").map { String(line[..<$0]) }
            }
        }
        let assets = Dictionary(uniqueKeysWithValues: Theme.assets.map { ($0.path, Permalink("/" + $0.path)) })
        return TemplateLibrary(sources(own), texts: keys ?? [], assets: assets).diagnostics
    }
}
