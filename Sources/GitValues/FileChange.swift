/// What an entry of a tree is, by the number git writes for it.
public struct FileMode: Hashable, Sendable {
  /// The mode as in the tree, octal `100644` and kin.
  public let rawValue: UInt32

  /// A mode of its number.
  @inlinable
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// A plain file.
  public static let file = FileMode(rawValue: 0o100644)
  /// A file that may be run.
  public static let executable = FileMode(rawValue: 0o100755)
  /// A symbolic link: its blob is the target.
  public static let link = FileMode(rawValue: 0o120000)
  /// A submodule: its id names a commit of another repository.
  public static let submodule = FileMode(rawValue: 0o160000)
  /// A folder.
  public static let tree = FileMode(rawValue: 0o040000)

  /// Whether this is a folder.
  @inlinable
  public var isTree: Bool { rawValue & 0o170000 == 0o040000 }
  /// Whether this is a plain or executable file.
  @inlinable
  public var isRegular: Bool { rawValue & 0o170000 == 0o100000 }
  /// Whether this is a submodule.
  @inlinable
  public var isSubmodule: Bool { rawValue & 0o170000 == 0o160000 }

  /// The mode as git compares it: of a plain file only whether it may be run counts, old trees record more.
  @inlinable
  public var canonical: FileMode {
    switch rawValue & 0o170000 {
    case 0o100000: FileMode(rawValue: rawValue & 0o100 != 0 ? 0o100755 : 0o100644)
    case 0o040000: FileMode(rawValue: 0o040000)
    case 0o120000: FileMode(rawValue: 0o120000)
    default: FileMode(rawValue: 0o160000)
    }
  }
}

/// What stands at one path of a tree: a file, a link or a submodule, never a folder.
public struct FileState: Hashable, Sendable {
  /// The content.
  public let blob: BlobID
  /// The kind of entry, canonical.
  public let mode: FileMode

  /// A state of content and mode.
  @inlinable
  public init(blob: BlobID, mode: FileMode) {
    self.blob = blob
    self.mode = mode
  }
}

/// One file's change between two trees.
public struct FileChange: Hashable, Sendable {
  /// Where the file was; the same as ``newPath`` unless renamed.
  public var oldPath: RepoPath
  /// Where the file is.
  public var newPath: RepoPath
  /// What stood there; nil where the file was added.
  public var old: FileState?
  /// What stands there; nil where the file was deleted.
  public var new: FileState?

  /// A change of its parts.
  public init(oldPath: RepoPath, newPath: RepoPath, old: FileState?, new: FileState?) {
    self.oldPath = oldPath
    self.newPath = newPath
    self.old = old
    self.new = new
  }

  /// Whether the file moved.
  public var isRename: Bool { old != nil && new != nil && oldPath != newPath }
}
