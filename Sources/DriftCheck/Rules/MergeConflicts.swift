import Evidence

extension Rule {
  /// What the next merge would stop at.
  static let mergeConflicts = Rule(
    id: "merge-conflicts",
    purpose: "Merging the line would stop at more files than it may, or at files that must merge.",
    details: """
      Counts the files at which a merge of the line into the fork would stop, from the effective base: what git would \
      stop at besides only because of a stale merge base is left out.
      """,
    remedy: "Sync now, while it is cheap, or bring the change at these files upstream.",
    severity: .warning,
    isOnByDefault: false,
    parameters: [
      RuleParameter("max", .count, .count(25), "At how many files a merge may stop."),
      RuleParameter("paths", .paths, nil, "Files at which a merge must not stop."),
    ],
    needs: [.lineage, .divergence, .patches],
    examples: [
      RuleExample("A merge would stop nowhere", .passes),
      RuleExample(
        "Two files where none may be",
        set: [("max", .count(0))],
        .finds(["Merging tide would stop at 2 files, more than 0."]),
        { $0.conflicts = ["src/a.c", "src/b.c"].map { ForecastConflict(path: $0, cause: "content") } }
      ),
      RuleExample(
        "A file that must merge",
        set: [("paths", .list(["src/wire/**"]))],
        .finds(["Merging tide would stop at src/wire/frame.c (content)."]),
        { $0.conflicts = [ForecastConflict(path: "src/wire/frame.c", cause: "content")] }
      ),
      RuleExample(
        "No forecast was made",
        .cannotTell("what a merge would stop at is not known"),
        { $0.conflicts = nil }
      ),
    ],
    judge: { facts, settings in
      guard let conflicts = facts.conflicts else {
        return .unknown(facts.reason("mergeForecast", otherwise: "what a merge would stop at is not known"))
      }
      let max = settings.count("max") ?? 0
      let globs = settings.globs("paths")
      var outcome = RuleOutcome.passed
      if conflicts.count > max {
        outcome = .found(
          "Merging \(facts.upstreamName) would stop at \(conflicts.count.of("file")), more than \(max.grouped).",
          ["files": .int(conflicts.count), "max": .int(max), "upstream": .string(facts.upstreamName)],
          part: "many"
        )
      }
      for conflict in conflicts where globs.contains(where: { $0.matches(conflict.path) }) {
        outcome =
          outcome
          + .found(
            "Merging \(facts.upstreamName) would stop at \(conflict.path) (\(conflict.cause)).",
            ["path": .string(conflict.path), "cause": .string(conflict.cause)],
            key: conflict.path,
            part: "path",
            place: FindingPlace(root: .fork, path: conflict.path)
          )
      }
      return outcome
    }
  )
}
