extension Rule {
  /// Waivers whose time is over.
  static let waiverExpired = Rule(
    id: "waiver-expired",
    purpose: "A waiver's time is over.",
    details: "What it accepted counts again from the day after `until`, and the waiver itself is a finding.",
    remedy: "Decide anew: mend what it accepted, or give it a later day and a reason.",
    severity: .warning,
    needs: [],
    examples: [],
    judge: nil
  )

  /// Waivers that accept nothing.
  static let waiverUnused = Rule(
    id: "waiver-unused",
    purpose: "A waiver accepts nothing that was found.",
    details: """
      What it accepted is mended, or it names something that never was. Where a rule had no answer, or the fork that it \
      names was not looked at, its waivers are left alone.
      """,
    remedy: "Remove the waiver.",
    severity: .info,
    needs: [],
    examples: [],
    judge: nil
  )
}
