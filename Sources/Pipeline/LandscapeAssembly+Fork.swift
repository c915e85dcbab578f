import BitCollections
import CloneSet
import Divergence
import Evidence
import Family
import Git
import GitValues
import History
import Landscape
import Lineage
import Track

extension LandscapeAssembly {
  func forkEntry(_ fork: Family.Fork) -> ForkEntry {
    let (member, clone) = (members[fork.member], intake.participants[fork.member].clone)
    guard let result = results[fork.member] else {
      return ForkEntry(
        name: member.name,
        clone: clone.path,
        relation: .notAnalysed,
        upstream: members[fork.upstream].name,
        head: head(of: fork.member),
        asOf: clone.asOf.map { Instant(seconds: $0) }
      )
    }
    return ForkEntry(
      name: member.name,
      clone: clone.path,
      relation: relation(result),
      upstream: members[fork.upstream].name,
      head: head(of: fork.member),
      asOf: clone.asOf.map { Instant(seconds: $0) },
      activity: activity(result),
      portrait: member.portrait.map(Self.portrait),
      upstreamEvidence: fork.evidence.map(Self.evidence),
      lineage: lineageEntry(result),
      divergence: divergenceEntry(result),
      patches: patchesEntry(result),
      mergeForecast: forecastEntry(result),
      compatibility: compatibilityEntry(result),
      community: communityEntry(result),
      track: trackEntry(result),
      notes: (result.notes + notes(result)).map {
        MessageEntry(message: $0.id, parameters: $0.parameters, text: $0.text)
      },
      notAnalysed: notAnalysed(result)
    )
  }

  private static func evidence(_ evidence: Evidence) -> EvidenceEntry {
    EvidenceEntry(
      signal: evidence.signal,
      value: evidence.value,
      weight: evidence.weight,
      says: evidence.says,
      message: evidence.message.id,
      parameters: evidence.message.parameters,
      text: evidence.message.text
    )
  }

  private func relation(_ result: ForkResult) -> Relation {
    guard request.stages.contains(.lineage) else { return .fork }
    guard let lineage = result.lineage else { return .unrelated }
    return lineage.forkOnly.isEmpty && !result.hasOwnBranches ? .mirror : .fork
  }

  /// The earlier of the two clones' dates: what lies between them is nobody's doing.
  func commonDate(_ fork: Family.Fork) -> Int64? {
    [fork.member, fork.upstream].compactMap { intake.participants[$0].clone.asOf }.min()
  }

  private func activity(_ result: ForkResult) -> Activity? {
    guard let own = result.newestOwnWork, let asOf = commonDate(result.fork) else { return nil }
    let days = (asOf - own) / 86_400
    return days <= 365 ? .active : days <= 3 * 365 ? .slow : .dormant
  }

  private func lineageEntry(_ result: ForkResult) -> LineageEntry? {
    guard request.stages.contains(.lineage) else { return nil }
    guard let lineage = result.lineage else {
      return LineageEntry(
        kind: .unrelated,
        confidence: 0.5,
        line: nil,
        gitMergeBase: nil,
        otherBases: [],
        forkPoint: nil,
        effectiveBase: nil,
        syncs: nil
      )
    }
    let line = lineage.line.reference.map { EncodedText($0.bytes) }
    return LineageEntry(
      kind: result.kind,
      confidence: kindConfidence(result),
      line: LineEntry(
        ref: line?.text ?? "HEAD",
        refIsEncoded: line?.isEncoded ?? false,
        commit: "\(graph.ids[lineage.line.head])",
        date: date(of: lineage.line.head),
        confidence: lineage.line.confidence.toFourDecimals
      ),
      gitMergeBase: lineage.mergeBases.first.map { CommitEntry(commit: "\(graph.ids[$0])", date: date(of: $0)) },
      otherBases: lineage.mergeBases.dropFirst().map { "\(graph.ids[$0])" },
      forkPoint: hasUnknownForkPoint(result)
        ? nil
        : lineage.forkPoint.map {
          ForkPointEntry(commit: "\(graph.ids[$0.node])", date: date(of: $0.node), confidence: $0.confidence)
        },
      effectiveBase: effectiveBase(lineage, result),
      syncs: syncEntries(result),
      releases: result.releases?.map { name, node in
        let tag = EncodedText(name.bytes)
        return ReleaseEntry(
          tag: tag.text,
          tagIsEncoded: tag.isEncoded,
          commit: "\(graph.ids[node])",
          date: date(of: node)
        )
      },
      syncSummary: syncSummary(result),
      ownWork: ownWork(result),
      phantom: phantom(lineage, result),
      branches: branchesEntry(result)
    )
  }

