import Foundation
import Testing

/// Who may import whom: one table, compared with every import line and with Package.swift.
@Suite struct RoomTests {
  /// What SwiftPM calls packages' products that are no modules of the system.
  private static let system: Set<String> = ["Dispatch", "Foundation", "Glibc", "Synchronization"]

  @Test func everyFolderOfSourcesIsARoomAndTheOtherWayRound() throws {
    let sources = SourceFile.package.appending(path: "Sources").path(percentEncoded: false)
    let folders = try FileManager.default.contentsOfDirectory(atPath: sources)
    #expect(Set(folders) == Set(Room.all.map(\.name)))
    #expect(Set(Room.all.map(\.name)).count == Room.all.count)
  }

  @Test func dataWalksOneWay() {
    for (index, room) in Room.all.enumerated() {
      let earlier = Set(Room.all[..<index].map(\.name))
      for permission in room.rooms {
        #expect(earlier.contains(permission.module), "\(room.name) imports \(permission.module), which comes later")
      }
      for permission in room.rooms + room.others {
        #expect(!permission.reason.isEmpty, "\(room.name) may import \(permission.module): why?")
      }
    }
  }

  @Test func everyImportIsInTheTable() throws {
    let files = try SourceFile.all(in: "Sources")
    #expect(files.count > 100)
    for file in files {
      let room = try #require(Room.named(file.room), "\(file.path) lies in no room")
      let allowed = Set((room.rooms + room.others).map(\.module))
      for line in file.imports {
        #expect(
          allowed.contains(line.module),
          "\(file.path):\(line.number): \(room.name) may not import \(line.module)"
        )
      }
    }
  }

  @Test func nothingInTheTableIsUnused() throws {
    let used = Dictionary(grouping: try SourceFile.all(in: "Sources"), by: \.room)
      .mapValues { Set($0.flatMap(\.imports).map(\.module)) }
    for room in Room.all where !["CLibgit2", "CLibdeflate", "CMalloc"].contains(room.name) {
      let imported = try #require(used[room.name], "\(room.name) has no file")
      for permission in room.rooms + room.others {
        #expect(imported.contains(permission.module), "\(room.name) no longer imports \(permission.module)")
      }
    }
  }

  @Test func packageSwiftSaysTheSame() throws {
    let manifest = try Manifest()
    #expect(Set(manifest.dependencies.keys) == Set(Room.all.map(\.name)))
    for room in Room.all {
      let modules = Set((room.rooms + room.others).map(\.module)).subtracting(Self.system)
      #expect(manifest.dependencies[room.name] == modules, "dependencies of \(room.name) in Package.swift")
    }
  }

  @Test func laterRoomsNeedNoRepository() throws {
    // Evidence to verdict, the model and everything after it: tests of them make their input by hand.
    for name in ["Evidence", "Track", "Landscape", "Report", "DriftCheck"] {
      let room = try #require(Room.named(name))
      let seen = Set(room.rooms.map(\.module))
      #expect(seen.isDisjoint(with: ["Git", "Packs", "CLibgit2", "CloneSet", "History", "FactStore"]), "\(name)")
    }
    #expect(Room.all.filter { $0.rooms.contains { $0.module == "CLibgit2" } }.map(\.name) == ["Git"])
  }

  @Test func onlyGitImportsTheLibraryEvenInTests() throws {
    for file in try SourceFile.all(in: "Sources") + SourceFile.all(in: "Tests") where file.room != "Git" {
      #expect(!file.imports.contains { $0.module == "CLibgit2" }, "\(file.path)")
    }
  }

  @Test func importLinesAreReadInAllTheirForms() throws {
    let file = try SourceFile("Sources/Git/Oid.swift")
    #expect(file.imports.contains { $0.module == "CLibgit2" })
    #expect(
      try SourceFile("Tests/ArchitectureTests/RoomTests.swift").imports.map(\.module) == ["Foundation", "Testing"]
    )
  }
}
