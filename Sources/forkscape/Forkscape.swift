import Git
import GitValues
import History
import FactStore
import Divergence
import BitCollections
@main struct F { static func main() async throws { 
  let clock = ContinuousClock()
  var sources: [GraphReader.Source] = []
  var heads: [CommitID] = []
  let t0 = clock.now
  for p in CommandLine.arguments.dropFirst(2) {
    let r = try Repository(at: p)
    let refs = try r.references { $0.hasPrefix("refs/heads/") || $0.hasPrefix("refs/tags/") }
    if case .branch(_, let c) = try r.head() { heads.append(c) }
    sources.append(.init(objects: r.layout.objects, tips: Array(Set(refs.references.compactMap(\.commit)))))
  }
  print("refs", clock.now - t0, sources.map(\.tips.count))
  let t1 = clock.now
  let g = try await GraphReader(sources: sources, workers: Int(CommandLine.arguments[1])!).read()
  print("graph", g.count, clock.now - t1, g.cuts.count)
  let t2 = clock.now
  let u = g.reach([g.node(heads[0])!]), f = g.reach([g.node(heads[1])!])
  print("ahead", g.size(of: f.subtracting(u)), "behind", g.size(of: u.subtracting(f)), g.mergeBases(u, f).map { g.ids[$0] }, clock.now - t2)

  let t3 = clock.now
  let un = g.node(heads[0])!, fn = g.node(heads[1])!
  let mb = g.mergeBases(u, f)[0]
  let pair = DivergencePair(graph: g, base: mb, line: un, fork: fn, forkPoint: mb, forkOnly: f.subtracting(u), asOf: g.committerTimes[fn])
  let d = try await Divergence.measure(pair, stores: sources.map(\.objects), workers: Int(CommandLine.arguments[1])!)
  print("divergence", clock.now - t3)
  for (n, l) in [("fork", d.forkLines), ("up", d.upstreamLines), ("heads", d.headLines)] { print(n, l.total.added, l.total.removed, "bin", l.binaryFiles, "unread", l.unread.count, l.byChange.count) }
  print(d.comparison.counts.map { "\($0.key.rawValue)=\($0.value)" }.sorted())
  print(d.renames, d.renamedFolders.prefix(5).map { "\($0.from.text)->\($0.to.text) \($0.files)" }, d.territory as Any)
  for a in d.areas { print(a.path.text, a.lines, a.commits) }
  print(d.history.suffix(3))
} }
