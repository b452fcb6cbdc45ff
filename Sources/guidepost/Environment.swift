#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// What the process is told by its surroundings.
enum Environment {
    /// The value of an environment variable; nil when it is not set or empty.
    static func variable(_ name: String) -> String? {
        guard let value = getenv(name) else { return nil }
        let text = String(cString: value)
        return text.isEmpty ? nil : text
    }

    /// The user's home folder.
    static var home: String? { variable("HOME") }

    /// The moment, in seconds since 1970. `SOURCE_DATE_EPOCH` stands in for the clock where builds must be repeatable
    /// (reproducible-builds.org).
    static var now: Int {
        variable("SOURCE_DATE_EPOCH").flatMap { Int($0) } ?? time(nil)
    }

    /// How many cores are there to work with.
    static var cores: Int {
        return max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    }

    /// A path made absolute, with `.` and `..` taken out and without `/` at its end.
    static func absolute(_ path: String) -> String {
        var start = ""
        if !path.hasPrefix("/"), let folder = getcwd(nil, 0) {
            start = String(cString: folder) + "/"
            free(folder)
        }
        var parts: [Substring] = []
        for part in (start + path).split(separator: "/") where part != "." {
            if part == ".." {
                _ = parts.popLast()
            } else {
                parts.append(part)
            }
        }
        return "/" + parts.joined(separator: "/")
    }
}
