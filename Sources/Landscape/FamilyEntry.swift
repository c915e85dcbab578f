/// Clones that descend from one code base.
public struct FamilyEntry: Hashable, Sendable, Codable {
  /// The family's name, unique in the landscape.
  public var name: String
  /// Its root.
  public var upstream: UpstreamEntry
  /// Every other clone of the family. Order: name, then clone.
  public var forks: [ForkEntry]
  /// Forks that the family file names and no clone here is, closed ones too. Order: name, address, source.
  public var withoutClone: [KnownForkEntry]

  /// What its forks say about the upstream as a whole. Order: confirms, widens, complements, returns, vendor
  /// editions.
  public var says: [MessageEntry]
  /// Fixes of security and data loss that a fork lacks, beside where the others stand. null: the patches of no fork were
  /// analysed. Order: those that most forks lack first, then newest, then by subject.
  @Nullable public var missingFixes: [FamilyFixEntry]?
  /// Changes that several forks of one upstream made and upstream has not. null: no two forks were compared. Order: most
  /// forks first, then fixes, then newest.
  @Nullable public var sharedChanges: [SharedChangeEntry]?

  /// A family of its parts.
  public init(
    name: String,
    upstream: UpstreamEntry,
    forks: [ForkEntry],
    withoutClone: [KnownForkEntry] = [],
    says: [MessageEntry] = [],
    missingFixes: [FamilyFixEntry]? = nil,
    sharedChanges: [SharedChangeEntry]? = nil
  ) {
    self.name = name
    self.upstream = upstream
    self.forks = forks
    self.withoutClone = withoutClone
    self.says = says
    _missingFixes = Nullable(wrappedValue: missingFixes)
    _sharedChanges = Nullable(wrappedValue: sharedChanges)
  }
}
