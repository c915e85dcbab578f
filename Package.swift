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

let bitCollections = Target.Dependency.product(name: "BitCollections", package: "swift-collections")
let algorithms = Target.Dependency.product(name: "Algorithms", package: "swift-algorithms")
let heap = Target.Dependency.product(name: "HeapModule", package: "swift-collections")

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
    // The fast inflater, as the system has it.
    .systemLibrary(name: "CLibdeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    // The settings of the C library's memory, which Swift's module for it leaves out.
    .systemLibrary(name: "CMalloc"),
    // Ids, paths, commits, changes: values without a repository behind them.
    room("GitValues", []),
    // A measured signal, its weight, and the sentence that says it.
    room("Evidence", []),
    // Files that people write, read piece by piece with every problem's place.
    room("Declarations", [.product(name: "Yams", package: "Yams")]),
    // Facts that stay true, kept for the next run.
    room("FactStore", [.product(name: "GRDB", package: "GRDB.swift")]),
    // Objects straight out of git's packs.
    room("Packs", ["CLibdeflate", "GitValues"]),
    // The only room that talks to libgit2.
    room("Git", ["CLibgit2", "GitValues", "Packs"]),
    // Which clones take part, the family file, every reference pinned at the start.
    room("CloneSet", ["Git", "GitValues", .product(name: "Yams", package: "Yams")]),
    // The commit graph over all clones, in memory.
    room("History", ["Git", "GitValues", bitCollections]),
    // What each project says of itself: names, README, manifests, licence.
    room("Portrait", ["Git", "GitValues"]),
    // Who descends from whom.
    room("Family", ["Evidence", "Git", "GitValues", "History", "Portrait", bitCollections]),
    // For each fork its line, fork point, effective base and syncs.
    room("Lineage", ["Git", "GitValues", "History", algorithms, bitCollections]),
    // Trees compared three ways, renames, lines, areas, territory, distance over time.
    room(
      "Divergence",
      ["FactStore", "Git", "GitValues", "History", bitCollections, heap],
      resources: [.embedInCode("usual-words.tsv")]
    ),
    // The same change on both sides: what travelled, what is carried, what is missing.
    room(
      "PatchFlow",
      ["Divergence", "FactStore", "Git", "GitValues", "History", bitCollections],
      resources: [.embedInCode("fix-rules.json")]
    ),
    // What users and other programs depend on, kept or broken.
    room(
      "Compatibility",
      ["CloneSet", "FactStore", "Git", "GitValues"],
      resources: [
        "postgresql", "mysql", "redis", "bitcoin", "nginx", "micropython", "jvm", "go-module", "python-package",
        "rust-crate", "dotnet", "node-package", "c-library", "generic",
      ].map { .embedInCode("Profiles/\($0).yml") }
    ),
    // People and organisations: who drives an upstream and its forks, who moved.
    room(
      "Community",
      ["Git", "GitValues", "History", bitCollections],
      resources: [.embedInCode("known-domains.json")]
    ),
    // Evidence to verdict.
    room("Track", ["Evidence"]),
    // The assembled result, sorted and versioned; everything after reads only this.
    room(
      "Landscape",
      ["Evidence", "GitValues"],
      resources: [
        .embedInCode("Schemas/landscape.schema.json"), .embedInCode("Schemas/files.schema.json"),
        .embedInCode("Schemas/patches.schema.json"), .embedInCode("Schemas/surfaces.schema.json"),
      ]
    ),
    // The landscape as pages for people; pure.
    room("Report", ["Evidence", "GitValues", "Landscape"], resources: [.embedInCode("Catalogues/zh-Hans.json")]),
    // Landscape and policy to findings, one rule a file; pure.
    room(
      "DriftCheck",
      ["Declarations", "Evidence", "GitValues", "Landscape", "Report"],
      resources: [.embedInCode("Schemas/findings.schema.json")]
    ),
    // Runs the stages: order, concurrency, progress. Prints nothing.
    room(
      "Pipeline",
      [
        "CloneSet", "Community", "Compatibility", "Divergence", "Evidence", "FactStore", "Family", "Git", "GitValues",
        "History", "Landscape", "Lineage", "PatchFlow", "Portrait", "Track", bitCollections,
      ]
    ),
    // Arguments, terminal, exit codes.
    .executableTarget(
      name: "forkscape",
      dependencies: [
        "CMalloc", "CloneSet", "Declarations", "DriftCheck", "FactStore", "Git", "Landscape", "PatchFlow", "Pipeline",
        "Report",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      resources: [.embedInCode("Demo/family.sh")],
      swiftSettings: settings
    ),

    // Builds the families of Fixtures and random ones, and runs git beside us.
    .target(name: "FixtureSupport", path: "Tests/FixtureSupport", swiftSettings: settings),
    tests("FixtureSupportTests", ["FixtureSupport"]),
    tests("FactStoreTests", ["FactStore", "FixtureSupport"]),
    tests("PacksTests", ["FixtureSupport", "GitValues", "Packs"]),
    tests("GitTests", ["FixtureSupport", "Git", "GitValues"]),
    tests("CloneSetTests", ["CloneSet", "Git", "GitValues"]),
    tests("HistoryTests", ["FixtureSupport", "Git", "GitValues", "History", bitCollections]),
    tests(
      "FamilyTests",
      ["CloneSet", "Evidence", "Family", "FixtureSupport", "Git", "GitValues", "History", "Portrait"]
    ),
    tests("LineageTests", ["FixtureSupport", "Git", "GitValues", "History", "Lineage", bitCollections]),
    tests(
      "DivergenceTests",
      ["Divergence", "FactStore", "FixtureSupport", "Git", "GitValues", "History", bitCollections]
    ),
    tests(
      "PatchFlowTests",
      ["Divergence", "FactStore", "FixtureSupport", "Git", "GitValues", "History", "PatchFlow", bitCollections]
    ),
    .testTarget(
      name: "CompatibilityTests",
      dependencies: ["CloneSet", "Compatibility", "FactStore", "FixtureSupport", "Git", "GitValues"],
      exclude: ["Pairs"],
      swiftSettings: settings
    ),
    tests("CommunityTests", ["Community", "FixtureSupport", "Git", "GitValues", "History", bitCollections]),
    tests("TrackTests", ["Evidence", "Track"]),
    // Against the git program, on random histories.
    tests(
      "GitOracleTests",
      ["Divergence", "FixtureSupport", "Git", "GitValues", "History", "Lineage", "PatchFlow", bitCollections]
    ),
    tests("PortraitTests", ["Portrait", "Git", "GitValues"]),
    // A lifelike landscape for tests of what is made from one.
    .target(
      name: "LandscapeSample",
      dependencies: ["Evidence", "GitValues", "Landscape"],
      path: "Tests/LandscapeSample",
      swiftSettings: settings
    ),
    tests("LandscapeTests", ["Evidence", "GitValues", "Landscape", "LandscapeSample"]),
    tests("ReportTests", ["Evidence", "GitValues", "Landscape", "LandscapeSample", "Report"]),
    tests("DeclarationsTests", ["Declarations"]),
    tests(
      "DriftCheckTests",
      ["Declarations", "DriftCheck", "Evidence", "FixtureSupport", "GitValues", "Landscape", "LandscapeSample"]
    ),
    // Whole landscapes and pages against recorded ones, and against what git counts.
    tests("GoldenTests", ["CloneSet", "Evidence", "FactStore", "FixtureSupport", "Landscape", "Pipeline", "Report"]),
    // The program as its users run it.
    tests("CommandTests", ["FixtureSupport"]),
    // Who may import whom, and what no file may hold.
    tests("ArchitectureTests", []),
  ]
)
