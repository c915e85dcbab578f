// swift-tools-version: 6.2
import PackageDescription

/// What every target is built with: Swift 6 mode comes from the tools version; a warning is an error.
let settings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A room of the library, in the order in which data walks through the rooms.
func room(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

/// The tests of a room.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

let package = Package(
  name: "forkscape",
  products: [
    .executable(name: "forkscape", targets: ["forkscape"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-collections", exact: "1.6.0"),
    .package(url: "https://github.com/apple/swift-algorithms", exact: "1.2.1"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
  ],
  targets: [
    // The C library, as the system has it.
    .systemLibrary(name: "CLibgit2", pkgConfig: "libgit2", providers: [.apt(["libgit2-dev"])]),
    // Ids, paths, commits, changes: values without a repository behind them.
    room("GitValues", []),
    // Facts that stay true, kept for the next run.
    room("FactStore", [.product(name: "GRDB", package: "GRDB.swift")]),
    // The only room that talks to libgit2.
    room("Git", ["CLibgit2", "GitValues"]),
    // The commit graph over all clones, in memory.
    room("History", ["Git", "GitValues", .product(name: "BitCollections", package: "swift-collections")]),
    // For each fork its line, fork point and syncs.
    room("Lineage", ["GitValues", "History", .product(name: "BitCollections", package: "swift-collections")]),
    // Counts, trees compared three ways, renames, territory.
    room(
      "Divergence",
      [
        "Git", "GitValues", "History", .product(name: "BitCollections", package: "swift-collections"),
        .product(name: "HeapModule", package: "swift-collections"),
      ]),
    // Arguments, terminal, exit codes.
    .executableTarget(
      name: "forkscape",
      dependencies: [
        "Git", "GitValues", "History", "FactStore", "Divergence",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    // Fixture recipes, the git program as oracle, random histories: for tests only.
    .target(name: "FixtureSupport", path: "Tests/FixtureSupport", swiftSettings: settings),
    tests("FixtureSupportTests", ["FixtureSupport"]),
    tests("GitTests", ["Git", "GitValues"]),
  ]
)
