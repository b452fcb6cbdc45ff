/// Traditional and simplified Chinese characters that stand for each other, one for one.
public enum HanVariants {
    /// The simplified form of a character; itself when it has none.
    public static func simplified(of character: Unicode.Scalar) -> Unicode.Scalar {
        Unicode.Scalar(simplified(of: character.value)) ?? character
    }

    /// The traditional characters that a simplified one stands for, ascending, without itself.
    public static func traditional(of character: Unicode.Scalar) -> [Unicode.Scalar] {
        HanVariantTable.shared.pairs.filter { $0.simplified == character.value }
            .compactMap { Unicode.Scalar($0.traditional) }
    }

    /// Appends a text in UTF-8 with the simplified form of each character.
    public static func simplify(_ text: Span<UInt8>, into output: inout [UInt8]) {
        var index = 0
        while index < text.count {
            let (scalar, length) = UTF8Scalars.decode(text, at: index)
            UTF8Scalars.append(simplified(of: scalar), to: &output)
            index += length
        }
    }

    private static func simplified(of character: UInt32) -> UInt32 {
        let pairs = HanVariantTable.shared.pairs
        var (low, high) = (0, pairs.count)
        while low < high {
            let middle = (low + high) / 2
            if pairs[middle].traditional < character { low = middle + 1 } else { high = middle }
        }
        return low < pairs.count && pairs[low].traditional == character ? pairs[low].simplified : character
    }
}

/// The pairs of `HanVariantData`, ascending by the traditional character.
private struct HanVariantTable: Sendable {
    static let shared = HanVariantTable()

    let pairs: [(traditional: UInt32, simplified: UInt32)]

    init() {
        let scalars = HanVariantData.pairs.unicodeScalars.map(\.value)
        pairs = stride(from: 0, to: scalars.count - 1, by: 2).map { (scalars[$0], scalars[$0 + 1]) }
    }
}
