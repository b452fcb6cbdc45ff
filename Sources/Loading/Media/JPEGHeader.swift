internal import HelpCenter

/// JPEG (ITU-T T.81, B.1): a chain of segments; a start of frame (SOF) has the size, and an Exif segment before it may say
/// that the camera was held on its side.
enum JPEGHeader {
    static func size(_ bytes: inout MediaBytes) throws(MediaDamage) -> MediaSize {
        var offset = 2
        var isTurned = false
        while true {
            guard try bytes.byte(offset) == 0xFF else { throw MediaDamage() }
            let marker = try bytes.byte(offset + 1)
            if marker == 0xFF {
                // A marker may be preceded by any number of fill bytes.
                offset += 1
                continue
            }
            if isFrame(marker) {
                let size = try MediaSize.stated(bytes.big(offset + 7, 2), bytes.big(offset + 5, 2))
                return isTurned ? size.turned : size
            }
            offset += 2
            if isBare(marker) { continue }
            let length = try bytes.big(offset, 2)
            guard length >= 2, !isAfterFrame(marker) else { throw MediaDamage() }
            if marker == 0xE1, !isTurned {
                isTurned = (try? Exif.isTurned(&bytes, offset + 2..<offset + length)) == true
            }
            offset += length
        }
    }

    /// SOF0 to SOF15, among which DHT, JPG and DAC have numbers too.
    private static func isFrame(_ marker: UInt8) -> Bool {
        (0xC0...0xCF).contains(marker) && marker != 0xC4 && marker != 0xC8 && marker != 0xCC
    }

    /// TEM and RST0 to RST7 have no length.
    private static func isBare(_ marker: UInt8) -> Bool {
        marker == 0x01 || (0xD0...0xD7).contains(marker)
    }

    /// A scan, or the end of the image: there was no frame before it.
    private static func isAfterFrame(_ marker: UInt8) -> Bool {
        marker == 0xDA || marker == 0xD9 || marker == 0xD8 || marker == 0x00
    }
}

/// Exif (CIPA DC-008, 4.6.4): a TIFF file whose first directory may hold the orientation.
enum Exif {
    /// Whether the orientation exchanges width and height; false when there is none. An Exif segment that is damaged makes
    /// no difference to the picture.
    static func isTurned(_ bytes: inout MediaBytes, _ segment: Range<Int>) throws(MediaDamage) -> Bool {
        guard bytes.has("Exif\0\0", at: segment.lowerBound) else { return false }
        let tiff = segment.lowerBound + 6
        let isLittle = bytes.has("II", at: tiff)
        guard isLittle || bytes.has("MM", at: tiff) else { return false }
        func number(_ offset: Int, _ length: Int) throws(MediaDamage) -> Int {
            guard segment.contains(offset) else { throw MediaDamage() }
            return try isLittle ? bytes.little(offset, length) : bytes.big(offset, length)
        }
        let directory = tiff + (try number(tiff + 4, 4))
        let orientation = 0x0112
        for index in 0..<(try number(directory, 2)) {
            let entry = directory + 2 + 12 * index
            if try number(entry, 2) == orientation {
                return (5...8).contains(try number(entry + 8, 2))
            }
        }
        return false
    }
}
