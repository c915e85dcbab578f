/// How long changes took to arrive, those that have not arrived counted as waiting still: the estimate of Kaplan and
/// Meier, as far as enough changes were waiting.
public struct Soak: Hashable, Sendable {
  /// The days after which half had arrived; nil where fewer did.
  public let median: Double?
  /// The days after which nine of ten had arrived; nil where fewer did.
  public let p90: Double?
  /// Changes that arrived.
  public let arrived: Int
  /// Changes that had not arrived.
  public let censored: Int

  /// One change: how long it took, or has waited so far.
  public struct Wait: Hashable, Sendable {
    /// In seconds.
    public let time: Int64
    /// Whether it arrived.
    public let isArrival: Bool

    /// A wait of its parts.
    public init(time: Int64, isArrival: Bool) {
      self.time = time
      self.isArrival = isArrival
    }
  }

  /// Beyond the time at which fewer changes are still waiting, nothing is estimated; of few changes, a tenth.
  private static let leastWaiting = 10

  /// The soak of `waits`; nil where there are none.
  public init?(_ waits: [Wait]) {
    if waits.isEmpty { return nil }
    arrived = waits.count(where: \.isArrival)
    censored = waits.count - arrived
    // What arrives at the moment when another is lost from sight was still at risk.
    let ordered = waits.sorted { $0.time != $1.time ? $0.time < $1.time : $0.isArrival && !$1.isArrival }
    var (median, p90): (Double?, Double?) = (nil, nil)
    // Where next to nobody is waiting any more, a single arrival would decide.
    let least = max(1, min(Self.leastWaiting, waits.count / 10))
    var waiting = 1.0
    var index = 0
    while index < ordered.count {
      let time = ordered[index].time
      var end = index
      var arrivals = 0
      while end < ordered.count, ordered[end].time == time {
        if ordered[end].isArrival { arrivals += 1 }
        end += 1
      }
      if ordered.count - index < least, arrivals > 0 { break }
      waiting *= 1 - Double(arrivals) / Double(ordered.count - index)
      let days = Double(time) / 86_400
      if median == nil, waiting <= 0.5 { median = days }
      if p90 == nil, waiting <= 0.1 + 1e-12 { p90 = days }
      index = end
    }
    (self.median, self.p90) = (median, p90)
  }
}
