/// Who did something, and when. Text is bytes, in the commit's encoding.
public struct Signature: Hashable, Sendable {
  /// The name, without surrounding space.
  public let name: [UInt8]
  /// The mail address, without the angle brackets.
  public let email: [UInt8]
  /// Seconds since 1970 in UTC. 0 where the commit has none that can be read, as git shows it.
  public let time: Int64
  /// Minutes east of UTC.
  public let zoneMinutes: Int32

  /// A signature of its parts.
  public init(name: [UInt8], email: [UInt8], time: Int64, zoneMinutes: Int32) {
    self.name = name
    self.email = email
    self.time = time
    self.zoneMinutes = zoneMinutes
  }
}

/// One commit, whole.
public struct Commit: Hashable, Sendable {
  /// The commit's id.
  public let id: CommitID
  /// The tree it records.
  public let tree: TreeID
  /// Parents in the commit's own order.
  public let parents: [CommitID]
  /// Who wrote the change.
  public let author: Signature
  /// Who recorded it.
  public let committer: Signature
  /// The value of the `encoding` header; nil where there is none, which means UTF-8.
  public let encoding: [UInt8]?
  /// The message, bytes in ``encoding``.
  public let message: [UInt8]

  /// A commit of its parts.
  public init(
    id: CommitID,
    tree: TreeID,
    parents: [CommitID],
    author: Signature,
    committer: Signature,
    encoding: [UInt8]?,
    message: [UInt8]
  ) {
    self.id = id
    self.tree = tree
    self.parents = parents
    self.author = author
    self.committer = committer
    self.encoding = encoding
    self.message = message
  }

  /// The message's first line.
  public var subject: ArraySlice<UInt8> {
    message.prefix { $0 != UInt8(ascii: "\n") }
  }
}
