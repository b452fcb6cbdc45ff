internal import HelpCenter

/// MP4 (ISO/IEC 14496-12, 8.3.2): the header of the first video track. The boxes before it are jumped over, so it does not
/// matter when the recorder has put them at the end of the file.
enum MP4Header {
    static func size(_ bytes: inout MediaBytes) throws(MediaDamage) -> MediaSize? {
        guard let movie = try ISOBox.body("moov", &bytes, in: 0..<bytes.count) else { throw MediaDamage() }
        return try ISOBox.first(&bytes, in: movie) { (box, bytes) throws(MediaDamage) in
            guard box.isNamed("trak"), try isVideo(&bytes, box.body),
                let header = try ISOBox.body("tkhd", &bytes, in: box.body)
            else { return nil }
            return try size(&bytes, header)
        }
    }

    private static func isVideo(_ bytes: inout MediaBytes, _ track: Range<Int>) throws(MediaDamage) -> Bool {
        guard let media = try ISOBox.body("mdia", &bytes, in: track),
            let handler = try ISOBox.body("hdlr", &bytes, in: media)
        else { return false }
        return bytes.has("vide", at: handler.lowerBound + 8)
    }

    /// The size in a track's header: two numbers of 16.16 bits at its end, behind the matrix that may turn the picture.
    private static func size(_ bytes: inout MediaBytes, _ header: Range<Int>) throws(MediaDamage) -> MediaSize {
        let version = try bytes.byte(header.lowerBound)
        let matrix = header.lowerBound + (version == 1 ? 52 : 40)
        guard matrix + 44 <= header.upperBound else { throw MediaDamage() }
        let size = try MediaSize.stated(
            (bytes.big(matrix + 36, 4) + 0x8000) >> 16, (bytes.big(matrix + 40, 4) + 0x8000) >> 16)
        let (across, down) = (try bytes.big(matrix, 4), try bytes.big(matrix + 16, 4))
        return across == 0 && down == 0 ? size.turned : size
    }
}
