/// A folder that moved as a whole, or nearly.
public struct FolderRenameEntry: Hashable, Sendable, Codable {
  /// Where it was, with a slash at its end; empty: the top.
  public let from: String
  /// Whether ``from`` is percent-encoded because its bytes are not UTF-8.
  public let fromIsEncoded: Bool
  /// Where it is, with a slash at its end; empty: the top.
  public let to: String
  /// Whether ``to`` is percent-encoded because its bytes are not UTF-8.
  public let toIsEncoded: Bool
  /// Files that moved with it.
  public let files: Int

  /// A renamed folder of its parts.
  public init(from: String, fromIsEncoded: Bool, to: String, toIsEncoded: Bool, files: Int) {
    self.from = from
    self.fromIsEncoded = fromIsEncoded
    self.to = to
    self.toIsEncoded = toIsEncoded
    self.files = files
  }
}

/// Files that moved since the base.
public struct RenamesEntry: Hashable, Sendable, Codable {
  /// Files that the fork moved.
  public var byFork: Int
  /// Files that upstream moved.
  public var byUpstream: Int
  /// Folders that the fork moved. Order: most files first, then from, then to.
  public var folders: [FolderRenameEntry]

  /// Renames of their parts.
  public init(byFork: Int, byUpstream: Int, folders: [FolderRenameEntry]) {
    self.byFork = byFork
    self.byUpstream = byUpstream
    self.folders = folders
  }
}
