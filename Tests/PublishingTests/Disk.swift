#if canImport(Glibc)
    import Glibc
    import Testing

    /// A small disk in memory, for failures that only a disk can have.
    enum Disk {
        /// Mounts one below a test's folder, and gives it to the test. Mounting needs the administrator's rights: without
        /// them the test is skipped, and says so.
        static func with(_ place: Playground, options: String, _ test: (Playground) throws -> Void) throws {
            let path = place.path + "/disk"
            try place.makeFolder("disk")
            guard Playground.run("/bin/mount", ["-t", "tmpfs", "-o", options, "guidepost-test", path]) == 0 else {
                try Test.cancel("mounting a disk is not permitted here")
            }
            // Lazily: a command that another test starts at this moment may keep the disk busy.
            defer { Playground.run("/bin/umount", ["--lazy", path]) }
            try test(Playground(at: path))
        }

        /// Changes how the disk is mounted.
        static func remount(_ place: Playground, _ option: String) {
            // Again while a command that another test starts at this moment keeps a file of the disk open.
            for _ in 0..<100 {
                if Playground.run("/bin/mount", ["-o", "remount," + option, place.path]) == 0 { return }
                usleep(10_000)
            }
            Issue.record("the disk could not be mounted as '\(option)'")
        }
    }
#endif
