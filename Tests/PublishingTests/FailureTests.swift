#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
import Publishing
import Testing

/// Disks and limits that stand in the way: the output stays as it was, and nothing is left beside it.
struct FailureTests {
    let place: Playground

    init() throws {
        place = try Playground()
    }

    #if canImport(Glibc)
        @Test func fullDisk() async throws {
            try Disk.with(place, options: "size=256k") { place in
                try place.publish(["page": "1"])
                let error = #expect(throws: PublishingError.self) {
                    try place.publish(["a": "2", "large": String(repeating: "x", count: 300_000), "page": "2"])
                }
                #expect(
                    error?.description == "cannot write '\(place.output)/large': No space left on device; "
                        + "free some space, then build again")
                #expect(place.published() == ["page": "1"])
                #expect(place.names() == ["Output"])
                try place.publish(["page": "3"])
                #expect(place.published() == ["page": "3"])
            }
        }

        @Test func diskWithoutRoomForMoreFiles() throws {
            try Disk.with(place, options: "nr_inodes=12") { place in
                try place.publish(["page": "1"])
                #expect(throws: PublishingError.self) {
                    try place.publish(Dictionary(uniqueKeysWithValues: (0..<10).map { ("f\($0)/x", "2") }))
                }
                #expect(place.published() == ["page": "1"])
                #expect(place.names() == ["Output"])
            }
        }

        @Test func readOnlyDisk() throws {
            try Disk.with(place, options: "size=256k") { place in
                try place.publish(["page": "1"])
                Disk.remount(place, "ro")
                let error = #expect(throws: PublishingError.self) { try place.publish(["page": "2"]) }
                #expect(
                    error?.description == "cannot lock '\(place.path)/.Output.lock': Read-only file system; "
                        + "the disk is read-only; choose an output folder on another one")
                #expect(place.published() == ["page": "1"])
            }
        }

        @Test func outputThatIsADiskOfItsOwn() throws {
            try Disk.with(place, options: "size=256k") { disk in
                let publish = { try Publisher(output: disk.path, protecting: [], home: nil) }
                let error = #expect(throws: PublishingError.self) { _ = try publish() }
                #expect(
                    error?.description == "cannot publish to '\(disk.path)': it is a disk of its own (a mount point), "
                        + "and cannot be replaced as a whole; choose a folder inside it")
                #expect(place.names() == ["disk"])
            }
        }
    #endif

    @Test func tooManyOpenFiles() async throws {
        try place.publish(["page": "1"])
        await #expect(processExitsWith: .success) { [path = place.path as String] in
            let place = Playground(at: path)
            let publisher = try Publisher(output: place.output, protecting: [], home: nil)
            var opened: [Int32] = []
            var limit = rlimit(rlim_cur: 64, rlim_max: 64)
            setrlimit(.init(RLIMIT_NOFILE.rawValue), &limit)
            while case let number = dup(0), number >= 0 { opened.append(number) }
            let error = #expect(throws: PublishingError.self) { try publisher.write("page", Array("2".utf8)) }
            opened.forEach { close($0) }
            #expect(
                error?.description == "cannot write '\(place.output)/page': Too many open files; "
                    + "too many files are open; close some programs or raise the limit (ulimit -n)")
            publisher.cancel()
        }
        #expect(place.published() == ["page": "1"])
        #expect(place.names() == ["Output"])
    }

    @Test func folderWithoutTheRightToWrite() async throws {
        try place.publish(["page": "1"])
        chmod(place.path, 0o555)
        await #expect(processExitsWith: .success) { [path = place.path as String] in
            // The administrator may write anywhere, and becomes somebody else for this.
            if getuid() == 0 { #expect(setuid(65534) == 0) }
            let place = Playground(at: path)
            let error = #expect(throws: PublishingError.self) { try place.publish(["page": "2"]) }
            #expect(
                error?.description == "cannot lock '\(place.path)/.Output.lock': Permission denied; "
                    + "allow yourself to write to its folder, or choose another output folder")
        }
        chmod(place.path, 0o755)
        #expect(place.published() == ["page": "1"])
    }

    @Test func failedWriteIsNeverPublished() throws {
        try place.publish(["page": "1"])
        let publisher = try Publisher(output: place.output, protecting: [], home: nil)
        try publisher.write("page", Array("2".utf8))
        try? publisher.copy(from: place.path + "/missing", to: "photo")
        let error = #expect(throws: PublishingError.self) { try publisher.finish() }
        #expect(error?.path == place.path + "/missing")
        #expect(place.published() == ["page": "1"])
        #expect(place.names() == ["Output"])
    }
}
