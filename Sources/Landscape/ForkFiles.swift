/// The file list of one fork.
public struct ForkFiles: Hashable, Sendable {
  /// The family's name.
  public let family: String
  /// The fork's name.
  public let fork: String
  /// Every path of the three trees. Order: any.
  public let lines: [FileLine]

  /// A list of its parts.
  public init(family: String, fork: String, lines: [FileLine]) {
    self.family = family
    self.fork = fork
    self.lines = lines
  }
}
