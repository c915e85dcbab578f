import Evidence
import Landscape

extension Rule {
  /// Upstream changes undone without a word.
  static let silentReverts = Rule(
    id: "silent-revert",
    purpose: "A merge left out what upstream had done to files that the fork had never changed.",
    details: """
      One finding for each merge that took upstream in and kept files as they were before it, although only upstream had \
      changed them: often a conflict that was resolved for all files at once. No diff of the merge shows it. Only files \
      that are still so in the fork, and otherwise in upstream's line, count; merges with several merge bases are not \
      looked at.
      """,
    remedy: "Take the files from upstream's line, or record in a waiver that it was meant.",
    severity: .warning,
    isOnByDefault: false,
    needs: [.lineage, .divergence, .patches],
    examples: [
      RuleExample("Every merge took all in", .passes),
      RuleExample(
        "A merge left a file as it was",
        .finds([
          "“Merge tide 4.2” (\(ForkFacts.id("merge").short)) left out what upstream's "
            + "\(ForkFacts.id("lock").short) had done to 1 file: src/lock.c."
        ]),
        { facts in
          facts.silentReverts = [
            SilentRevertEntry(
              commit: ForkFacts.id("merge"),
              date: facts.now,
              subject: "Merge tide 4.2",
              subjectIsEncoded: false,
              upstreamCommit: ForkFacts.id("lock"),
              files: 1,
              paths: [SilentRevertPathEntry(path: "src/lock.c", pathIsEncoded: false)]
            )
          ]
        }
      ),
      RuleExample(
        "They were not looked for",
        .cannotTell("silent reverts were not looked for"),
        { $0.silentReverts = nil }
      ),
    ],
    judge: { facts, _ in
      guard let reverts = facts.silentReverts else {
        return .unknown(facts.reason("patches.silentReverts", otherwise: "silent reverts were not looked for"))
      }
      return reverts.map { revert in
        let first = revert.paths.prefix(3).map(\.path).joined(separator: ", ") + (revert.files > 3 ? ", …" : "")
        return RuleOutcome.found(
          "“\(revert.subject)” (\(revert.commit.short)) left out what upstream's \(revert.upstreamCommit.short) had done "
            + "to \(revert.files.of("file")): \(first).",
          [
            "commit": .string(revert.commit), "subject": .string(revert.subject),
            "upstreamCommit": .string(revert.upstreamCommit), "files": .int(revert.files), "paths": .string(first),
          ],
          key: revert.commit,
          place: revert.paths.first.map { FindingPlace(root: .fork, path: $0.path) }
        )
      }.reduce(.passed, +)
    }
  )
}
