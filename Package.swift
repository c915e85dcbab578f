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
    // The only room that talks to libgit2.
    room("Git", ["CLibgit2", "GitValues"]),
    // The assembled result, sorted and versioned; everything after reads only this.
    room(
      "Landscape", [],
      resources: [.embedInCode("Schemas/landscape.schema.json"), .embedInCode("Schemas/files.schema.json")]),
    // The landscape as pages for people; pure.
    room("Report", ["Landscape"]),
    // Arguments, terminal, exit codes.
    .executableTarget(
      name: "forkscape",
      dependencies: [
        "Git",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    tests("GitTests", ["Git", "GitValues"]),
    // A landscape made by hand, which tests of the model and of the pages share.
    .target(
      name: "LandscapeSample", dependencies: ["Landscape"], path: "Tests/LandscapeSample", swiftSettings: settings),
    tests("LandscapeTests", ["Landscape", "LandscapeSample"]),
    tests("ReportTests", ["Report", "Landscape", "LandscapeSample"]),
  ]
)
