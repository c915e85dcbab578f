public import Git

/// A clone that was found and whose place is known; its history was not looked at yet.
public struct FoundClone: Hashable, Sendable {
  /// The path as the user wrote it, or as it follows from that.
  public let path: String
  /// Where its parts lie.
  public let layout: RepositoryLayout
  /// What its address and its folder say of its name.
  public let nameParts: NameParts

  /// A clone at `path` with the parts of `layout`.
  ///
  /// - Parameter currentFolder: what a relative path is relative to, absolute.
  public init(path: String, layout: RepositoryLayout, currentFolder: String) {
    self.path = path
    self.layout = layout
    nameParts = NameParts(
      origin: layout.configuration.origin,
      folder: PathText.absolute(path, in: currentFolder),
      path: path
    )
  }

  /// Whether this is the repository itself, not a further work tree of it.
  var isMain: Bool { layout.gitDirectory == layout.commonDirectory }
}

/// A further path to a repository that was found already.
public struct DuplicateClone: Hashable, Sendable {
  /// The path, as in ``FoundClone/path``.
  public let path: String
  /// The path of the clone that counts.
  public let original: String
}

/// What was found under the given folders.
public struct Discovery: Sendable {
  /// Each repository once. Order: by path.
  public let clones: [FoundClone]
  /// Further paths to the same repositories. Order: by path.
  public let duplicates: [DuplicateClone]
  /// Folders of patches without git. Order: by path.
  public let patchFolders: [PatchFolder]
  /// Clones that are there and cannot be opened: an unknown format, missing parts. Order: by path.
  public let unreadable: [CloneProblem]
  /// Given paths without a clone, folders that cannot be listed, the limit reached. Order: by path.
  public let problems: [CloneProblem]

  /// How many folders were looked into.
  public let visitedFolders: Int
}
