import Evidence

extension Int {
  /// The number and what it counts: `1 commit`, `3 patches`.
  func of(_ one: String, _ many: String? = nil) -> String { "\(grouped) \(self == 1 ? one : many ?? one + "s")" }
}

extension String {
  /// The first digits of an id, for sentences.
  var short: String { String(prefix(10)) }
}
