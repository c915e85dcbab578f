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
    let names = try manager.subpathsOfDirectory(atPath: folder).sorted().filter { name in
      try manager.attributesOfItem(atPath: folder + "/" + name)[.type] as? FileAttributeType != .typeDirectory
    }
    if let stranger = names.first(where: { !isPartOfReport($0) }) {
      throw Failure(
        .usage,
        "\(folder): it holds \(stranger), which is no part of a report; give an empty or new folder with --out"
      )
    }
    guard names.isEmpty || names.contains(where: { isOurs(folder + "/" + $0) }) else {
      throw Failure(
        .usage,
        "\(folder): it holds \(names[0]), which forkscape did not write; give an empty or new folder with --out"
      )
    }
  }

  /// Whether reports have files of this path.
  private static func isPartOfReport(_ path: String) -> Bool {
    if ["README.md", "index.html", "landscape.json"].contains(path) { return true }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    switch (parts.first, parts.count) {
    case ("forks", 3): return path.hasSuffix(".md")
    case ("files", 3), ("patches", 3), ("surfaces", 3): return path.hasSuffix(".jsonl")
    case ("assets", 2): return path.hasSuffix(".svg")
    default: return false
    }
  }

  /// Whether the file is the page or the data that every report begins with: both name their maker.
  private static func isOurs(_ path: String) -> Bool {
    guard ["README.md", "index.html", "landscape.json"].contains((path as NSString).lastPathComponent) else {
      return false
    }
    return FileManager.default.contents(atPath: path)?.range(of: Data("forkscape".utf8)) != nil
  }

  /// Puts `files` into `folder`, in the place of an earlier report, which stays until the new one is whole.
  static func write(_ files: [ReportFile], to folder: String) throws {
    let place = (folder as NSString).standardizingPath
    let (part, old) = ("\(place).part-\(getpid())", "\(place).old-\(getpid())")
    Interruption.protect(part)
    defer {
      remove(part)
      Interruption.release(part)
    }
    do {
      let manager = FileManager.default
      for file in files {
        let path = part + "/" + file.path
        try Interruption.uninterrupted {
          try manager.createDirectory(
            atPath: (path as NSString).deletingLastPathComponent,
            withIntermediateDirectories: true
          )
          try Data(file.bytes).write(to: URL(fileURLWithPath: path))
        }
      }
      try Interruption.uninterrupted {
        guard manager.fileExists(atPath: place) else { return try manager.moveItem(atPath: part, toPath: place) }
        try manager.moveItem(atPath: place, toPath: old)
        do {
          try manager.moveItem(atPath: part, toPath: place)
        } catch {
          try manager.moveItem(atPath: old, toPath: place)
          throw error
        }
        remove(old)
      }
    } catch let error as CocoaError {
      throw Failure(.nothing, "\(folder): the report cannot be written: \(error.localizedDescription)")
    }
  }

  /// Removes a folder of ours; one that cannot be removed is left.
  static func remove(_ folder: String) {
    do { try FileManager.default.removeItem(atPath: folder) } catch {}
  }
}
