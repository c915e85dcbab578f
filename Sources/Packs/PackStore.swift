internal import Foundation
internal import Synchronization

/// The packs of some object folders, mapped into memory once however many readers there are.
public final class PackStore: Sendable {
  let packs: [PackFile]

  /// The packs of `objectFolders` (each a repository's `objects`) and of the folders that they borrow from. Packs of a
  /// form not known here are passed over. Order: by folder, then by name.
  public init(objectFolders: [String]) {
    var seen: Set<String> = []
    var waiting = Array(objectFolders.reversed())
    var folders: [String] = []
    // What a folder borrows comes right after it. A ring of borrowers ends, since none is entered twice.
    while let folder = waiting.popLast() {
      let path = URL(fileURLWithPath: folder).standardizedFileURL.path
      guard seen.insert(path).inserted else { continue }
      folders.append(path)
      waiting += Self.borrowed(by: path).reversed()
    }
    held = folders.map { Self.packs(of: $0) }
    packs = held.flatMap(\.packs)
  }

  /// Keeps the folders' packs mapped for others who ask for them meanwhile.
  private let held: [FolderPacks]

  private final class FolderPacks: Sendable {
    let packs: [PackFile]
    init(_ packs: [PackFile]) { self.packs = packs }
  }

  private struct Weak {
    weak var packs: FolderPacks?
  }

  private static let open = Mutex<[String: Weak]>([:])

  private static func packs(of folder: String) -> FolderPacks {
    open.withLock { open in
      if let known = open[folder]?.packs { return known }
      let packs = FolderPacks(read(folder))
      open[folder] = Weak(packs: packs)
      return packs
    }
  }

  private static func read(_ folder: String) -> [PackFile] {
    let path = folder + "/pack"
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      // No folder of packs, or one that cannot be listed: libgit2 says which, for every object that it then misses.
      return []
    }
    return names.filter { $0.hasSuffix(".idx") }.sorted().compactMap { PackFile(index: path + "/" + $0) }
  }

  /// The folders that `info/alternates` names, one a line, some of them relative to the object folder.
  private static func borrowed(by folder: String) -> [String] {
    guard let bytes = FileManager.default.contents(atPath: folder + "/info/alternates") else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.hasPrefix("/") ? String($0) : folder + "/" + $0 }
  }
}
