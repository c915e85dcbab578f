public import Foundation

/// One line of `surfaces/<family>/<name>.jsonl`: an element that does not stand as it did.
public struct SurfaceLine: Hashable, Sendable, Codable {
  /// How an element stands; the words of ``SurfaceEntry``.
  public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
    /// In base and fork, and the fork's is neither the base's nor the line's.
    case changed
    /// In base and line, not in the fork.
    case removed
    /// Only in the fork.
    case added
    /// In the line since the base, or other there since, and not so in the fork.
    case lagging
    /// In the line since the base, and in the fork too.
    case taken
    /// In line and fork since the base, in each in another way.
    case clashing
    /// In neither of line and fork any more.
    case dropped
  }

  /// The surface's name.
  public var surface: String
  /// How it stands.
  public var status: Status
  /// The file that it belongs to, where the surface's files are parts of their own. null elsewhere.
  @Nullable public var part: String?
  /// Its name.
  public var name: String
  /// Its signature in the effective base; empty where the name is all. null: not there.
  @Nullable public var base: String?
  /// The same in the line's head. null: not there.
  @Nullable public var line: String?
  /// The same in the fork's head; of a production that changed, what it is there. null: not there.
  @Nullable public var fork: String?

  /// A line of its parts.
  public init(
    surface: String,
    status: Status,
    part: String?,
    name: String,
    base: String?,
    line: String?,
    fork: String?
  ) {
    self.surface = surface
    self.status = status
    _part = Nullable(wrappedValue: part)
    self.name = name
    _base = Nullable(wrappedValue: base)
    _line = Nullable(wrappedValue: line)
    _fork = Nullable(wrappedValue: fork)
  }

  /// The bytes of a list: one JSON object a line, keys sorted.
  public static func encoded(_ lines: [SurfaceLine]) throws -> Data {
    try JSONLines.encoded(lines)
  }
}

/// The elements of one fork that do not stand as they did.
public struct ForkSurfaces: Hashable, Sendable {
  /// The family's name.
  public let family: String
  /// The fork's name.
  public let fork: String
  /// Order: surfaces as the profile has them; status, part, name.
  public let lines: [SurfaceLine]

  /// A list of its parts.
  public init(family: String, fork: String, lines: [SurfaceLine]) {
    self.family = family
    self.fork = fork
    self.lines = lines
  }
}
