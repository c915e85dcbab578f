extension Int {
  /// With a comma between thousands and a minus sign, not a hyphen, below zero: `12,345`, `−1`.
  public var grouped: String {
    let digits = String(magnitude)
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { result += "," }
      result.append(digit)
    }
    return self < 0 ? "−" + result : result
  }
}
