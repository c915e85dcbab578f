extension Int {
  /// The number with its thousands apart: `12,345`.
  var grouped: String {
    let digits = Array(String(magnitude))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return (self < 0 ? "-" : "") + text
  }

  /// The number and what it counts: `1 commit`, `3 patches`.
  func of(_ one: String, _ many: String? = nil) -> String { "\(grouped) \(self == 1 ? one : many ?? one + "s")" }
}

extension String {
  /// The first digits of an id, for sentences.
  var short: String { String(prefix(10)) }
}
