/// Postings as a text of a shard: the weight, then groups of documents from the highest level to the lowest.
///
/// The alphabet is base64url's, a digit for six bits. A group begins with the character of its level and goes on with
/// the differences of its ascending document numbers, less one: five bits a digit, low bits first, and 32 added to a
/// digit that others follow. So a list can be cut anywhere, and a reader needs no count.
enum PostingsText {
    /// The digits 0 to 63.
    static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    /// The characters of the levels 1 to 15, none of which JSON escapes.
    static let levels = Array("!#$%&()*+,./:;=".utf8)

    /// Appends postings.
    ///
    /// - Parameters:
    ///   - weight: 0 to 63.
    ///   - documents: Ascending.
    ///   - levels: The level of each document, 1 to 15.
    ///   - most: How many of them are kept, those of the highest levels, and of equal levels the first ones.
    static func append(
        weight: Int, documents: ArraySlice<UInt32>, levels: ArraySlice<UInt8>, most: Int, to output: inout [UInt8]
    ) {
        output.append(digits[weight])
        let (documents, levels) = (documents.span, levels.span)
        var present: UInt32 = 0
        for index in levels.indices { present |= 1 << UInt32(levels[index]) }
        var left = most
        while present != 0, left > 0 {
            let level = 31 - present.leadingZeroBitCount
            present &= ~(1 << UInt32(level))
            output.append(Self.levels[level - 1])
            var previous = -1
            for index in levels.indices where levels[index] == level && left > 0 {
                appendNumber(Int(documents[index]) - previous - 1, to: &output)
                previous = Int(documents[index])
                left -= 1
            }
        }
    }

    private static func appendNumber(_ number: Int, to output: inout [UInt8]) {
        var rest = number
        while rest >= 32 {
            output.append(digits[rest & 31 | 32])
            rest >>= 5
        }
        output.append(digits[rest])
    }
}
