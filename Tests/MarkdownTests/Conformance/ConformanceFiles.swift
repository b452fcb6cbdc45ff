import Foundation
import Testing

/// Examples of CommonMark and GFM, and collections of hostile texts. They are other people's, and so not part of this
/// repository: CI puts them beside the checkout.
enum ConformanceFiles {
    static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "../shared/conformance").standardizedFileURL

    static var isAvailable: Bool { FileManager.default.fileExists(atPath: folder.path) }

    static func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }

    /// The examples of a file in the format of CommonMark's specification, numbered from 1.
    static func examples(_ name: String) throws -> [Example] {
        let fence = String(repeating: "`", count: 32)
        var examples: [Example] = []
        var (markdown, html): (String, String) = ("", "")
        var state = State.between
        for line in try text(name).split(separator: "\n", omittingEmptySubsequences: false) {
            let content = line.replacing("→", with: "\t") + "\n"
            switch state {
            case .between:
                if line.hasPrefix(fence + " example") { (state, markdown, html) = (.markdown, "", "") }
            case .markdown:
                if line == "." { state = .html } else { markdown += content }
            case .html:
                if line == fence {
                    examples.append(Example(number: examples.count + 1, markdown: markdown, html: html))
                    state = .between
                } else {
                    html += content
                }
            }
        }
        return examples
    }

    /// The examples of a file in the format of markdown-it's fixtures, numbered from 1.
    static func fixtures(_ name: String) throws -> [Example] {
        var examples: [Example] = []
        var (markdown, html): (String, String) = ("", "")
        var state = State.between
        for line in try text(name).split(separator: "\n", omittingEmptySubsequences: false) {
            switch (state, line) {
            case (.between, "."): (state, markdown, html) = (.markdown, "", "")
            case (.between, _): break
            case (.markdown, "."): state = .html
            case (.markdown, _): markdown += line + "\n"
            case (.html, "."):
                examples.append(Example(number: examples.count + 1, markdown: markdown, html: html))
                state = .between
            case (.html, _): html += line + "\n"
            }
        }
        return examples
    }

    private enum State {
        case between, markdown, html
    }
}

struct Example: Sendable {
    let number: Int
    let markdown: String
    let html: String
}

extension Trait where Self == ConditionTrait {
    /// Skips a test where the examples are missing.
    static var needsConformanceFiles: Self {
        .enabled(
            if: ConformanceFiles.isAvailable,
            "the examples of CommonMark and GFM are not in ../shared/conformance beside the checkout")
    }
}
