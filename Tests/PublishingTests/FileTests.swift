#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
import Publishing
import Testing

/// Single files that cannot be published, and copies.
struct FileTests {
    let place: Playground

    init() throws {
        place = try Playground()
    }

    /// What is said when the last of some files is written.
    private func failure(_ paths: [String]) throws -> String? {
        let publisher = try Publisher(output: place.output, protecting: [], home: nil)
        for path in paths.dropLast() { try publisher.write(path, []) }
        do {
            try publisher.write(paths.last ?? "", [])
        } catch {
            #expect(throws: error) { try publisher.finish() }
            #expect(place.names() == [])
            return error.description
        }
        return nil
    }

    @Test(arguments: [
        "", "/", "/etc/passwd", "..", "../x", "a/../../x", "a/..", "./a", "a/.", "a//b", "a/", "nul\0byte", "a\0/../x",
    ])
    func pathThatLeadsOutOfTheOutput(path: String) throws {
        let message = try failure([path])
        #expect(
            message == "cannot publish '\(path)': it is not a path below the output folder; "
                + "leave out '.', '..', empty names and NUL")
    }

    @Test(arguments: ["...", "..a", ".a", "a/.well-known/b", "a/..b/c", "a\\b", "%2e%2e/a"])
    func unusualNamesAreWrittenAsGiven(path: String) throws {
        try place.publish([path: "1"])
        #expect(place.published() == [path: "1"])
    }

    @Test(arguments: [["a/b", "a/b"], ["a", "a/b"], ["a/b/c", "a/b"], [".guidepost"]])
    func twoFilesForOnePath(paths: [String]) throws {
        let taken = paths == ["a", "a/b"] ? "a" : paths.last ?? ""
        #expect(
            try failure(paths)
                == "cannot publish '\(place.output)/\(taken)': something else is published there already; "
                + "give one of the two another path")
    }

    @Test func unchangedFileTwice() throws {
        try place.publish(["a": "1"])
        let publisher = try Publisher(output: place.output, protecting: [], home: nil)
        try publisher.write("a", Array("1".utf8))
        #expect(throws: PublishingError.self) { try publisher.write("a", Array("1".utf8)) }
    }

    @Test func namesInTwoUnicodeFormsAreTwoFolders() throws {
        #if canImport(Glibc)
            let publisher = try Publisher(output: place.output, protecting: [], home: nil)
            for folder in ["\u{E9}", "e\u{301}"] { try publisher.write(folder + "/a", []) }
            _ = try publisher.finish()
            #expect(place.names("Output").count == 3)
        #endif
    }

    @Test func nameOfThreeHundredBytes() throws {
        let name = String(repeating: "n", count: 300)
        #expect(
            try failure(["a/" + name])
                == "cannot write '\(place.output)/a/\(name)': File name too long; "
                + "shorten the names of the file and its folders")
    }

    @Test func writingAfterTheEnd() throws {
        let publisher = try Publisher(output: place.output, protecting: [], home: nil)
        _ = try publisher.finish()
        #expect(throws: PublishingError.self) { try publisher.write("a", []) }
        #expect(throws: PublishingError.self) { try publisher.copy(from: "/etc/passwd", to: "a") }
        #expect(throws: PublishingError.self) { try publisher.finish() }
        #expect(place.published() == [:])
    }

    @Test func copyHasTheBytesAndStaysWhileTheyDo() throws {
        let text = String(repeating: "0123456789abcdef", count: 100_000)
        try place.write("photo", text)
        try place.write("empty", "")
        func publish() throws -> PublishReport {
            let publisher = try Publisher(output: place.output, protecting: [], home: nil)
            try publisher.copy(from: place.path + "/photo", to: "en/photo")
            try publisher.copy(from: place.path + "/empty", to: "en/empty")
            return try publisher.finish()
        }
        #expect(try publish() == PublishReport(written: 2, unchanged: 0, removed: 0))
        #expect(place.published() == ["en/photo": text, "en/empty": ""])
        #expect(place.status("Output/en/photo")?.st_ino != place.status("photo")?.st_ino)
        let before = place.status("Output/en/photo")
        #expect(try publish() == PublishReport(written: 0, unchanged: 2, removed: 0))
        #expect(place.status("Output/en/photo")?.st_ino == before?.st_ino)
        try place.write("photo", text.dropLast() + "!")
        #expect(try publish() == PublishReport(written: 1, unchanged: 1, removed: 0))
        #expect(place.published()["en/photo"] == text.dropLast() + "!")
    }

    #if canImport(Glibc)
        @Test func copyFromADiskThatDoesNotKnowItsSizes() throws {
            let publisher = try Publisher(output: place.output, protecting: [], home: nil)
            try publisher.copy(from: "/proc/self/status", to: "status")
            _ = try publisher.finish()
            #expect(place.text("Output/status")?.hasPrefix("Name:") == true)
        }
    #endif

    @Test func whatCannotBeCopied() throws {
        try place.makeFolder("folder")
        #expect(mkfifo(place.path + "/pipe", 0o644) == 0)
        func message(_ name: String) throws -> String? {
            let publisher = try Publisher(output: place.output, protecting: [], home: nil)
            do {
                try publisher.copy(from: place.path + "/" + name, to: "x")
                return nil
            } catch {
                return error.description
            }
        }
        let notFile = "it is not a file; only files can be published; move it out of the sources"
        #expect(try message("missing") == "cannot read '\(place.path)/missing': No such file or directory")
        #expect(try message("folder") == "cannot copy '\(place.path)/folder': \(notFile)")
        #expect(try message("pipe") == "cannot copy '\(place.path)/pipe': \(notFile)")
    }
}
