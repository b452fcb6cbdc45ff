import HelpCenter
import Testing

@testable import Loading

/// Width and height of images and videos, from files made by hand as their specifications say.
struct MediaDimensionTests {
    @Test(arguments: Sample.all)
    func sizeIsReadFromTheHeader(sample: Sample) throws {
        #expect(try MediaDimensions.read(sample.bytes, as: sample.format) == MediaSize(width: 300, height: 200))
    }

    @Test(arguments: Sample.all)
    func anyBeginningIsDamagedOrTooShortToTell(sample: Sample) {
        for count in 0..<sample.needed {
            let error = #expect(throws: MediaError.self) { try MediaDimensions.read(Array(sample.bytes[..<count])) }
            #expect(error == .damaged(sample.format) || error == .unknownFormat, "\(count) bytes")
        }
    }

    @Test(arguments: Sample.all)
    func fileOfAnotherFormatIsNamed(sample: Sample) {
        for format in MediaFormat.allCases where format != sample.format {
            #expect(throws: MediaError.otherFormat(sample.format)) {
                try MediaDimensions.read(sample.bytes, as: format)
            }
        }
    }

    @Test(arguments: [
        "", "x", "<html><svg width='1' height='1'/></html>", "%PDF-1.7", "BM", "\u{0}\u{0}\u{0}\u{8}moov",
    ])
    func fileOfNoFormat(text: String) {
        #expect(throws: MediaError.unknownFormat) { try MediaDimensions.read(Array(text.utf8), as: .svg) }
    }

    @Test func hostileBytesNeverTrap() {
        var random = SeededGenerator(state: 20_261_121)
        for sample in Sample.all {
            for _ in 0..<2_000 {
                var bytes = sample.bytes
                for _ in 0..<Int.random(in: 1...4, using: &random) {
                    let extremes: [UInt8] = [0, 1, 0x7F, 0x80, 0xFF, .random(in: 0...255, using: &random)]
                    let value = extremes.randomElement(using: &random) ?? 0
                    bytes[Int.random(in: 0..<bytes.count, using: &random)] = value
                }
                if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
                if let size = try? MediaDimensions.read(bytes) { #expect(size.width > 0 && size.height > 0) }
            }
        }
    }

    @Test func endlessHeadersAreGivenUp() {
        // 64 MB of fill bytes, of empty boxes, of white space.
        let beginnings: [[UInt8]] = [[0xFF, 0xD8], Sample.box("ftyp", "isom" + Sample.zeros(4)), Array("<".utf8)]
        let fillings: [[UInt8]] = [[0xFF], Sample.box("free", []), Array(" ".utf8)]
        for (beginning, filling) in zip(beginnings, fillings) {
            var asked = 0
            let bytes = MediaBytes(count: 64 << 20) { range in
                asked += range.count
                return range.map {
                    $0 < beginning.count ? beginning[$0] : filling[($0 - beginning.count) % filling.count]
                }
            }
            #expect(throws: MediaError.self) { try MediaDimensions.read(bytes) }
            #expect(asked <= 4 << 20)
        }
    }

    @Test func ofALargeVideoLittleIsRead() throws {
        // The recorder's order: the pictures first, the header at the end.
        let start = Sample.box("ftyp", "isom" + Sample.zeros(4)) + Sample.number(50 << 20, 4) + "mdat"
        let movie = Sample.movie(matrix: Sample.upright)
        let end = start.count - 8 + 50 << 20
        var asked = 0
        let bytes = MediaBytes(count: end + movie.count) { range in
            asked += range.count
            return range.map { $0 < start.count ? start[$0] : $0 < end ? 0xAB : movie[$0 - end] }
        }
        #expect(try MediaDimensions.read(bytes, as: .mp4) == MediaSize(width: 300, height: 200))
        #expect(asked < 16_384)
    }

    @Test(arguments: 1...8)
    func cameraHeldOnItsSide(orientation: Int) throws {
        let turned = orientation >= 5
        let expected = turned ? MediaSize(width: 200, height: 300) : MediaSize(width: 300, height: 200)
        for isLittle in [true, false] {
            let exif = Sample.exif(orientation, isLittle: isLittle)
            #expect(try MediaDimensions.read(Sample.jpeg(frame: 0xC0, before: exif)) == expected)
        }
    }

    @Test func damagedExifMakesNoDifference() throws {
        let exif: [UInt8] = [0xFF, 0xE1, 0, 16] + "Exif\0\0II*\0" + [0xFF, 0xFF, 0xFF, 0x7F]
        #expect(try MediaDimensions.read(Sample.jpeg(frame: 0xC0, before: exif)) == MediaSize(width: 300, height: 200))
    }

    @Test(arguments: (0xC0...0xCF).filter { ![0xC4, 0xC8, 0xCC].contains($0) })
    func everyKindOfJPEGFrame(marker: Int) throws {
        let table: [UInt8] = [0xFF, 0xC4, 0, 4, 0xFF, 0xC0]
        let bytes = Sample.jpeg(frame: UInt8(marker), before: table + [0xFF, 0xFF, 0x01])
        #expect(try MediaDimensions.read(bytes) == MediaSize(width: 300, height: 200))
    }

    @Test func turnedVideoAndTurnedAVIF() throws {
        let turned = MediaSize(width: 200, height: 300)
        let ftyp = Sample.box("ftyp", "isom" + Sample.zeros(4))
        #expect(try MediaDimensions.read(ftyp + Sample.movie(matrix: Sample.onItsSide)) == turned)
        #expect(try MediaDimensions.read(Sample.avif(rotation: 1)) == turned)
        #expect(try MediaDimensions.read(Sample.avif(rotation: 2)) == MediaSize(width: 300, height: 200))
    }

    @Test func videoWithLongNumbers() throws {
        // Version 1 of a track's header, and a box whose size has 64 bits.
        let header = [1] + Sample.zeros(51) + Sample.upright + Sample.number(300 << 16, 4) + Sample.number(200 << 16, 4)
        let handler = Sample.box("mdia", Sample.box("hdlr", Sample.zeros(8) + "vide"))
        let movie = Sample.box("moov", Sample.box("trak", Sample.box("tkhd", header) + handler))
        let data: (Int) -> [UInt8] = { Sample.number(1, 4) + "mdat" + Sample.number($0, 8) + [1, 2, 3, 4] }
        let ftyp = Sample.box("ftyp", "isom" + Sample.zeros(4))
        #expect(try MediaDimensions.read(ftyp + data(20) + movie) == MediaSize(width: 300, height: 200))
        for size in [15, 20 | 1 << 32, .max, -1] {
            #expect(throws: MediaError.damaged(.mp4)) { try MediaDimensions.read(ftyp + data(size) + movie) }
        }
    }

    @Test func videoWithoutPicturesHasNoSize() throws {
        let sound =
            Sample.box("ftyp", "isom" + Sample.zeros(4)) + Sample.box("moov", Sample.track("soun", Sample.upright))
        #expect(try MediaDimensions.read(sound, as: .mp4) == nil)
    }

    @Test func liveWebMWithoutSizesAndWebMShownWider() throws {
        let entry = Sample.element([0xAE], Sample.element([0xE0], [0xB0, 0x82, 1, 44, 0xBA, 0x81, 200]))
        let live =
            [0x1A, 0x45, 0xDF, 0xA3, 0x80, 0x18, 0x53, 0x80, 0x67, 0x01] + [UInt8](repeating: 0xFF, count: 7)
            + Sample.element([0x16, 0x54, 0xAE, 0x6B], entry)
        #expect(try MediaDimensions.read(live, as: .webm) == MediaSize(width: 300, height: 200))
        let shown: [UInt8] = [0xB0, 0x81, 150, 0xBA, 0x81, 100, 0x54, 0xB0, 0x82, 1, 44, 0x54, 0xBA, 0x81, 200]
        #expect(try MediaDimensions.read(Sample.webm(shown)) == MediaSize(width: 300, height: 200))
        // Unit 3: an aspect ratio, not pixels.
        #expect(
            try MediaDimensions.read(Sample.webm(shown + [0x54, 0xB2, 0x81, 3])) == MediaSize(width: 150, height: 100))
    }

    @Test(arguments: [
        (#"<svg width="300" height="200"/>"#, 300, 200),
        (#"<svg width='300px' height = ' 200 px '>"#, 300, 200),
        (#"<svg viewBox="0 0 300 200">"#, 300, 200),
        (#"<svg viewBox="-10,-5.5,300,2e2">"#, 300, 200),
        (#"<svg width="100%" height="100%" viewBox="0 0 300 200">"#, 300, 200),
        (#"<svg width="1em" height="1ex" viewBox="0 0 300 200">"#, 300, 200),
        (#"<svg width="&w;" height="&h;" viewBox="0 0 300 200">"#, 300, 200),
        (#"<svg width="150" viewBox="0 0 300 200">"#, 150, 100),
        (#"<svg height="100" viewBox="0 0 300 200">"#, 150, 100),
        (#"<svg width="1in" height="2.54cm">"#, 96, 96),
        (#"<svg width="0.2" height="299.6">"#, 1, 300),
        (#"<svg:svg xmlns:svg="http://www.w3.org/2000/svg" svg:width="1" width="300" height="200">"#, 300, 200),
        ("\u{FEFF}<?xml version='1.0'?>\r\n<!-- <svg width='1'> -->\n<svg\twidth='300'\nheight='200'>", 300, 200),
        (
            #"<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x" [<!-- don't > --><!ENTITY a "<svg>]>">]><svg width="300" "#
                + #"height="200">"#, 300, 200
        ),
        (#"<svg note="width='1' > height=2" data-width="9" width="300" height="200">"#, 300, 200),
    ])
    func svg(text: String, width: Int, height: Int) throws {
        #expect(try MediaDimensions.read(Array(text.utf8), as: .svg) == MediaSize(width: width, height: height))
    }

    @Test(arguments: [
        "<svg>", "<svg width='10'>", "<svg width='100%' height='100%'>", "<svg width='0' height='10'>",
        "<svg width='-1'/>",
        "<svg viewBox='0 0 0 0'/>", "<svg viewBox='0 0 300'/>", "<svg width='inf' height='nan'/>",
        "<svg width='0x10' height='10furlongs'/>",
    ])
    func svgThatStatesNoSize(text: String) throws {
        #expect(try MediaDimensions.read(Array(text.utf8), as: .svg) == nil)
    }

    @Test(arguments: ["<svg width", "<svg width=300>", "<svg width='300", "<svg width='1e300' height='1'/>", "<svg <"])
    func svgThatIsDamaged(text: String) {
        #expect(throws: MediaError.damaged(.svg)) { try MediaDimensions.read(Array(text.utf8), as: .svg) }
    }

    @Test(arguments: [
        ("a/b.PNG", MediaFormat.png), ("x.jpg", .jpeg), ("x.JPEG", .jpeg), ("x.tar.gif", .gif), ("x.webp", .webp),
        ("x.avif", .avif), ("x.svg", .svg), ("x.mp4", .mp4), ("x.webm", .webm), ("x.pdf", nil), ("png", nil), ("", nil),
    ])
    func formatOfAName(path: String, format: MediaFormat?) {
        #expect(MediaFormat(path: path) == format)
    }

    @Test func fileThatCannotBeOpenedHasNoSizeAndNoDamage() {
        let measured = MeasuredMedia(path: "/nonexistent/photo.png")
        #expect(measured.size == nil)
        #expect(!measured.isDamaged)
    }
}

/// A file of 300 × 200 pixels.
struct Sample: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let format: MediaFormat
    let bytes: [UInt8]
    /// How many of the bytes must be there for the size to be read.
    var needed: Int

    init(_ name: String, _ format: MediaFormat, _ bytes: [UInt8], needed: Int? = nil) {
        testDescription = name
        self.format = format
        self.bytes = bytes
        self.needed = needed ?? bytes.count
    }

    static let all = [
        Sample("PNG", .png, [0x89] + "PNG\r\n\u{1A}\n" + number(13, 4) + "IHDR" + number(300, 4) + number(200, 4)),
        Sample("JPEG", .jpeg, jpeg(frame: 0xC2, before: [0xFF, 0xE0, 0, 4, 1, 1]), needed: 17),
        Sample("GIF", .gif, "GIF89a" + [0x2C, 0x01, 200, 0]),
        Sample("WebP, lossy", .webp, webp("VP8 ", [0, 0, 0, 0x9D, 0x01, 0x2A, 0x2C, 0x41, 200, 0x80])),
        Sample("WebP, lossless", .webp, webp("VP8L", [0x2F, 0x2B, 0xC1, 0x31, 0])),
        Sample("WebP, extended", .webp, webp("VP8X", zeros(4) + [0x2B, 1, 0, 199, 0, 0])),
        Sample("AVIF", .avif, avif(rotation: 0)),
        Sample("SVG", .svg, Array("<svg xmlns='http://www.w3.org/2000/svg' width='300' height='200'>".utf8)),
        Sample("MP4", .mp4, box("ftyp", "isom" + zeros(4)) + box("free", []) + movie(matrix: upright)),
        Sample("WebM", .webm, webm([0xB0, 0x82, 1, 44, 0xBA, 0x81, 200])),
    ]
}

// The formats' pieces.
extension Sample {
    static func number(_ value: Int, _ length: Int, isLittle: Bool = false) -> [UInt8] {
        let bytes = (0..<length).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        return isLittle ? bytes : bytes.reversed()
    }

    static func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }

    static func jpeg(frame: UInt8, before: [UInt8]) -> [UInt8] {
        [0xFF, 0xD8] + before + [0xFF, frame, 0, 17, 8] + number(200, 2) + number(300, 2) + zeros(10) + [0xFF, 0xD9]
    }

    static func exif(_ orientation: Int, isLittle: Bool) -> [UInt8] {
        func number(_ value: Int, _ length: Int) -> [UInt8] { Self.number(value, length, isLittle: isLittle) }
        let other = number(0x0100, 2) + number(3, 2) + number(1, 4) + number(8, 2) + zeros(2)
        let entry = number(0x0112, 2) + number(3, 2) + number(1, 4) + number(orientation, 2) + zeros(2)
        let tiff = (isLittle ? "II" : "MM") + number(42, 2) + number(8, 4) + number(2, 2) + other + entry
        let content = "Exif\0\0" + tiff
        return [0xFF, 0xE1] + Self.number(content.count + 2, 2) + content
    }

    static func webp(_ name: String, _ data: [UInt8]) -> [UInt8] {
        "RIFF" + zeros(4) + "WEBP" + Array(name.utf8) + number(data.count, 4, isLittle: true) + data
    }

    static func box(_ name: String, _ body: [UInt8]) -> [UInt8] { number(8 + body.count, 4) + Array(name.utf8) + body }

    /// A picture with a thumbnail and a tile, whose sizes are others.
    static func avif(rotation: UInt8) -> [UInt8] {
        func ispe(_ width: Int, _ height: Int) -> [UInt8] {
            box("ispe", zeros(4) + number(width, 4) + number(height, 4))
        }
        let container = box("ipco", ispe(30, 20) + ispe(300, 200) + box("irot", [rotation]) + ispe(64, 64))
        let associations = box("ipma", zeros(4) + number(2, 4) + [0, 1, 1, 0x81] + [0, 2, 2, 0x82, 0x83])
        let primary = box("pitm", zeros(4) + number(2, 2))
        let meta = box("meta", zeros(4) + primary + box("iprp", container + associations))
        return box("ftyp", "mif1" + zeros(4) + "avif") + meta
    }

    static let upright = number(1 << 16, 4) + zeros(12) + number(1 << 16, 4) + zeros(12) + number(1 << 30, 4)
    static let onItsSide =
        zeros(4) + number(1 << 16, 4) + zeros(4) + number(-1 << 16, 4) + zeros(16) + number(1 << 30, 4)

    static func track(_ kind: String, _ matrix: [UInt8]) -> [UInt8] {
        let header = box("tkhd", zeros(40) + matrix + number(300 << 16, 4) + number(200 << 16, 4))
        return box("trak", header + box("mdia", box("hdlr", zeros(8) + Array(kind.utf8))))
    }

    /// A film with sound first.
    static func movie(matrix: [UInt8]) -> [UInt8] {
        box("moov", box("mvhd", zeros(100)) + track("soun", upright) + track("vide", matrix))
    }

    static func element(_ name: [UInt8], _ body: [UInt8]) -> [UInt8] { name + number(body.count | 1 << 14, 2) + body }

    static func webm(_ video: [UInt8]) -> [UInt8] {
        let sound = element([0xAE], [0x83, 0x81, 2])
        let tracks = element([0x16, 0x54, 0xAE, 0x6B], sound + element([0xAE], element([0xE0], video)))
        let info = element([0x15, 0x49, 0xA9, 0x66], zeros(20))
        return [0x1A, 0x45, 0xDF, 0xA3, 0x80] + element([0x18, 0x53, 0x80, 0x67], info + tracks)
    }
}

/// The bytes of a text before others, so that files can be written as their specifications print them.
private func + (text: String, bytes: [UInt8]) -> [UInt8] { Array(text.utf8) + bytes }
private func + (bytes: [UInt8], text: String) -> [UInt8] { bytes + Array(text.utf8) }

/// Numbers that look random and are the same in each run (SplitMix64).
private struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
