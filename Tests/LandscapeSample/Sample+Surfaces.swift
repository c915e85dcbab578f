public import Landscape

extension Sample {
  /// KeyDB's surfaces, one of every sort of standing.
  static let compatibility = CompatibilityEntry(
    profile: "redis",
    score: 0.9741,
    licenses: LicensesEntry(
      base: "BSD-3-Clause",
      upstream: "RSALv2 OR SSPL-1.0",
      upstreamSince: CommitEntry(
        commit: "0b34396924eca4edc524469886dc5be6c77ec4ed",
        date: Instant(seconds: 1_710_974_304)
      ),
      fork: "BSD-3-Clause",
      forkSince: nil
    ),
    surfaces: [
      surface(
        "commands",
        .commands,
        .breaking,
        weight: 3,
        [225, 225, 236],
        kept: 220,
        changed: 4,
        removed: 1,
        added: 12
      ) {
        $0.examples.removed = ["lolwut: -1"]
        $0.examples.changed = ["persist: 2 → -2", "ttl: 2 → -2"]
        $0.examples.added = ["expiremember: -4"]
        $0.fileCounts = SurfaceFileCountsEntry(base: 1, line: 1, fork: 2)
        $0.files = [
          SurfaceFileEntry(
            base: .init(path: "src/server.c", pathIsEncoded: false, elements: 225),
            line: .init(path: "src/server.c", pathIsEncoded: false, elements: 225),
            fork: .init(path: "src/server.cpp", pathIsEncoded: false, elements: 230)
          ),
          SurfaceFileEntry(base: nil, line: nil, fork: .init(path: "src/own.cpp", pathIsEncoded: false, elements: nil)),
        ]
      },
      surface("persistence-format", .format, .superset, weight: 3, [55, 55, 56], kept: 55, added: 1) {
        $0.examples.added = ["RDB_TYPE_CRON: 64"]
      },
      surface("module-api", .api, nil, weight: 1, [0, 0, 0]) { _ in },
    ]
  )

  private static func surface(
    _ name: String,
    _ kind: SurfaceKind,
    _ level: SurfaceLevel?,
    weight: Double,
    _ sizes: [Int],
    kept: Int = 0,
    changed: Int = 0,
    removed: Int = 0,
    added: Int = 0,
    _ fill: (inout SurfaceEntry) -> Void
  ) -> SurfaceEntry {
    let all = kept + changed + removed
    let score = all == 0 ? nil : (Double(kept) + Double(changed) / 2) / Double(all)
    var entry = SurfaceEntry(name: name, kind: kind, level: level, weight: weight, score: score)
    (entry.base, entry.line, entry.fork) = (sizes[0], sizes[1], sizes[2])
    (entry.kept, entry.changed, entry.removed, entry.added) = (kept, changed, removed, added)
    fill(&entry)
    return entry
  }

  /// Lines of KeyDB's surfaces.
  public static let surfaceLines: [SurfaceLine] = [
    SurfaceLine(surface: "commands", status: .removed, part: nil, name: "lolwut", base: "-1", line: "-1", fork: nil),
    SurfaceLine(
      surface: "grammar",
      status: .added,
      part: "ora_gram.y",
      name: "stmt: A",
      base: nil,
      line: nil,
      fork: ""
    ),
  ]
}
