import Evidence
import GitValues
public import Landscape

/// A landscape made by hand, with figures like those of real forks: one of every relation, and a little of every trap.
public enum Sample {
  /// The whole landscape.
  public static let landscape = Landscape(
    generator: GeneratorEntry(version: "0.1.0", libgit2: "1.5.1"),
    now: at(2026, 11, 22, 12),
    clones: clones,
    families: [redis, sonarr, postgres],
    notAnalysed: [
      NotAnalysedEntry(
        what: "clones/quarantine/zipline.git",
        reason: "its objects use SHA-256, which libgit2 1.5 cannot read",
        message: "clone.sha256"
      )
    ]
  )

  /// A moment in UTC.
  static func at(_ year: Int, _ month: Int, _ day: Int, _ hour: Int = 9) -> Instant {
    Instant(seconds: (Instant(year: year, month: month, day: day)?.seconds ?? 0) + Int64(hour) * 3600 + 1293)
  }

  /// An id that looks like one, and is always the same for a name.
  static func id(_ name: String) -> String {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325
    var digits = ""
    for round in UInt8(0)..<3 {
      for byte in Array(name.utf8) + [round] { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
      let word = String(value, radix: 16)
      digits += String(repeating: "0", count: 16 - word.count) + word
    }
    return String(digits.prefix(40))
  }

  static func clone(
    _ path: String,
    _ name: String,
    _ role: CloneRole,
    _ asOf: Instant?,
    head: String = "main",
    reason: String? = nil
  ) -> CloneEntry {
    CloneEntry(
      path: path,
      pathIsEncoded: false,
      name: name,
      role: role,
      asOf: asOf,
      missingObjects: asOf == nil ? nil : 0,
      isShallow: false,
      headRef: asOf == nil ? nil : "refs/heads/\(head)",
      headRefIsEncoded: false,
      origin: asOf == nil ? nil : "https://example.org/\(name).git",
      reason: reason
    )
  }

  static let clones = [
    clone("clones/redis.git", "redis", .upstream, at(2026, 11, 3), head: "unstable"),
    clone("clones/valkey.git", "valkey", .fork, at(2026, 11, 9), head: "unstable"),
    clone("clones/KeyDB.git", "KeyDB", .fork, at(2024, 5, 7)),
    clone("clones/redis-mirror.git", "redis-mirror", .fork, at(2026, 10, 30), head: "unstable"),
    clone("clones/kvrocks.git", "kvrocks", .unrelated, at(2026, 11, 1), head: "unstable", reason: "0.7 % common blobs"),
    clone("clones/Sonarr.git", "Sonarr", .upstream, at(2026, 9, 14), head: "develop"),
    clone("clones/Radarr.git", "Radarr", .fork, at(2026, 9, 20), head: "develop"),
    clone("clones/postgres.git", "postgres", .upstream, at(2026, 10, 12), head: "master"),
    clone("clones/IvorySQL.git", "IvorySQL", .fork, at(2026, 10, 1), head: "master"),
    clone("clones/openGauss.git", "openGauss", .fork, at(2026, 8, 2), head: "master"),
    clone("clones/pgshard.git", "pgshard", .fork, nil, reason: "the pack of its objects is damaged"),
    clone(
      "clones/redis-again.git",
      "redis-again",
      .duplicate,
      at(2026, 11, 3),
      head: "unstable",
      reason: "another clone of the repository at clones/redis.git"
    ),
    clone(
      "clones/quarantine/zipline.git",
      "zipline",
      .notAnalysed,
      nil,
      reason: "its objects use SHA-256, which libgit2 1.5 cannot read"
    ),
  ]

  /// The file list of valkey.
  public static let valkeyFiles = [
    FileLine(path: "src/server.c", pathIsEncoded: false, fileClass: .changedByBoth),
    FileLine(
      path: "src/redis-cli.c",
      pathIsEncoded: false,
      fileClass: .changedByBoth,
      forkPath: "src/valkey-cli.c"
    ),
    FileLine(path: "src/rdma.c", pathIsEncoded: false, fileClass: .addedByFork),
    FileLine(path: "deps/caf%E9.c", pathIsEncoded: true, fileClass: .identical),
  ]
}
