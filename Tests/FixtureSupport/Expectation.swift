import Foundation

/// One row of the table in a case's README: how far a fork is from an upstream, as git counts.
public struct Expectation: Sendable, Hashable, CustomStringConvertible {
  /// A clone, and a branch of it (nil: its HEAD). Written `clone` or `clone@branch`.
  public struct Place: Sendable, Hashable, CustomStringConvertible {
    /// The clone's folder name.
    public let clone: String
    /// The branch, without `refs/heads/`.
    public let branch: String?

    /// The full ref, or HEAD.
    public var ref: String { branch.map { "refs/heads/\($0)" } ?? "HEAD" }

    /// As the README writes it.
    public var description: String { branch.map { "\(clone)@\($0)" } ?? clone }

    init(_ text: String) {
      let parts = text.split(separator: "@", maxSplits: 1).map(String.init)
      clone = parts[0]
      branch = parts.count > 1 ? parts[1] : nil
    }
  }

  /// Commits on one side only.
  public struct Counts: Sendable, Hashable {
    /// Commits of the fork that the upstream lacks.
    public let ahead: Int
    /// Commits of the upstream that the fork lacks.
    public let behind: Int
    /// `ahead` without merge commits.
    public let aheadNoMerges: Int
    /// `behind` without merge commits.
    public let behindNoMerges: Int

    /// Counts of their parts.
    public init(ahead: Int, behind: Int, aheadNoMerges: Int, behindNoMerges: Int) {
      self.ahead = ahead
      self.behind = behind
      self.aheadNoMerges = aheadNoMerges
      self.behindNoMerges = behindNoMerges
    }
  }

  /// The fork's side.
  public let fork: Place
  /// The upstream's side.
  public let upstream: Place
  /// The numbers; nil where the two share no commit.
  public let counts: Counts?

  /// For messages.
  public var description: String { "\(fork) against \(upstream)" }

  /// What git says of the same pair in clones that were built.
  public func countsByGit(in built: BuiltFixture) throws -> Counts? {
    let upstreamTip = try built.git(upstream.clone).output("rev-parse", upstream.ref).text
    let forkTip = try built.git(fork.clone).output("rev-parse", fork.ref).text
    let git = try built.git(fork.clone, borrowing: upstream.clone)
    guard try git.run(["merge-base", forkTip, upstreamTip]).exitCode == 0 else { return nil }
    let range = "\(forkTip)...\(upstreamTip)"
    let all = try git.output("rev-list", "--left-right", "--count", range).text.split(separator: "\t")
    let noMerges = try git.output("rev-list", "--left-right", "--count", "--no-merges", range).text
      .split(separator: "\t")
    let numbers = (all + noMerges).compactMap { Int($0) }
    return Counts(ahead: numbers[0], behind: numbers[1], aheadNoMerges: numbers[2], behindNoMerges: numbers[3])
  }
}

extension Fixture {
  /// The rows of the README's table, in its order.
  public func expectations() throws -> [Expectation] {
    let readme = try String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8)
    return readme.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard line.hasPrefix("|"), cells.count == 6 else { return nil }
      let numbers = cells[2...].compactMap { Int($0) }
      guard numbers.count == 4 || cells[2...].allSatisfy({ $0 == "none" }) else { return nil }
      return Expectation(
        fork: Expectation.Place(cells[0]),
        upstream: Expectation.Place(cells[1]),
        counts: numbers.count == 4
          ? Expectation.Counts(
            ahead: numbers[0],
            behind: numbers[1],
            aheadNoMerges: numbers[2],
            behindNoMerges: numbers[3]
          ) : nil
      )
    }
  }
}
