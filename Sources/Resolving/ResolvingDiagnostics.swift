internal import HelpCenter
internal import Markdown

/// Every message of Resolving, in one place so that they are worded alike: the rule that is broken, then what to do.
extension Diagnostic {
    static func unknownLink(
        _ target: String, suggestion: String?, file: String, at position: SourcePosition
    ) -> Diagnostic {
        Diagnostic(
            .unknownLink, file: file, at: position, "link target '\(target)' does not exist",
            hint: suggestion.map { "did you mean '\($0)'?" } ?? advice(for: target))
    }

    /// What to write in place of a target that is nothing of the site.
    private static func advice(for target: String) -> String {
        if target.lowercased().hasPrefix("www.") { return "write the whole address: 'https://\(target)'" }
        if target.contains("@"), !target.contains("/") { return "write an email address as 'mailto:\(target)'" }
        return "link to an article by its file, relative to this one, such as '../account/reset-password.md'"
    }

    static func emptyLink(file: String, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .unknownLink, file: file, at: position, "this link has no target",
            hint: "write it between the parentheses: '[text](article.md)'")
    }

    static func unpublishedLink(
        _ target: String, reason: String, file: String, at position: SourcePosition
    ) -> Diagnostic {
        Diagnostic(
            .unpublishedLink, file: file, at: position,
            "link target '\(target)' \(reason), so readers would not find it",
            hint: "remove the link, or publish the article first")
    }

    static func unknownFragment(
        _ fragment: String, of target: String?, headings page: ParsedPage, file: String, at position: SourcePosition
    ) -> Diagnostic {
        let ids = page.document.headings.map(\.id)
        let place = target.map { "'\($0)'" } ?? "this article"
        let known = ids.prefix(6).map { "#\($0)" }.joined(separator: ", ")
        return Diagnostic(
            .unknownFragment, file: file, at: position, "\(place) has no heading '#\(fragment)'",
            hint: closest(to: fragment, among: ids).map { "did you mean '#\($0)'?" }
                ?? (ids.isEmpty ? "it has no headings" : "its headings are \(known)\(ids.count > 6 ? ", …" : "")"))
    }

    static func missingFile(
        _ target: String, suggestion: String?, file: String, at position: SourcePosition
    ) -> Diagnostic {
        Diagnostic(
            .missingFile, file: file, at: position, "the file '\(target)' does not exist",
            hint: suggestion.map { "did you mean '\($0)'?" }
                ?? "put the file beside the article, or write the path relative to the article")
    }

    static func externalMedia(_ target: String, file: String, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .externalMedia, file: file, at: position, "'\(target)' would be loaded from another site",
            hint: "save a copy beside the article: pages load nothing from elsewhere, for the readers' privacy")
    }

    static func duplicateTranslation(
        _ page: ParsedPage, other: SourcePath, key: String, display: String
    ) -> Diagnostic {
        Diagnostic(
            .duplicateTranslation, file: display + "/" + page.source.contentPath,
            at: page.frontMatter.translationKey?.position,
            "'\(display)/\(other.contentPath)' is already the \(page.source.locale) text of '\(key)'",
            hint: "give one of them another translationKey")
    }

    static func invalidSlug(
        _ page: ParsedPage, slug: Located<String>, problem: String, display: String
    ) -> Diagnostic {
        Diagnostic(
            .invalidSlug, file: display + "/" + page.source.contentPath, at: slug.position,
            "'\(slug.value)' cannot be the last part of an address: \(problem)",
            hint: "a slug is one word or several with '-' between them")
    }

    static func misplacedIndex(_ source: SourcePath, display: String) -> Diagnostic {
        Diagnostic(
            .misplacedIndex, file: display + "/" + source.contentPath,
            "'index.md' is an article, and this folder is a category",
            hint: "rename it to _index.md to describe the category")
    }

    static func pathCollision(_ permalink: Permalink, file: String, other: String) -> Diagnostic {
        let (first, second) = file < other ? (file, other) : (other, file)
        return Diagnostic(
            .pathCollision, file: second, "'\(first)' already has the address '\(permalink.path)'",
            hint: "rename one of them, or give it another slug; addresses may not differ in case alone")
    }

    static func reservedAddress(_ permalink: Permalink, file: String) -> Diagnostic {
        Diagnostic(
            .pathCollision, file: file, "'\(permalink.path)' is an address that Guidepost publishes itself",
            hint: "rename the file")
    }

    static func folderCollision(_ permalink: Permalink, file: String) -> Diagnostic {
        Diagnostic(
            .pathCollision, file: file, "a page has the address '\(permalink.path)/', so no file can have this name",
            hint: "rename the file, for example by giving it an ending")
    }

    static func aliasCollision(
        _ permalink: Permalink, at position: SourcePosition, file: String, other: String
    ) -> Diagnostic {
        Diagnostic(
            .pathCollision, file: file, at: position, "the alias '\(permalink.path)' is already taken by '\(other)'",
            hint: "remove it here or there")
    }

    static func invalidAlias(_ alias: Located<String>, file: String) -> Diagnostic {
        Diagnostic(
            .invalidAlias, file: file, at: alias.position, "'\(alias.value)' cannot be an address of this site",
            hint:
                "write the path after the host name, without spaces, '..' and '?', for example '/help/reset-password/'")
    }

    static func unknownNavigation(_ item: NavigationItem, file: String) -> Diagnostic {
        Diagnostic(
            .unknownLink, file: file, at: item.position, "link target '\(item.target)' does not exist",
            hint: "write a category as 'security/', an article as 'security/two-factor.md', another site with https://")
    }

    static func missingLogo(_ logo: Located<String>, suggestion: String?, file: String) -> Diagnostic {
        Diagnostic(
            .missingFile, file: file, at: logo.position, "there is no file '\(logo.value)' in Public/",
            hint: suggestion.map { "did you mean '\($0)'?" } ?? "put the logo there, for example as images/logo.svg")
    }

    static func emptyFAQ(_ file: String) -> Diagnostic {
        Diagnostic(
            .emptyFAQ, file: file, "this FAQ has no questions",
            hint: "write each question as a heading of level 2 ('## How …?'), its answer below it")
    }

    static func unknownIcon(_ icon: Located<String>, among names: [String], file: String) -> Diagnostic {
        Diagnostic(
            .unknownIcon, file: file, at: icon.position, "there is no icon '\(icon.value)'",
            hint: closest(to: icon.value, among: names).map { "did you mean '\($0)'?" }
                ?? "the icons are \(names.joined(separator: ", "))")
    }

    // MARK: Contact

    static func unknownTopicArticle(_ target: Located<String>, suggestion: String?, file: String) -> Diagnostic {
        Diagnostic(
            .unknownLink, file: file, at: target.position, "the article '\(target.value)' does not exist",
            hint: suggestion.map { "did you mean '\($0)'?" }
                ?? "write the path below the locale's folder, such as 'account/reset-password.md'")
    }

    static func repeatedTopicArticle(_ target: Located<String>, file: String) -> Diagnostic {
        Diagnostic(
            .duplicateEntry, file: file, at: target.position,
            "'\(target.value)' is an article that the topic names already",
            hint: "remove it here or there")
    }

    static func unknownArticleTopic(_ topic: Located<String>, among known: [String], file: String) -> Diagnostic {
        let hint =
            closest(to: topic.value, among: known).map { "did you mean '\($0)'?" }
            ?? (known.isEmpty
                ? "describe it in topics.yml, which has no topics yet"
                : "the topics are \(known.joined(separator: ", "))")
        return Diagnostic(
            .unknownTopic, file: file, at: topic.position, "there is no topic '\(topic.value)'", hint: hint)
    }

    static func unknownContactPlace(
        _ fragment: String, among known: [String], file: String, at position: SourcePosition
    ) -> Diagnostic {
        Diagnostic(
            .unknownFragment, file: file, at: position, "the contact page has no place '#\(fragment)'",
            hint: closest(to: fragment, among: known).map { "did you mean '#\($0)'?" }
                ?? "its places are #topic- and #channel- with the id of a topic or channel behind it")
    }

    static func neverVerified(_ channel: Channel, every days: Int, today: String, file: String) -> Diagnostic {
        Diagnostic(
            .unverifiedChannel, file: file, at: channel.id.position,
            "nobody has confirmed the channel '\(channel.id.value)', and 'verifyEvery' asks for that every \(days) days",
            hint: "make sure that it works, then write 'verified: \(today)'")
    }

    static func verifiedLongAgo(
        _ channel: Channel, _ verified: Located<PublicationDate>, every days: Int, today: String, file: String
    ) -> Diagnostic {
        Diagnostic(
            .unverifiedChannel, file: file, at: verified.position,
            "the channel '\(channel.id.value)' was confirmed more than \(days) days ago, on \(verified.value.iso)",
            hint: "make sure that it still works, then write 'verified: \(today)'")
    }

    static func verifiedInTheFuture(_ verified: Located<PublicationDate>, today: String, file: String) -> Diagnostic {
        Diagnostic(
            .unverifiedChannel, file: file, at: verified.position,
            "'verified: \(verified.value.iso)' is still to come; today is \(today)",
            hint: "write the day on which somebody made sure that the channel works")
    }

    static func uncoveredHours(
        _ topic: Topic, _ gap: Range<Int>, isWholeWeek: Bool, file: String
    ) -> Diagnostic {
        let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        let moments = [gap.lowerBound, gap.upperBound].map { moment -> String in
            let minutes = moment / 60 % 1440
            let time = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
            return "\(days[CalendarDay(at: moment).weekday - 1]) \(time)"
        }
        return Diagnostic(
            .uncoveredHours, file: file, at: topic.id.position,
            isWholeWeek
                ? "'\(topic.id.value)' is urgent, but in the coming week no channel for it is open"
                : "'\(topic.id.value)' is urgent, but from \(moments[0]) to \(moments[1]) UTC no channel for it is open",
            hint: "open a channel that suits urgent problems at that time, or take 'urgency: urgent' away")
    }
}
