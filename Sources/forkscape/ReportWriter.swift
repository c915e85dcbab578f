import Foundation
import Glibc
import Report

/// Writes a report folder: into a temporary one beside it, which then takes its place.
enum ReportWriter {
  /// Throws where `folder` holds something that is no report: it would be replaced.
  static func checkPlace(_ folder: String) throws {
    let manager = FileManager.default
    var isDirectory: ObjCBool = false
    guard manager.fileExists(atPath: folder, isDirectory: &isDirectory) else { return }
    guard isDirectory.boolValue else { throw Failure(.usage, "\(folder): it is a file; give a folder with --out") }
    let names = try manager.contentsOfDirectory(atPath: folder)
    let known: Set<String> = ["README.md", "forks", "files", "patches", "assets", "index.html", "landscape.json"]
    if let stranger = names.sorted().first(where: { !known.contains($0) }) {
      throw Failure(
        .usage, "\(folder): it holds \(stranger), which is no part of a report; give an empty or new folder with --out")
    }
  }

  /// Puts `files` into `folder`, in the place of an earlier report.
  static func write(_ files: [ReportFile], to folder: String) throws {
    let place = (folder as NSString).standardizingPath
    let part = place + ".part-\(getpid())"
    Interruption.protect(part)
    defer {
      remove(part)
      Interruption.release(part)
    }
    do {
      let manager = FileManager.default
      try manager.createDirectory(atPath: part, withIntermediateDirectories: true)
      for file in files {
        let path = part + "/" + file.path
        try manager.createDirectory(
          atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(file.bytes).write(to: URL(fileURLWithPath: path))
      }
      remove(place)
      try manager.moveItem(atPath: part, toPath: place)
    } catch let error as CocoaError {
      throw Failure(.nothing, "\(folder): the report cannot be written: \(error.localizedDescription)")
    }
  }

  /// Removes a folder of ours; one that cannot be removed is left.
  static func remove(_ folder: String) {
    do { try FileManager.default.removeItem(atPath: folder) } catch {}
  }
}
