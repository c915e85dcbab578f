import GitValues

/// A path in its parts, folder by folder.
struct PathParts {
  let names: [ArraySlice<UInt8>]

  init(_ path: RepoPath) { names = path.bytes.split(separator: UInt8(ascii: "/")) }
}

/// A pattern of paths: `*` stands for anything in a name, `**` for any folders. It fits the end of a path, from a slash
/// or the beginning on.
struct PathPattern: Hashable, Sendable {
  private enum Part: Hashable {
    case folders
    case exactly([UInt8])
    case like([UInt8])

    func fits(_ name: ArraySlice<UInt8>) -> Bool {
      switch self {
      case .folders: true
      case .exactly(let text): text.count == name.count && text.elementsEqual(name)
      case .like(let pattern): PathPattern.fits(pattern[...], name)
      }
    }
  }

  private let parts: [Part]

  init(_ text: String) {
    parts = text.utf8.split(separator: UInt8(ascii: "/")).map { part in
      if part.elementsEqual("**".utf8) { return .folders }
      let isExact = !part.contains(UInt8(ascii: "*")) && !part.contains(UInt8(ascii: "?"))
      return isExact ? .exactly(Array(part)) : .like(Array(part))
    }
  }

  func matches(_ path: PathParts) -> Bool {
    guard let last = parts.last, let name = path.names.last, last.fits(name) else { return false }
    if parts.count == 1 { return true }
    return path.names.indices.contains { Self.matches(path.names[$0...], parts[...]) }
  }

  private static func matches(_ names: ArraySlice<ArraySlice<UInt8>>, _ parts: ArraySlice<Part>) -> Bool {
    guard let part = parts.first else { return names.isEmpty }
    if part == .folders {
      // At the end it stands for all that lies in a folder.
      if parts.count == 1 { return !names.isEmpty }
      return names.indices.contains { matches(names[$0...], parts.dropFirst()) }
    }
    guard let name = names.first, part.fits(name) else { return false }
    return matches(names.dropFirst(), parts.dropFirst())
  }

  /// Whether `name` fits `pattern`; linear but for one star's retries.
  private static func fits(_ pattern: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>) -> Bool {
    var (place, at) = (pattern.startIndex, name.startIndex)
    var star: (pattern: Int, name: Int)?
    while at < name.endIndex {
      if place < pattern.endIndex, pattern[place] == UInt8(ascii: "*") {
        star = (place, at)
        place += 1
      } else if place < pattern.endIndex, pattern[place] == name[at] || pattern[place] == UInt8(ascii: "?") {
        place += 1
        at += 1
      } else if let last = star {
        place = last.pattern + 1
        at = last.name + 1
        star = (last.pattern, at)
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}

/// Which paths belong to a surface.
struct PathChoice: Hashable, Sendable {
  private let files: [PathPattern]
  private let exclude: [PathPattern]

  init(files: [String], exclude: [String] = []) {
    self.files = files.map(PathPattern.init)
    self.exclude = exclude.map(PathPattern.init)
  }

  func contains(_ path: PathParts) -> Bool {
    files.contains { $0.matches(path) } && !exclude.contains { $0.matches(path) }
  }
}
