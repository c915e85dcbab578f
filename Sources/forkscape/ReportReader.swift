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
