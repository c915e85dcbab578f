extension Double {
  /// The nearest number of four decimals, never minus zero: what every ratio, score and weight of the model is held
  /// as, so that the last bits of an order of summation never reach a report.
  public var toFourDecimals: Double {
    guard isFinite else { return self }
    let rounded = (self * 10_000).rounded() / 10_000
    return rounded == 0 ? 0 : rounded
  }
}
