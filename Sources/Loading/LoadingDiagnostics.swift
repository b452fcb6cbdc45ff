internal import HelpCenter

/// Every message of Loading, in one place so that they are worded alike: the rule that is broken, then what to do.
extension Diagnostic {
    // MARK: Files

    static func unreadable(_ file: String, isFolder: Bool = false) -> Diagnostic {
        Diagnostic(
            .unreadableFile, file: file, "this \(isFolder ? "folder" : "file") may not be read",
            hint: "give your account the right to read it")
    }

    static func nameIsNotUTF8(in folder: String) -> Diagnostic {
        Diagnostic(
            .invalidName, file: folder, "a file in this folder has a name that is not UTF-8",
            hint: "rename it; names become addresses, which are UTF-8")
    }

    static func specialFile(_ file: String) -> Diagnostic {
        Diagnostic(
            .unreadableFile, file: file, "this is neither a file nor a folder",
            hint: "remove it from the content; pipes, sockets and devices cannot be published")
    }

    static func symbolicLink(_ file: String, _ what: String) -> Diagnostic {
        Diagnostic(
            .symbolicLink, file: file, "this symbolic link \(what)",
            hint: "put the file itself here; only links to files of the same tree are followed")
    }

    static func oversizedFile(_ file: String, size: Int) -> Diagnostic {
        Diagnostic(
            .oversizedFile, file: file,
            "this text file has \(size >> 20) MB; at most \(SourceReader.largestText >> 20) MB are read",
            hint: "split it into several articles, or give it another ending than .md to publish it as a file")
    }

    /// What is wrong with the characters of a file. A file of another encoding is full of broken bytes: the first ones
    /// are reported, the others counted.
    static func text(_ check: TextCheck, file: String) -> [Diagnostic] {
        let broken = check.findings.count { $0.finding == .invalidUTF8 }
        var isFirst = true
        // A binary file by the name of an article is full of control characters; a few places tell that.
        return check.findings.prefix(Self.reportedFindings).compactMap { offset, finding in
            if finding == .invalidUTF8 {
                guard isFirst else { return nil }
                isFirst = false
            }
            return text(
                finding, others: broken - 1, file: file, at: SourcePosition(offset: offset, in: check.bytes))
        }
    }

    /// How many places of one file are reported for the characters in them.
    private static let reportedFindings = 20

    private static func text(
        _ finding: TextCheck.Finding, others: Int, file: String, at position: SourcePosition
    ) -> Diagnostic {
        switch finding {
        case .invalidUTF8:
            Diagnostic(
                .invalidEncoding, file: file, at: position,
                "these bytes are not UTF-8 text"
                    + (others > 0 ? ", nor are those in \(others) other \(others == 1 ? "place" : "places")" : ""),
                hint: "save the file as UTF-8")
        case .utf16:
            Diagnostic(
                .invalidEncoding, file: file, at: position, "the file is UTF-16, not UTF-8",
                hint: "save the file as UTF-8")
        case .control(let scalar):
            Diagnostic(
                .controlCharacter, file: file, at: position,
                "the invisible character \(codePointName(scalar)) has no place in text",
                hint: "delete it; it often comes from copying out of a PDF or a terminal")
        case .bidirectional(let scalar):
            Diagnostic(
                .bidirectionalControl, file: file, at: position,
                "the invisible character \(codePointName(scalar)) changes the order in which the text is shown",
                hint: "delete it unless it is meant; it can make an address read as another one")
        }
    }

    static func damagedMedia(_ file: String) -> Diagnostic {
        Diagnostic(
            .damagedMedia, file: file, "this does not hold what its name says: its width and height cannot be read",
            hint: "export it again, or give it the ending of its real format")
    }

    /// - Parameter meant: The settings file that it may have been meant to be.
    static func strayFile(_ file: String, meant: String?) -> Diagnostic {
        Diagnostic(
            .strayFile, file: file, "this file lies outside the folders of the locales, so it is not published",
            hint: meant.map { "rename it to \($0)" } ?? "move it into a locale's folder, or into Public/")
    }

    static func misplacedSettings(_ file: String, name: String, display: String) -> Diagnostic {
        Diagnostic(
            .strayFile, file: file, "here this file is published as it is, and read by nobody",
            hint: "\(name) holds the settings of the whole site: move it to \(display)/\(name)")
    }

