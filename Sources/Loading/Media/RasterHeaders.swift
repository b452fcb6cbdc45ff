internal import HelpCenter

extension MediaSize {
    /// A size that a header states; none of no width, or of more than any picture has.
    static func stated(_ width: Int, _ height: Int) throws(MediaDamage) -> MediaSize {
        let possible = 1...0x7FFF_FFFF
        guard possible.contains(width), possible.contains(height) else { throw MediaDamage() }
        return MediaSize(width: width, height: height)
    }

    /// The size when the picture is turned by 90°.
    var turned: MediaSize { MediaSize(width: height, height: width) }
}

/// PNG (W3C PNG Specification, 11.2.1): IHDR comes first.
enum PNGHeader {
    static func size(_ bytes: inout MediaBytes) throws(MediaDamage) -> MediaSize {
        guard try bytes.big(8, 4) == 13, bytes.has("IHDR", at: 12) else { throw MediaDamage() }
        return try .stated(bytes.big(16, 4), bytes.big(20, 4))
    }
}

/// GIF (89a specification, 18): the logical screen.
enum GIFHeader {
    static func size(_ bytes: inout MediaBytes) throws(MediaDamage) -> MediaSize {
        try .stated(bytes.little(6, 2), bytes.little(8, 2))
    }
}

/// WebP (RFC 9649): lossy, lossless, or the canvas of an extended file.
enum WebPHeader {
    static func size(_ bytes: inout MediaBytes) throws(MediaDamage) -> MediaSize {
        let data = 20
        if bytes.has("VP8X", at: 12) {
            return try .stated(bytes.little(data + 4, 3) + 1, bytes.little(data + 7, 3) + 1)
        }
        if bytes.has("VP8L", at: 12) {
            guard try bytes.byte(data) == 0x2F else { throw MediaDamage() }
            let bits = try bytes.little(data + 1, 4)
            return try .stated(bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
        }
        // RFC 6386, 9.1: a key frame's start code, then 14 bits each, below two bits of scale.
        guard bytes.has("VP8 ", at: 12), bytes.has([0x9D, 0x01, 0x2A], at: data + 3) else { throw MediaDamage() }
        return try .stated(bytes.little(data + 6, 2) & 0x3FFF, bytes.little(data + 8, 2) & 0x3FFF)
    }
}
