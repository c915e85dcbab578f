import BitCollections
import CloneSet
import Divergence
import Family
import Git
import GitValues
import History
import Lineage

extension ForkStage {
  /// What comes of comparing trees, and, meanwhile, what takes one thread: branches, the base.
  func measureTrees(
    _ lineage: Lineage,
    _ fork: Family.Fork,
    _ side: UpstreamSide,
    workers: Int,
    _ result: inout ForkResult
  ) async throws {
    findPrefix(fork, &result)
    func describe(_ result: inout ForkResult) throws {
      describeBranches(fork, side, &result)
      try describeBase(lineage, fork, side, &result)
    }
    guard request.stages.contains(.divergence) else { return try describe(&result) }
    let comparesWords = request.stages.contains(.track)
    let (base, prefix) = (result.base?.node, result.prefix)
    let ownWork = result.work?.own ?? lineage.forkOnly.subtracting(graph.merges)
    if workers > 1 {
      async let measured = measure(lineage, base, ownWork: ownWork, prefix: prefix, fork, workers)
      async let words = comparesWords ? countWords(lineage, fork, workers) : nil
      try describe(&result)
      try await take(measured, words, &result)
    } else {
      try describe(&result)
      let measured = try await measure(lineage, base, ownWork: ownWork, prefix: prefix, fork, workers)
      try await take(measured, comparesWords ? countWords(lineage, fork, workers) : nil, &result)
    }
  }

  private func take(
    _ divergence: Result<Divergence, GitError>?,
    _ words: Result<Vocabulary, GitError>?,
    _ result: inout ForkResult
  ) {
    switch divergence {
    case nil: break
    case .success(let divergence): result.divergence = divergence
    case .failure(let error): result.notAnalysed.append(("divergence.files", "\(error)"))
    }
    let what = "divergence.vocabulary"
    switch words {
    case nil: break
    // Most of the files must be there: what is missing is not drawn by lot.
    case .success(let words) where words.unread * 2 > words.asked:
      let reason = "\(words.unread) of \(words.asked) files cannot be read: \(words.reason ?? "")"
      result.notAnalysed.append((what, reason))
    case .success(let words): result.vocabulary = words
    case .failure(let error): result.notAnalysed.append((what, "\(error)"))
    }
  }

  private func countWords(
    _ lineage: Lineage,
    _ fork: Family.Fork,
    _ workers: Int
  ) async throws -> Result<Vocabulary, GitError> {
    let (clock, name) = (ContinuousClock(), members[fork.member].name)
    let start = clock.now
    defer { report(.timed(step: "words of \(name)", milliseconds: Int((clock.now - start) / .milliseconds(1)))) }
    do {
      return .success(
        try await Vocabulary.measure(
          upstream: graph.trees[lineage.line.head],
          fork: graph.trees[members[fork.member].head],
          stores: stores(fork),
          workers: workers,
          kept: WordsKept(request.store) { report(.cacheFailed($0)) }
        )
      )
    } catch let error as GitError {
      return .failure(error)
    }
  }

  /// - Returns: nil where there is no base.
  private func measure(
    _ lineage: Lineage,
    _ base: CommitGraph.Node?,
    ownWork: BitSet,
    prefix: RepoPath?,
    _ fork: Family.Fork,
    _ workers: Int
  ) async throws -> Result<Divergence, GitError>? {
    guard let base else { return nil }
    let clones = [participants[fork.member].clone, participants[fork.upstream].clone]
    let asOf = clones.compactMap(\.asOf).min() ?? graph.committerTimes[members[fork.member].head]
    let pair = DivergencePair(
      graph: graph,
      base: base,
      line: lineage.line.head,
      fork: members[fork.member].head,
      forkPoint: lineage.mergeBases.isEmpty ? nil : lineage.forkPoint?.node,
      ownWork: ownWork,
      asOf: asOf,
      prefix: prefix
    )
    do {
      return .success(try await Divergence.measure(pair, stores: stores(fork), workers: workers))
    } catch let error as GitError {
      return .failure(error)
    }
  }
}
