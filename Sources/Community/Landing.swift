import BitCollections
import GitValues
import History

/// How long changes wait between being written and being recorded, where the two dates mean that.
public struct LandingTime: Sendable {
  /// Days, with how sure they are.
  public struct Span: Hashable, Sendable {
    /// Half of the changes took no longer.
    public let median: Double
    /// The interval that has the true median with a confidence of 95 %.
    public let low: Double
    /// As ``low``.
    public let high: Double
    /// Nine of ten took no longer.
    public let p90: Double
    /// How many changes were counted.
    public let cases: Int

    /// nil for fewer than five cases.
    init?(_ days: [Double]) {
      guard days.count >= 5 else { return nil }
      let sorted = days.sorted()
      let count = Double(sorted.count)
      func at(_ rank: Double) -> Double { sorted[min(sorted.count - 1, max(0, Int(rank)))] }
      // Of so many cases, the number below the true median is binomial.
      let reach = 0.98 * count.squareRoot()
      (median, p90, cases) = (at((count - 1) / 2), at((count * 0.9).rounded(.up) - 1), sorted.count)
      (low, high) = (at((count / 2 - reach).rounded(.down)), at((count / 2 + reach).rounded(.up)))
    }
  }

  /// How large a change is, by the files that it touches.
  public enum Size: String, CaseIterable, Hashable, Sendable {
    /// One file.
    case one
    /// Two to five.
    case few
    /// Six and more.
    case many
  }

  /// Over all.
  public let all: Span
  /// Order: most cases first, then by place.
  public let byOrganisation: [(organisation: Int, span: Span)]
  /// Order: by size.
  public let bySize: [(size: Size, span: Span)]
  /// By the year of recording. Order: by year.
  public let byYear: [(year: Int, span: Span)]
}

/// Why landing times cannot be told.
public enum LandingGap: Hashable, Sendable {
  /// Too few commits were recorded by another than their author.
  case sameDates(share: Double)
  /// The forge records most of them: when it squashes or rebases, the author's date is not that of the change.
  case forge(share: Double)
  /// Most were recorded with very many others within an hour: a whole stack was rebased, or a history copied.
  case batches(share: Double)
  /// Too few cases.
  case few(Int)
}

extension LandingTime {
  /// The landing times of `work`, or why they cannot be told.
  static func of(_ ledger: Ledger, _ work: [Ledger.Work]) -> Result<LandingTime, LandingGap> {
    let (graph, facts, people) = (ledger.graph, ledger.facts, ledger.people)
    guard work.count >= 20 else { return .failure(.few(work.count)) }
    let byForge = work.count { people.kinds[people.person(facts.committers[$0.node])] == .forge }
    let forgeShare = Double(byForge) / Double(work.count)
    if forgeShare > 0.3 { return .failure(.forge(share: forgeShare)) }
    let applied = work.filter { item in
      let (author, committer) = (
        people.person(facts.authors[item.node]), people.person(facts.committers[item.node])
      )
      return author != committer && people.kinds[committer] == .human && people.kinds[author] == .human
    }
    let share = Double(applied.count) / Double(work.count)
    if share < 0.2 { return .failure(.sameDates(share: 1 - share)) }
    // What took years was picked or rebased, not waited for.
    let cases = applied.compactMap { item -> (item: Ledger.Work, days: Double)? in
      let wait = graph.committerTimes[item.node] - graph.authorTimes[item.node]
      guard item.time == graph.authorTimes[item.node], wait >= 0, wait < 3 * 365 * 86_400,
        graph.committerTimes[item.node] <= ledger.now
      else { return nil }
      return (item, Double(wait) / 86_400)
    }
    let batched = batchShare(cases.map { graph.committerTimes[$0.item.node] })
    if batched > 0.5 { return .failure(.batches(share: batched)) }
    guard cases.count >= 20, let all = Span(cases.map(\.days)) else { return .failure(.few(cases.count)) }
    let organisations = Dictionary(grouping: cases) { Int($0.item.actors[0].organisation) }
    let sizes = Dictionary(grouping: cases.filter { facts.fileCounts[$0.item.node] > 0 }) {
      size(facts.fileCounts[$0.item.node])
    }
    let years = Dictionary(grouping: cases) { Month(containing: graph.committerTimes[$0.item.node]).index / 12 }
    return .success(
      LandingTime(
        all: all,
        byOrganisation: organisations.compactMap { key, value in Span(value.map(\.days)).map { (key, $0) } }
          .sorted { ($1.span.cases, $0.organisation) < ($0.span.cases, $1.organisation) },
        bySize: Size.allCases.compactMap { size in
          sizes[size].flatMap { Span($0.map(\.days)) }.map { (size, $0) }
        },
        byYear: years.compactMap { key, value in Span(value.map(\.days)).map { (key, $0) } }
          .sorted { $0.year < $1.year }
      )
    )
  }

  /// The part of `times` that lie in an hour with fifty and more of them: nobody reads so fast.
  static func batchShare(_ times: [Int64]) -> Double {
    let hours = Dictionary(grouping: times) { $0 / 3600 }.mapValues(\.count)
    return times.isEmpty ? 0 : Double(hours.values.filter { $0 >= 50 }.reduce(0, +)) / Double(times.count)
  }

  private static func size(_ files: Int32) -> Size { files <= 1 ? .one : files <= 5 ? .few : .many }
}

extension LandingGap: Error {}
