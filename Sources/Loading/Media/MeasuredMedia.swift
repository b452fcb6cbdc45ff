#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif
internal import HelpCenter

/// What is known of a file that is published as it is, when its name is that of an image or video.
struct MeasuredMedia {
    /// Its size; nil when it is no image or video, states no size, or is damaged.
    let size: MediaSize?
    /// Why it is not what its name says; nil when it is.
    let error: MediaError?

    /// Whether its header could not be read as its name says.
    var isDamaged: Bool { error != nil }

    /// Reads the header of the file at a path.
    ///
    /// A file that cannot be opened has no size here; who publishes it says why.
    init(path: String) {
        let format = MediaFormat(path: path)
        let number = format == nil ? -1 : open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard let format, number >= 0 else {
            (size, error) = (nil, nil)
            return
        }
        defer { close(number) }
        var info = stat()
        let count = fstat(number, &info) == 0 && info.st_mode & S_IFMT == S_IFREG ? Int(info.st_size) : 0
        let bytes = MediaBytes(count: count) { range in
            [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
                filled = max(0, pread(number, buffer.baseAddress, range.count, off_t(range.lowerBound)))
            }
        }
        do {
            (size, error) = (try MediaDimensions.read(bytes, as: format), nil)
        } catch {
            (size, self.error) = (nil, error)
        }
    }
}
