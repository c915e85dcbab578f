import Foundation

/// What lies in one folder: names by kind, each list in the order of their bytes.
struct FolderListing {
  /// Folders, symbolic links left out.
  let folders: [String]
  /// Plain files, symbolic links left out.
  let files: [String]
  /// Symbolic links, to whatever they lead.
  let links: [String]
  /// Names that are not UTF-8, percent-encoded bytes shown as `?`.
  let unreadableNames: [String]

  /// Whether a folder, file or link has this name.
  func contains(_ name: String) -> Bool {
    files.contains(name) || folders.contains(name) || links.contains(name)
  }

  /// The content of the folder at `path`.
  ///
  /// - Throws: ``FolderError`` where it cannot be listed to its end.
  init(of path: String) throws(FolderError) {
    guard let stream = opendir(path) else { throw FolderError(reason: String(cString: strerror(errno))) }
    defer { closedir(stream) }
    var (folders, files, links, unreadable): ([String], [String], [String], [String]) = ([], [], [], [])
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw FolderError(reason: String(cString: strerror(errno))) }
        break
      }
      let bytes = Self.name(of: entry)
      guard let name = String(validating: bytes, as: UTF8.self) else {
        unreadable.append(String(decoding: bytes.map { $0 < 0x80 ? $0 : UInt8(ascii: "?") }, as: UTF8.self))
        continue
      }
      if name == "." || name == ".." { continue }
      switch Self.kind(of: entry, at: path + "/" + name) {
      case .folder: folders.append(name)
      case .file: files.append(name)
      case .link: links.append(name)
      case .other: break
      }
    }
    self.folders = folders.sorted(by: PathText.precedes)
    self.files = files.sorted(by: PathText.precedes)
    self.links = links.sorted(by: PathText.precedes)
    unreadableNames = unreadable.sorted(by: PathText.precedes)
  }

  private enum Kind {
    case folder, file, link, other
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    withUnsafeBytes(of: &entry.pointee.d_name) { bytes in Array(bytes.prefix { $0 != 0 }) }
  }

  private static func kind(of entry: UnsafeMutablePointer<dirent>, at path: String) -> Kind {
    switch Int(entry.pointee.d_type) {
    case Int(DT_DIR): return .folder
    case Int(DT_REG): return .file
    case Int(DT_LNK): return .link
    case Int(DT_UNKNOWN): break
    default: return .other
    }
    // Some file systems tell the kind only when asked for each name.
    var status = stat()
    guard lstat(path, &status) == 0 else { return .other }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return .file
    case S_IFLNK: return .link
    default: return .other
    }
  }
}

/// Why a folder could not be listed.
struct FolderError: Error {
  /// The system's words.
  let reason: String
}
