public import Evidence

/// The part that a clone plays.
public enum CloneRole: String, Hashable, Sendable, Codable, CaseIterable {
  /// A family's root.
  case upstream
  /// A fork, mirrors included.
  case fork
  /// Shares no descent with any other clone.
  case unrelated
  /// Another clone of a repository that is listed already.
  case duplicate
  /// A downstream kept as patches over a tarball.
  case patchFolder
  /// Could not be opened or read.
  case notAnalysed
}

/// One local repository that was found.
public struct CloneEntry: Hashable, Sendable, Codable {
  /// Where it is, as named on the command line or found below it.
  public var path: String
  /// Whether ``path`` is percent-encoded because its bytes are not UTF-8.
  public var pathIsEncoded: Bool
  /// Its name, unique among the clones of a family.
  public var name: String
  /// The part it plays.
  public var role: CloneRole
  /// The newest committer date over its refs, those in the future left out. null: no commit could be read.
  @Nullable public var asOf: Instant?
  /// Objects that its history refers to and that it does not hold. null: not counted.
  @Nullable public var missingObjects: Int?
  /// Whether it is a shallow clone: its history ends early.
  public var isShallow: Bool
  /// The ref that its HEAD names, in full. null: HEAD is detached or broken.
  @Nullable public var headRef: String?
  /// Whether ``headRef`` is percent-encoded because its bytes are not UTF-8.
  public var headRefIsEncoded: Bool
  /// The address of its remote `origin`, without user name and password. null: it has none.
  @Nullable public var origin: String?
  /// Why it plays this part, where that needs a word (not opened, duplicate of …). English plain text; null otherwise.
  @Nullable public var reason: String?
  /// The reason's message id. null: no reason, or one that is only known as text.
  @Nullable public var message: String?
  /// What the message is filled with; empty without one.
  public var parameters: Parameters
  /// What a reader should know of it: replaced commits, a history that was cut. Order: fixed by kind.
  public var notes: [MessageEntry]

  /// A clone of its parts.
  public init(
    path: String,
    pathIsEncoded: Bool,
    name: String,
    role: CloneRole,
    asOf: Instant?,
    missingObjects: Int?,
    isShallow: Bool,
    headRef: String?,
    headRefIsEncoded: Bool,
    origin: String?,
    reason: String? = nil,
    message: String? = nil,
    parameters: Parameters = [:],
    notes: [MessageEntry] = []
  ) {
    self.path = path
    self.pathIsEncoded = pathIsEncoded
    self.name = name
    self.role = role
    _asOf = Nullable(wrappedValue: asOf)
    _missingObjects = Nullable(wrappedValue: missingObjects)
    self.isShallow = isShallow
    _headRef = Nullable(wrappedValue: headRef)
    self.headRefIsEncoded = headRefIsEncoded
    _origin = Nullable(wrappedValue: origin)
    _reason = Nullable(wrappedValue: reason)
    _message = Nullable(wrappedValue: message)
    self.parameters = parameters
    self.notes = notes
  }
}
