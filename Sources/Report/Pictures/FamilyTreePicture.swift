import Landscape

/// The family over time: a lane for the upstream and one for each fork, from where it split off to where its clone ends.
///
/// A band under a lane steps up as the fork falls behind and down when it takes in upstream; marks on the lane are syncs.
struct FamilyTreePicture {
  private let family: FamilyEntry
  private let lanes: [Lane]
  private let axis: TimeAxis

  /// One fork's lane.
  private struct Lane {
    let fork: ForkEntry
    /// Where it leaves; nil where it shares no history: it then begins where its base or first sync lies.
    let start: Instant
    let isSplit: Bool
    let end: Instant
    /// The row of what it split from, 0 for the upstream.
    let parentRow: Int
  }

  /// The most lanes drawn: those with the newest own commits.
  static let laneLimit = 40

  private static let (nameWidth, right, top, laneHeight) = (150.0, 24.0, 58.0, 44.0)
  private static let width = 880.0
  private static let bandHeight = 18.0

  /// nil where no fork's beginning is known.
  init?(_ family: FamilyEntry) {
    let placed = family.forks.filter { $0.relation == .fork }.compactMap { fork -> (ForkEntry, Instant, Bool)? in
      guard fork.asOf != nil, let lineage = fork.lineage else { return nil }
      if let point = lineage.forkPoint { return (fork, point.date, true) }
      guard let start = lineage.syncs?.last?.date ?? lineage.effectiveBase?.date else { return nil }
      return (fork, start, false)
    }
    guard !placed.isEmpty else { return nil }
    let kept = placed.sorted { ($0.0.asOf ?? .earliest, $1.0.name) > ($1.0.asOf ?? .earliest, $0.0.name) }
      .prefix(Self.laneLimit).sorted { ($0.1, $0.0.name) < ($1.1, $1.0.name) }
    let order = Self.nested(kept, root: family.upstream.name)
    let rows = Dictionary(order.enumerated().map { ($1.0.name, $0 + 1) }) { first, _ in first }
    self.family = family
    lanes = order.map { fork, start, isSplit in
      let end = fork.asOf ?? start
      return Lane(
        fork: fork,
        start: min(start, end),
        isSplit: isSplit,
        end: end,
        parentRow: fork.upstream.flatMap { $0 == fork.name ? nil : rows[$0] } ?? 0
      )
    }
    let last = max(family.upstream.asOf, lanes.map(\.end).max() ?? family.upstream.asOf)
    let first = lanes.map(\.start).min() ?? last
    let span = max(last.seconds - first.seconds, 365 * 86_400)
    axis = TimeAxis(
      start: Instant(seconds: first.seconds - span / 12),
      end: last,
      left: Self.nameWidth,
      right: Self.width - Self.right
    )
  }

  /// Forks of a fork below it.
  private static func nested(
    _ forks: [(ForkEntry, Instant, Bool)],
    root: String
  ) -> [(ForkEntry, Instant, Bool)] {
    let names = Set(forks.map(\.0.name))
    var done: Set<String> = []
    var result: [(ForkEntry, Instant, Bool)] = []
    func add(_ entry: (ForkEntry, Instant, Bool)) {
      guard done.insert(entry.0.name).inserted else { return }
      result.append(entry)
      for child in forks where child.0.upstream == entry.0.name { add(child) }
    }
    for entry in forks where entry.0.upstream.map({ !names.contains($0) || $0 == root }) ?? true { add(entry) }
    for entry in forks { add(entry) }
    return result
  }

  private func y(_ row: Int) -> Double { Self.top + Double(row) * Self.laneHeight }

  func picture(named name: String) -> Picture {
    let height = y(lanes.count) + 58
    var drawing = Drawing(width: Self.width, height: height)
    drawing.text(ExplainText.plain(PictureWords.treeTitle(family.name)), .init(x: 16, y: 26), .title, limit: 840)
    axis.draw(on: &drawing, top: Self.top - 18, bottom: height - 44)
    drawing.line(.init(x: Self.nameWidth, y: y(0)), .init(x: axis.x(family.upstream.asOf), y: y(0)), .upstreamLane)
    drawing.text(family.upstream.name, .init(x: Self.nameWidth - 12, y: y(0) + 4), .label, .end, limit: 130)
    for (index, lane) in lanes.enumerated() { draw(lane, row: index + 1, on: &drawing) }
    drawKey(on: &drawing, y: height - 12)
    return Picture(
      name: name,
      title: PictureWords.treeTitle(family.name),
      summary: PictureWords.treeSummary(forks: lanes.count, from: axis.start, to: axis.end),
      drawing: drawing,
      table: table
    )
  }

