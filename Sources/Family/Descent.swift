import BitCollections
import Git
import GitValues
import History

/// How two clones descend from one code base.
public enum DescentKind: Hashable, Sendable {
  /// They have commits in common.
  case sharedHistory
  /// They have the same commits under other ids.
  case rewrittenHistory
  /// One began with a copy of the other's tree.
  case imported
}

/// Whether two clones descend from one code base.
///
/// Common commits alone do not say so: a project that took in a library with its history has all of the library's
/// commits. Both main lines must be common, or what is common must lie at the top of both trees. Without common commits
/// trees and dates tell: the same ones under other ids, or a tree that is made of the other's contents, or of their
/// passages laid out anew, see ``Import``.
final class Descent {
  private let graph: CommitGraph
  private let members: [Member]
  /// Everything that each member's head reaches.
  let headReach: [BitSet]
  /// Everything that each member's branches reach.
  let reach: [BitSet]
  private var samples: [Int: Result<ContentSample, GitError>] = [:]
  /// Members whose texts decide and cannot be read.
  private var unreadTexts: [Int: GitError] = [:]
  private var kinds: [[Int]: DescentKind?] = [:]
  /// By the importer and the one it imported from.
  private var imports: [[Int]: Import] = [:]

  /// Histories are the same under other ids from this share of equal trees or seconds of authorship on, of the smaller
  /// one's …
  static let equalShare = 0.3
  /// … and so many of them.
  static let equalCommits = 10

  init(_ graph: CommitGraph, _ members: [Member]) {
    self.graph = graph
    self.members = members
    headReach = members.map { graph.reach([$0.head]) }
    reach = members.map { graph.reach([$0.head] + $0.branches.map(\.node)) }
  }

  /// How the members descend from each other, whichever way; nil where they do not.
  ///
  /// - Throws: `GitError` where a tree that decides cannot be read.
  func kind(_ left: Int, _ right: Int) throws(GitError) -> DescentKind? {
    let pair = [min(left, right), max(left, right)]
    if let known = kinds[pair] { return known }
    let kind = try findKind(pair[0], pair[1])
    kinds[pair] = .some(kind)
    return kind
  }

  /// What `fork` imported from `upstream`; nil for nothing, or where ``kind(_:_:)`` had no need to look.
  func imported(by fork: Int, from upstream: Int) -> Import? { imports[[fork, upstream]] }

  private func findKind(_ left: Int, _ right: Int) throws(GitError) -> DescentKind? {
    if !reach[left].isDisjoint(with: reach[right]) {
      if try isContinued(left, right), try isContinued(right, left) { return .sharedHistory }
      // Who holds the other in a folder has its files as well: nothing is left to ask.
      return try sharesTopLevel(left, right) ? .sharedHistory : nil
    }
    if isRewritten(left, right) { return .rewrittenHistory }
    return isImported(left, right) ? .imported : nil
  }

  /// Whether the two have the same trees, or commits written in the same seconds, to a good part.
  private func isRewritten(_ left: Int, _ right: Int) -> Bool {
    func share<Mark: Hashable>(_ mark: (CommitGraph.Node) -> Mark?) -> Double {
      let (first, second) = (Set(headReach[left].compactMap(mark)), Set(headReach[right].compactMap(mark)))
      let equal = first.intersection(second).count
      return equal < Self.equalCommits ? 0 : Double(equal) / Double(min(first.count, second.count))
    }
    return share { self.graph.trees[$0] } >= Self.equalShare
      || share { self.graph.authorTimes[$0] == 0 ? nil : self.graph.authorTimes[$0] } >= Self.equalShare
  }

