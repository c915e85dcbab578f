import Divergence
import GitValues
import History
import Landscape
import PatchFlow

extension LandscapeAssembly {
  /// What merging would meet; nil where it was not tried.
  func forecastEntry(_ result: ForkResult) -> MergeForecastEntry? {
    guard let forecast = result.forecast else { return nil }
    let conflicts = forecast.head.conflicts
    let areas = ForecastAreas(conflicts.map(\.path), known: result.divergence?.areas.map(\.path) ?? [])
    let names = Set(conflicts.flatMap(\.names))
    let tag = forecast.tag.map { tag in
      let name = EncodedText(tag.name.bytes)
      return MergeTagEntry(
        name: name.text,
        nameIsEncoded: name.isEncoded,
        commit: "\(graph.ids[tag.node])",
        conflictedPaths: tag.forecast.conflicts.count
      )
    }
    let atTag = forecast.tag.map { Set($0.forecast.conflicts.flatMap(\.names)) }
    return MergeForecastEntry(
      conflictedPaths: conflicts.count,
      withGitMergeBase: forecast.fromGitBase?.conflicts.count,
      phantom: forecast.fromGitBase?.conflicts.count { names.isDisjoint(with: $0.names) },
      causes: Self.causes(conflicts),
      merged: forecast.head.merged,
      unread: forecast.head.unread.map(\.text),
      newestTag: tag,
      areas: areas.counts.map { area, count in
        MergeAreaEntry(path: Self.folder(area), pathIsEncoded: !area.isUTF8, conflictedPaths: count)
      },
      paths: zip(conflicts, forecast.touches).map { conflict, touches in
        MergePathEntry(
          path: conflict.path.text,
          pathIsEncoded: !conflict.path.isUTF8,
          forkPath: conflict.forkPath?.text,
          upstreamPath: conflict.upstreamPath?.text,
          cause: MergePathEntry.Cause(rawValue: conflict.cause.rawValue) ?? .content,
          area: Self.folder(areas.area(of: conflict.path)),
          atNewestTag: atTag.map { !$0.isDisjoint(with: conflict.names) },
          lastByFork: touches.byFork.map(touch),
          lastByUpstream: touches.byUpstream.map(touch)
        )
      }
    )
  }

  /// What of the forecast could not be read.
  func unreadForecast(_ result: ForkResult) -> [NotAnalysedEntry] {
    guard let unread = result.forecast?.head.unread, let first = unread.first else { return [] }
    let files = unread.count == 1 ? "1 file" : "\(unread.count) files"
    return [
      NotAnalysedEntry(
        what: "mergeForecast.conflictedPaths",
        reason: "the contents of \(files) that both sides changed cannot be read or are above the limit of "
          + "\(ReadingLimit.fileBytes >> 20) MiB, first \(first.text): they may conflict too"
      )
    ]
  }

  private func touch(_ touch: ForecastResult.Touch) -> TouchEntry {
    let author = EncodedText(touch.author)
    return TouchEntry(
      commit: "\(graph.ids[touch.node])",
      date: date(of: touch.node),
      author: author.text,
      authorIsEncoded: author.isEncoded
    )
  }

  private static func causes(_ conflicts: [MergeForecast.Conflict]) -> MergeCausesEntry {
    func count(_ cause: MergeForecast.Cause) -> Int { conflicts.count { $0.cause == cause } }
    return MergeCausesEntry(
      content: count(.content),
      deleteModify: count(.deleteModify),
      addAdd: count(.addAdd),
      rename: count(.rename)
    )
  }

  private static func folder(_ path: RepoPath) -> String { path.bytes.isEmpty ? "." : path.text }
}

/// Conflicts by folder: those in which the fork works, and the first folder of a path elsewhere.
private struct ForecastAreas {
  private let known: [RepoPath]
  private(set) var counts: [RepoPath: Int] = [:]

  init(_ paths: [RepoPath], known: [RepoPath]) {
    // The deepest folder first, so that the first that holds a path is its area.
    self.known = known.filter { !$0.bytes.isEmpty }.sorted {
      $0.bytes.count != $1.bytes.count ? $0.bytes.count > $1.bytes.count : $0 < $1
    }
    for path in paths { counts[area(of: path), default: 0] += 1 }
  }

  func area(of path: RepoPath) -> RepoPath {
    let slash = UInt8(ascii: "/")
    let holding = known.first { folder in
      path.bytes.count > folder.bytes.count && path.bytes[folder.bytes.count] == slash
        && path.bytes.starts(with: folder.bytes)
    }
    if let holding { return holding }
    guard let end = path.bytes.firstIndex(of: slash) else { return RepoPath(bytes: []) }
    return RepoPath(bytes: Array(path.bytes[..<end]))
  }
}
