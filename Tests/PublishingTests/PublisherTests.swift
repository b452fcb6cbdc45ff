#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
import Publishing
import Testing

/// What a build finds in the output folder, and what it leaves there.
struct PublisherTests {
    let place: Playground

    init() throws {
        place = try Playground()
    }

    @Test func firstBuildMakesTheFolderAndNothingElse() throws {
        let files = [
            "index.html": "home", "en/deposits/index.html": "deposits", "en/한국어 & é.md": "", "_redirects": "x",
        ]
        let report = try place.publish(files)
        #expect(report == PublishReport(written: 4, unchanged: 0, removed: 0))
        #expect(place.published() == files)
        #expect(place.names() == ["Output"])
        #expect(place.text("Output/.guidepost")?.hasPrefix("This folder is the output of Guidepost.") == true)
    }

    @Test func laterBuildReplacesAddsAndRemoves() throws {
        try place.publish(["same": "1", "changed": "1", "gone/a": "1", "gone/b": "1"])
        let files = ["same": "1", "changed": "2", "new/a": "2"]
        let report = try place.publish(files)
        #expect(report == PublishReport(written: 2, unchanged: 1, removed: 2))
        #expect(place.published() == files)
        #expect(place.names() == ["Output"])
        #expect(place.names("Output") == [".guidepost", "changed", "new", "same"])
    }

    @Test func unchangedFileKeepsItsInodeAndTime() throws {
        try place.publish(["en/same": "1", "en/changed": "1", "en/longer": "1"])
        let (same, changed) = (place.status("Output/en/same"), place.status("Output/en/changed"))
        let marker = place.status("Output/.guidepost")
        usleep(20_000)
        try place.publish(["en/same": "1", "en/changed": "2", "en/longer": "12"])
        let after = place.status("Output/en/same")
        #expect(after?.st_ino == same?.st_ino)
        #expect(after?.modified == same?.modified)
        #expect(after?.st_nlink == 1)
        #expect(place.status("Output/.guidepost")?.st_ino == marker?.st_ino)
        #expect(place.status("Output/en/changed")?.st_ino != changed?.st_ino)
        #expect(place.status("Output/en/changed")?.modified != changed?.modified)
        #expect(place.text("Output/en/longer") == "12")
    }

    @Test func filesAndFoldersAreReadableByAWebServer() throws {
        let mask = umask(0o022)
        defer { umask(mask) }
        try place.publish(["en/page": "1"])
        #expect(place.status("Output")?.permissions == 0o755)
        #expect(place.status("Output/en")?.permissions == 0o755)
        #expect(place.status("Output/en/page")?.permissions == 0o644)
    }

    @Test func largeFileIsWrittenWholeAndComparedWhole() throws {
        let text = String(repeating: "0123456789abcdef", count: 200_000)
        try place.publish(["large": text])
        #expect(place.text("Output/large") == text)
        #expect(try place.publish(["large": text]) == PublishReport(written: 0, unchanged: 1, removed: 0))
        let edited = text.dropLast() + "!"
        #expect(try place.publish(["large": String(edited)]) == PublishReport(written: 1, unchanged: 0, removed: 0))
        #expect(place.text("Output/large")?.hasSuffix("e!") == true)
    }

    @Test func foldersAboveTheOutputAreMade() throws {
        let publisher = try Publisher(output: place.path + "/a/./b//c/", protecting: [], home: nil)
        try publisher.write("x", [])
        _ = try publisher.finish()
        #expect(place.names("a/b") == ["c"])
        #expect(place.text("a/b/c/x") == "")
    }

    @Test func emptyFolderIsUsed() throws {
        try place.makeFolder("Output")
        try place.publish(["x": "1"])
        #expect(place.published() == ["x": "1"])
    }

    @Test func folderBecomesFileAndFileBecomesFolder() throws {
        try place.publish(["a/b": "1", "c": "1"])
        #expect(try place.publish(["a": "2", "c/d": "2"]) == PublishReport(written: 2, unchanged: 0, removed: 2))
        #expect(place.published() == ["a": "2", "c/d": "2"])
    }

    @Test func cancelledBuildLeavesTheOutputAsItWas() throws {
        try place.publish(["x": "1"])
        let publisher = try Publisher(output: place.output, protecting: [], home: nil)
        try publisher.write("x", Array("2".utf8))
        publisher.cancel()
        #expect(place.published() == ["x": "1"])
        #expect(place.names() == ["Output"])
        publisher.cancel()
    }

    @Test func abandonedBuildLeavesTheOutputAsItWas() throws {
        try place.publish(["x": "1"])
        try Publisher(output: place.output, protecting: [], home: nil).write("y", [])
        #expect(place.published() == ["x": "1"])
        #expect(place.names() == ["Output"])
    }

    @Test func linksInTheOutputAreReplacedAndNeverFollowed() throws {
        try place.publish(["en/page": "1", "file": "1"])
        try place.write("elsewhere/page", "1")
        try place.write("elsewhere/file", "1")
        Playground.run("/bin/rm", ["-r", place.output + "/en", place.output + "/file"])
        #expect(symlink(place.path + "/elsewhere", place.output + "/en") == 0)
        #expect(symlink(place.path + "/elsewhere/file", place.output + "/file") == 0)
        #expect(symlink("/", place.output + "/root") == 0)
        try place.publish(["en/page": "1", "file": "1"])
        #expect(place.published() == ["en/page": "1", "file": "1"])
        #expect(place.names("elsewhere") == ["file", "page"])
        #expect(place.status("Output/en/page")?.st_ino != place.status("elsewhere/page")?.st_ino)
    }

    @Test func namesThatAreNotUTF8AndPipesAreRemoved() throws {
        try place.publish(["x": "1", "pipe": "1"])
        let name = Array(place.output.utf8CString.dropLast()) + [CChar(UInt8(ascii: "/")), -1, -2, 0]
        #expect(mkdir(name, 0o755) == 0)
        unlink(place.output + "/pipe")
        #expect(mkfifo(place.output + "/pipe", 0o644) == 0)
        try place.publish(["x": "1", "pipe": "1"])
        #expect(place.published() == ["x": "1", "pipe": "1"])
    }

    @Test func oldOutputOfAThousandLevelsIsRemoved() throws {
        let deep = String(repeating: "d/", count: 1_000) + "x"
        try place.publish([deep: "1"])
        #expect(try place.publish(["x": "1"]) == PublishReport(written: 1, unchanged: 0, removed: 1))
        #expect(place.names("Output") == [".guidepost", "x"])
    }
}

extension stat {
    /// The permission bits.
    var permissions: mode_t { st_mode & 0o7777 }

    /// When its bytes last changed, in nanoseconds.
    var modified: Int {
        #if canImport(Glibc)
            st_mtim.tv_sec * 1_000_000_000 + st_mtim.tv_nsec
        #else
            st_mtimespec.tv_sec * 1_000_000_000 + st_mtimespec.tv_nsec
        #endif
    }
}
