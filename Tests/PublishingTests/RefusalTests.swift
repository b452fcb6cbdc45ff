#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
import Publishing
import Testing

/// Folders that are no place for an output: each is refused before anything is changed, and says what to do.
struct RefusalTests {
    let place: Playground

    init() throws {
        place = try Playground()
        try place.write("site/Content/en/page.md", "x")
    }

    /// What the refusal of an output says, with the test's own folder as `…`.
    private func refusal(of output: String, home: String? = nil) -> String? {
        let message: String
        do {
            _ = try Publisher(output: output, protecting: [place.path + "/site/Content"], home: home)
            return nil
        } catch {
            message = error.description
        }
        var short = ""
        var rest = message[...]
        while let found = rest.firstRange(of: place.path) {
            short += rest[..<found.lowerBound] + "…"
            rest = rest[found.upperBound...]
        }
        return short + rest
    }

    @Test(arguments: [
        ("Output", "cannot publish to 'Output': the path is not absolute"),
        (
            "/",
            "cannot publish to '/': it is the root of the file system; choose a new folder that is used for nothing else"
        ),
        (
            "/tmp/..",
            "cannot publish to '/': it is the root of the file system; choose a new folder that is used for nothing else"
        ),
    ])
    func pathThatIsNoFolderOfItsOwn(output: String, message: String) {
        #expect(refusal(of: output) == message)
    }

    @Test(arguments: [
        (
            "/site/Content",
            "cannot publish to '…/site/Content': it is a source of the site, and would be replaced; "
                + "choose a new folder that is used for nothing else"
        ),
        (
            "/site/Content/../Content/./",
            "cannot publish to '…/site/Content': it is a source of the site, and would be replaced; "
                + "choose a new folder that is used for nothing else"
        ),
        (
            "/site",
            "cannot publish to '…/site': it holds '…/site/Content', a source of the site, and would be replaced; "
                + "choose a new folder that is used for nothing else"
        ),
        (
            "/site/Content/Output",
            "cannot publish to '…/site/Content/Output': it is inside '…/site/Content', a source of the site; "
                + "choose a new folder that is used for nothing else"
        ),
        (
            "/site/Content/en/page.md",
            "cannot publish to '…/site/Content/en/page.md': it is inside '…/site/Content', a source of the site; "
                + "choose a new folder that is used for nothing else"
        ),
    ])
    func sourcesAndFoldersAroundThem(output: String, message: String) {
        #expect(refusal(of: place.path + output) == message)
        #expect(place.text("site/Content/en/page.md") == "x")
        #expect(place.names() == ["site"])
        #expect(place.names("site") == ["Content"])
    }

    @Test func folderWhoseNameBeginsLikeASource() throws {
        #expect(refusal(of: place.path + "/site/Content-Output") == nil)
    }

    @Test func sourceBehindALink() throws {
        try place.makeFolder("other")
        #expect(symlink(place.path + "/site", place.path + "/link") == 0)
        #expect(
            refusal(of: place.path + "/link/Content/x")?.hasPrefix("cannot publish to '…/site/Content/x': it is inside")
                == true)
        try place.makeFolder("linked")
        #expect(symlink(place.path + "/site/Content", place.path + "/linked/Content") == 0)
        #expect(throws: PublishingError.self) {
            try Publisher(output: place.path + "/linked", protecting: [place.path + "/linked/Content"], home: nil)
        }
        #expect(throws: PublishingError.self) {
            try Publisher(
                output: place.path + "/site/Content/x", protecting: [place.path + "/linked/Content"], home: nil)
        }
    }

    @Test func homeAndFoldersAboveIt() throws {
        try place.makeFolder("home/ann")
        let home = place.path + "/home/ann"
        #expect(
            refusal(of: home + "/", home: home)
                == "cannot publish to '…/home/ann': it is your home folder; "
                + "choose a new folder that is used for nothing else")
        #expect(
            refusal(of: place.path + "/home", home: home)
                == "cannot publish to '…/home': it holds your home folder '…/home/ann'; "
                + "choose a new folder that is used for nothing else")
        #expect(refusal(of: home + "/help", home: home) == nil)
    }

    @Test func folderWithFilesOfSomebodyElse() throws {
        try place.write("Output/thesis.doc", "years of work")
        #expect(
            refusal(of: place.output)
                == "cannot publish to '…/Output': it has files (such as 'thesis.doc') but no '.guidepost', "
                + "so Guidepost did not make it; choose a new or empty folder, or empty this one if nobody needs its files"
        )
        #expect(place.text("Output/thesis.doc") == "years of work")
        #expect(place.names() == ["Output", "site"])
    }

    @Test func folderNamedLikeTheMarker() throws {
        try place.makeFolder("Output/.guidepost")
        #expect(refusal(of: place.output)?.contains("such as '.guidepost'") == true)
    }

    @Test func linkInPlaceOfTheOutput() throws {
        try place.makeFolder("www")
        #expect(symlink(place.path + "/www", place.output) == 0)
        #expect(
            refusal(of: place.output)
                == "cannot publish to '…/Output': it is a symbolic link to '…/www', and only a folder can be replaced; "
                + "give that folder as the output, or delete the link")
        unlink(place.output)
        #expect(symlink("nowhere", place.output) == 0)
        #expect(
            refusal(of: place.output)
                == "cannot publish to '…/Output': it is a symbolic link that leads nowhere; "
                + "delete the link, or choose another folder")
    }

    @Test func linkAboveTheOutputIsFollowed() throws {
        try place.makeFolder("disk")
        #expect(symlink(place.path + "/disk", place.path + "/link") == 0)
        let publisher = try Publisher(output: place.path + "/link/Output", protecting: [], home: nil)
        _ = try publisher.finish()
        #expect(place.names("disk") == ["Output"])
    }

    @Test func fileInPlaceOfTheOutput() throws {
        try place.write("Output", "x")
        #expect(
            refusal(of: place.output)
                == "cannot publish to '…/Output': it is not a folder; move it away, or choose another folder")
        #expect(
            refusal(of: place.output + "/below")
                == "cannot read '…/Output/below': Not a directory; a part of the path is a file; "
                + "choose another output folder")
    }

    @Test func linksInACircle() throws {
        #expect(symlink(place.path + "/b", place.path + "/a") == 0)
        #expect(symlink(place.path + "/a", place.path + "/b") == 0)
        #expect(
            refusal(of: place.path + "/a/Output")
                == "cannot find '…/a/Output': Too many levels of symbolic links; "
                + "symbolic links lead in a circle; delete one of them")
    }

    @Test func stagingFolderOfSomebodyElse() throws {
        try place.write(".Output.staging/mine", "x")
        #expect(
            refusal(of: place.output)
                == "cannot clear '…/.Output.staging': it has files (such as 'mine') but no '.guidepost', "
                + "so Guidepost did not make it; move it away: the new output is prepared there")
        #expect(place.names() == [".Output.staging", "site"])
    }

    @Test func tooLongAName() {
        let name = String(repeating: "n", count: 300)
        #expect(
            refusal(of: place.path + "/" + name)
                == "cannot read '…/\(name)': File name too long; shorten the names of the file and its folders")
    }
}
