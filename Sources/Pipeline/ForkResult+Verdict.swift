import Community
import Family
import Track

extension ForkResult {
  /// The same with the verdict on it, now that its people are known.
  func judged(with communities: [Int: CommunityResult]) -> ForkResult {
    guard var facts else { return self }
    var judged = self
    let people = communities.values.lazy.compactMap { $0.found?.forks[fork.member] }.first
    facts.contributors = people?.relations.moves.map(TrackFacts.Contributors.init)
    judged.facts = facts
    judged.verdict = Verdict(facts)
    return judged
  }
}

extension TrackFacts.Contributors {
  init(_ moves: Moves) {
    func people(_ destination: Moves.Destination) -> (people: Int, share: Double) {
      moves.groups.first { $0.destination == destination }.map { ($0.group.people, $0.group.share) } ?? (0, 0)
    }
    let (fork, both) = (people(.fork), people(.both))
    self.init(
      before: moves.groups.reduce(0) { $0 + $1.group.people },
      inFork: fork.people + both.people,
      inForkOnly: fork.people,
      share: fork.share + both.share
    )
  }
}
