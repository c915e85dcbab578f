import BitCollections
import CloneSet
import Community
import Family
import Git
import GitValues
import History
import Lineage
import PatchFlow

/// The people of one family.
struct CommunityResult: Sendable {
  /// nil where the commits could not be read.
  var found: Found?
  /// Why not.
  var failure: String?

  struct Found: Sendable {
    let community: Community
    let facts: CommitFacts
    let numbers: [People.Person: Int]
    let upstream: (side: CommunitySide, portrait: Community.Portrait)
    /// By the fork's place among the members.
    var forks: [Int: ForkCommunity] = [:]
  }
}

/// The people of one fork.
struct ForkCommunity: Sendable {
  let side: CommunitySide
  let portrait: Community.Portrait
  let relations: Community.Relations
  /// Commits that upstream's people recorded, of a line that its clone lacks: they are not the fork's own.
  let ofMissingLine: Int
}

/// Finds out who drives the families.
struct CommunityStage {
  let stage: ForkStage
  let families: Families
  let results: [Int: ForkResult]

  private var graph: CommitGraph { stage.graph }

  /// By the root of each family; empty where the stage was left out.
  ///
  /// - Throws: what no single family explains.
  func run() async throws -> [Int: CommunityResult] {
    guard stage.request.stages.contains(.community) else { return [:] }
    var found: [Int: CommunityResult] = [:]
    let clock = ContinuousClock()
    for family in families.families {
      let start = clock.now
      do {
        found[family.root] = CommunityResult(found: try await community(of: family))
      } catch let error as GitError {
        found[family.root] = CommunityResult(failure: "\(error)")
      }
      let milliseconds = Int((clock.now - start) / .milliseconds(1))
      stage.report(.timed(step: "people of \(stage.members[family.root].name)", milliseconds: milliseconds))
    }
    return found
  }

  /// What is looked at of a fork.
  private struct Pair {
    let fork: Family.Fork
    let result: ForkResult
    let lineage: Lineage
    var side: CommunitySide
    /// Commits of the upstream since the two parted, copies of the fork's left out.
    let since: BitSet
  }

  private func community(of family: Family) async throws -> CommunityResult.Found {
    let root = stage.members[family.root]
    let upstream = CommunitySide(
      head: root.head,
      commits: graph.reach([root.head]),
      tags: root.tags,
      branches: root.branches,
      asOf: asOf(family.root)
    )
    let pairs = family.forks.compactMap(pair)
    let facts = try await facts(family, upstream, pairs)
    let community = try Community(
      graph,
      facts,
      mailmaps: try mailmaps([family.root] + pairs.map(\.fork.member)),
      declared: (stage.request.familyFile?.organisations ?? []).map {
        DeclaredOrganisation(name: $0.name, domains: $0.domains, people: $0.people, from: $0.from, until: $0.until)
      },
      lines: lines(pairs),
      now: stage.request.now
    )
    var found = CommunityResult.Found(
      community: community,
      facts: facts,
      numbers: stage.request.anonymise ? community.numbersWithoutNames() : [:],
      upstream: (upstream, community.portrait(of: upstream))
    )
    for pair in pairs { found.forks[pair.fork.member] = fork(pair, community) }
    return found
  }

  private func fork(_ pair: Pair, _ community: Community) -> ForkCommunity {
    var side = pair.side
    var shared = BitSet()
    if pair.result.lines?.areLikely == true {
      shared = community.recordedByThePeople(of: pair.since, among: side.own.subtracting(graph.merges))
      side = side.with(copies: side.copies.union(shared))
    }
    let portrait = community.portrait(of: side)
    let dates = [asOf(pair.fork.member), asOf(pair.fork.upstream)]
    return ForkCommunity(
      side: side,
      portrait: portrait,
      relations: community.relations(
        of: portrait,
        point: pair.lineage.mergeBases.isEmpty ? nil : pair.lineage.forkPoint?.node,
        since: pair.since,
        changes: changes(pair.result),
        until: dates.min() ?? stage.request.now
      ),
      ofMissingLine: shared.count
    )
  }

