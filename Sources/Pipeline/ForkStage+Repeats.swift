import BitCollections
import Evidence
import Family
import Git
import History
import Lineage

extension ForkStage {
  /// From this share of a fork's commits on, repeats are worth a word.
  private static let repeatedShare = 0.25

  /// The fork's commits that stand in upstream, on whichever branch, under another id: by author, date and subject, with
  /// the oldest of upstream's commits that says the same.
  ///
  /// - Throws: ``GitError`` where a commit cannot be read.
  func copies(
    _ lineage: Lineage,
    _ fork: Family.Fork,
    _ side: UpstreamSide
  ) throws(GitError) -> [CommitGraph.Node: CommitGraph.Node] {
    let own = lineage.forkOnly.subtracting(graph.merges)
    let objects = try ObjectDatabase(objectFolders: stores(fork))
    let twins = try Twins(graph, upstream: side.reach.subtracting(lineage.forkOnly), fork: own, objects)
    var copies: [CommitGraph.Node: CommitGraph.Node] = [:]
    for (node, ofFork) in twins.ofUpstream {
      for copy in ofFork { copies[copy] = min(node, copies[copy] ?? node) }
    }
    return copies
  }

  /// A note where many of the fork's commits are upstream's under other ids, or one of its own several times over, as in
  /// a stack that was rebased again and again with its old history merged in.
  ///
  /// - Throws: ``GitError`` where a commit cannot be read.
  func repeatsNote(
    _ lineage: Lineage,
    _ fork: Family.Fork,
    copies: BitSet
  ) throws(GitError) -> Message? {
    let own = lineage.forkOnly.subtracting(graph.merges)
    let objects = try ObjectDatabase(objectFolders: stores(fork))
    let again = try Twins(graph, upstream: own, fork: own, objects).ofUpstream
    let repeats = BitSet(again.filter { $0.key != $0.value.last }.keys).subtracting(copies)
    let count = copies.count + repeats.count
    guard Double(count) > Self.repeatedShare * Double(own.count) else { return nil }
    let (name, upstream) = (members[fork.member].name, members[fork.upstream].name)
    let parts = [
      copies.isEmpty ? nil : "\(copies.count) stand in \(upstream) under other ids",
      repeats.isEmpty ? nil : "\(repeats.count) repeat another of them",
    ]
    return Message(
      "lineage.repeats",
      [
        "fork": .string(name), "upstream": .string(upstream), "total": .int(own.count), "copies": .int(copies.count),
        "repeats": .int(repeats.count),
      ],
      text: "Of the \(own.count) commits that only \(name) has, merges left out, "
        + parts.compactMap { $0 }.joined(separator: " and ")
        + ", by author, date and subject; figures that count commits count them all."
    )
  }
}
