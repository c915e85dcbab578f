import Evidence
import Landscape

extension Rule {
  /// What users depend on.
  static let surfaceLevel = Rule(
    id: "surface-level",
    purpose: "The fork keeps less of what users depend on than it must.",
    details: """
      `surfaces` names surfaces, or kinds of them, each with the least level: `identical`; `superset`, which allows \
      `identical` too; `lagging`, which allows both; `modified` and `breaking` likewise. A surface named by itself counts \
      before its kind. So a grammar can be held to `superset`, constants of a protocol to `identical`, tests to `lagging`.
      """,
    remedy: "Bring back what was removed or changed: the fork's page of the report names the elements.",
    severity: .error,
    isOnByDefault: false,
    parameters: [
      RuleParameter(
        "surfaces",
        .words(SurfaceLevel.allCases.dropLast().map(\.rawValue)),
        nil,
        "The least level of each surface, or kind of surface."
      )
    ],
    requiresOneOf: ["surfaces"],
    needs: [.lineage, .divergence, .compatibility],
    examples: [
      RuleExample("Nothing changed", set: [("surfaces", .pairs([.init("commands", "superset")]))], .passes),
      RuleExample(
        "A command was removed",
        set: [("surfaces", .pairs([.init("commands", "superset")]))],
        .finds(["The surface commands is breaking, and must be superset at least; removed: MOOR."]),
        { facts in
          let moor = ["MOOR"]
          facts.surfaces = [
            SurfaceStand(name: "commands", kind: "commands", level: .breaking, removed: 1, firstRemoved: moor)
          ]
        }
      ),
      RuleExample(
        "A named surface is not there",
        set: [("surfaces", .pairs([.init("grammar", "superset")]))],
        .cannotTell("no surface or kind named grammar was looked at")
      ),
      RuleExample(
        "Nothing of a surface could be read",
        set: [("surfaces", .pairs([.init("commands", "superset")]))],
        .cannotTell("nothing of the surface commands could be read"),
        { $0.surfaces = [SurfaceStand(name: "commands", kind: "commands", level: nil)] }
      ),
      RuleExample(
        "Compatibility was not analysed",
        set: [("surfaces", .pairs([.init("commands", "superset")]))],
        .cannotTell("how the fork stands on surfaces is not known"),
        { $0.surfaces = nil }
      ),
    ],
    judge: { facts, settings in
      guard let surfaces = facts.surfaces else {
        return .unknown(facts.reason("compatibility", otherwise: "how the fork stands on surfaces is not known"))
      }
      let pairs = settings.pairs("surfaces")
      var outcome = RuleOutcome.passed
      for pair in pairs where !surfaces.contains(where: { $0.name == pair.name || $0.kind == pair.name }) {
        outcome.gaps.append("no surface or kind named \(pair.name) was looked at")
      }
      for surface in surfaces {
        let pair = pairs.first { $0.name == surface.name } ?? pairs.first { $0.name == surface.kind }
        guard let least = pair.flatMap({ SurfaceLevel(rawValue: $0.word) }) else { continue }
        guard let level = surface.level else {
          outcome.gaps.append("nothing of the surface \(surface.name) could be read")
          continue
        }
        if least.allows(level) { continue }
        let names = surface.firstRemoved.prefix(5).joined(separator: ", ")
        let removed =
          level == .lagging
          ? "; it lacks what upstream added since the base"
          : names.isEmpty ? "" : "; removed: \(names)\(surface.removed > 5 ? ", …" : "")"
        outcome =
          outcome
          + .found(
            "The surface \(surface.name) is \(level.rawValue), and must be \(least.rawValue) at least\(removed).",
            [
              "surface": .string(surface.name), "level": .string(level.rawValue),
              "least": .string(least.rawValue), "removed": .int(surface.removed),
            ],
            key: surface.name,
            part: level == .lagging ? "lagging" : nil,
            remedy: level == .lagging ? "Sync, or allow `lagging`: nothing that users have was taken away." : nil
          )
      }
      return outcome
    }
  )
}

extension SurfaceLevel {
  /// Whether `level` is good enough where this one is the least.
  fileprivate func allows(_ level: SurfaceLevel) -> Bool {
    let order = Self.allCases
    return (order.firstIndex(of: level) ?? order.count) <= (order.firstIndex(of: self) ?? 0)
  }
}
