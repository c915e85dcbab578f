public import CloneSet
public import GitValues

/// How a fork stands on a surface.
public enum SurfaceLevel: String, Hashable, Sendable, CaseIterable {
  /// Every element is there as it was, and there are no others.
  case identical
  /// It keeps all and adds some.
  case superset
  /// It lacks only what upstream added or changed since the base.
  case lagging
  /// Elements are other than they were.
  case modified
  /// Elements are gone.
  case breaking
  /// The fork has nothing of it.
  case absent
}

/// A fork's standing on one surface.
public struct SurfaceResult: Sendable {
  /// A file that elements were read from.
  public struct File: Hashable, Sendable {
    /// Where it stands in each tree; nil where it does not.
    public let paths: ThreeSides<RepoPath?>
    /// How many elements it has in each tree; nil where it does not stand.
    public let elements: ThreeSides<Int?>
  }

  /// A file that could not be read.
  public struct Unread: Hashable, Sendable {
    /// In which tree.
    public let side: Side
    /// Where it is.
    public let path: RepoPath
    /// The line, from 1; nil where the file as a whole is meant.
    public let line: Int?
    /// Why.
    public let reason: String
  }

  /// The surface.
  public let declaration: SurfaceDeclaration
  /// nil where nothing of it could be read.
  public let level: SurfaceLevel?
  /// How many elements have each status.
  public let counts: [ElementStatus: Int]
  /// How many elements each tree has.
  public let sizes: ThreeSides<Int>
  /// Everything but what was kept. Order: status, those of parts that the base has first, part, name.
  public let changes: [ElementChange]
  /// Order: as the base has them, then the line, then the fork.
  public let files: [File]
  /// Order: by path, then side.
  public let unread: [Unread]

  /// The share of the base's elements that still hold, a changed one counting half; nil where the base has none, or
  /// upstream itself dropped them all.
  public var score: Double? {
    let (kept, changed, removed) = (counts[.kept] ?? 0, counts[.changed] ?? 0, counts[.removed] ?? 0)
    let all = kept + changed + removed
    return all == 0 ? nil : (Double(kept) + Double(changed) / 2) / Double(all)
  }

  static func level(_ counts: [ElementStatus: Int], _ sizes: ThreeSides<Int>) -> SurfaceLevel {
    func has(_ status: ElementStatus) -> Bool { (counts[status] ?? 0) > 0 }
    if sizes.fork == 0, has(.removed) { return .absent }
    if has(.removed) { return .breaking }
    if has(.changed) || has(.clashing) { return .modified }
    if has(.lagging) { return .lagging }
    return has(.added) ? .superset : .identical
  }
}

/// What users of a fork would notice.
public struct Compatibility: Sendable {
  /// The name of the profile that says which surfaces there are.
  public let profile: String
  /// Order: as the profile has them. Surfaces without a file in any of the three trees are left out.
  public let surfaces: [SurfaceResult]
  /// What could not be looked at besides files, one sentence each. Order: by text.
  public let gaps: [String]

  /// The mean of the surfaces' scores by their weights, from 0 to 1; nil where none has one.
  public var score: Double? {
    let scored = surfaces.compactMap { surface in surface.score.map { (score: $0, weight: surface.declaration.weight) }
    }
    let weight = scored.reduce(0) { $0 + $1.weight }
    return weight == 0 ? nil : scored.reduce(0) { $0 + $1.score * $1.weight } / weight
  }
}
