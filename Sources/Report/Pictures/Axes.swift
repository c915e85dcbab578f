import Landscape

/// Time from left to right.
struct TimeAxis {
  let start: Instant
  let end: Instant
  /// Where ``start`` and ``end`` lie, in pixels.
  let left: Double
  let right: Double

  /// The place of a moment, held within the axis.
  func x(_ instant: Instant) -> Double {
    let span = Double(max(1, end.seconds - start.seconds))
    let share = Double(instant.seconds - start.seconds) / span
    return left + min(max(share, 0), 1) * (right - left)
  }

  /// Starts of years, at most about ten, with their numbers; of a short time starts of quarters or months: `2024-07`.
  var years: [(x: Double, label: String)] {
    let (first, last) = (start.civil.year, end.civil.year)
    let days = (end.seconds - start.seconds) / 86_400
    if days < 900 {
      let step = days < 250 ? 1 : 3
      return (first...max(first, last)).flatMap { year in
        stride(from: 1, through: 12, by: step).compactMap { month in
          guard let instant = Instant(year: year, month: month, day: 1), instant >= start, instant <= end else {
            return nil
          }
          return (x(instant), instant.month)
        }
      }
    }
    let step = [1, 2, 5, 10, 20, 50].first { (last - first) / $0 <= 10 } ?? 100
    return (first...max(first, last)).filter { $0.isMultiple(of: step) }.compactMap { year in
      guard let instant = Instant(year: year, month: 1, day: 1), instant >= start, instant <= end else { return nil }
      return (x(instant), "\(year)")
    }
  }

  /// Vertical lines at the years from `top` to `bottom`, with the numbers below.
  func draw(on drawing: inout Drawing, top: Double, bottom: Double) {
    var free = left - 100
    for (x, label) in years {
      drawing.line(.init(x: x, y: top), .init(x: x, y: bottom), .grid)
      guard x - free > (label.count > 4 ? 58 : 34), x < right - 8 || years.count == 1 else { continue }
      drawing.text(label, .init(x: x, y: bottom + 15), .number, .middle)
      free = x
    }
  }
}

/// Numbers from a low to a high place.
struct NumberAxis {
  /// The number at the end: a round one at or above the largest.
  let limit: Double
  /// Steps between labelled numbers.
  let step: Double

  /// An axis from zero that holds `largest`, with about `count` steps of whole numbers.
  init(upTo largest: Double, steps count: Double = 4) {
    let rough = max(largest, 1) / count
    let power = Self.power(below: rough)
    let step = [1, 2, 2.5, 5, 10].map { $0 * power }.first { $0 >= rough } ?? 10 * power
    self.step = max(1, step.rounded())
    limit = max(self.step, (largest / self.step).rounded(.up) * self.step)
  }

  /// The labelled numbers from zero up.
  var ticks: [Double] { Array(stride(from: 0, through: limit, by: step)) }

  private static func power(below value: Double) -> Double {
    var power = 1.0
    while power * 10 <= value { power *= 10 }
    return power
  }
}
