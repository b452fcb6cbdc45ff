internal import HelpCenter

/// The text of a source in passages, for excerpts and direct answers. All locales that show the source share it.
public struct PassageFile: Sendable {
    /// A passage: the text of a section, or what stands before the first heading.
    public struct Passage: Sendable {
        /// The anchor of its heading, percent-encoded; empty before the first one.
        public let anchor: String
        /// Its heading; empty before the first one.
        public let heading: String
        /// Its text, in UTF-8, a block on each line.
        public let text: ArraySlice<UInt8>

        /// A passage.
        public init(anchor: String, heading: String, text: ArraySlice<UInt8>) {
            self.anchor = anchor
            self.heading = heading
            self.text = text
        }
    }

    /// Its name, without folder and extension; it changes with the bytes.
    public let name: String
    /// Its bytes.
    public let bytes: [UInt8]

    /// A file of passages.
    public init(_ passages: [Passage]) {
        var output: [UInt8] = []
        output.reserveCapacity(passages.reduce(64) { $0 + $1.text.count + 64 })
        for passage in passages {
            output.append(UInt8(ascii: output.isEmpty ? "[" : ","))
            output.append(UInt8(ascii: "["))
            JSONText.append(passage.anchor, to: &output)
            output.append(UInt8(ascii: ","))
            JSONText.append(passage.heading, to: &output)
            output.append(UInt8(ascii: ","))
            JSONText.append(passage.text.span, to: &output)
            output.append(UInt8(ascii: "]"))
        }
        output += passages.isEmpty ? "[]".utf8 : "]".utf8
        var fingerprint = Fingerprint()
        fingerprint.update(output)
        name = fingerprint.text
        bytes = output
    }

    /// Its path below the output folder.
    public var path: String { "search/text/\(name).json" }
}