    /// - Parameter meant: The settings file that it may have been meant to be.
    static func unreadLocaleSettings(_ file: String, meant: String) -> Diagnostic {
        Diagnostic(
            .strayFile, file: file, "here this file is published as it is, and read by nobody",
            hint: "to have it read, move it to \(meant)")
    }

    static func unreadSettings(_ file: String) -> Diagnostic {
        Diagnostic(
            .strayFile, file: file, "this version of Guidepost does not read this file yet, so it has no effect",
            hint: "move it out of the content until it does")
    }

    static func unlistedLocale(_ folder: String, count: Int, listed: [LocaleCode]) -> Diagnostic {
        let names = listed.map(\.rawValue).joined(separator: ", ")
        return Diagnostic(
            .unlistedLocale, file: folder,
            "'\(folder.split(separator: "/").last ?? "")' is not a locale of this site, so \(count) "
                + "\(count == 1 ? "article is" : "articles are") not published",
            hint: "add it to 'locales' in site.yml (now: \(names)), or move the folder away")
    }

    static func invalidName(_ file: String, _ reason: String) -> Diagnostic {
        Diagnostic(.invalidName, file: file, "this name cannot become an address: \(reason)", hint: "rename the file")
    }

    // MARK: YAML

    static func invalidYAML(_ file: String, at position: SourcePosition, problem: String) -> Diagnostic {
        let (message, hint) = explain(problem)
        return Diagnostic(.invalidYAML, file: file, at: position, message, hint: hint)
    }

