import BitCollections
import FactStore
import GitValues
import History

/// What was traced between two heads, as bytes, to be kept for the next run over the same histories.
enum FlowStorage {
  /// The kind of fact; what a flow says of a pair changes with its version: with the ladder, presence, the rules of fixes.
  static let kind = FactStore.Kind("patch flow", version: 9)

  /// Under what a flow is kept: the heads and the base as they are, and a digest of all else that it follows from.
  static func key(_ pair: FlowPair, _ evidence: Set<MatchEvidence>) -> [UInt8] {
    let graph = pair.graph
    var digest = Digest()
    let sets = [
      pair.lineOnly, pair.forkOnly, pair.syncs, pair.upstreamLines, pair.superseded,
      pair.forkOnly.intersection(pair.upstreamReach),
      pair.offLine,
    ]
    for set in sets {
      digest.add(UInt64(set.count))
      // A commit can be given another parent or stand for another, so that its id does not tell what it changes.
      for node in set {
        digest.add(graph.ids[node])
        digest.add(graph.trees[node])
        for parent in graph.parents(of: node) { digest.add(graph.ids[parent]) }
      }
    }
    for (copy, upstream) in pair.copies.sorted(by: { $0.key < $1.key }) {
      digest.add(graph.ids[copy])
      digest.add(graph.ids[upstream])
    }
    digest.add(pair.mapping)
    for way in MatchEvidence.allCases { digest.add(evidence.contains(way) ? 1 : 0) }
    for node in [pair.base, pair.line, pair.fork] { digest.add(graph.trees[node]) }
    let heads = [pair.base, pair.forkPoint, pair.line, pair.fork].flatMap { graph.ids[$0].bytes }
    return heads + digest.bytes
  }

  static func encoded(_ flow: PatchFlow, _ graph: CommitGraph) -> [UInt8] {
    var writer = FactWriter()
    var paths = PathNumbers()
    writer.number(flow.partlySeen)
    func write<Status: RawRepresentable>(_ side: [FlowCommit<Status>]) where Status.RawValue == String {
      writer.number(side.count)
      for commit in side {
        writer.id(graph.ids[commit.node])
        writer.optional(commit.subject) {
          $0.text($1.text); $0.flag($1.isEncoded)
        }
        writer.text(commit.status.rawValue)
        writer.list(commit.matches) { writer, match in
          writer.id(graph.ids[match.node])
          writer.text(match.by.rawValue)
          writer.optional(match.message) { $0.fraction($1) }
          writer.optional(match.diff) { $0.fraction($1) }
          writer.flag(match.isSame)
          writer.text(match.direction.rawValue)
        }
        writer.optional(commit.presence) { $0.text($1.rawValue) }
        writer.flag(commit.lacksSurroundings)
        writer.list(commit.contradicted) { $0.id($1) }
        writer.list(commit.paths) { paths.write($1, to: &$0) }
        writer.optional(commit.changedLines) { $0.number($1) }
        writer.list(commit.submodules) { paths.write($1, to: &$0) }
        writer.flag(commit.isMarkedAsOwn)
        writer.optional(commit.fix) { $0.text($1) }
        writer.optional(commit.failure) { $0.text($1) }
      }
    }
    write(flow.upstreamSide)
    write(flow.forkSide)
    writer.list(flow.merged) { writer, commit in
      writer.id(graph.ids[commit.node])
      writer.list(commit.folders) { paths.write($1, to: &$0) }
    }
    return writer.bytes
  }

