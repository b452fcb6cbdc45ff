internal import HelpCenter

/// Why the size of an image or video could not be read.
enum MediaError: Error, Equatable {
    /// It is none of the formats that pages can show.
    case unknownFormat
    /// It is a file of this format, not of the one its name says.
    case otherFormat(MediaFormat)
    /// It begins like a file of this format, and then is not one.
    case damaged(MediaFormat)
}

/// Width and height of images and videos, so that pages keep their place while they load.
///
/// 1. The first bytes tell the format; the name of the file only says which one is expected.
/// 2. The format's reader finds the size in its headers, by byte ranges: of a video of 50 MB a few kilobytes are read.
/// 3. What turns a picture on its side (EXIF, `irot`, a video's matrix) exchanges width and height, as browsers do.
enum MediaDimensions {
    /// The size in CSS pixels; nil when the file does not state one, as an SVG need not.
    ///
    /// - Parameter expected: The format its name promises; nil when any will do.
    static func read(_ bytes: [UInt8], as expected: MediaFormat? = nil) throws(MediaError) -> MediaSize? {
        try read(MediaBytes(bytes), as: expected)
    }

    /// The size in CSS pixels; nil when the file does not state one, as an SVG need not.
    ///
    /// - Parameters:
    ///   - bytes: The file, of which only what is needed is read.
    ///   - expected: The format its name promises; nil when any will do.
    static func read(_ bytes: MediaBytes, as expected: MediaFormat? = nil) throws(MediaError) -> MediaSize? {
        var bytes = bytes
        guard let format = MediaFormat(of: &bytes) else { throw .unknownFormat }
        if let expected, format != expected { throw .otherFormat(format) }
        do {
            return switch format {
            case .png: try PNGHeader.size(&bytes)
            case .jpeg: try JPEGHeader.size(&bytes)
            case .gif: try GIFHeader.size(&bytes)
            case .webp: try WebPHeader.size(&bytes)
            case .avif: try AVIFHeader.size(&bytes)
            case .svg: try SVGHeader.size(&bytes)
            case .mp4: try MP4Header.size(&bytes)
            case .webm: try WebMHeader.size(&bytes)
            }
        } catch {
            throw .damaged(format)
        }
    }
}
