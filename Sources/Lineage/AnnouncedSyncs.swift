public import BitCollections
public import Git
public import GitValues
public import History

/// Syncs that the fork's own messages announce: `Update to engine-commit-4fb25ff`, `Sync with upstream 2.3`.
///
/// A fork that takes upstream in by hand, part after part, leaves neither a parent nor many equal contents; but it often
/// says up to where it went. What a message says counts only where the files bear it out.
public struct AnnouncedSyncs: Sendable {
  /// Order: newest first.
  public let syncs: [Sync]
  /// The upstream commit that the fork stands at by the last of them that took over a good part of what upstream had
  /// changed since the one before; nil without one.
  public let standing: CommitGraph.Node?

  /// Words of messages that announce a sync.
  static let words: Set<[UInt8]> = Set(
    [
      "bring", "catch", "import", "imported", "merge", "merged", "pull", "rebase", "rebased", "sync", "synced",
      "synchronise", "synchronize", "update", "updated", "upgrade", "upgraded",
    ].map { Array($0.utf8) }
  )
  /// At least this share of the files that the commit changed must be files that upstream had changed.
  static let leastOverlap = 0.5
  /// So many of them at least.
  static let fewestFiles = 2
  /// The same where the message names a version.
  static let fewestFilesOfVersion = 3
  /// A message that begins with one of these tells where a fault came from.
  static let faults: Set<[UInt8]> = Set(["fix", "fixed", "fixes", "fixup", "revert", "reverts"].map { Array($0.utf8) })
  /// What quotes: `"`, `'`, a backquote.
  static let quotes: Set<UInt8> = [0x22, 0x27, 0x60]
  /// Shorter abbreviations of ids are words.
  static let shortestID = 6

  /// - Parameter chain: the fork's main line. Order: oldest first.
  /// - Parameter candidates: commits that may be syncs: others are known to be something else.
  /// - Parameter known: syncs that are known by parents. Any order.
  /// - Parameter upstreamOnly: upstream's commits that the fork does not reach.
  /// - Parameter tags: upstream's tags.
  /// - Parameter start: the upstream commit that the fork began with; nil where that is not known.
  /// - Parameter kind: squash or import.
  /// - Throws: `GitError` where a commit or a tree that decides cannot be read.
  public init(
    _ graph: CommitGraph,
    chain: [CommitGraph.Node],
    candidates: BitSet,
    known: [Sync],
    upstreamOnly: BitSet,
    tags: [(name: RefName, node: CommitGraph.Node)],
    start: CommitGraph.Node?,
    kind: Sync.Kind,
    _ arrivals: Arrivals,
    _ objects: ObjectDatabase
  ) throws(GitError) {
    let names = Names(graph, upstreamOnly, tags)
    let trees = ChangedNames(graph, TreeReader(objects))
    var pending = known.sorted { graph.isShownBefore($1.forkCommit, $0.forkCommit) }[...]
    var (base, covered) = (start, start)
    var standing: CommitGraph.Node?
    var found: [Sync] = []
    for node in chain where candidates.contains(node) {
      while let sync = pending.first, graph.committerTimes[sync.forkCommit] <= graph.committerTimes[node] {
        if Self.isLater(sync.upstreamCommit, than: base, graph) {
          (base, covered) = (sync.upstreamCommit, sync.upstreamCommit)
        }
        pending.removeFirst()
      }
      let announcement = try objects.withTexts(of: graph.ids[node]) { texts in names.announced(by: texts.message) }
      guard let announcement, let before = base, Self.isLater(announcement.node, than: base, graph) else { continue }
      let announced = announcement.node
      guard graph.committerTimes[announced] <= graph.committerTimes[node] + ContentTargets.clockSlack else { continue }
      let changed = try trees.names(changedBy: node)
      let common = changed.intersection(try trees.names(from: before, to: announced))
      // What upstream's commit changed by itself may have come as a pick.
      guard common.count >= announcement.fewestFiles,
        Double(common.count) >= Self.leastOverlap * Double(changed.count),
        !common.isSubset(of: try trees.names(changedBy: announced))
      else { continue }
      let taken = graph.reach([announced]).subtracting(graph.reach([before]))
      found.append(
        Sync(
          kind: kind,
          forkCommit: node,
          upstreamCommit: announced,
          commits: taken.count,
          lag: arrivals.lag(of: taken, at: node)
        )
      )
      base = announced
      if let last = covered {
        let since = try trees.names(from: last, to: announced)
        if Double(common.count) >= Intakes.leastCoverage * Double(since.count) {
          (standing, covered) = (announced, announced)
        }
      }
    }
    syncs = found.reversed()
    self.standing = standing
  }

  private static func isLater(_ node: CommitGraph.Node, than other: CommitGraph.Node?, _ graph: CommitGraph) -> Bool {
    other.map { graph.committerTimes[node] > graph.committerTimes[$0] } ?? true
  }
}