  private func pair(_ fork: Family.Fork) -> Pair? {
    guard let result = results[fork.member], let lineage = result.lineage else { return nil }
    let (member, upstream) = (stage.members[fork.member], stage.members[fork.upstream])
    let theirs = stage.upstreams[fork.upstream]?.reach ?? graph.reach([upstream.head])
    var (copies, taken) = (BitSet(), BitSet())
    for commit in result.patches?.flow.forkSide ?? [] where commit.status == .taken || commit.status == .imported {
      copies.insert(commit.node)
    }
    for commit in result.patches?.flow.upstreamSide ?? [] where commit.matches.first?.direction == .up {
      taken.insert(commit.node)
    }
    let line = graph.reach([upstream.head, lineage.line.head])
    let point = lineage.mergeBases.isEmpty ? nil : lineage.forkPoint?.node
    return Pair(
      fork: fork,
      result: result,
      lineage: lineage,
      side: CommunitySide(
        head: member.head,
        commits: lineage.forkOnly.subtracting(theirs),
        copies: copies,
        tags: member.tags.filter { !theirs.contains($0.node) },
        branches: member.branches,
        foreign: theirs,
        asOf: asOf(fork.member)
      ),
      since: (point.map { line.subtracting(graph.reach([$0])) } ?? lineage.lineOnly).subtracting(taken)
    )
  }

  private func facts(_ family: Family, _ upstream: CommunitySide, _ pairs: [Pair]) async throws -> CommitFacts {
    var (all, trees) = (upstream.commits, upstream.commits)
    for pair in pairs {
      all.formUnion(pair.side.commits)
      all.formUnion(pair.since)
      trees.formUnion(pair.side.own)
      if !pair.lineage.mergeBases.isEmpty, let point = pair.lineage.forkPoint?.node {
        all.formUnion(graph.reach([point]))
      }
    }
    for side in [upstream] + pairs.map(\.side) { all.formUnion(Life.besideMain(graph, side)) }
    var replacements: [CommitID: CommitID] = [:]
    for participant in stage.participants { replacements.merge(participant.clone.replacements) { first, _ in first } }
    return try await CommitFacts.read(
      graph,
      all,
      trees: trees,
      paths: paths(pairs),
      stores: ([family.root] + pairs.map(\.fork.member)).map { stage.members[$0].store },
      replacements: replacements,
      workers: stage.request.jobs
    )
  }

  /// The `.mailmap` files of the members' heads; those that cannot be read are left out like those that are not there:
  /// then fewer accounts are joined.
  private func mailmaps(_ members: [Int]) throws -> [[UInt8]] {
    var maps: [[UInt8]] = []
    for member in members {
      let objects = try ObjectDatabase(objectFolders: [stage.members[member].store])
      do throws(GitError) {
        let tree = graph.trees[stage.members[member].head]
        if let file = try TreeReader(objects).file(at: RepoPath(".mailmap"), of: tree), !file.mode.isSubmodule {
          let content = try objects.withBlob(file.blob, limit: 4 << 20) { Array($0) }
          if !maps.contains(content) { maps.append(content) }
        }
      } catch {
        if error.kind != .notFound, error.kind != .tooLarge, error.kind != .corrupt { throw error }
      }
    }
    return maps
  }

  /// Paths by commit, as patch flow read them.
  private func paths(_ pairs: [Pair]) -> [CommitGraph.Node: [RepoPath]] {
    var paths: [CommitGraph.Node: [RepoPath]] = [:]
    for pair in pairs {
      guard let flow = pair.result.patches?.flow else { continue }
      for commit in flow.forkSide where commit.failure == nil { paths[commit.node] = commit.paths }
      for commit in flow.upstreamSide where commit.failure == nil { paths[commit.node] = commit.paths }
    }
    return paths
  }

  /// Lines by commit, as patch flow counted them.
  private func lines(_ pairs: [Pair]) -> [CommitGraph.Node: Int] {
    var lines: [CommitGraph.Node: Int] = [:]
    for pair in pairs {
      guard let flow = pair.result.patches?.flow else { continue }
      for commit in flow.forkSide { lines[commit.node] = commit.changedLines }
      for commit in flow.upstreamSide { lines[commit.node] = commit.changedLines }
    }
    return lines
  }

  private func changes(_ result: ForkResult) -> [OwnChange]? {
    result.patches?.flow.forkSide.map { commit in
      let isUp = commit.status == .upstreamed || commit.status == .upstreamedAdapted
      return OwnChange(node: commit.node, upstreamCommit: isUp ? commit.matches.first?.node : nil)
    }
  }

  private func asOf(_ member: Int) -> Int64 {
    stage.participants[member].clone.asOf ?? graph.committerTimes[stage.members[member].head]
  }
}

extension CommunitySide {
  fileprivate func with(copies: BitSet) -> CommunitySide {
    CommunitySide(
      head: head,
      commits: commits,
      copies: copies,
      tags: tags,
      branches: branches,
      foreign: foreign,
      asOf: asOf
    )
  }
}
