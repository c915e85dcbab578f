import BitCollections
import Evidence
import Family
import Git
import History
import Lineage

extension ForkStage {
  /// From this share of a fork's commits on, what is not its own work is worth a word.
  private static let repeatedShare = 0.25

  /// The fork's commits that stand in upstream, on whichever branch, under another id: by author, date and subject, with
  /// the oldest of upstream's commits that says the same.
  func copies(_ work: OwnWork) -> [CommitGraph.Node: CommitGraph.Node] {
    var copies: [CommitGraph.Node: CommitGraph.Node] = [:]
    for (node, ofFork) in work.twins.ofUpstream {
      for copy in ofFork { copies[copy] = min(node, copies[copy] ?? node) }
    }
    return copies
  }

  /// A note where many of the fork's commits are upstream's under other ids, or one of its own several times over, as in
  /// a stack that was rebased again and again with its old history merged in.
  func repeatsNote(_ result: ForkResult) -> Message? {
    guard let work = result.work else { return nil }
    func count(_ part: OwnWork.Part) -> Int { work[part].subtracting(graph.merges).count }
    let (copies, repeats, earlier) = (count(.copies), count(.repeats), count(.earlierGenerations))
    let total = copies + repeats + earlier + count(.own)
    guard Double(copies + repeats + earlier) > Self.repeatedShare * Double(total) else { return nil }
    let (name, upstream) = (members[result.fork.member].name, members[result.fork.upstream].name)
    let parts = [
      copies == 0 ? nil : "\(copies.grouped) stand in \(upstream) under other ids",
      repeats == 0 ? nil : "\(repeats.grouped) repeat another of them (by author, date and subject)",
      earlier == 0 ? nil : "\(earlier.grouped) are of earlier generations of a stack that was rebased since",
    ]
    return Message(
      "lineage.repeats",
      [
        "fork": .string(name), "upstream": .string(upstream), "total": .int(total), "copies": .int(copies),
        "repeats": .int(repeats), "earlier": .int(earlier),
      ],
      text: "Of the \(total.grouped) commits of its own history that only \(name) has, merges left out, "
        + parts.compactMap { $0 }.joined(separator: " and ") + "; git counts them all as ahead."
    )
  }
}
