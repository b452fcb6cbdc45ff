// swift-tools-version: 6.2
import PackageDescription

/// The language rules of every target: nothing is exported by accident, existentials and imports are written out.
/// With GUIDEPOST_STRICT in the environment, as the Makefile sets it, warnings are errors.
let strict: [SwiftSetting] =
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ] + (Context.environment["GUIDEPOST_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)])

/// Data flows one way: Loading → Resolving → Rendering → Publishing, each a function of values. `Build` strings the
/// stages together; no stage imports another.
let package = Package(
    name: "Guidepost",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "guidepost", targets: ["guidepost"])],
    dependencies: [
        // Options, help texts and exit codes of the command, as users of Swift tools know them.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // YAML that is more than plain `key: value` lines; libyaml's positions are needed for diagnostics.
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        // Templates that site owners may know already; fastest of the Mustache engines when views are plain values.
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        // Debian: libcmark-dev, the reference implementation of CommonMark.
        .systemLibrary(name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
        // A bump allocator for cmark's trees, one for each thread: a third off the time of parsing.
        .target(name: "CMarkArena", dependencies: ["CCMark"]),
        // Debian: libstemmer-dev, the Snowball algorithms; it comes without a pkg-config file.
        .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"]), .brew(["snowball"])]),
        .target(name: "Markdown", dependencies: ["CCMark", "CMarkArena"], swiftSettings: strict),
        .target(name: "HelpCenter", dependencies: ["Markdown"], swiftSettings: strict),
        .target(
            name: "Loading",
            dependencies: ["HelpCenter", "Markdown", "Theme", .product(name: "Yams", package: "Yams")],
            swiftSettings: strict),
        .target(name: "Resolving", dependencies: ["HelpCenter", "Markdown"], swiftSettings: strict),
        .target(name: "Search", dependencies: ["HelpCenter", "CStemmer"], swiftSettings: strict),
        .target(
            name: "Rendering",
            dependencies: ["HelpCenter", "Markdown", "Search", .product(name: "Mustache", package: "swift-mustache")],
            swiftSettings: strict),
        .target(name: "Publishing", swiftSettings: strict),
        // The built-in templates, assets, interface texts and starter site, compiled into the binary.
        .target(
            name: "Theme", exclude: ["Strings", "Starter"], swiftSettings: strict, plugins: ["EmbedTheme"]),
        .executableTarget(name: "embed-theme", swiftSettings: strict),
        .plugin(name: "EmbedTheme", capability: .buildTool(), dependencies: ["embed-theme"]),
        .target(
            name: "Build",
            dependencies: [
                "HelpCenter", "Loading", "Markdown", "Resolving", "Rendering", "Search", "Publishing", "Theme",
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "guidepost",
            dependencies: [
                "Build", "HelpCenter", "Loading", "Search",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .testTarget(name: "MarkdownTests", dependencies: ["Markdown", "CCMark"], swiftSettings: strict),
        .testTarget(name: "HelpCenterTests", dependencies: ["HelpCenter", "Markdown"], swiftSettings: strict),
        .testTarget(name: "LoadingTests", dependencies: ["Loading", "HelpCenter", "Theme"], swiftSettings: strict),
        .testTarget(
            name: "ResolvingTests", dependencies: ["Resolving", "HelpCenter", "Markdown"], swiftSettings: strict),
        .testTarget(name: "SearchTests", dependencies: ["Search", "HelpCenter"], swiftSettings: strict),
        .testTarget(
            name: "RenderingTests",
            dependencies: ["Rendering", "HelpCenter", "Theme", .product(name: "Mustache", package: "swift-mustache")],
            swiftSettings: strict),
        .testTarget(name: "PublishingTests", dependencies: ["Publishing"], swiftSettings: strict),
        .testTarget(
            name: "BuildTests",
            dependencies: ["Build", "HelpCenter", "Loading", "Resolving", "Rendering", "Search", "Theme"],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