  private func isImported(_ left: Int, _ right: Int) -> Bool {
    // Without its trees nobody can tell what a clone was made from: see ``unread(_:)``.
    guard case .success(let first) = sample(left), case .success(let second) = sample(right) else { return false }
    compare(first, second, left, right)
    if imports[[left, right]] == nil, imports[[right, left]] == nil, Import.mayBeLaidOutAnew(first, second) {
      let passages = Passages(sampling: Import.sampledNames, of: max(first.names.count, second.names.count))
      let samples = [left, right].compactMap { member in
        do throws(GitError) {
          return try ContentSample(graph, head: members[member].head, store: members[member].store, by: passages)
        } catch {
          unreadTexts[member] = error
          return nil
        }
      }
      if samples.count == 2 { compare(samples[0], samples[1], left, right) }
    }
    return imports[[left, right]] != nil || imports[[right, left]] != nil
  }

  /// Keeps what either of two samples may have been made of the other.
  private func compare(_ first: ContentSample, _ second: ContentSample, _ left: Int, _ right: Int) {
    for (fork, upstream, pair) in [(first, second, [left, right]), (second, first, [right, left])] {
      if let found = Import.best(of: fork, from: upstream), found.isDescent { imports[pair] = found }
    }
  }

  private func sample(_ member: Int) -> Result<ContentSample, GitError> {
    if let known = samples[member] { return known }
    let sample = Result { () throws(GitError) in
      try ContentSample(graph, head: members[member].head, store: members[member].store)
    }
    samples[member] = sample
    return sample
  }

  /// Why the contents of a member could not be compared with others'; nil where they were, or need not be.
  func unread(_ member: Int) -> GitError? {
    if case .failure(let error)? = samples[member] { return error }
    return unreadTexts[member]
  }

  /// Whether a commit on the main line of one of `member`'s branches is also `other`'s.
  private func isMainlineCommon(_ member: Int, _ other: Int) -> Bool {
    let tips = [members[member].head] + members[member].branches.map(\.node)
    var seen: Set<CommitGraph.Node> = []
    for tip in tips {
      var node: CommitGraph.Node? = tip
      while let current = node, seen.insert(current).inserted {
        if reach[other].contains(current) { return true }
        node = graph.firstParent(of: current)
      }
    }
    return false
  }

  /// Whether `member` goes on from the history that it has in common with `other`: on its main line, or since a merge that
  /// laid all of it at the top of a tree with next to nothing in it. So begins who makes a new repository with a README
  /// and merges another project's history into it.
  private func isContinued(_ member: Int, _ other: Int) throws(GitError) -> Bool {
    if isMainlineCommon(member, other) { return true }
    var reaching = BitSet(reservingCapacity: graph.count)
    for node in headReach[member]
    where
      reach[other].contains(node) || graph.parents(of: node).contains(where: { reaching.contains($0) })
    {
      reaching.insert(node)
    }
    guard
      let entry = graph.firstParentChain(from: members[member].head).last(where: { reaching.contains($0) }),
      let base = graph.mergeBases(graph.reach([entry]), reach[other]).first
    else { return false }
    let objects = try ObjectDatabase(objectFolders: [members[member].store])
    let taken = try Self.topNames(graph.trees[base], objects)
    let names = try Self.topNames(graph.trees[entry], objects)
    return taken.intersection(names).count * 2 > taken.union(names).count
  }

  /// Whether most names at the top of the newest common tree still stand at the top of both heads' trees.
  private func sharesTopLevel(_ left: Int, _ right: Int) throws(GitError) -> Bool {
    guard let base = graph.mergeBases(reach[left], reach[right]).first else { return false }
    let objects = try ObjectDatabase(objectFolders: [members[left].store, members[right].store])
    let common = try Self.topNames(graph.trees[base], objects)
    guard !common.isEmpty else { return false }
    for member in [left, right] {
      let names = try Self.topNames(graph.trees[members[member].head], objects)
      if common.intersection(names).count * 2 <= common.count { return false }
    }
    return true
  }

  private static func topNames(_ tree: TreeID, _ objects: ObjectDatabase) throws(GitError) -> Set<[UInt8]> {
    Set(try objects.folder(tree).map(\.name))
  }
}
