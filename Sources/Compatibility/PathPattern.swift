import GitValues

/// A pattern of paths: `*` stands for anything in a name, `**` for any folders. It fits the end of a path, from a slash
/// or the beginning on.
struct PathPattern: Hashable, Sendable {
  private let parts: [[UInt8]]

  init(_ text: String) {
    parts = text.utf8.split(separator: UInt8(ascii: "/")).map(Array.init)
  }

  func matches(_ path: RepoPath) -> Bool {
    guard let last = parts.last, last == [0x2a, 0x2a] || Self.fits(last[...], path.lastComponent) else { return false }
    if parts.count == 1 { return true }
    let names = path.bytes.split(separator: UInt8(ascii: "/"))
    return (0..<names.count).contains { matches(names[$0...], parts[...]) }
  }

  private func matches(_ names: ArraySlice<ArraySlice<UInt8>>, _ parts: ArraySlice<[UInt8]>) -> Bool {
    guard let part = parts.first else { return names.isEmpty }
    if part == [0x2a, 0x2a] {
      if matches(names, parts.dropFirst()) { return true }
      return !names.isEmpty && matches(names.dropFirst(), parts)
    }
    guard let name = names.first, Self.fits(part[...], name) else { return false }
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
  let files: [PathPattern]
  let exclude: [PathPattern]

  init(files: [String], exclude: [String] = []) {
    self.files = files.map(PathPattern.init)
    self.exclude = exclude.map(PathPattern.init)
  }

  func contains(_ path: RepoPath) -> Bool {
    files.contains { $0.matches(path) } && !exclude.contains { $0.matches(path) }
  }
}
