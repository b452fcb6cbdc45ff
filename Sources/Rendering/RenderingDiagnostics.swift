internal import HelpCenter

/// Every message of Rendering, in one place so that they are worded alike.
extension Diagnostic {
    /// - Parameters:
    ///   - script: The script's name, such as `Javanese`.
    ///   - others: How many other articles of the locale are written in it.
    ///   - file: The first article that is.
    static func unsearchableScript(_ script: String, locale: LocaleCode, others: Int, file: String) -> Diagnostic {
        let also =
            others == 0 ? "" : " and \(others) other \(others == 1 ? "article" : "articles") of '\(locale)'"
        return Diagnostic(
            .searchScript, file: file,
            "search cannot tell the words of the \(script) script apart, so readers find this article\(also) by whole "
                + "phrases only",
            hint: "add the words that readers search for to 'keywords', each as an item of its own")
    }

    static func unterminatedTag(_ template: TemplateSource, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .templateSyntax, file: template.file, at: position, "this tag has no end", hint: "close it with '}}'")
    }

    static func otherDelimiters(_ template: TemplateSource, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .templateSyntax, file: template.file, at: position, "tags cannot be given other delimiters",
            hint: "write them with '{{' and '}}'")
    }

    static func unclosedSection(
        _ name: String, _ template: TemplateSource, at position: SourcePosition
    ) -> Diagnostic {
        Diagnostic(
            .templateSyntax, file: template.file, at: position, "the section '\(name)' has no end",
            hint: "close it with '{{/\(name)}}'")
    }

    static func unexpectedClose(
        _ name: String, expected: String?, _ template: TemplateSource, at position: SourcePosition
    ) -> Diagnostic {
        Diagnostic(
            .templateSyntax, file: template.file, at: position, "'{{/\(name)}}' closes a section that is not open here",
            hint: expected.map { "the section to close first is '{{/\($0)}}'" }
                ?? "remove it, or open the section before")
    }

    static func engineError(_ message: String, _ template: TemplateSource, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .templateSyntax, file: template.file, at: position, "Mustache cannot read this: \(message)",
            hint: "compare it with the built-in template of the same name")
    }

    static func unknownVariable(
        _ name: String, suggestion: String?, _ template: TemplateSource, at position: SourcePosition
    ) -> Diagnostic {
        Diagnostic(
            .unknownVariable, file: template.file, at: position, "there is no variable '\(name)' here",
            hint: suggestion.map { "did you mean '\($0)'?" }
                ?? "the variables of each template are listed in the documentation of templates")
    }

    static func unsupportedTransform(
        _ name: String, _ template: TemplateSource, at position: SourcePosition
    ) -> Diagnostic {
        Diagnostic(
            .templateSyntax, file: template.file, at: position,
            "'\(name)' is not possible: the only transform is empty(…)",
            hint: "change how things look in the stylesheet, for example with text-transform or :first-child")
    }

    static func outerList(_ name: String, _ template: TemplateSource, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .templateSyntax, file: template.file, at: position,
            "the list '\(name)' belongs to the page, and cannot be repeated within another list",
            hint: "close the other list first")
    }

    static func missingPartial(
        _ name: String, suggestion: String?, _ template: TemplateSource, at position: SourcePosition
    ) -> Diagnostic {
        Diagnostic(
            .missingPartial, file: template.file, at: position, "there is no template '\(name).mustache'",
            hint: suggestion.map { "did you mean '\($0)'?" } ?? "put it into the folder of the templates")
    }

    static func recursion(_ name: String, _ template: TemplateSource, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .templateSyntax, file: template.file, at: position,
            "the template '\(name).mustache' includes itself here, without end",
            hint: "write the inner part out, or give it a template of its own")
    }

    static func missingAsset(
        _ name: String, suggestion: String?, _ template: TemplateSource, at position: SourcePosition
    ) -> Diagnostic {
        Diagnostic(
            .missingAsset, file: template.file, at: position, "there is no file '\(name)' in Public/",
            hint: suggestion.map { "did you mean '\($0)'?" } ?? "put it there, or remove the reference")
    }

    static func unusedTemplate(_ template: TemplateSource, suggestion: String?) -> Diagnostic {
        Diagnostic(
            .unusedTemplate, file: template.file, "nothing uses this template",
            hint: suggestion.map { "did you mean '\($0).mustache'?" }
                ?? "include it in another one with '{{> name}}', or remove it")
    }
}
