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
        let start = source.body.firstIndex { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") } ?? source.body.endIndex
        if addresses.isEmpty {
            output += source.body[start...]
        } else {
            rewrite(source.body[start...], to: &output)
        }
        return output
    }
}

extension MarkdownTwin {
    private func relative(_ target: Permalink) -> String { target.relative(to: page.permalink) }

    private func address(of target: LinkTarget) -> String? {
        switch target {
        case .broken, .fragment: nil
        case .file(let permalink): relative(permalink)
        case .page(let id, let suffix): address(of: site.pages[id], suffix)
        case .group(let group, let suffix): site.page(of: group, for: page).map { address(of: $0, suffix) }
        }
    }

    private func address(of target: Page, _ suffix: LinkSuffix) -> String {
        let original = site.original(of: target)
        let twin = relative(original.permalink) + (site.hasTwin(original) ? "index.md" : "")
        return twin + suffix.query + (suffix.fragment.map { "#" + Permalink.encode($0) } ?? "")
    }

    /// Copies Markdown line by line, replacing the destinations of links.
    private func rewrite(_ body: ArraySlice<UInt8>, to output: inout [UInt8]) {
        var fence: UInt8?
        var index = body.startIndex
        while index < body.endIndex {
            let end = body[index...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? body.endIndex
            let line = body[index..<end]
            let marker = Self.fence(line)
            if let open = fence {
                if marker == open { fence = nil }
                output += line
            } else if let marker {
                fence = marker
                output += line
            } else {
                rewriteLine(line, to: &output)
            }
            index = end
        }
    }

    /// The character of a code fence that begins or ends with this line.
    private static func fence(_ line: ArraySlice<UInt8>) -> UInt8? {
        let text = line.drop { $0 == UInt8(ascii: " ") }
        guard let first = text.first, first == UInt8(ascii: "`") || first == UInt8(ascii: "~"),
            text.prefix(3).count == 3, text.prefix(3).allSatisfy({ $0 == first })
        else { return nil }
        return first
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
        byte == UInt8(ascii: ")") || byte == UInt8(ascii: " ") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "\n")
            || byte == UInt8(ascii: "\r")
    }
}
