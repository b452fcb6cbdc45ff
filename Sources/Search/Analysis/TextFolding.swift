/// Folds text, so that different spellings of a word are the same bytes.
///
/// Both forms equal what JavaScript's `normalize` and `toLowerCase` give of Unicode 17.0, with the rules of
/// `FoldingForm`. Bytes that are not UTF-8 are copied.
///
/// 1. Walk over the text; what stays as it is, nearly everything, is copied in one piece.
/// 2. A character that changes by itself is replaced.
/// 3. A character that joins the ones before it, such as a combining accent, is normalised together with them.
public enum TextFolding {
    /// Appends a text in the form that tokens are cut from: NFKC in lower case, without what is invisible.
    public static func lower(_ text: Span<UInt8>, into output: inout [UInt8]) {
        let start = output.count
        fold(text, .lower, into: &output)
        var written = output.mutableSpan
        for index in start..<written.count where written[index] &- UInt8(ascii: "A") < 26 { written[index] |= 0x20 }
    }

    /// Appends a text without accents and other marks that readers leave out, such as `cafe` for `café`.
    public static func bare(_ text: Span<UInt8>, into output: inout [UInt8]) {
        fold(text, .bare, into: &output)
    }

    /// A text in the form that tokens are cut from.
    public static func lower(_ text: String) -> String {
        var output: [UInt8] = []
        lower(Array(text.utf8).span, into: &output)
        return String(decoding: output, as: UTF8.self)
    }

    /// A text without accents.
    public static func bare(_ text: String) -> String {
        var output: [UInt8] = []
        bare(Array(text.utf8).span, into: &output)
        return String(decoding: output, as: UTF8.self)
    }
}

extension TextFolding {
    private static func fold(_ text: Span<UInt8>, _ form: FoldingForm, into output: inout [UInt8]) {
        let changes = form == .lower ? CharacterProperties.changesInLower : CharacterProperties.changesInBare
        let joins = form == .lower ? CharacterProperties.joinsInLower : CharacterProperties.joinsInBare
        let table = CharacterTable.shared
        // What has been written, and the character that a joining one would be joined to: where it begins in the text,
        // and where in the output if it has been written.
        var copied = 0
        var base = (start: 0, output: output.count)
        var combiningClass: UInt8 = 0
        var index = 0
        while index < text.count {
            if text[index] < 0x80 {
                index += 1
                continue
            }
            let (scalar, length) = UTF8Scalars.decode(text, at: index)
            let properties = table[scalar]
            if properties.bits & (changes | joins) == 0 {
                base.start = index
                combiningClass = 0
                index += length
                continue
            }
            let follows = index > 0 && text[index - 1] < 0x80
            if follows { combiningClass = 0 }
            if properties.bits & joins == 0 {
                append(text.extracting(copied..<index), to: &output)
                base = (index, output.count)
                // What it is changed to may end with any mark.
                combiningClass = .max
                append(table, table.change(properties), form, to: &output)
                index += length
                copied = index
            } else if properties.bits & (changes | CharacterProperties.composes) == 0,
                properties.combiningClass >= combiningClass, index > 0
            {
                if follows { base.start = index - 1 }
                combiningClass = properties.combiningClass
                index += length
            } else {
                let start = follows ? index - 1 : base.start
                if start < copied {
                    output.removeSubrange(base.output...)
                } else {
                    append(text.extracting(copied..<start), to: &output)
                }
                index = end(of: text, from: index + length, joins, table)
                appendJoined(text.extracting(start..<index), form, table, to: &output)
                copied = index
                base = (index, output.count)
                combiningClass = 0
            }
        }
        append(text.extracting(copied..<text.count), to: &output)
    }

    /// The offset of the first character that does not join the one before it.
    private static func end(
        of text: Span<UInt8>, from start: Int, _ joins: UInt32, _ table: CharacterTable
    ) -> Int {
        var index = start
        while index < text.count {
            let (scalar, length) = UTF8Scalars.decode(text, at: index)
            if table[scalar].bits & joins == 0 { break }
            index += length
        }
        return index
    }

    private static func appendJoined(
        _ text: Span<UInt8>, _ form: FoldingForm, _ table: CharacterTable, to output: inout [UInt8]
    ) {
        var normalizer = Normalizer()
        var index = 0
        while index < text.count {
            let (scalar, length) = UTF8Scalars.decode(text, at: index)
            normalizer.add(scalar, form, table)
            index += length
        }
        normalizer.normalize(form, table)
        switch form {
        case .bare:
            FoldingForm.appendPlain(normalizer.scalars, to: &output)
        case .lower:
            for scalar in normalizer.scalars {
                let properties = table[scalar]
                if properties.bits & CharacterProperties.changesInLower == 0 {
                    UTF8Scalars.append(scalar, to: &output)
                } else {
                    append(table, table.change(properties), form, to: &output)
                }
            }
        }
    }

    @inline(__always)
    private static func append(
        _ table: CharacterTable, _ change: CharacterChange, _ form: FoldingForm, to output: inout [UInt8]
    ) {
        for index in form == .lower ? change.lower : change.bare { output.append(table.bytes[index]) }
    }

    @inline(__always)
    private static func append(_ bytes: Span<UInt8>, to output: inout [UInt8]) {
        if !bytes.isEmpty { bytes.withUnsafeBufferPointer { output.append(contentsOf: $0) } }
    }
}
