public import GitValues
public import History

/// What became of an upstream commit that the fork does not have.
public enum UpstreamStatus: String, CaseIterable, Hashable, Sendable {
  /// At or before the base.
  case inBase
  /// A commit of the fork makes the same change.
  case equivalent
  /// A commit of the fork makes the change with another diff.
  case adapted
  /// No commit matches, and the fork's tree has what it did.
  case present
  /// No commit matches, and the fork's tree has some of what it did.
  case partial
  /// No commit matches, and the fork's tree lacks what it did.
  case missing
  /// No commit matches, and the code that it touches does not exist in the fork.
  case notApplicable
  /// Upstream itself undid it later, or it is that undoing.
  case reverted
  /// It changes nothing.
  case empty
  /// What would tell cannot be read.
  case notAnalysed
}

/// What a fork's commit is that the line does not have.
public enum ForkStatus: String, CaseIterable, Hashable, Sendable {
  /// A copy of an upstream commit. Or no commit matches, upstream's tree has what it did, and the base had it already
  /// or one of upstream's authors wrote it.
  case taken
  /// Upstream has a copy of it that makes the same change.
  case upstreamed
  /// Upstream has a copy of it with another diff. Or no commit matches, and upstream's tree has what it did, which
  /// nothing says came from there.
  case upstreamedAdapted
  /// The fork's own, and upstream does not have it.
  case carried
  /// It came in with others: upstream's own branches, another project's history.
  case imported
  /// The fork itself undid it later, or it is that undoing; or it lies below a rebase, and the fork applied it anew since or
  /// dropped it.
  case reverted
  /// It changes nothing.
  case empty
  /// What would tell cannot be read.
  case notAnalysed
}

/// Which way a change went.
public enum FlowDirection: String, Hashable, Sendable {
  /// From upstream to the fork.
  case down
  /// From the fork to upstream.
  case up
  /// Neither a label nor the authors' dates tell.
  case unknown
}

/// A commit of the other side that is the same change.
public struct FlowMatch: Hashable, Sendable {
  /// The commit's number in the graph.
  public let node: CommitGraph.Node
  /// How it was found.
  public let by: Rung
  /// From 0 to 1: how alike the messages are; nil where they were not compared.
  public let message: Double?
  /// From 0 to 1: how alike the diffs are; nil where one could not be read.
  public let diff: Double?
  /// Whether both make the same change, context aside.
  public let isSame: Bool
  /// Which way the change went.
  public let direction: FlowDirection
}

/// A commit that only one side has, and what became of it.
public struct FlowCommit<Status: Hashable & Sendable>: Hashable, Sendable {
  /// The commit's number in the graph.
  public let node: CommitGraph.Node
  /// The first line of its message; nil where it cannot be read.
  public let subject: EncodedText?
  /// What became of it.
  public let status: Status
  /// The same change on the other side. Order: best first.
  public let matches: [FlowMatch]
  /// Whether the other side's tree has what it did, where no match says so; nil where it was not asked.
  public let presence: Presence?
  /// Whether the other side's tree has next to nothing of what stands around the change, which it lacks: its code came
  /// later there, or was written anew since. Asked of fixes only.
  public let lacksSurroundings: Bool
  /// Commits that it claims to come from, against what their contents say. Order: as its message has them.
  public let contradicted: [CommitID]
  /// The paths that it changes. Order: as the trees have them.
  public let paths: [RepoPath]
  /// Lines that it adds and removes, those without visible bytes left out; nil where they were not read.
  public let changedLines: Int?
  /// Those of ``paths`` that are submodules.
  public let submodules: [RepoPath]
  /// Whether a label says that it is the fork's own and not meant for upstream.
  public let isMarkedAsOwn: Bool
  /// What makes it a fix of security or data loss: an advisory's number, or the words; nil where nothing does.
  public let fix: String?
  /// Why it could not be analysed; nil where it could.
  public let failure: String?
}

/// The same changes on both sides of a pair.
public struct PatchFlow: Sendable {
  /// Every commit, merges left out, that the line has and the fork has not. Order: newest first, then by id.
  public let upstreamSide: [FlowCommit<UpstreamStatus>]
  /// Every commit, merges left out, that the fork has and the line has not. Order: newest first, then by id.
  public let forkSide: [FlowCommit<ForkStatus>]
  /// What arrived in the fork, or in upstream, with a merge. Order: by number.
  public let merged: [MergedCommit]
  /// Commits of which some file was compared by id only, binary ones and those beyond a limit.
  public let partlySeen: Int
  /// What could not be read beside single commits, whose failures are theirs; see ``FlowCommit/failure``.
  public let gaps: [FlowGap]
}
