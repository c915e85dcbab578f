/// Clones that descend from one code base.
public struct FamilyEntry: Hashable, Sendable, Codable {
  /// The family's name, unique in the landscape.
  public var name: String
  /// Its root.
  public var upstream: UpstreamEntry
  /// Every other clone of the family. Order: name, then clone.
  public var forks: [ForkEntry]

  /// What its forks say about the upstream as a whole. Order: confirms, complements, returns.
  public var says: [MessageEntry]

  /// A family of its parts.
  public init(name: String, upstream: UpstreamEntry, forks: [ForkEntry], says: [MessageEntry] = []) {
    self.name = name
    self.upstream = upstream
    self.forks = forks
    self.says = says
  }
}