  /// - Returns: nil where the bytes are not whole, or name commits that the graph has not.
  static func decoded(_ bytes: [UInt8], _ graph: CommitGraph) -> PatchFlow? {
    var reader = FactReader(bytes)
    var paths = PathNumbers()
    func node(_ id: CommitID) throws(FactReader.Broken) -> CommitGraph.Node {
      guard let node = graph.node(id) else { throw FactReader.Broken() }
      return node
    }
    func side<Status: RawRepresentable & Hashable & Sendable>() throws(FactReader.Broken) -> [FlowCommit<Status>]
    where Status.RawValue == String {
      return try reader.list { reader throws(FactReader.Broken) in
        FlowCommit(
          node: try node(try reader.id()),
          subject: try reader.optional { reader throws(FactReader.Broken) in
            EncodedText(text: try reader.text(), isEncoded: try reader.flag())
          },
          status: try reader.raw(),
          matches: try reader.list { reader throws(FactReader.Broken) in
            FlowMatch(
              node: try node(try reader.id()),
              by: try reader.raw(),
              message: try reader.optional { reader throws(FactReader.Broken) in try reader.fraction() },
              diff: try reader.optional { reader throws(FactReader.Broken) in try reader.fraction() },
              isSame: try reader.flag(),
              direction: try reader.raw()
            )
          },
          presence: try reader.optional { reader throws(FactReader.Broken) in try reader.raw() },
          lacksSurroundings: try reader.flag(),
          contradicted: try reader.list { reader throws(FactReader.Broken) in try reader.id() },
          paths: try reader.list { reader throws(FactReader.Broken) in try paths.read(from: &reader) },
          changedLines: try reader.optional { reader throws(FactReader.Broken) in try reader.number() },
          submodules: try reader.list { reader throws(FactReader.Broken) in try paths.read(from: &reader) },
          isMarkedAsOwn: try reader.flag(),
          fix: try reader.optional { reader throws(FactReader.Broken) in try reader.text() },
          failure: try reader.optional { reader throws(FactReader.Broken) in try reader.text() }
        )
      }
    }
    do throws(FactReader.Broken) {
      let partlySeen = try reader.number()
      let flow = PatchFlow(
        upstreamSide: try side(),
        forkSide: try side(),
        merged: try reader.list { reader throws(FactReader.Broken) in
          MergedCommit(
            node: try node(try reader.id()),
            folders: try reader.list { reader throws(FactReader.Broken) in try paths.read(from: &reader) }
          )
        },
        partlySeen: partlySeen,
        gaps: []
      )
      return reader.isAtEnd ? flow : nil
    } catch {
      return nil
    }
  }
}

/// Paths as numbers in the order in which they first come, each written out once.
private struct PathNumbers {
  private var numbers: [RepoPath: Int] = [:]
  private var paths: [RepoPath] = []

  mutating func write(_ path: RepoPath, to writer: inout FactWriter) {
    if let number = numbers[path] { return writer.number(number) }
    writer.number(numbers.count)
    writer.run(path.bytes)
    numbers[path] = numbers.count
  }

  mutating func read(from reader: inout FactReader) throws(FactReader.Broken) -> RepoPath {
    let number = try reader.number()
    if number < paths.count { return paths[number] }
    guard number == paths.count else { throw FactReader.Broken() }
    paths.append(RepoPath(bytes: try reader.run()))
    return paths[number]
  }
}

/// Two words that nearly all differences change.
struct Digest {
  private var first: UInt64 = 1
  private var second: UInt64 = 2

  /// Sixteen of them.
  var bytes: [UInt8] {
    [first, second].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }
  }

  mutating func add(_ word: UInt64) {
    first = StableHash.mixed(first &* 31 &+ word)
    second = StableHash.mixed((second ^ word) &* 0x9e37_79b9_7f4a_7c15)
  }

  mutating func add<Kind>(_ id: ObjectID<Kind>) {
    add(id.high)
    add(id.middle)
    add(UInt64(id.low))
  }

  mutating func add(_ path: RepoPath) {
    add(UInt64(path.bytes.count))
    for byte in path.bytes { add(UInt64(byte)) }
  }

  mutating func add(_ mapping: PathMapping) {
    for moves in [mapping.forkFiles, mapping.upstreamFiles, mapping.homes] {
      add(UInt64(moves.count))
      for (to, from) in moves.sorted(by: { $0.key < $1.key }) {
        add(to)
        add(from)
      }
    }
    add(UInt64(mapping.folders.count))
    for folder in mapping.folders {
      add(folder.from)
      add(folder.to)
    }
    add(UInt64(mapping.words.pairs.count))
    for pair in mapping.words.pairs {
      add(RepoPath(bytes: pair.upstream))
      add(RepoPath(bytes: pair.fork))
    }
  }
}
