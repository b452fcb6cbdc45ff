internal import HelpCenter

/// AVIF (HEIF, ISO/IEC 23008-12, 6.5): pictures are items, which share properties by number; the size of the primary item
/// counts, not that of its thumbnail or of the tiles it is made of.
enum AVIFHeader {
    /// Whether a file's brands say that it is AVIF, or an AVIF animation.
    static func isNamed(in brands: Range<Int>, _ bytes: inout MediaBytes) -> Bool {
        let brands = brands.prefix(256)
        return stride(from: brands.lowerBound, to: brands.upperBound - 3, by: 4).contains { offset in
            // The second number is the version of the first brand.
            offset != brands.lowerBound + 4 && (bytes.has("avif", at: offset) || bytes.has("avis", at: offset))
        }
    }

    static func size(_ bytes: inout MediaBytes) throws(MediaDamage) -> MediaSize {
        guard let meta = try ISOBox.body("meta", &bytes, in: 0..<bytes.count) else { throw MediaDamage() }
        let items = try ISOBox.skip(4, meta)
        guard let properties = try ISOBox.body("iprp", &bytes, in: items),
            let container = try ISOBox.body("ipco", &bytes, in: properties)
        else { throw MediaDamage() }
        let primary = try primaryItem(&bytes, items)
        let wanted = try propertyNumbers(of: primary, &bytes, properties)
        var size: MediaSize?
        var isTurned = false
        var number = 0
        _ = try ISOBox.first(&bytes, in: container) { (box, bytes) throws(MediaDamage) -> Void? in
            number += 1
            guard wanted.contains(number) else { return nil }
            if box.isNamed("ispe") {
                guard box.body.count >= 12 else { throw MediaDamage() }
                size = try .stated(bytes.big(box.body.lowerBound + 4, 4), bytes.big(box.body.lowerBound + 8, 4))
            } else if box.isNamed("irot") {
                isTurned = try bytes.byte(box.body.lowerBound) & 1 == 1
            }
            return nil
        }
        guard let size else { throw MediaDamage() }
        return isTurned ? size.turned : size
    }

    private static func primaryItem(_ bytes: inout MediaBytes, _ items: Range<Int>) throws(MediaDamage) -> Int {
        guard let body = try ISOBox.body("pitm", &bytes, in: items) else { throw MediaDamage() }
        let length = try bytes.byte(body.lowerBound) == 0 ? 2 : 4
        return try bytes.big(body.lowerBound + 4, length)
    }

    /// The numbers of an item's properties, which count from 1.
    private static func propertyNumbers(
        of item: Int, _ bytes: inout MediaBytes, _ properties: Range<Int>
    ) throws(MediaDamage) -> [Int] {
        guard let body = try ISOBox.body("ipma", &bytes, in: properties) else { throw MediaDamage() }
        let version = try bytes.byte(body.lowerBound)
        let isWide = try bytes.byte(body.lowerBound + 3) & 1 == 1
        var offset = body.lowerBound + 8
        for _ in 0..<(try bytes.big(body.lowerBound + 4, 4)) {
            let found = try bytes.big(offset, version == 0 ? 2 : 4)
            offset += version == 0 ? 2 : 4
            let count = Int(try bytes.byte(offset))
            offset += 1
            let width = isWide ? 2 : 1
            if found == item {
                // The highest bit says that readers must understand the property.
                return try (0..<count).map { (index) throws(MediaDamage) in
                    try bytes.big(offset + width * index, width) & (isWide ? 0x7FFF : 0x7F)
                }
            }
            offset += width * count
        }
        throw MediaDamage()
    }
}
