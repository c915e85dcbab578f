/// The program that made a landscape.
public struct GeneratorEntry: Hashable, Sendable, Codable {
  /// `forkscape`.
  public let name: String
  /// Its version.
  public let version: String
  /// The version of libgit2 that it ran with. null: not known.
  @Nullable public internal(set) var libgit2: String?

  /// A generator of its parts.
  public init(name: String = "forkscape", version: String, libgit2: String?) {
    self.name = name
    self.version = version
    _libgit2 = Nullable(wrappedValue: libgit2)
  }
}
