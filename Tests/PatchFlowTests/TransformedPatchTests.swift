import FixtureSupport
import GitValues
import History
import Testing

@testable import PatchFlow

/// A random patch that the fork has in another form is found, by the rung that the form leaves.
@Suite struct TransformedPatchTests {
  enum Form: String, CaseIterable, Sendable {
    /// Lines far above were added before.
    case movedDown
    /// The line next to the change is another one.
    case otherContext
    /// The file has another name.
    case renamed
    /// The new lines are indented more deeply.
    case indented
    /// Other words, the same author and date.
    case retold
    /// The same lines but for some, by someone else at another time.
    case adapted
    /// Its two halves are two commits.
    case split
    /// It and its neighbour are one commit.
    case squashed
  }

  @Test(arguments: Form.allCases)
  func isFoundByTheRightRung(_ form: Form) async throws {
    for seed in 1...8 {
      let patch = RandomPatch(seed: UInt64(seed))
      let repository = try SmallRepository()
      let base = try repository.commit(["src/a.c": patch.base.joined()])
      let message = "Rework \(patch.subject)"
      let first = try repository.written(
        ["src/a.c": patch.first.joined()],
        parents: [base],
        message: message,
        author: "ada",
        authored: 1_500_000_000
      )
      let both = try repository.written(
        ["src/a.c": patch.both.joined()],
        parents: [first],
        message: "Extend \(patch.subject)",
        author: "ada",
        authored: 1_500_000_100
      )
      let fork = try self.fork(form, of: patch, base, repository, message)
      let traced = try await repository.traced(
        base: base,
        upstream: both,
        fork: fork.last ?? base,
        evidence: form == .retold ? Set(MatchEvidence.allCases) : [.diff],
        mapping: form == .renamed ? Self.renaming : .none
      )
      let matches = try fork.flatMap { id in
        try traced.fork(id).matches.map { "\($0.by.rawValue) \(traced.graph.ids[$0.node])" }
      }
      #expect(matches.sorted() == expected(form, first, both).sorted(), "seed \(seed), \(form)")
      // Whatever the form, upstream's commit is not missing.
      #expect([.equivalent, .adapted].contains(try traced.upstream(first).status), "seed \(seed), \(form)")
    }
  }

  private static let renaming = PathMapping(
    forkFiles: [.init(from: RepoPath("src/a.c"), to: RepoPath("core/b.c"))],
    upstreamFiles: [],
    folders: [],
    words: .none
  )

  private func expected(_ form: Form, _ first: String, _ both: String) -> [String] {
    switch form {
    case .movedDown, .indented: ["patchId \(first)"]
    case .renamed: ["pathMapped \(first)"]
    case .otherContext, .adapted: ["similarity \(first)"]
    case .retold: ["metadata \(first)"]
    case .split: ["squash \(first)", "squash \(first)"]
    case .squashed: ["squash \(first)", "squash \(both)"]
    }
  }

  /// The fork's commits that are the patch in a form. Order: oldest first.
  private func fork(
    _ form: Form,
    of patch: RandomPatch,
    _ base: String,
    _ repository: SmallRepository,
    _ message: String
  ) throws -> [String] {
    func before(_ lines: [String], path: String = "src/a.c") throws -> String {
      try repository.commit([path: lines.joined()], parents: [base], date: 1_600_000_100)
    }
    func after(_ lines: [String], _ parent: String, path: String = "src/a.c") throws -> String {
      try repository.commit([path: lines.joined()], parents: [parent], date: 1_600_000_200)
    }
    switch form {
    case .movedDown:
      return [try after(patch.lead + patch.first, try before(patch.lead + patch.base))]
    case .otherContext:
      return [try after(patch.withOtherContext(patch.first), try before(patch.withOtherContext(patch.base)))]
    case .renamed:
      return [try after(patch.first, try before(patch.base, path: "core/b.c"), path: "core/b.c")]
    case .indented:
      return [
        try after(patch.base[..<patch.place] + patch.added.map { "    \($0)" } + patch.base[patch.place...], base)
      ]
    case .retold:
      return [
        try repository.written(
          ["src/a.c": patch.adapted.joined()],
          parents: [base],
          message: "Take something over",
          author: "ada",
          authored: 1_500_000_000,
          date: 1_600_000_200
        )
      ]
    case .adapted: return [try after(patch.adapted, base)]
    case .split:
      let half = try after(patch.half, base)
      return [half, try after(patch.first, half)]
    case .squashed: return [try after(patch.both, base)]
    }
  }
}

/// A text, a change to it, and another change that follows.
private struct RandomPatch {
  let base: [String]
  /// Where the change adds its lines.
  let place: Int
  let added: [String]
  let adapted: [String]
  let both: [String]
  /// Lines for the top of the file.
  let lead: [String]
  let subject: String

  var first: [String] { Array(base[..<place] + added + base[place...]) }
  var half: [String] { Array(base[..<place] + added[..<(added.count / 2)] + base[place...]) }

  init(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    func word() -> String {
      (0..<(4 + generator.below(6))).map { _ in String(UnicodeScalar(UInt8(97 + generator.below(26)))) }.joined()
    }
    func line() -> String { "\(word()) = \(word())(\(word()), \(word()));\n" }
    func lines(_ range: ClosedRange<Int>) -> [String] {
      (0..<(range.lowerBound + generator.below(range.count))).map { _ in line() }
    }
    let base = lines(60...120)
    let place = 20 + generator.below(base.count - 40)
    let added = lines(16...30)
    (self.base, self.place, self.added) = (base, place, added)
    lead = lines(8...12)
    subject = "\(word()) \(word()) \(word())"
    // Every fifth line is written in the fork's own way.
    let own = added.enumerated().map { $0.offset % 5 == 2 ? line() : $0.element }
    adapted = base[..<place] + own + base[place...]
    both = base[..<place] + added + base[place...] + lines(16...24)
  }

  /// The text with another line before the change.
  func withOtherContext(_ lines: [String]) -> [String] {
    var lines = lines
    lines[place - 1] = "another(\(place));\n"
    return lines
  }
}
