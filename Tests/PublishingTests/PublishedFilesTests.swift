#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
import Publishing
import Testing

/// Reading what was published.
struct PublishedFilesTests {
    let place: Playground

    init() throws {
        place = try Playground()
    }

    private var files: PublishedFiles { PublishedFiles(output: place.output) }

    @Test func filesAreReadWhole() throws {
        let text = String(repeating: "search", count: 100_000)
        try place.write("Output/search/en/index.json", text)
        try place.write("Output/empty", "")
        #expect(try files.read("search/en/index.json") == Array(text.utf8))
        #expect(try files.read("empty") == [])
    }

    @Test func whatIsNoFileIsNotThere() throws {
        try place.write("Output/search/index.json", "{}")
        #expect(mkfifo(place.output + "/pipe", 0o600) == 0)
        for path in ["index.json", "other/index.json", "search/index.json/more", "search", "pipe"] {
            #expect(try files.read(path) == nil, "\(path)")
        }
    }

    @Test(arguments: ["../secret", "/etc/passwd", "search/../../secret", "", "a\0b"])
    func noPathLeadsOut(path: String) throws {
        try place.write("secret", "x")
        try place.makeFolder("Output/search")
        #expect(throws: PublishingError.self) { try files.read(path) }
        #expect(throws: PublishingError.self) { try files.folders(in: path) }
    }

    @Test func foldersAreSorted() throws {
        for name in ["ja", "zh-Hans", "en"] { try place.makeFolder("Output/search/\(name)") }
        try place.write("Output/search/client.js", "")
        #expect(try files.folders(in: "search") == ["en", "ja", "zh-Hans"])
        #expect(try files.folders(in: "missing") == [])
        #expect(try files.folders(in: "search/client.js") == [])
    }

    @Test func theFolderMayBeMissing() throws {
        #expect(!files.exist)
        try place.makeFolder("Output")
        #expect(files.exist)
    }
}
