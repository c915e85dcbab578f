extension Ladder {
  /// How much of parts and whole must agree.
  enum SquashRule {
    /// Every part is in the whole line by line, none twice, and next to nothing else is: stronger than any likeness of two
    /// commits, of which the largest part and the whole have much.
    case verbatim
    /// Most of every part is in the whole, and they explain half of it.
    case likely
  }

  /// Matches a commit of one side with several of the other whose changes it contains.
  mutating func matchSquashes(_ rule: SquashRule, _ likely: Likely) {
    for squash in squashes(rule, likely.ofUpstream, parts: upstream, isUpstreamMatched, wholes: fork, isForkMatched) {
      for part in squash.parts { take(part, squash.whole, .squash, likeness(part, squash.whole)) }
    }
    endRung()
    for squash in squashes(rule, likely.ofFork, parts: fork, isForkMatched, wholes: upstream, isUpstreamMatched) {
      for part in squash.parts { take(squash.whole, part, .squash, likeness(squash.whole, part)) }
    }
    endRung()
  }

  private func squashes(
    _ rule: SquashRule,
    _ candidates: [(place: Int, partners: [Int])],
    parts: [CommitRecord],
    _ isPartMatched: [Bool],
    wholes: [CommitRecord],
    _ isWholeMatched: [Bool]
  ) -> [(whole: Int, parts: [Int])] {
    var partsOfWhole: [Int: [Int]] = [:]
    for (place, partners) in candidates where !isPartMatched[place] {
      guard let content = parts[place].content, parts[place].weights.lines > 0 else { continue }
      var best: (whole: Int, share: Double)?
      for whole in partners where !isWholeMatched[whole] {
        guard let other = wholes[whole].content, other.lineSet.count > content.lineSet.count else { continue }
        let nats = comparer.sharedLines(content.lineSet, other.lineSet)
        let share = nats / parts[place].weights.lines
        let isVerbatim = share >= Thresholds.verbatim
        let isPart =
          switch rule {
          case .verbatim:
            isVerbatim && (content.lineSet.count >= Thresholds.verbatimLines || nats >= Thresholds.partNats)
          case .likely:
            isVerbatim && content.lineSet.count >= Thresholds.verbatimLines
              || share >= Thresholds.partInWhole && nats >= Thresholds.partNats
          }
        guard isPart else { continue }
        if best.map({ share > $0.share }) ?? true { best = (whole, share) }
      }
      if let best { partsOfWhole[best.whole, default: []].append(place) }
    }
    return partsOfWhole.sorted { $0.key < $1.key }.compactMap { whole, places in
      guard places.count > 1, let content = wholes[whole].content else { return nil }
      let lines = Set(places.flatMap { parts[$0].content?.lineSet ?? [] }).sorted()
      let covered = comparer.sharedLines(content.lineSet, lines)
      let sum = places.reduce(0) { $0 + parts[$1].weights.lines }
      let isWhole =
        switch rule {
        case .verbatim:
          covered >= Thresholds.verbatimWhole * wholes[whole].weights.lines && sum <= covered * Thresholds.overlap
        case .likely: covered > 0 && covered >= Thresholds.wholeByParts * wholes[whole].weights.lines
        }
      return isWhole ? (whole, places.sorted()) : nil
    }
  }
}