  private func draw(_ lane: Lane, row: Int, on drawing: inout Drawing) {
    let (left, right, height) = (axis.x(lane.start), axis.x(lane.end), y(row))
    let verdict = lane.fork.track?.verdict
    if lane.isSplit {
      drawing.curve(.init(x: max(left - 26, axis.left), y: y(lane.parentRow)), .init(x: left, y: height), .axis)
    }
    drawBand(lane, y: height, on: &drawing)
    drawing.line(.init(x: left, y: height), .init(x: max(right, left + 3), y: height), PictureStyle.lane(verdict))
    drawSyncs(lane, y: height, on: &drawing)
    drawing.mark(
      PictureStyle.form(verdict),
      .init(x: max(right, left + 3), y: height),
      size: 5,
      PictureStyle.fill(verdict),
      hint: lane.fork.name
    )
    drawing.text(lane.fork.name, .init(x: Self.nameWidth - 12, y: height + 4), .label, .end, limit: 130)
  }

  /// The age of what had not arrived, month by month; the tallest band of the family is the longest lag in it.
  private func drawBand(_ lane: Lane, y: Double, on drawing: inout Drawing) {
    guard longestLag > 0, let history = lane.fork.divergence?.history else { return }
    var points: [Drawing.Point] = []
    for month in history {
      guard let lag = month.lagDays, let start = month.start, let end = month.end, end > lane.start else { continue }
      let top = y + 3 + Self.bandHeight * Double(lag) / Double(longestLag)
      points.append(.init(x: axis.x(max(start, lane.start)), y: top))
      points.append(.init(x: axis.x(min(end, lane.end)), y: top))
    }
    guard let first = points.first, let last = points.last else { return }
    drawing.area(
      [.init(x: first.x, y: y + 3)] + points + [.init(x: last.x, y: y + 3)],
      PictureStyle.band(lane.fork.track?.verdict)
    )
  }

  private var longestLag: Int {
    lanes.flatMap { $0.fork.divergence?.history ?? [] }.compactMap(\.lagDays).max() ?? 0
  }

  /// Marks that would lie on each other are drawn once.
  private func drawSyncs(_ lane: Lane, y: Double, on drawing: inout Drawing) {
    var free: [SyncKind: Double] = [:]
    for sync in (lane.fork.lineage?.syncs ?? []).reversed() {
      let x = axis.x(sync.date)
      guard x - (free[sync.kind] ?? -100) >= 5 else { continue }
      free[sync.kind] = x
      drawing.mark(
        Self.form(sync.kind),
        .init(x: x, y: y),
        size: 3,
        .hollow,
        hint: ExplainText.plain("\(sync.date.day), \(VerdictWords.sync(sync.kind))")
      )
    }
  }

  private static func form(_ kind: SyncKind) -> Drawing.Form {
    switch kind {
    case .merge: .circle
    case .squash: .diamond
    case .import: .square
    case .picks: .triangle
    case .rebase: .cross
    }
  }

  private func drawKey(on drawing: inout Drawing, y: Double) {
    var x = 16.0
    func add(_ form: Drawing.Form, _ role: PictureStyle.Role, size: Double, _ words: Phrase) {
      let text = ExplainText.plain(words)
      drawing.mark(form, .init(x: x + 5, y: y - 4), size: size, role)
      drawing.text(text, .init(x: x + 15, y: y), .small)
      x += 15 + Drawing.width(of: text, size: 11) + 14
    }
    for verdict in TrackVerdict.allCases where lanes.contains(where: { $0.fork.track?.verdict == verdict }) {
      add(PictureStyle.form(verdict), PictureStyle.fill(verdict), size: 5, VerdictWords.track(verdict))
    }
    let kinds = Set(lanes.flatMap { $0.fork.lineage?.syncs ?? [] }.map(\.kind))
    for kind in SyncKind.allCases where kinds.contains(kind) {
      add(Self.form(kind), .hollow, size: 3, PictureWords.syncKey(kind))
    }
    if longestLag > 0 {
      drawing.text(ExplainText.plain(PictureWords.bandKey(longestLag)), .init(x: x, y: y), .small, limit: 864 - x)
    }
  }

  private var table: Table {
    Table(
      PictureWords.treeColumns,
      rows: lanes.map { lane in
        let syncs = lane.fork.lineage?.syncs
        return [
          "\(lane.fork.name)", "\(lane.fork.upstream ?? family.upstream.name)",
          lane.isSplit ? "\(lane.start.day)" : "—", "\(lane.end.day)",
          syncs.map { "\($0.count)" } ?? "—", syncs?.first.map { "\($0.date.day)" } ?? "—",
          lane.fork.divergence?.history?.last?.lagDays.map { "\($0)" } ?? "—",
        ]
      }
    )
  }
}

extension HistoryEntry {
  /// The first moment of the month; nil where the text is no month.
  var start: Instant? { Instant(iso8601: month + "-01T00:00:00Z") }

  /// The first moment of the next month.
  var end: Instant? {
    guard let (year, month, _) = start?.civil else { return nil }
    return month == 12 ? Instant(year: year + 1, month: 1, day: 1) : Instant(year: year, month: month + 1, day: 1)
  }
}
