import Foundation
import Landscape
import Report

/// Reads a report folder back.
struct ReportReader {
  private let folder: String

  init(_ folder: String) { self.folder = folder }

  /// The landscape in it.
  func landscape() throws -> Landscape {
    let path = folder + "/landscape.json"
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(.usage, "\(folder): there is no landscape.json; give the folder that `forkscape analyze` wrote")
    }
    do {
      return try Landscape(decoding: data)
    } catch let error as LandscapeDecodingError {
      throw Failure(.usage, "\(path): \(error)")
    }
  }

  /// The patches of a fork.
  func patches(family: String, fork: String) throws -> [PatchLine] {
    guard let path = ReportFolder.path(of: "patches", family: family, fork: fork, in: try landscape()),
      let data = FileManager.default.contents(atPath: folder + "/" + path)
    else {
      throw Failure(
        .usage,
        "\(folder): it has no patches of \(fork); analyse with the stage patches and the format json"
      )
    }
    do {
      return try PatchLine.decoded(data)
    } catch let error as DecodingError {
      throw Failure(.usage, "\(folder)/\(path): \(error)")
    }
  }

  /// Commits and paths of every fork of `landscape`, as far as the folder has them. Order: as in the landscape.
  func lists(of landscape: Landscape) throws -> (patches: [ForkPatches], files: [ForkFiles]) {
    var (patches, files): ([ForkPatches], [ForkFiles]) = ([], [])
    for family in landscape.families {
      for fork in family.forks {
        if let lines = try lines("patches", family, fork, landscape, PatchLine.decoded) {
          patches.append(ForkPatches(family: family.name, fork: fork.name, lines: lines))
        }
        if let lines = try lines("files", family, fork, landscape, FileLine.decoded) {
          files.append(ForkFiles(family: family.name, fork: fork.name, lines: lines))
        }
      }
    }
    return (patches, files)
  }

  /// nil where the folder has no such file.
  private func lines<Line>(
    _ kind: String,
    _ family: FamilyEntry,
    _ fork: ForkEntry,
    _ landscape: Landscape,
    _ decode: (Data) throws -> [Line]
  ) throws -> [Line]? {
    guard let path = ReportFolder.path(of: kind, family: family.name, fork: fork.name, in: landscape),
      let data = FileManager.default.contents(atPath: folder + "/" + path)
    else { return nil }
    do {
      return try decode(data)
    } catch let error as DecodingError {
      throw Failure(.usage, "\(folder)/\(path): \(error)")
    }
  }

  /// Everything in it that is data, not rendering.
  func data() throws -> [ReportFile] {
    var files: [ReportFile] = []
    for name in ["landscape.json"] + (try lists()) {
      guard let data = FileManager.default.contents(atPath: folder + "/" + name) else {
        throw Failure(.usage, "\(folder)/\(name): cannot be read")
      }
      files.append(ReportFile(path: name, bytes: Array(data)))
    }
    return files
  }

  private func lists() throws -> [String] {
    try ["files", "patches", "surfaces"].flatMap { kind -> [String] in
      let path = folder + "/" + kind
      guard FileManager.default.fileExists(atPath: path) else { return [] }
      return try FileManager.default.subpathsOfDirectory(atPath: path).filter { $0.hasSuffix(".jsonl") }.sorted()
        .map { kind + "/" + $0 }
    }
  }
}
