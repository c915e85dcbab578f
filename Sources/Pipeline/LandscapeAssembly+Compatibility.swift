import CloneSet
import Compatibility
import Evidence
import GitValues
import History
import Landscape

extension LandscapeAssembly {
  /// The most elements of one sort that the landscape names; all are in the data file.
  private static let exampleLimit = 10
  /// From more files on, the landscape only counts them.
  private static let fileLimit = 12
  /// The most characters of an example.
  private static let textLimit = 240

  func compatibilityEntry(_ result: ForkResult) -> CompatibilityEntry? {
    guard let compatibility = result.compatibility else { return nil }
    return CompatibilityEntry(
      profile: compatibility.profile,
      score: compatibility.score?.toFourDecimals,
      licenses: result.licences.map(licenses),
      surfaces: compatibility.surfaces.map(Self.surface)
    )
  }

  private func licenses(_ found: LicenceFindings) -> LicensesEntry {
    func since(_ side: LicenceFindings.Side) -> CommitEntry? {
      side.since.map { CommitEntry(commit: "\(graph.ids[$0])", date: date(of: $0)) }
    }
    return LicensesEntry(
      base: found.base,
      upstream: found.upstream.expression,
      upstreamSince: since(found.upstream),
      fork: found.fork.expression,
      forkSince: since(found.fork)
    )
  }

  private static func surface(_ result: SurfaceResult) -> SurfaceEntry {
    let declaration = result.declaration
    var entry = SurfaceEntry(
      name: declaration.name,
      kind: SurfaceKind(rawValue: declaration.kind.rawValue) ?? .api,
      level: result.level.flatMap { SurfaceLevel(rawValue: $0.rawValue) },
      weight: declaration.weight,
      score: result.score?.toFourDecimals
    )
    func count(_ status: ElementStatus) -> Int { result.counts[status] ?? 0 }
    (entry.base, entry.line, entry.fork) = (result.sizes.base, result.sizes.line, result.sizes.fork)
    (entry.kept, entry.changed, entry.removed) = (count(.kept), count(.changed), count(.removed))
    (entry.dropped, entry.added, entry.lagging) = (count(.dropped), count(.added), count(.lagging))
    (entry.taken, entry.clashing) = (count(.taken), count(.clashing))
    func examples(_ statuses: Set<ElementStatus>) -> [String] {
      result.changes.lazy.filter { statuses.contains($0.status) }.prefix(exampleLimit).map(example)
    }
    entry.examples.removed = examples([.removed])
    entry.examples.changed = examples([.changed, .clashing])
    entry.examples.added = examples([.added])
    entry.examples.lagging = examples([.lagging])
    func files(_ side: Side) -> Int { result.files.count { $0.paths[side] != nil } }
    entry.fileCounts = SurfaceFileCountsEntry(base: files(.base), line: files(.line), fork: files(.fork))
    if result.files.count <= fileLimit { entry.files = result.files.map(file) }
    return entry
  }

  private static func file(_ file: SurfaceResult.File) -> SurfaceFileEntry {
    func place(_ side: Side) -> SurfaceFileEntry.Place? {
      file.paths[side].map { path in
        let text = EncodedText(path.bytes)
        return .init(path: text.text, pathIsEncoded: text.isEncoded, elements: file.elements[side])
      }
    }
    return SurfaceFileEntry(base: place(.base), line: place(.line), fork: place(.fork))
  }

  private static func example(_ change: ElementChange) -> String {
    let name = change.part.isEmpty ? change.name : "\(change.part): \(change.name)"
    let text: String
    switch change.status {
    case .added: text = with(name, change.texts.fork)
    case .removed, .dropped: text = with(name, change.texts.base)
    case .lagging: text = with(name, change.texts.base, change.texts.line)
    case .clashing: text = with(name, change.texts.line, change.texts.fork)
    case .changed, .kept, .taken: text = with(name, change.texts.base, change.texts.fork)
    }
    return text.count > textLimit ? text.prefix(textLimit) + "…" : text
  }

  private static func with(_ name: String, _ before: String?, _ after: String? = nil) -> String {
    let parts = [before, after].compactMap { $0 }.filter { !$0.isEmpty }
    return parts.isEmpty ? name : "\(name)\(before == "" ? " → " : ": ")\(parts.joined(separator: " → "))"
  }

  /// Every element that does not stand as it did.
  func surfaceLines(_ compatibility: Compatibility) -> [SurfaceLine] {
    compatibility.surfaces.flatMap { surface in
      surface.changes.compactMap { change in
        SurfaceLine.Status(rawValue: change.status.rawValue).map { status in
          SurfaceLine(
            surface: surface.declaration.name,
            status: status,
            part: change.part.isEmpty ? nil : change.part,
            name: change.name,
            base: change.texts.base,
            line: change.texts.line,
            fork: change.texts.fork
          )
        }
      }
    }
  }

  /// So many files that cannot be read are named with their reasons.
  private static let unreadShown = 4

  /// What of the surfaces could not be looked at.
  func unreadSurfaces(_ result: ForkResult) -> [NotAnalysedEntry] {
    guard let compatibility = result.compatibility else {
      guard request.stages.contains(.compatibility), result.lineage != nil,
        !result.notAnalysed.contains(where: { $0.what == "compatibility" })
      else { return [] }
      return [NotAnalysedEntry(what: "compatibility", reason: "there is no base to compare the fork with")]
    }
    let gaps = compatibility.gaps.map { NotAnalysedEntry(what: "compatibility.surfaces", reason: $0) }
    return gaps
      + compatibility.surfaces.compactMap { surface in
        if surface.unread.isEmpty { return nil }
        let shown = surface.unread.prefix(Self.unreadShown).map { file in
          let place = file.line.map { "\(file.path.text):\($0)" } ?? file.path.text
          let tree = file.side == .base ? "base" : file.side == .line ? "line" : "fork"
          return "\(place) of the \(tree): \(file.reason)"
        }
        let more = surface.unread.count - shown.count
        let rest = more == 0 ? "" : "; and \(more) more"
        return NotAnalysedEntry(
          what: "compatibility.surfaces.\(surface.declaration.name)",
          reason: "cannot be read: \(shown.joined(separator: "; "))\(rest)"
        )
      }
  }
}
