/// What merging upstream's line into the fork would meet; found in memory, nothing was merged anywhere.
public struct MergeForecastEntry: Hashable, Sendable, Codable {
  /// From which base the merge was tried.
  public enum Base: String, Hashable, Sendable, Codable, CaseIterable {
    /// The effective base.
    case effective
  }

  /// From which base.
  public var base: Base
  /// Files at which the merge of the line's head would stop, each counted once under whatever names it has.
  public var conflictedPaths: Int
  /// The same from git's merge base, as `git merge` would do it. null: there is none.
  @Nullable public var withGitMergeBase: Int?
  /// Files at which only the merge from git's base would stop: the fork has long taken in what they clash over. null:
  /// there is no such base.
  @Nullable public var phantom: Int?
  /// The conflicts by what makes them.
  public var causes: MergeCausesEntry
  /// Files that both sides changed and that merge by themselves.
  public var merged: Int
  /// Files that both sides changed and whose contents could not be read, which may conflict too. Order: by path.
  public var unread: [String]
  /// The merge of the line's newest tag. null: the line has no tag, or tags cannot be read.
  @Nullable public var newestTag: MergeTagEntry?
  /// The conflicts by folder. Order: most first, then by path.
  public var areas: [MergeAreaEntry]
  /// Every file at which the merge would stop. Order: by path, then by the fork's path, then upstream's.
  public var paths: [MergePathEntry]

  /// A forecast of its parts.
  public init(
    conflictedPaths: Int,
    withGitMergeBase: Int?,
    phantom: Int?,
    causes: MergeCausesEntry,
    merged: Int,
    unread: [String],
    newestTag: MergeTagEntry?,
    areas: [MergeAreaEntry],
    paths: [MergePathEntry]
  ) {
    base = .effective
    self.conflictedPaths = conflictedPaths
    _withGitMergeBase = Nullable(wrappedValue: withGitMergeBase)
    _phantom = Nullable(wrappedValue: phantom)
    self.causes = causes
    self.merged = merged
    self.unread = unread
    _newestTag = Nullable(wrappedValue: newestTag)
    self.areas = areas
    self.paths = paths
  }
}

/// Conflicts by what makes them.
public struct MergeCausesEntry: Hashable, Sendable, Codable {
  /// Both sides changed the same place of the file.
  public var content: Int
  /// One side changed it, the other deleted it.
  public var deleteModify: Int
  /// Both sides brought something of their own to one path.
  public var addAdd: Int
  /// A side moved it, and the other moved it elsewhere, deleted it, or has something at the place.
  public var rename: Int

  /// Counts of their parts.
  public init(content: Int, deleteModify: Int, addAdd: Int, rename: Int) {
    self.content = content
    self.deleteModify = deleteModify
    self.addAdd = addAdd
    self.rename = rename
  }
}

/// What merging the line's newest tag would meet.
public struct MergeTagEntry: Hashable, Sendable, Codable {
  /// The tag's short name.
  public var name: String
  /// Whether ``name`` is percent-encoded because its bytes are not UTF-8.
  public var nameIsEncoded: Bool
  /// The commit that it names.
  public var commit: String
  /// Files at which its merge would stop; 0 where the fork is past it.
  public var conflictedPaths: Int

  /// A tag of its parts.
  public init(name: String, nameIsEncoded: Bool, commit: String, conflictedPaths: Int) {
    self.name = name
    self.nameIsEncoded = nameIsEncoded
    self.commit = commit
    self.conflictedPaths = conflictedPaths
  }
}

/// Conflicts in one folder.
public struct MergeAreaEntry: Hashable, Sendable, Codable {
  /// The folder, `.` for the top.
  public var path: String
  /// Whether ``path`` is percent-encoded because its bytes are not UTF-8.
  public var pathIsEncoded: Bool
  /// Files at which the merge would stop.
  public var conflictedPaths: Int

  /// An area of its parts.
  public init(path: String, pathIsEncoded: Bool, conflictedPaths: Int) {
    self.path = path
    self.pathIsEncoded = pathIsEncoded
    self.conflictedPaths = conflictedPaths
  }
}

/// A file at which the merge would stop.
public struct MergePathEntry: Hashable, Sendable, Codable {
  /// What makes a merge stop.
  public enum Cause: String, Hashable, Sendable, Codable, CaseIterable {
    /// Both sides changed the same place of it.
    case content
    /// One side changed it, the other deleted it.
    case deleteModify
    /// Both sides brought something of their own to the path.
    case addAdd
    /// A side moved it, and the other moved it elsewhere, deleted it, or has something at the place.
    case rename
  }

  /// Where it is: in the base, else where both sides have it.
  public var path: String
  /// Whether ``path`` is percent-encoded because its bytes are not UTF-8.
  public var pathIsEncoded: Bool
  /// Where the fork has it. null: it has not.
  @Nullable public var forkPath: String?
  /// Where upstream has it. null: it has not.
  @Nullable public var upstreamPath: String?
  /// What makes the merge stop.
  public var cause: Cause
  /// The folder of ``MergeForecastEntry/areas`` that it is counted in.
  public var area: String
  /// Whether the merge of the newest tag would stop here too. null: that was not tried.
  @Nullable public var atNewestTag: Bool?
  /// The newest commit, merges left out, by which the fork alone changed it. null: none, or unknown.
  @Nullable public var lastByFork: TouchEntry?
  /// The same on upstream's side.
  @Nullable public var lastByUpstream: TouchEntry?

  /// A path of its parts.
  public init(
    path: String,
    pathIsEncoded: Bool,
    forkPath: String?,
    upstreamPath: String?,
    cause: Cause,
    area: String,
    atNewestTag: Bool?,
    lastByFork: TouchEntry?,
    lastByUpstream: TouchEntry?
  ) {
    self.path = path
    self.pathIsEncoded = pathIsEncoded
    _forkPath = Nullable(wrappedValue: forkPath)
    _upstreamPath = Nullable(wrappedValue: upstreamPath)
    self.cause = cause
    self.area = area
    _atNewestTag = Nullable(wrappedValue: atNewestTag)
    _lastByFork = Nullable(wrappedValue: lastByFork)
    _lastByUpstream = Nullable(wrappedValue: lastByUpstream)
  }
}

/// Who touched a file last.
public struct TouchEntry: Hashable, Sendable, Codable {
  /// The commit.
  public var commit: String
  /// When it was recorded.
  public var date: Instant
  /// Its author's name.
  public var author: String
  /// Whether ``author`` is percent-encoded because its bytes are not UTF-8.
  public var authorIsEncoded: Bool

  /// A touch of its parts.
  public init(commit: String, date: Instant, author: String, authorIsEncoded: Bool) {
    self.commit = commit
    self.date = date
    self.author = author
    self.authorIsEncoded = authorIsEncoded
  }
}
