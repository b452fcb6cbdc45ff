/// The formats of images and videos that every browser of today shows.
enum MediaFormat: Equatable, CaseIterable {
    case png
    case jpeg
    case gif
    case webp
    case avif
    case svg
    case mp4
    case webm

    /// The format that a file's name promises; nil when it promises none of these.
    init?(path: String) {
        guard let dot = path.lastIndex(of: ".") else { return nil }
        switch path[path.index(after: dot)...].lowercased() {
        case "png": self = .png
        case "jpg", "jpeg": self = .jpeg
        case "gif": self = .gif
        case "webp": self = .webp
        case "avif": self = .avif
        case "svg": self = .svg
        case "mp4", "m4v": self = .mp4
        case "webm": self = .webm
        default: return nil
        }
    }

    /// The format that a file's first bytes show.
    init?(of bytes: inout MediaBytes) {
        if bytes.has([0x89] + Array("PNG\r\n\u{1A}\n".utf8), at: 0) {
            self = .png
        } else if bytes.has([0xFF, 0xD8, 0xFF], at: 0) {
            self = .jpeg
        } else if bytes.has("GIF87a", at: 0) || bytes.has("GIF89a", at: 0) {
            self = .gif
        } else if bytes.has("RIFF", at: 0), bytes.has("WEBP", at: 8) {
            self = .webp
        } else if bytes.has([0x1A, 0x45, 0xDF, 0xA3], at: 0) {
            self = .webm
        } else if bytes.has("ftyp", at: 4), let box = try? ISOBox(&bytes, at: 0, in: 0..<bytes.count) {
            self = AVIFHeader.isNamed(in: box.body, &bytes) ? .avif : .mp4
        } else if SVGHeader.begins(&bytes) {
            self = .svg
        } else {
            return nil
        }
    }
}