    static func tabIndentation(_ file: String, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .invalidYAML, file: file, at: position, "this line is indented with a tab", hint: "indent with spaces")
    }

    static func missingSpace(_ file: String, at position: SourcePosition, key: String) -> Diagnostic {
        Diagnostic(
            .invalidYAML, file: file, at: position, "there is no space behind the colon of '\(key):'",
            hint: "write '\(key): value'")
    }

    static func unsupportedYAML(_ file: String, at position: SourcePosition, feature: String) -> Diagnostic {
        Diagnostic(
            .unsupportedYAML, file: file, at: position, "\(feature) is YAML that content may not use",
            hint: "write the value out; put text that begins with '&', '*' or '!' in quotes")
    }

    static func duplicateKey(_ file: String, at position: SourcePosition, keys: [String]) -> Diagnostic {
        Diagnostic(
            .duplicateKey, file: file, at: position, "the key \(quoted(keys)) is given more than once",
            hint: "keep one of them")
    }

    static func oversizedYAML(_ file: String, limit: Int, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .oversizedFrontMatter, file: file, at: position,
            "the YAML is longer than \(limit >> 10) KB",
            hint: file.hasSuffix(".yml")
                ? "shorten it; settings are for short texts" : "move the text below the front matter")
    }

    static func notKeys(_ file: String, at position: SourcePosition, found: String) -> Diagnostic {
        Diagnostic(
            .invalidYAML, file: file, at: position, "this must be lines of 'key: value', and it is \(found)",
            hint: "write each value behind its key and ': ', without a '-' before it")
    }

    static func deepYAML(_ file: String, limit: Int, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .invalidYAML, file: file, at: position, "the YAML is nested deeper than \(limit) levels",
            hint: "put text that holds many brackets in quotes")
    }

    static func unclosedFrontMatter(_ file: String) -> Diagnostic {
        Diagnostic(
            .unclosedFrontMatter, file: file, at: SourcePosition(line: 1, column: 1),
            "the front matter has no end", hint: "put a line '---' between the front matter and the text")
    }

    // MARK: Keys and values

    static func unknownKey(
        _ key: YAMLScalar, in file: String, suggestion: String?, of known: [String]
    ) -> Diagnostic {
        Diagnostic(
            .unknownKey, file: file, at: key.position,
            "the key '\(key.text.shown)' is not known here, so it does nothing",
            hint: suggestion.map { "did you mean '\($0)'?" } ?? "known keys: \(known.joined(separator: ", "))")
    }

    static func wrongType(
        _ key: String, in file: String, at position: SourcePosition, expected: String, found: String, example: String
    ) -> Diagnostic {
        Diagnostic(
            .wrongType, file: file, at: position, "'\(key)' must be \(expected), and \(found)",
            hint: "for example '\(key): \(example)'")
    }

    static func invalidValue(
        _ key: String, in file: String, at position: SourcePosition, _ value: String, rule: String, hint: String
    ) -> Diagnostic {
        Diagnostic(.invalidValue, file: file, at: position, "'\(key): \(value.shown)' is not \(rule)", hint: hint)
    }

    static func foreignLocale(
        _ code: Located<String>, of key: String, in file: String, locales: [LocaleCode]
    ) -> Diagnostic {
        .invalidValue(
            key, in: file, at: code.position, code.value, rule: "one of the locales",
            hint: "the locales are \(locales.map(\.rawValue).joined(separator: ", "))")
    }

    static func missingTitle(_ file: String) -> Diagnostic {
        Diagnostic(
            .missingTitle, file: file, at: SourcePosition(line: 1, column: 1), "the article has no title",
            hint: "begin the file with the lines '---', 'title: …' and '---'")
    }

    // MARK: Settings and interface texts

    static func missingSettings(_ file: String) -> Diagnostic {
        Diagnostic(
            .missingSettings, file: file, "the site has no settings",
            hint: "write a site.yml with title, baseURL and locales; 'guidepost new DIR' makes a complete site")
    }

    static func missingSetting(_ key: String, in file: String, example: String) -> Diagnostic {
        Diagnostic(
            .missingSetting, file: file, at: SourcePosition(line: 1, column: 1), "'\(key)' is missing",
            hint: "add, for example, '\(key): \(example)'")
    }

    static func invalidSetting(
        _ file: String, at position: SourcePosition, _ message: String, hint: String
    ) -> Diagnostic {
        Diagnostic(.invalidSetting, file: file, at: position, message, hint: hint)
    }

    static func unknownText(_ key: YAMLScalar, in file: String, suggestion: String?) -> Diagnostic {
        Diagnostic(
            .unknownText, file: file, at: key.position, "no template uses the text '\(key.text)'",
            hint: suggestion.map { "did you mean '\($0)'?" } ?? "remove it, or use it in a template of the site")
    }

    static func missingTexts(_ locale: LocaleCode, in file: String, missing: [String]) -> Diagnostic {
        let shown = missing.prefix(5).joined(separator: ", ") + (missing.count > 5 ? ", …" : "")
        return Diagnostic(
            .missingText, file: file,
            "\(missing.count) interface \(missing.count == 1 ? "text" : "texts") of '\(locale)' \(missing.count == 1 ? "is" : "are") "
                + "missing, so English stands in: \(shown)",
            hint: "add them to \(file)")
    }

    static func invalidText(
        _ key: String, in file: String, at position: SourcePosition, _ message: String, hint: String
    ) -> Diagnostic {
        Diagnostic(.invalidText, file: file, at: position, "the text '\(key)' \(message)", hint: hint)
    }
}

extension Diagnostic {
    private static func quoted(_ names: [String]) -> String {
        names.map { "'\($0)'" }.joined(separator: ", ")
    }

    /// libyaml's problems in a writer's words.
    private static func explain(_ problem: String) -> (message: String, hint: String?) {
        if problem.contains("mapping values are not allowed") {
            return ("a value that holds ': ' must be in quotes", "write it as key: \"value: with a colon\"")
        }
        if problem.contains("cannot start any token") {
            return (
                "a value may not begin with '@', '`', '%' or a tab",
                "put the value in quotes, and indent with spaces"
            )
        }
        if problem.contains("unexpected end of stream") || problem.contains("quoted scalar") {
            return ("a quotation mark is opened and never closed", "close it, or leave the quotes out")
        }
        if problem.contains("could not find expected ':'") || problem.contains("expected <block end>")
            || problem.contains("expected key")
        {
            return (
                "this line does not fit the ones above: it is neither 'key: value' nor part of a list",
                "check the indentation, and that a value with quotes inside is in quotes as a whole"
            )
        }
        if problem.contains("did not find expected ',' or") {
            return ("a list or group in brackets is not closed", "close it with ']' or '}'")
        }
        return ("this is not YAML: \(problem)", "check quotes, colons and indentation")
    }
}
