internal import HelpCenter

/// WebM (RFC 8794 for EBML, RFC 9559 for Matroska): the first video track.
enum WebMHeader {
    private static let segment = 0x1853_8067
    private static let tracks = 0x1654_AE6B
    private static let trackEntry = 0xAE
    private static let video = 0xE0
    private static let pixelWidth = 0xB0
    private static let pixelHeight = 0xBA
    private static let displayWidth = 0x54B0
    private static let displayHeight = 0x54BA
    private static let displayUnit = 0x54B2

    static func size(_ bytes: inout MediaBytes) throws(MediaDamage) -> MediaSize? {
        var range = 0..<bytes.count
        for name in [segment, tracks] {
            guard let body = try body(name, &bytes, in: range) else { throw MediaDamage() }
            range = body
        }
        var offset = range.lowerBound
        while offset < range.upperBound {
            let element = try EBMLElement(&bytes, at: offset, in: range)
            if element.name == trackEntry, let video = try body(video, &bytes, in: element.body) {
                return try size(&bytes, video)
            }
            offset = element.body.upperBound
        }
        return nil
    }

    /// The size in which it is shown, when that is given in pixels, else that of its frames.
    private static func size(_ bytes: inout MediaBytes, _ video: Range<Int>) throws(MediaDamage) -> MediaSize {
        func value(_ name: Int) throws(MediaDamage) -> Int? {
            guard let body = try body(name, &bytes, in: video) else { return nil }
            guard body.count <= 8 else { throw MediaDamage() }
            return try bytes.big(body.lowerBound, body.count)
        }
        let unit = try value(displayUnit)
        if unit ?? 0 == 0, let width = try value(displayWidth), let height = try value(displayHeight) {
            return try .stated(width, height)
        }
        guard let width = try value(pixelWidth), let height = try value(pixelHeight) else { throw MediaDamage() }
        return try .stated(width, height)
    }

    private static func body(
        _ name: Int, _ bytes: inout MediaBytes, in range: Range<Int>
    ) throws(MediaDamage) -> Range<Int>? {
        var offset = range.lowerBound
        while offset < range.upperBound {
            let element = try EBMLElement(&bytes, at: offset, in: range)
            if element.name == name { return element.body }
            offset = element.body.upperBound
        }
        return nil
    }
}

/// An element of EBML (RFC 8794, 6): name and size are numbers whose first bits tell their length.
private struct EBMLElement {
    /// Its name, with the bits that tell its length, as the specifications write it.
    let name: Int
    /// Where its content is.
    let body: Range<Int>

    /// The element that begins at an offset and must end in a range.
    init(_ bytes: inout MediaBytes, at offset: Int, in range: Range<Int>) throws(MediaDamage) {
        let nameLength = try bytes.byte(offset).leadingZeroBitCount + 1
        guard nameLength <= 4 else { throw MediaDamage() }
        name = try bytes.big(offset, nameLength)
        let sizeOffset = offset + nameLength
        let sizeLength = try bytes.byte(sizeOffset).leadingZeroBitCount + 1
        guard sizeLength <= 8 else { throw MediaDamage() }
        let mask = 1 << (7 * sizeLength) - 1
        let size = try bytes.big(sizeOffset, sizeLength) & mask
        let start = sizeOffset + sizeLength
        let most = range.upperBound - start
        guard most >= 0 else { throw MediaDamage() }
        // A live recording does not know its size: it goes on to the end.
        if size == mask {
            body = start..<range.upperBound
        } else {
            guard size <= most else { throw MediaDamage() }
            body = start..<start + size
        }
    }
}
