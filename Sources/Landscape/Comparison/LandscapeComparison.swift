public import Foundation

/// What moved between two landscapes of the same clones: the older and the newer one.
public struct LandscapeComparison: Hashable, Sendable, Encodable {
  /// The format's version.
  public let schemaVersion: String
  /// The clock of the older landscape.
  public let old: Instant
  /// The clock of the newer one.
  public let new: Instant
  /// Families that only the newer one has. Order: by name.
  public let newFamilies: [String]
  /// Families that only the older one has. Order: by name.
  public let goneFamilies: [String]
  /// Families that both have, those without any movement left out. Order: by name.
  public let families: [FamilyComparison]

  /// Nothing moved.
  public var isEmpty: Bool { newFamilies.isEmpty && goneFamilies.isEmpty && families.isEmpty }

  /// What moved from `old` to `new`. Families and forks are the same where their names are.
  public init(from old: Landscape, to new: Landscape) {
    schemaVersion = "1.0"
    (self.old, self.new) = (old.now, new.now)
    let (before, after) = (Self.named(old.families), Self.named(new.families))
    newFamilies = after.keys.filter { before[$0] == nil }.sorted { $0.precedes($1) }
    goneFamilies = before.keys.filter { after[$0] == nil }.sorted { $0.precedes($1) }
    families = after.keys.sorted { $0.precedes($1) }.compactMap { name in
      guard let one = before[name], let other = after[name] else { return nil }
      let comparison = FamilyComparison(from: one, to: other)
      return comparison.isEmpty ? nil : comparison
    }
  }

  /// The comparison as JSON: keys sorted, a newline at the end.
  public func encoded() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    var data = try encoder.encode(self)
    data.append(UInt8(ascii: "\n"))
    return data
  }

  private static func named(_ families: [FamilyEntry]) -> [String: FamilyEntry] {
    Dictionary(families.map { ($0.name, $0) }) { first, _ in first }
  }
}

/// What moved in a family.
public struct FamilyComparison: Hashable, Sendable, Encodable {
  /// The family's name.
  public let name: String
  /// What moved at its root.
  public let upstream: [FactChange]
  /// Forks that only the newer landscape has. Order: by name.
  public let newForks: [String]
  /// Forks that only the older one has. Order: by name.
  public let goneForks: [String]
  /// Forks that moved. Order: by name.
  public let forks: [ForkComparison]

  var isEmpty: Bool { upstream.isEmpty && newForks.isEmpty && goneForks.isEmpty && forks.isEmpty }

  init(from old: FamilyEntry, to new: FamilyEntry) {
    name = new.name
    upstream = FactChange.between(Fact.all(of: old.upstream), Fact.all(of: new.upstream))
    let before = Dictionary(old.forks.map { ($0.name, $0) }) { first, _ in first }
    let after = Dictionary(new.forks.map { ($0.name, $0) }) { first, _ in first }
    newForks = after.keys.filter { before[$0] == nil }.sorted { $0.precedes($1) }
    goneForks = before.keys.filter { after[$0] == nil }.sorted { $0.precedes($1) }
    forks = after.keys.sorted { $0.precedes($1) }.compactMap { name in
      guard let one = before[name], let other = after[name] else { return nil }
      let comparison = ForkComparison(from: one, to: other)
      return comparison.isEmpty ? nil : comparison
    }
  }
}

/// What moved at a fork.
public struct ForkComparison: Hashable, Sendable, Encodable {
  /// The fork's name.
  public let name: String
  /// Facts with another value than before. Order: that of the facts in a fork's entry.
  public let changes: [FactChange]
  /// Syncs that the older landscape has not. Order: newest first.
  public let newSyncs: [SyncEntry]
  /// Fixes that are missing now and were not before. Order: newest first.
  public let newMissingFixes: [MissingFixEntry]
  /// Fixes that were missing and are no longer. Order: newest first.
  public let closedFixes: [MissingFixEntry]
  /// What could be told before and cannot now. Order: by what.
  public let newGaps: [NotAnalysedEntry]

  var isEmpty: Bool {
    changes.isEmpty && newSyncs.isEmpty && newMissingFixes.isEmpty && closedFixes.isEmpty && newGaps.isEmpty
  }

  init(from old: ForkEntry, to new: ForkEntry) {
    name = new.name
    changes = FactChange.between(Fact.all(of: old), Fact.all(of: new))
    let known = Set((old.lineage?.syncs ?? []).map(\.forkCommit))
    // Where nobody looked for syncs before, those found now are no news.
    newSyncs = old.lineage?.syncs == nil ? [] : (new.lineage?.syncs ?? []).filter { !known.contains($0.forkCommit) }
    let (before, after) = (old.patches?.missingFixes ?? [], new.patches?.missingFixes ?? [])
    let isComparable = old.patches != nil && new.patches != nil
    newMissingFixes = isComparable ? after.filter { fix in !before.contains { $0.commit == fix.commit } } : []
    closedFixes = isComparable ? before.filter { fix in !after.contains { $0.commit == fix.commit } } : []
    let gaps = Set(old.notAnalysed.map(\.what))
    newGaps = new.notAnalysed.filter { !gaps.contains($0.what) }
  }
}
