import Foundation

/// What the sentences by which two projects define themselves have in common, and what only one has.
struct SelfDefinitions {
  let facts: TrackFacts
  let names: ProjectNames
  /// The word that only the fork defines itself by and that took hold in its source files; nil where there is none.
  let gained: Telling?
  /// The word that upstream defines itself by, that went from the fork's README and its source files; nil where there
  /// is none, or where no other took its place: a word that merely went out of use says nothing of another job.
  let lost: Telling?

  init(facts: TrackFacts, names: ProjectNames) {
    (self.facts, self.names) = (facts, names)
    gained = Self.gained(facts, names)
    lost = gained == nil ? nil : Self.lost(facts, names)
  }

  /// A word by which one side defines itself, and its shares of the two sides' source files.
  struct Telling {
    let word: String
    let fork: Double
    let upstream: Double
    let strength: Double
  }

  /// How alike the two sentences are: the share of the shorter one's words that the other has, rare words counting
  /// more, 0 to 1. nil where one is missing, too short or in no Latin letters, or where nobody changed it.
  var likeness: (share: Double, words: [String])? {
    guard let upstream = facts.upstreamDefinition, let fork = facts.forkDefinition, upstream != fork else { return nil }
    let (left, right) = (weights(upstream), weights(fork))
    guard left.count >= 2, right.count >= 2 else { return nil }
    let shared = left.keys.filter { right[$0] != nil }.sorted()
    func sum(_ words: [String: Weighted]) -> Double { words.keys.sorted().reduce(0) { $0 + (words[$1]?.weight ?? 0) } }
    let common = shared.reduce(0) { $0 + (left[$1]?.weight ?? 0) }
    return (common / min(sum(left), sum(right)), shared.compactMap { right[$0]?.word })
  }

  private struct Weighted {
    let word: String
    let weight: Double
  }

  /// By stem.
  private func weights(_ text: String) -> [String: Weighted] {
    var weights: [String: Weighted] = [:]
    for word in TextWords.of(text) where !TextWords.filling.contains(word) && !names.contain(word) {
      let use = facts.use(of: word)
      let weight = -log(use.usualInDocuments / 2 + use.usualInCode / 2 + 0.004)
      let stem = TextWords.stem(word)
      if weights[stem].map({ $0.weight < weight }) ?? true { weights[stem] = Weighted(word: word, weight: weight) }
    }
    return weights
  }

  /// Pairs of neighbouring words of upstream's sentence that the fork says of itself too, in the fork's order. Empty
  /// where nobody changed the sentence: that tells nothing.
  var sharedTerms: [String] {
    guard let upstream = facts.upstreamDefinition, upstream != facts.forkDefinition else { return [] }
    let known = Set(terms(upstream).map(\.stems))
    let said = [facts.forkTitle, facts.forkDefinition, facts.forkReadme].compactMap { $0 }.joined(separator: " . ")
    var seen: Set<String> = []
    return terms(said).filter { known.contains($0.stems) && seen.insert($0.stems).inserted }.map(\.text)
  }

  private func terms(_ text: String) -> [(stems: String, text: String)] {
    let joining: Set<String> = ["the", "and", "for", "with", "that"]
    let words = TextWords.of(text).filter { !joining.contains($0) }
    return zip(words, words.dropFirst()).compactMap { left, right in
      let stems = [TextWords.stem(left), TextWords.stem(right)]
      guard stems[0] != stems[1], isTerm(left), isTerm(right) else { return nil }
      return (stems.joined(separator: " "), "\(left) \(right)")
    }
  }

  private func isTerm(_ word: String) -> Bool {
    ["tool", "library"].contains(word) || (!TextWords.filling.contains(word) && !names.contain(word))
  }

  private static func gained(_ facts: TrackFacts, _ names: ProjectNames) -> Telling? {
    let theirs = Set(defining(facts.upstreamTitle, facts.upstreamDefinition))
    return strongest(
      defining(facts.forkTitle, facts.forkDefinition).filter { !theirs.contains($0) }.compactMap { word in
        let use = facts.use(of: word)
        return telling(word, here: use.fork, of: facts.forkFiles, there: use.upstream, facts, names)
      }
    )
  }

  private static func lost(_ facts: TrackFacts, _ names: ProjectNames) -> Telling? {
    let theirs = Set(defining(facts.forkTitle, facts.forkDefinition) + TextWords.of(facts.forkReadme ?? ""))
    return strongest(
      defining(facts.upstreamTitle, facts.upstreamDefinition).filter { !theirs.contains($0) }.compactMap { word in
        let use = facts.use(of: word)
        return telling(word, here: use.upstream, of: facts.upstreamFiles, there: use.fork, facts, names)
      }
    )
  }

  private static func strongest(_ words: [Telling]) -> Telling? {
    words.max { ($0.strength, $1.word) < ($1.strength, $0.word) }
  }

  private static func defining(_ title: String?, _ definition: String?) -> [String] {
    Set(TextWords.of([title, definition].compactMap { $0 }.joined(separator: " . "))).sorted()
  }

  private static func telling(
    _ word: String,
    here: Double,
    of files: Double?,
    there: Double,
    _ facts: TrackFacts,
    _ names: ProjectNames
  ) -> Telling? {
    // One file of four is a quarter, and no topic.
    guard word.count > 3, here >= Weights.centralFrom, here * (files ?? .infinity) >= Weights.centralFiles,
      there <= here / Weights.rarerThere,
      !TextWords.filling.contains(word), !TextWords.platforms.contains(word), !names.contain(word)
    else { return nil }
    let use = facts.use(of: word)
    let surprise = here / (use.usualInCode + 0.002) / Weights.rarerAtLarge
    guard surprise > 1 else { return nil }
    return Telling(word: word, fork: use.fork, upstream: use.upstream, strength: here * log2(surprise))
  }

  /// How far what the two are about went apart, 0 to 2.
  var otherTopic: Double {
    let strength = (gained?.strength ?? 0) + (lost?.strength ?? 0)
    return min(2, 2 * log10(1 + 20 * strength))
  }
}
