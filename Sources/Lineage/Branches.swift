public import BitCollections
public import Git
public import GitValues
public import History

/// A branch of a fork that holds commits of which upstream has none.
public struct OwnBranch: Hashable, Sendable {
  /// What a branch is for, by its name and its life.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The branch that was analysed.
    case head
    /// Named for a release or a stable line.
    case releaseLine
    /// Lived long, apart from the head, with commits of one organisation that wrote little of the head.
    case custom
    /// Lived long, apart from the head.
    case longLived
    /// Everything else that the head has not.
    case topic
    /// All of it is in the head too.
    case merged
  }

  /// Its name.
  public let reference: RefName
  /// Its commit.
  public let node: CommitGraph.Node
  /// What it is for.
  public let kind: Kind
  /// Commits that upstream has not, merges left out.
  public let own: Int
  /// Of these, commits that neither the head has nor a branch that comes before this one: releases first, then what is
  /// called a main line, then the branches with least of their own. So a topic that left a line is a topic.
  public let apart: Int
  /// The domain that wrote four fifths of what is apart; nil where none did, or it was not asked.
  public let organisation: String?
}

/// Which of a fork's branches hold work of its own.
public struct Branches: Sendable {
  /// Branches with own work. Order: the head, then most commits apart first, then by name.
  public let own: [OwnBranch]
  /// Branches whose every commit is upstream's: carried along.
  public let carried: Int
  /// Branches that were not looked at, since there are too many: those not worked on for longest.
  public let leftOut: Int

  /// No more branches than this are looked at.
  static let most = 300
  /// A branch lived long when its commits apart span more than this, in seconds …
  static let longLife: Int64 = 180 * 86_400
  /// … and are at least so many.
  static let longLifeCommits = 10
  /// The share of commits that makes an organisation the one behind a branch …
  static let organisationShare = 0.8
  /// … if it wrote less than this share of the head's own work.
  static let strangerShare = 0.2

  /// - Parameter branches: the fork's branches.
  /// - Parameter head: the commit that was analysed.
  /// - Parameter headReference: its branch; nil where it has none.
  /// - Parameter headWork: the head's own work.
  /// - Throws: `GitError` where a commit that decides cannot be read.
  public init(
    _ graph: CommitGraph,
    _ branches: [(name: RefName, node: CommitGraph.Node)],
    head: CommitGraph.Node,
    headReference: RefName?,
    headWork: BitSet,
    upstreamReach: BitSet,
    _ objects: ObjectDatabase
  ) throws(GitError) {
    let headReach = graph.reach([head])
    var seen: Set<CommitGraph.Node> = []
    // Of branches at one commit the head's own name, then the first, stands for them.
    let ordered = branches.sorted {
      let (left, right) = ($0.name == headReference, $1.name == headReference)
      return left != right ? left : $0.name < $1.name
    }
    let distinct = ordered.filter { seen.insert($0.node).inserted }
    carried = distinct.count { upstreamReach.contains($0.node) && $0.node != head }
    let candidates = distinct.filter { !upstreamReach.contains($0.node) }
      .sorted { graph.isShownBefore($0.node, $1.node) }
    leftOut = max(0, candidates.count - Self.most)
    let headDomains = try Self.domains(of: headWork, graph, objects)
    let looked = candidates.prefix(Self.most).map { branch in
      (
        branch: branch, rank: Self.rank(branch, head: head),
        own: graph.reach(branch.node, outside: upstreamReach).subtracting(graph.merges)
      )
    }.sorted { left, right in
      if left.rank != right.rank { return left.rank < right.rank }
      return left.own.count != right.own.count
        ? left.own.count < right.own.count : left.branch.name < right.branch.name
    }
    var (found, covered): ([OwnBranch], BitSet) = ([], headReach)
    for (branch, _, own) in looked {
      let apart = own.subtracting(covered)
      covered.formUnion(own)
      let (kind, organisation) = try Self.kind(branch, apart, head, headDomains, graph, objects)
      found.append(
        OwnBranch(
          reference: branch.name,
          node: branch.node,
          kind: kind,
          own: own.count,
          apart: apart.count,
          organisation: organisation
        )
      )
    }
    own = found.sorted {
      if ($0.kind == .head) != ($1.kind == .head) { return $0.kind == .head }
      return $0.apart != $1.apart ? $0.apart > $1.apart : $0.reference < $1.reference
    }
  }

