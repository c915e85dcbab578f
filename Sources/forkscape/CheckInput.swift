import DriftCheck
import Foundation
import Landscape

/// What a check looks at: a landscape with the lists beside it.
struct CheckInput {
  let landscape: Landscape
  let patches: [ForkPatches]
  let files: [ForkFiles]
  /// Whether the forks were named outright.
  let isPair: Bool

  init(landscape: Landscape, patches: [ForkPatches], files: [ForkFiles], isPair: Bool) {
    self.landscape = landscape
    self.patches = patches
    self.files = files
    self.isPair = isPair
  }

  /// What a report folder holds; a `landscape.json` alone has no lists.
  init(report folder: String) throws {
    var isFolder: ObjCBool = false
    let isFile = FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) && !isFolder.boolValue
    if isFile {
      self.init(landscape: try Self.landscape(at: folder), patches: [], files: [], isPair: false)
      return
    }
    let reader = ReportReader(folder)
    let landscape = try reader.landscape()
    let lists = try reader.lists(of: landscape)
    self.init(landscape: landscape, patches: lists.patches, files: lists.files, isPair: false)
  }

  private static func landscape(at file: String) throws -> Landscape {
    do {
      return try Landscape(decoding: FileManager.default.contents(atPath: file) ?? Data())
    } catch let error as LandscapeDecodingError {
      throw Failure(.usage, "\(file): \(error)")
    }
  }

  /// The forks; in a set of clones, those that are none are left out.
  func facts(_ baseline: Landscape?) -> [ForkFacts] {
    ForkFacts.all(landscape, patches: patches, files: files, baseline: baseline)
      .filter { isPair || $0.fork.relation != .unrelated }
  }
}
