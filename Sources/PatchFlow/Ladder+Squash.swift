extension Ladder {
  /// Matches a commit of one side with several of the other whose changes it contains.
  mutating func matchSquashes(workers: Int) async throws {
    let upstreamPlaces = upstream.indices.filter { !isUpstreamMatched[$0] && !upstream[$0].isBoilerplate }
    let forkPlaces = fork.indices.filter { !isForkMatched[$0] && !fork[$0].isBoilerplate }
    if upstreamPlaces.isEmpty || forkPlaces.isEmpty { return }
    let ofUpstream = try await candidates(
      of: upstream,
      upstreamPlaces,
      in: RareIndex(fork, forkPlaces, comparer.rarity),
      workers: workers
    )
    for squash in Self.squashes(ofUpstream, parts: upstream, wholes: fork, comparer) {
      for part in squash.parts { take(part, squash.whole, .squash, likeness(part, squash.whole)) }
    }
    endRung()
    let left = forkPlaces.filter { !isForkMatched[$0] }
    let ofFork = try await candidates(
      of: fork,
      left,
      in: RareIndex(upstream, upstreamPlaces.filter { !isUpstreamMatched[$0] }, comparer.rarity),
      workers: workers
    )
    for squash in Self.squashes(ofFork, parts: fork, wholes: upstream, comparer) {
      for part in squash.parts { take(squash.whole, part, .squash, likeness(squash.whole, part)) }
    }
    endRung()
  }

  private static func squashes(
    _ candidates: [(place: Int, partners: [Int])],
    parts: [CommitRecord],
    wholes: [CommitRecord],
    _ comparer: Comparer
  ) -> [(whole: Int, parts: [Int])] {
    var partsOfWhole: [Int: [Int]] = [:]
    for (place, partners) in candidates {
      guard let content = parts[place].content else { continue }
      var best: (whole: Int, share: Double)?
      for whole in partners {
        guard let other = wholes[whole].content, other.lineSet.count > content.lineSet.count else { continue }
        let shared = comparer.lines(of: content.lineSet, in: other.lineSet)
        let isVerbatim = shared.share >= Thresholds.verbatim && content.lineSet.count >= Thresholds.verbatimLines
        guard isVerbatim || (shared.share >= Thresholds.partInWhole && shared.nats >= Thresholds.partNats) else {
          continue
        }
        if best.map({ shared.share > $0.share }) ?? true { best = (whole, shared.share) }
      }
      if let best { partsOfWhole[best.whole, default: []].append(place) }
    }
    return partsOfWhole.sorted { $0.key < $1.key }.compactMap { whole, places in
      guard places.count > 1, let content = wholes[whole].content else { return nil }
      let lines = Set(places.flatMap { parts[$0].content?.lineSet ?? [] }).sorted()
      let covered = comparer.lines(of: content.lineSet, in: lines)
      return covered.share >= Thresholds.wholeByParts ? (whole, places.sorted()) : nil
    }
  }
}