/// What messages may name of upstream: its commits by their ids, abbreviated or not, and its tags by their versions.
private struct Names {
  private let graph: CommitGraph
  /// Order: ascending.
  private let ids: [CommitID]
  private let versions: [[UInt8]: CommitGraph.Node]

  init(_ graph: CommitGraph, _ commits: BitSet, _ tags: [(name: RefName, node: CommitGraph.Node)]) {
    self.graph = graph
    ids = commits.map { graph.ids[$0] }.sorted()
    var versions: [[UInt8]: CommitGraph.Node] = [:]
    var repeated: Set<[UInt8]> = []
    for tag in tags where commits.contains(tag.node) && ReleaseName.isRelease(tag.name.shortText) {
      let name = Array(tag.name.shortText.utf8)[...]
      guard let version = Self.runs(of: name, Self.isOfVersion).first(where: Self.isVersion) else { continue }
      if let other = versions.updateValue(tag.node, forKey: Array(version)), other != tag.node {
        repeated.insert(Array(version))
      }
    }
    for version in repeated { versions[version] = nil }
    self.versions = versions
  }

  /// What a message says the fork is at now.
  struct Announcement {
    let node: CommitGraph.Node
    /// How many files must bear it out: versions of other things look alike.
    let fewestFiles: Int
  }

  /// The newest of upstream's commits that the first paragraph of a message names after a word of syncs; nil for none.
  ///
  /// What stands in quotes is somebody else's message, and a message that begins with a fix tells where a fault came from.
  func announced(by message: UnsafeRawBufferPointer) -> Announcement? {
    var paragraph: [UInt8] = []
    for byte in message {
      if byte == UInt8(ascii: "\n"), paragraph.last == byte { break }
      paragraph.append((0x41...0x5a).contains(byte) ? byte | 0x20 : byte)
    }
    let text = paragraph.prefix { !AnnouncedSyncs.quotes.contains($0) }
    let words = Self.runs(of: text, Self.isLetter)
    guard let word = words.first(where: { AnnouncedSyncs.words.contains(Array($0)) }),
      !AnnouncedSyncs.faults.contains(Array(words[0]))
    else { return nil }
    let rest = text[word.endIndex...]
    let commits = Self.runs(of: rest, Self.isOfWord).filter { $0.count >= AnnouncedSyncs.shortestID }
      .compactMap { commit(Array($0)) }
    if let newest = commits.min(by: graph.isShownBefore) {
      return Announcement(node: newest, fewestFiles: AnnouncedSyncs.fewestFiles)
    }
    let releases = Self.runs(of: rest, Self.isOfVersion).compactMap { versions[Array($0)] }
    return releases.min(by: graph.isShownBefore).map {
      Announcement(node: $0, fewestFiles: AnnouncedSyncs.fewestFilesOfVersion)
    }
  }

  /// The only commit whose id begins with `digits`; nil for none or several, and for what is no abbreviation of an id.
  private func commit(_ digits: [UInt8]) -> CommitGraph.Node? {
    guard digits.count <= 40, digits.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }),
      digits.contains(where: { $0 <= 0x39 })
    else { return nil }
    let text = String(decoding: digits, as: UTF8.self)
    guard let first = CommitID(hex: text + String(repeating: "0", count: 40 - digits.count)) else { return nil }
    var (low, high) = (0, ids.count)
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < first { low = middle + 1 } else { high = middle }
    }
    let matching = ids[low...].prefix(2).filter { "\($0)".hasPrefix(text) }
    return matching.count == 1 ? graph.node(matching[0]) : nil
  }

  private static func runs(of bytes: ArraySlice<UInt8>, _ isPart: (UInt8) -> Bool) -> [ArraySlice<UInt8>] {
    bytes.split { !isPart($0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte) }

  private static func isOfWord(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || isLetter(byte) }

  private static func isOfVersion(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || byte == UInt8(ascii: ".") }

  /// Whether two numbers stand around a dot.
  private static func isVersion(_ run: ArraySlice<UInt8>) -> Bool {
    run.split(separator: UInt8(ascii: ".")).count >= 2
  }
}

/// Names of the files that commits changed, without their folders: forks rename those.
private final class ChangedNames {
  private let graph: CommitGraph
  private let trees: TreeReader

  init(_ graph: CommitGraph, _ trees: TreeReader) { (self.graph, self.trees) = (graph, trees) }

  func names(changedBy node: CommitGraph.Node) throws(GitError) -> Set<[UInt8]> {
    try names(graph.firstParent(of: node).map { graph.trees[$0] }, graph.trees[node])
  }

  func names(from old: CommitGraph.Node, to new: CommitGraph.Node) throws(GitError) -> Set<[UInt8]> {
    try names(graph.trees[old], graph.trees[new])
  }

  private func names(_ old: TreeID?, _ new: TreeID) throws(GitError) -> Set<[UInt8]> {
    var names: Set<[UInt8]> = []
    try trees.compare(old, new) { names.insert(Array(trees.paths.name(of: $0.path))) }
    return names
  }
}