  /// Which branches come first: those that others leave, rather than those that leave them.
  private static func rank(_ branch: (name: RefName, node: CommitGraph.Node), head: CommitGraph.Node) -> Int {
    if branch.node == head { return 0 }
    if isReleaseName(branch.name) { return 1 }
    let mainNames: Set<Substring> = ["dev", "devel", "develop", "main", "master", "next", "trunk", "unstable"]
    return branch.name.shortText.lowercased().split { !$0.isLetter }.contains { mainNames.contains($0) } ? 2 : 3
  }

  private static func kind(
    _ branch: (name: RefName, node: CommitGraph.Node),
    _ apart: BitSet,
    _ head: CommitGraph.Node,
    _ headDomains: [[UInt8]: Double],
    _ graph: CommitGraph,
    _ objects: ObjectDatabase
  ) throws(GitError) -> (OwnBranch.Kind, String?) {
    if branch.node == head { return (.head, nil) }
    if isReleaseName(branch.name) { return (.releaseLine, nil) }
    if apart.isEmpty { return (.merged, nil) }
    let times = apart.map { graph.committerTimes[$0] }
    let span = (times.max() ?? 0) - (times.min() ?? 0)
    guard span > longLife, apart.count >= longLifeCommits else { return (.topic, nil) }
    let domains = try domains(of: apart, graph, objects)
    guard let domain = domains.first(where: { $0.value >= organisationShare })?.key,
      headDomains[domain, default: 0] < strangerShare
    else { return (.longLived, nil) }
    return (.custom, String(decoding: domain, as: UTF8.self))
  }

  /// Whether a name has a version in it, or says that it is a stable line.
  static func isReleaseName(_ name: RefName) -> Bool {
    let words = name.shortText.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "." }
    let marks: Set<Substring> = ["stable", "release", "rel", "lts", "maint", "maintenance", "releases"]
    let hasNumber = words.contains { word in word.drop { $0 == "v" }.first?.isNumber ?? false }
    let hasVersion = words.contains { word in
      let parts = word.drop { $0 == "v" }.split(separator: ".")
      return parts.count >= 2 && parts.allSatisfy { $0.first?.isNumber ?? false }
    }
    return hasVersion || hasNumber && words.contains { marks.contains($0) } || words.contains("stable")
  }

  /// How many authors are asked, evenly spread.
  private static let sample = 200

  /// Which share of `commits` each mail domain wrote; those of public mail services, which tell no organisation, left out.
  private static func domains(
    of commits: BitSet,
    _ graph: CommitGraph,
    _ objects: ObjectDatabase
  ) throws(GitError) -> [[UInt8]: Double] {
    let all = commits.subtracting(graph.merges).sorted(by: graph.isShownBefore)
    let step = max(1, all.count / sample)
    var counts: [[UInt8]: Int] = [:]
    let places = stride(from: 0, to: all.count, by: step)
    for index in places {
      let email = try objects.commit(graph.ids[all[index]]).author.email
      guard let at = email.lastIndex(of: UInt8(ascii: "@")) else { continue }
      counts[Array(email[(at + 1)...]), default: 0] += 1
    }
    let total = Double(max(1, Array(places).count))
    return counts.mapValues { Double($0) / total }
      .filter { !publicServices.contains(String(decoding: $0.key, as: UTF8.self).lowercased()) }
  }

  /// Mail services that anybody may use: they tell no organisation.
  static let publicServices: Set<String> = [
    "126.com", "163.com", "foxmail.com", "gmail.com", "gmx.de", "gmx.net", "googlemail.com", "hotmail.com",
    "icloud.com",
    "live.com", "mail.ru", "me.com", "msn.com", "outlook.com", "pm.me", "proton.me", "protonmail.com", "qq.com",
    "tutanota.com",
    "users.noreply.github.com", "web.de", "yahoo.com", "yandex.ru",
  ]
}
