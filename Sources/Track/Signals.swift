import Evidence
import Foundation

/// Every signal about a fork's track, each measured apart, with the sentence that a person can check.
struct Signals {
  /// A signal with its sign: above zero for same-track.
  struct Signal {
    let weight: Double
    let evidence: Evidence
  }

  private let facts: TrackFacts

  init(_ facts: TrackFacts) { self.facts = facts }

  /// Those that spoke. Order: as measured.
  var all: [Signal] {
    [definition, statement, successor, licence, territory, retained, size, title].compactMap { $0 }
  }

  private func signal(_ name: String, _ value: Double?, _ weight: Double, _ message: Message) -> Signal {
    Signal(
      weight: weight,
      evidence: Evidence(
        name,
        value: value,
        weight: abs(weight),
        says: weight > 0 ? "same-track" : "different-track",
        message
      )
    )
  }

  private func percent(_ share: Double) -> Int { Int((share * 100).rounded()) }

  private var definition: Signal? {
    guard let upstream = facts.upstreamDefinition, let fork = facts.forkDefinition else { return nil }
    let names = Set(facts.names.flatMap { $0.lowercased().split { !$0.isLetter && !$0.isNumber } }.map(String.init))
    let stems = names.union(names.map(Definition.stem))
    let parameters: Parameters = ["upstream": .string(upstream), "fork": .string(fork)]
    // An unchanged sentence tells that nobody changed it, not that the fork is for the same.
    if upstream == fork { return nil }
    let (left, right) = (Definition(upstream, leavingOut: stems), Definition(fork, leavingOut: stems))
    guard let overlap = left.overlap(with: right) else { return nil }
    if overlap >= Weights.sameDefinitionFrom {
      return signal(
        "self-definition",
        overlap,
        Weights.sameDefinition,
        Message(
          "track.same-definition",
          parameters,
          text: "Both say that they are for the same: “\(upstream)” and “\(fork)”"
        )
      )
    }
    guard overlap < Weights.otherDefinitionBelow else { return nil }
    return signal(
      "self-definition",
      overlap,
      Weights.otherDefinition,
      Message(
        "track.other-definition",
        parameters,
        text: "The two say that they are for different things: upstream “\(upstream)”, the fork “\(fork)”"
      )
    )
  }

  private var statement: Signal? {
    let known = facts.statements.filter { Weights.statements[$0.kind] != nil }
    guard let telling = known.max(by: { strength($0) < strength($1) }), let weight = Weights.statements[telling.kind]
    else { return nil }
    return signal(
      "self-description",
      nil,
      weight,
      Message(
        "track.statement.\(telling.kind)",
        ["quote": .string(telling.quote)],
        text: "The fork describes itself: “\(telling.quote)”"
      )
    )
  }

  private func strength(_ statement: TrackFacts.Statement) -> Double { abs(Weights.statements[statement.kind] ?? 0) }

  /// Whether upstream came to an end and the fork did not.
  var hasUpstreamEnded: Bool {
    guard let days = facts.daysForkOutlivesUpstream else { return false }
    if facts.upstreamSaysItStopped { return days > 0 }
    guard days > Weights.stoppedAfterDays, let last = facts.upstreamCommitsInLastYear,
      let busiest = facts.upstreamCommitsInBusiestYear
    else { return false }
    return Double(last) <= Double(busiest) * Weights.fadingShare
  }

  private var successor: Signal? {
    guard hasUpstreamEnded, let days = facts.daysForkOutlivesUpstream else { return nil }
    let said = facts.upstreamSaysItStopped ? " and says so itself" : ""
    return signal(
      "upstream's fate",
      Double(days),
      Weights.successor,
      Message(
        "track.upstream-ended",
        ["days": .int(days), "saysSo": .bool(facts.upstreamSaysItStopped)],
        text: "Upstream stopped\(said); the fork went on for \(days) more days."
      )
    )
  }

  /// Whether upstream left the common licence and the fork kept it.
  var keptLicence: Bool {
    guard let base = facts.baseLicence, let upstream = facts.upstreamLicence, let fork = facts.forkLicence else {
      return false
    }
    return upstream != base && fork == base
  }

  private var licence: Signal? {
    guard keptLicence, let base = facts.baseLicence, let upstream = facts.upstreamLicence else { return nil }
    return signal(
      "licence",
      nil,
      Weights.keptLicence,
      Message(
        "track.kept-licence",
        ["base": .string(base), "upstream": .string(upstream)],
        text: "Upstream changed its licence from \(base) to \(upstream) after the split; the fork kept \(base)."
      )
    )
  }

  private var territory: Signal? {
    guard let territory = facts.territory else { return nil }
    if territory.new >= Weights.newTerritoryFrom, (facts.ownCommits ?? 0) > Weights.smallWorkCommits {
      return signal(
        "territory",
        territory.new,
        Weights.newTerritory,
        Message(
          "track.new-territory",
          ["share": .int(percent(territory.new))],
          text: "\(percent(territory.new)) % of the fork's own lines lie in files that upstream never had."
        )
      )
    }
    guard territory.home >= Weights.homeTerritoryFrom else { return nil }
    return signal(
      "territory",
      territory.home,
      Weights.homeTerritory,
      Message(
        "track.home-territory",
        ["share": .int(percent(territory.home))],
        text: "\(percent(territory.home)) % of the fork's own lines lie in files that upstream works on as well."
      )
    )
  }

  private var retained: Signal? {
    guard let kept = facts.retainedFiles, let all = facts.baseFiles, all > 0 else { return nil }
    let share = Double(kept) / Double(all)
    guard share < Weights.droppedFilesBelow else { return nil }
    return signal(
      "retained files",
      share,
      Weights.droppedFiles,
      Message(
        "track.dropped-files",
        ["kept": .int(kept), "all": .int(all)],
        text: "Only \(kept) of the \(all) files of the time of the split are left in the fork."
      )
    )
  }

  private var size: Signal? {
    guard let own = facts.ownCommits, own > 0, own <= Weights.smallWorkCommits, let added = facts.addedFiles,
      let all = facts.baseFiles, Double(added) <= Double(all) * Weights.smallWorkAddedFiles
    else { return nil }
    return signal(
      "size of own work",
      Double(own),
      Weights.smallWork,
      Message(
        "track.small-work",
        ["commits": .int(own), "files": .int(added)],
        text:
          "The fork's own work is small: \(own) commit\(own == 1 ? "" : "s"), \(added) file\(added == 1 ? "" : "s") that "
          + "upstream has not."
      )
    )
  }

  private var title: Signal? {
    guard let base = facts.baseTitle, let upstream = facts.upstreamTitle, let fork = facts.forkTitle,
      fork.lowercased() != base.lowercased(), upstream.lowercased() == base.lowercased()
    else { return nil }
    return signal(
      "identity",
      nil,
      Weights.otherTitle,
      Message(
        "track.other-title",
        ["base": .string(base), "fork": .string(fork)],
        text: "The fork calls itself “\(fork)”, the common code called itself “\(base)”."
      )
    )
  }
}
