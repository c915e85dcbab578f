public import Evidence

/// A single value of an entry that two landscapes can be compared by.
struct Fact {
  /// Its path in the JSON: `track.verdict`.
  let what: String
  /// nil: not known.
  let value: ParameterValue?

  private init(_ what: String, _ value: ParameterValue?) {
    self.what = what
    self.value = value
  }

  private static func text(_ what: String, _ value: String?) -> Fact { Fact(what, value.map(ParameterValue.string)) }
  private static func number(_ what: String, _ value: Int?) -> Fact { Fact(what, value.map(ParameterValue.int)) }

  /// The facts of a root.
  static func all(of upstream: UpstreamEntry) -> [Fact] {
    [
      text("upstream.name", upstream.name), text("upstream.head.ref", upstream.head.ref),
      text("upstream.head.commit", upstream.head.commit), number("upstream.commits", upstream.commits),
      text("upstream.portrait.license", upstream.portrait?.license),
    ]
  }

  /// The facts of a fork that a person would call movement. Order: as in its entry.
  static func all(of fork: ForkEntry) -> [Fact] {
    identity(fork) + lineage(fork.lineage) + divergence(fork.divergence) + patches(fork.patches) + track(fork.track)
  }

  private static func identity(_ fork: ForkEntry) -> [Fact] {
    [
      text("relation", fork.relation.rawValue), text("upstream", fork.upstream), text("head.ref", fork.head?.ref),
      text("head.commit", fork.head?.commit), text("activity", fork.activity?.rawValue),
      text("portrait.license", fork.portrait?.license), text("portrait.title", fork.portrait?.title),
    ]
  }

  private static func lineage(_ lineage: LineageEntry?) -> [Fact] {
    [
      text("lineage.kind", lineage?.kind.rawValue), text("lineage.line.ref", lineage?.line?.ref),
      text("lineage.effectiveBase.commit", lineage?.effectiveBase?.commit),
      text("lineage.effectiveBase.date", lineage?.effectiveBase?.date.day),
      text("lineage.effectiveBase.nearestTag", lineage?.effectiveBase?.nearestTag),
    ]
  }

  private static func divergence(_ divergence: DivergenceEntry?) -> [Fact] {
    [
      number("divergence.ahead", divergence?.ahead), number("divergence.behind", divergence?.behind),
      number("divergence.effective.ahead", divergence?.effective?.ahead),
      number("divergence.effective.behind", divergence?.effective?.behind),
    ]
  }

  private static func patches(_ patches: PatchesEntry?) -> [Fact] {
    [
      number("patches.upstreamSide.missing", patches?.upstreamSide.missing),
      number("patches.upstreamSide.partial", patches?.upstreamSide.partial),
      number("patches.forkSide.carried", patches?.forkSide.carried),
      text("patches.flow.direction", patches?.flow.direction.rawValue),
    ]
  }

  private static func track(_ track: TrackEntry?) -> [Fact] {
    [
      text("track.verdict", track?.verdict.rawValue), text("track.kind", track?.kind?.rawValue),
      // Two decimals: less is no movement.
      Fact("track.confidence", track.map { .double(($0.confidence * 100).rounded() / 100) }),
    ]
  }
}

/// A fact that has another value than before.
public struct FactChange: Hashable, Sendable, Encodable {
  /// Its path in the JSON: `track.verdict`.
  public let what: String
  /// The older value. null: it was not known.
  @Nullable public internal(set) var old: ParameterValue?
  /// The newer value. null: it is not known any more.
  @Nullable public internal(set) var new: ParameterValue?

  /// The facts that differ. Order: as in `new`.
  static func between(_ old: [Fact], _ new: [Fact]) -> [FactChange] {
    zip(old, new).compactMap { before, after in
      let (one, other) = (before.value?.canonical, after.value?.canonical)
      guard one != other else { return nil }
      return FactChange(what: after.what, old: one, new: other)
    }
  }

  private init(what: String, old: ParameterValue?, new: ParameterValue?) {
    self.what = what
    _old = Nullable(wrappedValue: old)
    _new = Nullable(wrappedValue: new)
  }
}
