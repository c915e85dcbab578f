public import Landscape

extension ForkFacts {
  /// The facts of every fork of `landscape`. Order: as in the landscape.
  ///
  /// - Parameter patches: the commits of one side only, as far as they are at hand.
  /// - Parameter files: the paths, as far as they are at hand.
  /// - Parameter baseline: an earlier landscape; nil where there is none.
  public static func all(
    _ landscape: Landscape,
    patches: [ForkPatches],
    files: [ForkFiles],
    baseline: Landscape? = nil
  ) -> [ForkFacts] {
    landscape.families.flatMap { family in
      let lines = (
        patches.filter { $0.family == family.name }, files.filter { $0.family == family.name }
      )
      let earlier = baseline?.families.first { $0.name == family.name } ?? baseline?.families.only
      return family.forks.map { fork in
        var facts = ForkFacts(now: landscape.now, family: family.name, fork: fork)
        let parent = family.forks.first { $0.name == fork.upstream && $0.clone != fork.clone }
        facts.upstreamPortrait = parent.map(\.portrait) ?? family.upstream.portrait
        facts.upstreamAsOf = parent.map(\.asOf) ?? family.upstream.asOf
        facts.forkClone = landscape.clones.first { $0.path == fork.clone && $0.name == fork.name }
        let upstream = (path: parent?.clone ?? family.upstream.clone, name: parent?.name ?? family.upstream.name)
        facts.upstreamClone = landscape.clones.first { $0.path == upstream.path && $0.name == upstream.name }
        facts.patches = fork.patches == nil ? nil : lines.0.first { $0.fork == fork.name }?.lines
        facts.files = fork.divergence?.files == nil ? nil : lines.1.first { $0.fork == fork.name }?.lines
        facts.conflicts = fork.mergeForecast.map { forecast in
          forecast.paths.map { ForecastConflict(path: $0.forkPath ?? $0.path, cause: $0.cause.rawValue) }
        }
        facts.surfaces = fork.compatibility.map { compatibility in
          compatibility.surfaces.map {
            SurfaceStand(
              name: $0.name,
              kind: $0.kind.rawValue,
              level: $0.level,
              removed: $0.removed,
              firstRemoved: $0.examples.removed
            )
          }
        }
        facts.silentReverts = fork.patches?.silentReverts
        facts.hasBaseline = baseline != nil
        facts.earlier =
          earlier?.forks.first { $0.name == fork.name } ?? (family.forks.count == 1 ? earlier?.forks.only : nil)
        return facts
      }
    }
  }
}

extension Array {
  /// The element of a list of one; nil for any other.
  fileprivate var only: Element? { count == 1 ? first : nil }
}
