/// How the times between syncs change.
public enum SyncTrend: String, Hashable, Sendable, Codable, CaseIterable {
  /// The later half of the times between syncs is shorter by a third or more, by their medians.
  case moreOften
  /// It is longer by a half or more.
  case lessOften
  /// Neither.
  case steady
  /// Since the last sync more than a year went by, and more than three times the usual time.
  case stopped
}

/// The syncs of one year.
public struct SyncYearEntry: Hashable, Sendable, Codable {
  /// `2024`.
  public let year: String
  /// How many syncs.
  public let syncs: Int
  /// How many upstream commits they brought; those of syncs that were not counted left out.
  public let commits: Int
}

/// How often a fork takes upstream in, and how far behind it is by then.
public struct SyncSummaryEntry: Hashable, Sendable, Codable {
  /// How many syncs were found.
  public let total: Int
  /// How many of them are merges.
  public let merges: Int
  /// How many are squashes.
  public let squashes: Int
  /// How many are imports.
  public let imports: Int
  /// How many are batches of picks.
  public let picks: Int
  /// How many are rebases.
  public let rebases: Int
  /// The date of the last. null: none.
  @Nullable public internal(set) var last: Instant?
  /// Days from the last to the earlier `asOf` of the two clones. null: none.
  @Nullable public internal(set) var daysSinceLast: Int?
  /// The median of the days from one sync to the next; syncs of one day count as one. null: fewer than two days.
  @Nullable public internal(set) var medianDaysBetween: Double?
  /// The median of the syncs' ``SyncEntry/lagDays``. null: none is known.
  @Nullable public internal(set) var medianLagDays: Double?
  /// The largest of them. null: none is known.
  @Nullable public internal(set) var maxLagDays: Int?
  /// The median of the syncs' ``SyncEntry/commits``. null: none is known.
  @Nullable public internal(set) var medianCommits: Double?
  /// How that changes. null: fewer than five days with syncs tell none, unless they stopped.
  @Nullable public internal(set) var trend: SyncTrend?
  /// By year. Order: newest first. Years without a sync left out.
  public let years: [SyncYearEntry]

  /// The summary of `syncs`, in any order.
  ///
  /// - Parameter asOf: until when the clones tell.
  public init(_ syncs: [SyncEntry], asOf: Instant) {
    func count(_ kind: SyncKind) -> Int { syncs.count { $0.kind == kind } }
    total = syncs.count
    (merges, squashes, imports) = (count(.merge), count(.squash), count(.import))
    (picks, rebases) = (count(.picks), count(.rebase))
    let days = Set(syncs.map { $0.date.seconds / 86_400 }).sorted()
    let gaps = zip(days.dropFirst(), days).map { Int($0 - $1) }
    let since = days.last.map { max(0, Int(asOf.seconds / 86_400 - $0)) }
    let usual = Self.median(gaps)
    _last = Nullable(wrappedValue: syncs.map(\.date).max())
    _daysSinceLast = Nullable(wrappedValue: since)
    _medianDaysBetween = Nullable(wrappedValue: usual)
    _medianLagDays = Nullable(wrappedValue: Self.median(syncs.compactMap(\.lagDays)))
    _maxLagDays = Nullable(wrappedValue: syncs.compactMap(\.lagDays).max())
    _medianCommits = Nullable(wrappedValue: Self.median(syncs.compactMap(\.commits)))
    _trend = Nullable(wrappedValue: Self.trend(gaps, since: since, usual: usual))
    years = Dictionary(grouping: syncs) { String($0.date.day.prefix(4)) }
      .map { year, syncs in
        SyncYearEntry(year: year, syncs: syncs.count, commits: syncs.reduce(0) { $0 + ($1.commits ?? 0) })
      }
      .sorted { $0.year > $1.year }
  }

  private static func trend(_ gaps: [Int], since: Int?, usual: Double?) -> SyncTrend? {
    guard let since, let usual else { return nil }
    if since > 365, Double(since) > 3 * usual { return .stopped }
    guard gaps.count >= 4, let early = median(Array(gaps.prefix(gaps.count / 2))),
      let late = median(Array(gaps.suffix(gaps.count / 2)))
    else { return nil }
    return late <= early * 2 / 3 ? .moreOften : late >= early * 3 / 2 ? .lessOften : .steady
  }

  private static func median(_ values: [Int]) -> Double? {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return nil }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? Double(sorted[middle]) : Double(sorted[middle - 1] + sorted[middle]) / 2
  }
}
