/// A pattern of paths as people write them: `src/server.c`, `src/**`, `*.proto`, `docs/`.
///
/// `*` stands for any characters of one name, `?` for one of them, `**` for any number of folders. A pattern without a
/// slash (but at its end) is looked for at every depth; one that ends in a slash, or names a folder, means all in it.
public struct PathGlob: Hashable, Sendable {
  /// The pattern as written.
  public let pattern: String
  private let parts: [[Unicode.Scalar]]

  /// The pattern `pattern`.
  public init(_ pattern: String) {
    self.pattern = pattern
    var parts = pattern.split(separator: "/").map(String.init)
    let isAnywhere = parts.count == 1 && !pattern.hasPrefix("/") && parts != ["**"]
    if isAnywhere { parts.insert("**", at: 0) }
    self.parts = parts.map { Array($0.unicodeScalars) }
  }

  /// Whether `path`, or a folder that it lies in, is one that the pattern means.
  public func matches(_ path: String) -> Bool {
    Self.matches(parts[...], path.split(separator: "/").map { Array($0.unicodeScalars) }[...])
  }

  private static func matches(_ parts: ArraySlice<[Unicode.Scalar]>, _ names: ArraySlice<[Unicode.Scalar]>) -> Bool {
    // The pattern is used up: what is left of the path lies in what the pattern named.
    guard let part = parts.first else { return true }
    if part == ["*", "*"] {
      if parts.count == 1 { return !names.isEmpty }
      return names.indices.contains { matches(parts.dropFirst(), names[$0...]) }
    }
    guard let name = names.first, matches(part[...], name[...]) else { return false }
    return matches(parts.dropFirst(), names.dropFirst())
  }

  private static func matches(_ part: ArraySlice<Unicode.Scalar>, _ name: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let scalar = part.first else { return name.isEmpty }
    if scalar == "*" {
      return (name.startIndex...name.endIndex).contains { matches(part.dropFirst(), name[$0...]) }
    }
    guard let other = name.first, scalar == "?" || scalar == other else { return false }
    return matches(part.dropFirst(), name.dropFirst())
  }
}
