/// An article's body as HTML, and what the later stages need to know of it.
///
/// What depends on the page that shows the article, such as the addresses of links and the sizes of images, is left
/// out of the HTML: `holes` says where it belongs.
public struct MarkdownDocument: Sendable {
    /// The HTML, in UTF-8, without the text of the holes.
    public let html: [UInt8]
    /// The places that the consumer fills, in ascending order of their offsets.
    public let holes: [Hole]
    /// The links to other pages and files of the site, in document order; external ones are complete in the HTML.
    public let links: [Link]
    /// The images and videos, in document order.
    public let media: [Media]
    /// The headings, in document order.
    public let headings: [Heading]
    /// The questions of an FAQ, in document order; empty in a guide.
    public let questions: [Question]
    /// The plain text of the first ordinary paragraph, at most 200 characters, cut at the end of a sentence or word.
    public let summary: String
    /// The number of words. A Chinese or Japanese character counts as a word; a run of anything else between
    /// white space counts as one.
    public let wordCount: Int
    /// The text as search reads it, in UTF-8: without markup, headings and the marks of footnotes, a block on each line.
    public let text: [UInt8]
    /// What is wrong with the text, in the order of its places.
    public let issues: [MarkdownIssue]
}

extension MarkdownDocument {
    /// A place in the HTML that the consumer fills.
    public struct Hole: Sendable, Equatable {
        /// The offset in `html` before which the text belongs.
        public let offset: Int
        /// What belongs there.
        public let content: Content
    }

    /// What a hole stands for; the numbers are indices into the document's arrays.
    public enum Content: Sendable, Equatable {
        /// `<a href=… title=…>` of a link, or nothing when its target does not exist.
        case linkStart(Int)
        /// `</a>`, or nothing.
        case linkEnd(Int)
        /// The whole element of an image or a video, with its figure if it has one.
        case media(Int)
        /// Nothing: the HTML of a question's answer begins here.
        case answerStart(Int)
        /// Nothing: the HTML of a question's answer ends here.
        case answerEnd(Int)
    }

    /// A link to a place of the same site.
    public struct Link: Sendable, Equatable {
        /// The target as the author means it, without escapes and entities: a relative or absolute path, a query or
        /// a fragment. It has no scheme and no host.
        public let destination: String
        /// The title; empty when there is none.
        public let title: String
        /// Where it stands in the file. Lines and columns count from 1, columns in code points.
        public let line, column: Int
    }

    /// An image or a video.
    public struct Media: Sendable, Equatable {
        /// The path, or an http or https address, without escapes and entities.
        public let destination: String
        /// The alternative text, plain.
        public let alt: String
        /// The caption; empty when there is none.
        public let caption: String
        /// Whether it is a video, by the extension of its destination.
        public let isVideo: Bool
        /// Whether it stands alone in its paragraph and has a caption. Its hole is then outside of any `<p>`.
        public let isFigure: Bool
        /// Where it stands in the file. Lines and columns count from 1, columns in code points.
        public let line, column: Int
    }

    /// A heading.
    public struct Heading: Sendable, Equatable {
        /// 1 to 6.
        public let level: Int
        /// Its anchor, unique in the document.
        public let id: String
        /// Its text without markup.
        public let text: String
        /// Its line in the file.
        public let line: Int
        /// Where the text of its section begins in the document's `text`.
        public let textStart: Int
    }

    /// A question of an FAQ: a level-2 heading.
    public struct Question: Sendable, Equatable {
        /// The question without markup.
        public let text: String
        /// Its anchor, unique in the document.
        public let id: String
        /// Its line in the file.
        public let line: Int
    }
}
