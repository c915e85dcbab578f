import CloneSet
import Family
import Git
import GitValues
import History
import Landscape
import PatchFlow

/// What patch flow says of a family as a whole.
extension LandscapeAssembly {
  /// The fixes that a fork of the family lacks. nil: no fork was traced. Order: those that most forks lack first, then
  /// newest, then by subject.
  func fixMatrix(_ family: Family) -> [FamilyFixEntry]? {
    let traced = family.forks.filter { results[$0.member]?.patches != nil }
    if traced.isEmpty { return nil }
    var fixes: [String: FamilyFixEntry] = [:]
    for fork in traced.sorted(by: { members[$0.member].name < members[$1.member].name }) {
      guard let patches = results[fork.member]?.patches else { continue }
      let forkAsOf = intake.participants[fork.member].clone.asOf
      let landings = graph.landings(on: patches.pair.line)
      for commit in patches.flow.upstreamSide {
        guard let why = commit.fix, let subject = commit.subject else { continue }
        let made = graph.committerTimes[commit.node]
        if let forkAsOf, made > forkAsOf { continue }
        let state = Self.state(commit.status)
        let isOpen = state == .missing || state == .partial
        let entry = FamilyFixForkEntry(
          fork: members[fork.member].name,
          commit: "\(graph.ids[commit.node])",
          state: state,
          exposureDays: isOpen ? exposure(commit.node, patches, landings) : nil
        )
        add(entry, commit, why, subject, to: &fixes)
      }
    }
    // What a fork has by history is on no list of what only upstream has.
    for fork in traced {
      guard let patches = results[fork.member]?.patches else { continue }
      let (reach, name) = (graph.reach([patches.pair.fork]), members[fork.member].name)
      for (subject, fix) in fixes where !fix.forks.contains(where: { $0.fork == name }) {
        let known = fix.forks.first { other in
          CommitID(hex: other.commit).flatMap { graph.node($0) }.map { reach.contains($0) } ?? false
        }
        guard let known else { continue }
        fixes[subject]?.forks.append(
          FamilyFixForkEntry(fork: name, commit: known.commit, state: .has, exposureDays: nil)
        )
      }
    }
    func lacking(_ fix: FamilyFixEntry) -> Int { fix.forks.count { $0.state == .missing || $0.state == .partial } }
    return fixes.values.filter { lacking($0) > 0 }.map { fix in
      var fix = fix
      fix.forks.sort { $0.fork < $1.fork }
      return fix
    }.sorted { left, right in
      let (one, other) = (lacking(left), lacking(right))
      if one != other { return one > other }
      return left.date != right.date ? left.date > right.date : left.subject < right.subject
    }
  }

  private func add(
    _ entry: FamilyFixForkEntry,
    _ commit: FlowCommit<UpstreamStatus>,
    _ why: String,
    _ subject: EncodedText,
    to fixes: inout [String: FamilyFixEntry]
  ) {
    guard var fix = fixes[subject.text] else {
      fixes[subject.text] = FamilyFixEntry(
        subject: subject.text,
        subjectIsEncoded: subject.isEncoded,
        date: date(of: commit.node),
        why: why,
        forks: [entry]
      )
      return
    }
    fix.date = min(fix.date, date(of: commit.node))
    // Of two commits with one subject on a line, the one that the fork lacks decides.
    if let place = fix.forks.firstIndex(where: { $0.fork == entry.fork }) {
      if fix.forks[place].exposureDays == nil, entry.exposureDays != nil { fix.forks[place] = entry }
    } else {
      fix.forks.append(entry)
    }
    fixes[subject.text] = fix
  }

  private static func state(_ status: UpstreamStatus) -> FamilyFixForkEntry.State {
    switch status {
    case .inBase, .equivalent, .adapted, .present: .has
    case .partial: .partial
    case .missing: .missing
    case .notApplicable, .reverted, .empty: .notApplicable
    case .notAnalysed: .notAnalysed
    }
  }

  /// What several forks of one upstream changed alike. nil: no two of them were compared. Order: most forks first, then
  /// fixes, then newest.
  func sharedChanges(_ family: Family) -> [SharedChangeEntry]? {
    guard case .success(let siblings)? = siblings[family.root] else { return nil }
    return siblings.flatMap { result in
      result.changes.map { change in
        let copies = change.copies.map { copy in
          SharedChangeCopyEntry(
            fork: members[result.forks[copy.side]].name,
            commit: "\(graph.ids[copy.node])",
            date: date(of: copy.node)
          )
        }
        return SharedChangeEntry(
          subject: change.subject?.text ?? "",
          subjectIsEncoded: change.subject?.isEncoded ?? false,
          date: copies.map(\.date).min() ?? Instant(seconds: 0),
          by: change.by.flatMap { PatchMatch.Rung(rawValue: $0.rawValue) },
          fix: change.fix,
          copies: copies.sorted { ($0.fork, $0.date, $0.commit) < ($1.fork, $1.date, $1.commit) }
        )
      }
    }
  }

  /// Families whose forks could not be compared with one another.
  func unreadSiblings() -> [NotAnalysedEntry] {
    families.families.families.compactMap { family in
      guard case .failure(let error)? = siblings[family.root] else { return nil }
      return NotAnalysedEntry(what: "what forks of \(members[family.root].name) share", reason: "\(error)")
    }
  }

  /// Labels that content or upstream contradicts. Order: the fork's first, newest first, then by id.
  func labelFindings(_ patches: PatchResult) -> [LabelFindingEntry] {
    let own = patches.flow.forkSide.compactMap { commit -> LabelFindingEntry? in
      let isUpstream = [.taken, .upstreamed, .upstreamedAdapted].contains(commit.status)
      return finding(commit, .fork, isOwnButUpstream: commit.isMarkedAsOwn && isUpstream)
    }
    return own
      + patches.flow.upstreamSide.compactMap { finding($0, .upstream, isOwnButUpstream: false) }
  }

  private func finding<Status>(
    _ commit: FlowCommit<Status>,
    _ side: PatchSide,
    isOwnButUpstream: Bool
  ) -> LabelFindingEntry? {
    if commit.contradicted.isEmpty && !isOwnButUpstream { return nil }
    let others =
      commit.contradicted.isEmpty
      ? commit.matches.map { "\(graph.ids[$0.node])" } : commit.contradicted.map { "\($0)" }
    return LabelFindingEntry(
      commit: "\(graph.ids[commit.node])",
      side: side,
      date: date(of: commit.node),
      subject: commit.subject?.text ?? "",
      subjectIsEncoded: commit.subject?.isEncoded ?? false,
      finding: commit.contradicted.isEmpty ? .ownButUpstream : .contradicted,
      others: others
    )
  }
}
