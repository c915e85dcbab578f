public import GitValues
public import History
public import Portrait

/// One clone as its family sees it.
public struct Member: Sendable {
  /// The name that is shown. Unique in the set.
  public let name: String
  /// The bare name of the repository.
  public let bareName: String
  /// Who owns it, as its address says; nil where nothing says.
  public let owner: String?
  /// The branch that stands for the clone; nil where it is a commit without a name.
  public let headReference: RefName?
  /// Its commit.
  public let head: CommitGraph.Node
  /// Branches that the graph has. Order: by name.
  public let branches: [(name: RefName, node: CommitGraph.Node)]
  /// Tags of commits that the graph has. Order: by name.
  public let tags: [(name: RefName, node: CommitGraph.Node)]
  /// What the head's tree says of the project; nil where it could not be read.
  public let portrait: Portrait?
  /// The object store.
  public let store: String

  /// A member of its parts.
  public init(
    name: String,
    bareName: String,
    owner: String?,
    headReference: RefName?,
    head: CommitGraph.Node,
    branches: [(name: RefName, node: CommitGraph.Node)],
    tags: [(name: RefName, node: CommitGraph.Node)],
    portrait: Portrait?,
    store: String
  ) {
    self.name = name
    self.bareName = bareName
    self.owner = owner
    self.headReference = headReference
    self.head = head
    self.branches = branches
    self.tags = tags
    self.portrait = portrait
    self.store = store
  }
}
