import Git
import GitValues
import History
import FactStore
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
  let e = g.encoded()!
  let t4 = clock.now
  let store = try FactStore(path: "/tmp/fs.db"); try store.store(.init("g", version: 1), [1], e)
  let t5 = clock.now
  let g2 = CommitGraph(decoding: try store.fact(.init("g", version: 1), [1])!)!
  print("encode", t4-t3, "store", t5-t4, "load", clock.now - t5, g2.count, e.count)
} }
