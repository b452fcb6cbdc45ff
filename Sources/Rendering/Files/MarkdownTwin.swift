internal import HelpCenter
internal import Markdown

/// An article as plain Markdown, for readers and programs that want the text without the page.
///
/// The source is passed through as it is, below its title and description; links to other articles are made to lead to
/// their twins, because the paths of sources mean nothing on the site. Links are found by their text, `](destination)`
/// and `]: destination`, outside fenced code; what is not a link of the document stays.
struct MarkdownTwin {
    private let site: Site
    private let page: Page
    private let source: ParsedPage
    private var addresses: [String: String] = [:]

    /// The twin of a page that shows a source of its own locale.
    init(_ site: Site, page: Page, source index: Int) {
        self.site = site
        self.page = page
        source = site.parsed.pages[index]
        let references = site.references[index]
        for (link, target) in zip(source.document.links, references.links) {
            addresses[link.destination] = address(of: target)
        }
        for (medium, target) in zip(source.document.media, references.media) {
            if case .file(let file, _, _) = target { addresses[medium.destination] = relative(site.files[file]) }
        }
    }

    /// The twin's bytes.
    var bytes: [UInt8] {
        var output = Array("# \(page.title)\n\n".utf8)
        output.reserveCapacity(source.body.count + 512)
        if let description = source.frontMatter.description { output += "> \(description)\n\n".utf8 }
        let body = withoutTitle
        if addresses.isEmpty, !Self.holdsComment(body) {
            output += body
        } else {
            rewrite(body, to: &output)
        }
        return output
    }
}

extension MarkdownTwin {
    private func relative(_ target: Permalink) -> String { target.relative(to: page.permalink) }

    private func address(of target: LinkTarget) -> String? {
        switch target {
        case .broken, .fragment: nil
        case .file(let permalink, let suffix): relative(permalink) + Self.text(of: suffix)
        case .page(let id, let suffix): address(of: site.pages[id], suffix)
        case .group(let group, let suffix): site.page(of: group, for: page).map { address(of: $0, suffix) }
        }
    }

    private func address(of target: Page, _ suffix: LinkSuffix) -> String {
        let original = site.original(of: target)
        let twin = relative(original.permalink) + (site.hasTwin(original) ? "index.md" : "")
        return twin + Self.text(of: suffix)
    }

    private static func text(of suffix: LinkSuffix) -> String {
        suffix.query + (suffix.fragment.map { "#" + Permalink.encode($0) } ?? "")
    }

    /// The body without blank lines at its beginning, and without a first heading that says the title again.
    private var withoutTitle: ArraySlice<UInt8> {
        let body = source.body.drop { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        let line = body.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        guard line.elementsEqual("# \(page.title)".utf8) else { return body }
        return body[line.endIndex...].drop { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    }

    private static func holdsComment(_ body: ArraySlice<UInt8>) -> Bool {
        find(commentOpening, in: body) != nil
    }

    /// Copies Markdown line by line, replacing the destinations of links and leaving comments out: they are notes
    /// among writers.
    private func rewrite(_ body: ArraySlice<UInt8>, to output: inout [UInt8]) {
        var fence: [UInt8]?
        var isComment = false
        var index = body.startIndex
        while index < body.endIndex {
            let end = body[index...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? body.endIndex
            let line = body[index..<end]
            let marker = isComment ? nil : Self.fence(line)
            if let open = fence {
                if let marker, marker.starts(with: open) { fence = nil }
                output += line
            } else if let marker {
                fence = marker
                output += line
            } else {
                rewriteLine(Self.withoutComments(line, isComment: &isComment)[...], to: &output)
            }
            index = end
        }
    }

    /// A line without the parts of it that are comment; a comment may begin before it and end after it.
    private static func withoutComments(_ line: ArraySlice<UInt8>, isComment: inout Bool) -> [UInt8] {
        var result: [UInt8] = []
        var rest = line
        while !rest.isEmpty {
            guard let mark = find(isComment ? commentClosing : commentOpening, in: rest) else {
                if !isComment { result += rest }
                break
            }
            // What stands in code, behind a backslash or in indented code is text about comments.
            let before = line[..<mark]
            let isCode =
                before.count { $0 == UInt8(ascii: "`") }.isMultiple(of: 2) == false || before.last == UInt8(ascii: "\\")
                || line.starts(with: Array("    ".utf8))
            if !isComment, isCode {
                result += rest[..<(mark + commentOpening.count)]
                rest = rest[(mark + commentOpening.count)...]
                continue
            }
            if !isComment { result += rest[..<mark] }
            rest = rest[(mark + (isComment ? commentClosing : commentOpening).count)...]
            isComment.toggle()
        }
        return result
    }

    private static let commentOpening = Array("<!--".utf8)
    private static let commentClosing = Array("-->".utf8)

    private static func find(_ pattern: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        var rest = bytes
        while let start = rest.firstIndex(of: pattern[0]) {
            if rest[start...].starts(with: pattern) { return start }
            rest = rest[(start + 1)...]
        }
        return nil
    }

    /// The signs of a code fence that begins or ends with this line: three or more, and none of them behind.
    private static func fence(_ line: ArraySlice<UInt8>) -> [UInt8]? {
        let text = line.drop { $0 == UInt8(ascii: " ") }
        guard let first = text.first, first == UInt8(ascii: "`") || first == UInt8(ascii: "~") else { return nil }
        let signs = text.prefix { $0 == first }
        guard signs.count >= 3, first == UInt8(ascii: "~") || !text[signs.endIndex...].contains(first) else {
            return nil
        }
        return Array(signs)
    }

    private func rewriteLine(_ line: ArraySlice<UInt8>, to output: inout [UInt8]) {
        var index = line.startIndex
        while let bracket = line[index...].firstIndex(of: UInt8(ascii: "]")) {
            output += line[index...bracket]
            index = bracket + 1
            guard let start = Self.destinationStart(line, after: index) else { continue }
            let destination = line[start...].prefix { !Self.endsDestination($0) }
            output += line[index..<start]
            if let address = addresses[String(decoding: destination, as: UTF8.self)] {
                output += address.utf8
            } else {
                output += destination
            }
            index = destination.endIndex
        }
        output += line[index...]
    }

    /// Where a destination begins after a `]`: behind `(`, or behind `: ` of a definition.
    private static func destinationStart(_ line: ArraySlice<UInt8>, after index: Int) -> Int? {
        guard index < line.endIndex else { return nil }
        var start = index + 1
        if line[index] == UInt8(ascii: ":") {
            while start < line.endIndex, line[start] == UInt8(ascii: " ") { start += 1 }
        } else if line[index] != UInt8(ascii: "(") {
            return nil
        }
        if start < line.endIndex, line[start] == UInt8(ascii: "<") { start += 1 }
        return start
    }

    private static func endsDestination(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ")") || byte == UInt8(ascii: " ") || byte == UInt8(ascii: ">")
            || byte == UInt8(ascii: "\n")
            || byte == UInt8(ascii: "\r")
    }
}