  private func effectiveBase(_ lineage: Lineage, _ result: ForkResult) -> EffectiveBaseEntry? {
    guard let base = result.base else { return nil }
    let tag = result.nearestTag.map { EncodedText($0.bytes) }
    let prefix = result.prefix.map { EncodedText($0.bytes) }
    return EffectiveBaseEntry(
      commit: "\(graph.ids[base.node])",
      date: date(of: base.node),
      method: Self.method(base.method),
      confidence: base.confidence,
      nearestTag: tag?.text,
      nearestTagIsEncoded: tag?.isEncoded ?? false,
      commitsSinceTag: result.commitsSinceTag,
      prefix: prefix.map { $0.text + "/" } ?? "",
      prefixIsEncoded: prefix?.isEncoded ?? false,
      similarity: base.similarity,
      passageSimilarity: base.passageSimilarity,
      runnerUp: base.runnerUp.map { "\(graph.ids[$0])" },
      atEdge: base.isLast || result.lines?.areLikely == true
    )
  }

  /// Whether the fork merged upstream before what passes for the fork point, which then is but the last commit in common:
  /// its own main line began apart from upstream's, and no first parting can be told.
  func hasUnknownForkPoint(_ result: ForkResult) -> Bool {
    guard result.kind == .sharedHistory, let lineage = result.lineage, let point = lineage.forkPoint,
      point.confidence < 1
    else { return false }
    return lineage.syncs.contains {
      $0.kind == .merge && graph.committerTimes[$0.forkCommit] < graph.committerTimes[point.node]
    }
  }

  /// Common commits prove descent; twins and contents only make it likely.
  private func kindConfidence(_ result: ForkResult) -> Double {
    switch result.kind {
    case .sharedHistory: 1
    case .rewrittenHistory: result.base?.confidence ?? 0.5
    case .imported, .unrelated: 0.8
    }
  }

  static func method(_ method: EffectiveBase.Method) -> BaseMethod {
    switch method {
    case .ancestry: .ancestry
    case .tree: .tree
    case .patches: .patches
    case .content: .content
    }
  }

  private func trackEntry(_ result: ForkResult) -> TrackEntry? {
    guard let verdict = result.verdict else { return nil }
    return TrackEntry(
      verdict: TrackVerdict(rawValue: verdict.track.rawValue) ?? .undetermined,
      confidence: verdict.confidence,
      kind: verdict.kind.flatMap { TrackKind(rawValue: $0.rawValue) },
      reason: verdict.reason.map { MessageEntry(message: $0.id, parameters: $0.parameters, text: $0.text) },
      declared: declaredTrack(result.fork.member),
      crossed: result.crossing.map(crossed),
      evidence: verdict.evidence.map(Self.evidence)
    )
  }

  private func crossed(_ crossing: TrackCrossing) -> TrackCrossingEntry {
    let (cause, node): (TrackCrossingEntry.Cause, CommitGraph.Node?) =
      switch crossing.cause {
      case .ownWords(let node): (.ownWords, node)
      case .upstreamEnded(let node): (.upstreamEnded, node)
      case .upstreamLicence(let node): (.upstreamLicence, node)
      }
    return TrackCrossingEntry(
      date: Instant(seconds: crossing.time),
      cause: cause,
      commit: node.map { "\(graph.ids[$0])" },
      before: TrackVerdict(rawValue: crossing.before.rawValue) ?? .undetermined
    )
  }

  private func declaredTrack(_ member: Int) -> TrackVerdict? {
    let parts = intake.participants.map(\.clone.nameParts)
    let fork = request.familyFile?.families.flatMap(\.forks).first { fork in
      fork.clone.map { CloneNames.match($0, among: parts, currentFolder: request.currentFolder) } == .one(member)
    }
    return fork?.track.flatMap { TrackVerdict(rawValue: $0.rawValue) }
  }
}

extension ThreeWayComparison {
  /// Files that the fork has exactly as the base, over all files that either has.
  var similarityToBase: Double {
    let base = retained.of
    let changed = fork.changes.count { $0.old != nil }
    let added = fork.changes.count { $0.old == nil || $0.isRename }
    return base + added == 0 ? 1 : Double(base - changed) / Double(base + added)
  }
}
