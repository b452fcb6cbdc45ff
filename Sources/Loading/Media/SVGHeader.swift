internal import HelpCenter

/// SVG 2, 8.2 and 8.6: the size is in the root element's `width` and `height`, else its `viewBox` gives the shape.
enum SVGHeader {
    /// Whether the file is XML whose root element is `svg`.
    static func begins(_ bytes: inout MediaBytes) -> Bool {
        var tag = XMLRoot(bytes)
        defer { bytes = tag.bytes }
        return (try? tag.readName()) == "svg"
    }

    /// The size in CSS pixels; nil when the root element gives none, or one that depends on the page around.
    static func size(_ bytes: inout MediaBytes) throws(MediaDamage) -> MediaSize? {
        var root = XMLRoot(bytes)
        defer { bytes = root.bytes }
        _ = try root.readName()
        var width: Double?
        var height: Double?
        var box: (width: Double, height: Double)?
        while let (name, value) = try root.readAttribute() {
            switch name {
            case "width": width = length(value)
            case "height": height = length(value)
            case "viewBox": box = viewBox(value)
            default: break
            }
        }
        switch (width, height, box) {
        case (let width?, let height?, _): return try size(width, height)
        case (let width?, nil, let box?): return try size(width, width * box.height / box.width)
        case (nil, let height?, let box?): return try size(height * box.width / box.height, height)
        case (nil, nil, let box?): return try size(box.width, box.height)
        default: return nil
        }
    }

    private static func size(_ width: Double, _ height: Double) throws(MediaDamage) -> MediaSize {
        let possible = 0.0...1_000_000
        guard possible.contains(width), possible.contains(height) else { throw MediaDamage() }
        return MediaSize(width: max(1, Int(width.rounded())), height: max(1, Int(height.rounded())))
    }

    /// A length in CSS pixels (CSS Values, 6.2); nil when it is relative, or not a positive one.
    private static func length(_ text: String) -> Double? {
        var rest = text.utf8[...]
        guard let value = number(&rest), value > 0 else { return nil }
        let unit = String(decoding: rest.filter { !XMLRoot.isSpace($0) }, as: UTF8.self).lowercased()
        let pixels: [String: Double] = [
            "": 1, "px": 1, "in": 96, "cm": 96 / 2.54, "mm": 9.6 / 2.54, "q": 2.4 / 2.54, "pt": 96 / 72, "pc": 16,
        ]
        return pixels[unit].map { value * $0 }
    }

    /// Width and height of a view box: the last two of four numbers.
    private static func viewBox(_ text: String) -> (width: Double, height: Double)? {
        var rest = text.utf8[...]
        var numbers: [Double] = []
        while numbers.count < 4, let value = number(&rest) { numbers.append(value) }
        guard numbers.count == 4, numbers[2] > 0, numbers[3] > 0 else { return nil }
        return (numbers[2], numbers[3])
    }

    /// Takes a number from the beginning of a text, and the white space or comma before it.
    private static func number(_ text: inout Substring.UTF8View) -> Double? {
        text = text.drop { XMLRoot.isSpace($0) || $0 == UInt8(ascii: ",") }
        var end = text.startIndex
        func take(_ matches: (UInt8) -> Bool) -> Bool {
            guard end < text.endIndex, matches(text[end]) else { return false }
            end = text.index(after: end)
            return true
        }
        let isSign: (UInt8) -> Bool = { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
        let isDigit: (UInt8) -> Bool = { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        _ = take(isSign)
        while take(isDigit) {}
        if take({ $0 == UInt8(ascii: ".") }) { while take(isDigit) {} }
        let mantissa = end
        // `1e3` has an exponent, `1em` a unit.
        if take({ $0 | 0x20 == UInt8(ascii: "e") }) {
            _ = take(isSign)
            if take(isDigit) { while take(isDigit) {} } else { end = mantissa }
        }
        guard let value = Double(String(Substring(text[..<end]))) else { return nil }
        text = text[end...]
        return value
    }
}
