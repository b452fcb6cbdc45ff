import HelpCenter
import Testing

struct PermalinkTests {
    @Test(arguments: [
        ("/en/a/", "/en/b/", "../b/"), ("/en/a/", "/en/a/", "./"), ("/en/a/", "/en/", "../"), ("/", "/en/", "en/"),
        ("/en/", "/", "../"), ("/en/a/b/", "/zh-Hans/c/", "../../../zh-Hans/c/"),
        ("/en/a/", "/styles/site.css", "../../styles/site.css"),
        ("/en/a/", "/en/a/picture.png", "picture.png"), ("/en/", "/en/a:b/", "./a:b/"), ("/en/ab/", "/en/a/", "../a/"),
        ("/en/a/", "/en/ab/", "../ab/"), ("/en/a/", "/en/a/b:c/d/", "./b:c/d/"),
    ])
    func addressesAreRelativeToThePage(page: String, target: String, address: String) {
        #expect(Permalink(target).relative(to: Permalink(page)) == address)
    }

    /// The reference is RFC 3986, 5.2: merging paths and removing dot segments.
    @Test func everyRelativeAddressLeadsToItsTarget() {
        var random = SeededRandom(seed: 7)
        let names = ["en", "en-GB", "a", "ab", "a b", "c++", "한국어", "x:y", "重置", "!", "a.b", "%41", "&", "~", "..."]
        for _ in 0..<5_000 {
            let page = Permalink(Self.path(names, isPage: true, &random))
            let target = Permalink(Self.path(names, isPage: Bool.random(using: &random), &random))
            let address = target.relative(to: page)
            #expect(
                Self.resolve(address, from: page.encoded) == target.encoded, "\(page.path) → \(target.path): \(address)"
            )
            #expect(!address.isEmpty && !address.hasPrefix("/"))
            let first = address.prefix { $0 != "/" }
            #expect(!first.contains(":"), "a colon in the first segment of \(address) reads as a scheme")
        }
    }

    @Test(arguments: [
        ("/a b/", "/a%20b/"), ("/한/", "/%ED%95%9C/"), ("/c++/", "/c++/"), ("/a%41/", "/a%2541/"),
        ("/a&b'\"/", "/a%26b%27%22/"),
        ("/?#/", "/%3F%23/"), ("/<>/", "/%3C%3E/"), ("/a-b._~/", "/a-b._~/"),
    ])
    func whatAURLCannotHoldIsEncoded(path: String, encoded: String) {
        #expect(Permalink(path).encoded == encoded)
        #expect(Permalink(path).path == path)
    }

    @Test func aPageIsAFolderWithAnIndexAndAFileIsItself() {
        #expect(Permalink("/en/a/").outputPath == "en/a/index.html")
        #expect(Permalink("/").outputPath == "index.html")
        #expect(Permalink("/old.html").outputPath == "old.html")
    }

    @Test func theRootPrefixLeadsBackToTheRoot() {
        #expect(Permalink("/").rootPrefix == "")
        #expect(Permalink("/en/").rootPrefix == "../")
        #expect(Permalink("/en/a/b/").rootPrefix == "../../../")
        #expect(Permalink("/en/a/picture.png").rootPrefix == "../../")
    }
}

extension PermalinkTests {
    private static func path(_ names: [String], isPage: Bool, _ random: inout SeededRandom) -> String {
        let parts = (0..<Int.random(in: 0...4, using: &random)).map { _ in
            names[Int.random(in: 0..<names.count, using: &random)]
        }
        if isPage { return "/" + parts.map { $0 + "/" }.joined() }
        return "/" + (parts + ["file.png"]).joined(separator: "/")
    }

    private static func resolve(_ reference: String, from base: String) -> String {
        let folder = base[...(base.lastIndex(of: "/") ?? base.startIndex)]
        var output: [Substring] = []
        let segments = (folder + reference).split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        for (index, segment) in segments.enumerated() {
            let isLast = index == segments.count - 1
            switch segment {
            case ".": if isLast { output.append("") }
            case "..":
                _ = output.popLast()
                if isLast { output.append("") }
            default: output.append(segment)
            }
        }
        return "/" + output.joined(separator: "/")
    }
}

/// Numbers that are the same in every run (SplitMix64; Steele, Lea, Flood 2014).
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var result = state
        result = (result ^ (result >> 30)) &* 0xBF58_476D_1CE4_E5B9
        result = (result ^ (result >> 27)) &* 0x94D0_49BB_1331_11EB
        return result ^ (result >> 31)
    }
}
