import BitCollections
public import Evidence
public import Git
import GitValues
public import History

/// The families among a set of clones, and whose fork everyone is.
public struct Families: Sendable {
  /// Order: by the root's name.
  public let families: [Family]
  /// Members that share descent with nobody. Order: as given.
  public let loners: [Int]
  /// Those of them that may descend from another all the same, since their contents cannot be read, and why.
  public let unread: [Int: GitError]
}

/// Clones that descend from one code base. Members are named by their place in the list that was given.
public struct Family: Sendable {
  /// The clone that every other descends from.
  public let root: Int
  /// Order: as given.
  public let forks: [Fork]

  /// A member that is not the root.
  public struct Fork: Sendable {
    /// The fork.
    public let member: Int
    /// The clone that its figures are measured against: the root, or another fork.
    public let upstream: Int
    /// Why that one.
    public let evidence: [Evidence]
    /// What a reader should know about the choice.
    public let notes: [Message]
    /// Whether a person declared it.
    public let isDeclared: Bool
    /// How it descends from ``upstream``; nil where it does not: only a declared pair may.
    public let descent: DescentKind?
    /// Of an imported tree, the upstream commit that it resembles most among the few that were looked at; nil otherwise.
    public let importedFrom: CommitGraph.Node?
  }
}

/// What a person declared about who is upstream of whom.
public struct DeclaredDescent: Sendable {
  /// The upstream of a member, by the members' places. A member that is its own upstream is a root.
  public let upstreams: [Int: Int]

  /// A declaration.
  public init(upstreams: [Int: Int] = [:]) { self.upstreams = upstreams }
}

extension Families {
  /// Groups members by shared descent and finds each fork's upstream.
  ///
  /// - Throws: `GitError` where a store cannot be opened or a tree that decides cannot be read.
  public static func find(
    _ graph: CommitGraph,
    _ members: [Member],
    declared: DeclaredDescent = DeclaredDescent()
  ) throws -> Families {
    let descent = Descent(graph, members)
    var groups = Groups(count: members.count)
    for left in members.indices {
      for right in (left + 1)..<max(left + 1, members.count) where !groups.areTogether(left, right) {
        if declared.upstreams[left] == right || declared.upstreams[right] == left {
          groups.join(left, right)
        } else if try descent.kind(left, right) != nil {
          groups.join(left, right)
        }
      }
    }
    let direction = Direction(graph, members, descent)
    var families: [Family] = []
    for group in groups.lists where group.count > 1 {
      families.append(try Self.family(group, direction, declared))
    }
    families.sort { members[$0.root].name < members[$1.root].name }
    let loners = groups.lists.filter { $0.count == 1 }.map { $0[0] }
    let unread = loners.compactMap { member in descent.unread(member).map { (member, $0) } }
    return Families(families: families, loners: loners, unread: Dictionary(uniqueKeysWithValues: unread))
  }

  private static func family(
    _ group: [Int],
    _ direction: Direction,
    _ declared: DeclaredDescent
  ) throws -> Family {
    let root = try root(of: group, direction, declared)
    let search = UpstreamSearch(direction: direction, root: root, group: group)
    var forks: [Family.Fork] = []
    for member in group where member != root {
      forks.append(try search.fork(member, declared: declared.upstreams[member]))
    }
    return Family(root: root, forks: UpstreamSearch.withoutCircles(forks, root: root))
  }

  /// The member that the evidence makes upstream of most others; a declared root wins.
  private static func root(
    of group: [Int],
    _ direction: Direction,
    _ declared: DeclaredDescent
  ) throws -> Int {
    let roots = group.filter { declared.upstreams[$0] == $0 }
    if let first = roots.first { return first }
    var best: (member: Int, score: Double)?
    for member in group {
      var score = 0.0
      for other in group where other != member {
        // One loud pair must not outvote several others.
        score += min(max(try direction.score(member, over: other), -3), 3)
      }
      let isBetter = best.map { score > $0.score || score == $0.score && isEarlier(member, $0.member, direction) }
      if isBetter ?? true { best = (member, score) }
    }
    return best?.member ?? group[0]
  }

  /// Without evidence either way: more commits, then the name.
  private static func isEarlier(_ left: Int, _ right: Int, _ direction: Direction) -> Bool {
    let (leftCount, rightCount) = (direction.descent.reach[left].count, direction.descent.reach[right].count)
    if leftCount != rightCount { return leftCount > rightCount }
    return direction.members[left].name < direction.members[right].name
  }
}

/// Members joined step by step.
private struct Groups {
  private var group: [Int]

  init(count: Int) { group = Array(0..<count) }

  func areTogether(_ left: Int, _ right: Int) -> Bool { group[left] == group[right] }

  mutating func join(_ left: Int, _ right: Int) {
    let (kept, gone) = (min(group[left], group[right]), max(group[left], group[right]))
    for index in group.indices where group[index] == gone { group[index] = kept }
  }

  /// Order: by first member; members ascending.
  var lists: [[Int]] {
    Dictionary(grouping: group.indices) { group[$0] }.sorted { $0.key < $1.key }.map(\.value)
  }
}
