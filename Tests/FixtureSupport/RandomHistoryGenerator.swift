/// Grows a random history step by step. Nothing here depends on the order of a dictionary.
struct RandomHistoryGenerator {
  var random: SplitMix64
  var commits: [RandomCommit] = []
  var tips: [String: Int] = [:]
  private var clock = 1_500_000_000
  private var counter = 0

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// A root, a few common commits, and the two branches.
  mutating func begin() {
    var tree: RandomTree = [:]
    for _ in 0..<(3 + random.below(6)) { addFile(to: &tree) }
    tips["upstream"] = add("Begin", parents: [], tree: tree)
    for _ in 0..<random.below(4) { change("upstream") }
    tips["fork"] = tips["upstream"]
  }

  /// One event of the project's life: usually a commit, sometimes a merge, a branch, or several commits at once.
  mutating func step() {
    let branch = random.chance(40) ? "upstream" : random.chance(60) ? "fork" : random.pick(tips.keys.sorted())
    switch random.below(100) {
    case ..<48: change(branch)
    case ..<60: merge(into: branch, from: [random.pick(tips.keys.sorted())])
    case ..<65: crissCross()
    case ..<69: merge(into: branch, from: (0..<(2 + random.below(3))).map { _ in random.pick(tips.keys.sorted()) })
    case ..<78: pick(onto: branch, source: random.below(commits.count), undo: false)
    case ..<84: revertOwn(branch)
    case ..<87: squash(random.pick(tips.keys.sorted()), into: branch)
    case ..<89: _ = commit("Nothing", on: branch, tree: tree(of: branch))
    case ..<95: newBranch()
    default: newRoot()
    }
  }

  // MARK: - Events

  private mutating func change(_ branch: String) {
    var tree = tree(of: branch)
    for _ in 0..<(1 + random.below(3)) { changeSomething(in: &tree) }
    _ = commit("Change", on: branch, tree: tree)
  }

  private mutating func merge(into branch: String, from others: [String]) {
    let parents = distinctParents(of: branch, others)
    guard parents.count > 1 else { return change(branch) }
    tips[branch] = addMerge(parents)
  }

  /// Both branches merge what the other was before.
  private mutating func crissCross() {
    change("upstream")
    change("fork")
    guard let upstream = tips["upstream"], let fork = tips["fork"] else { return }
    tips["upstream"] = addMerge([upstream, fork])
    tips["fork"] = addMerge([fork, upstream])
  }

  /// Copies (or undoes) what a commit did to its first parent, as far as it can be applied.
  private mutating func pick(onto branch: String, source: Int, undo: Bool) {
    let picked = commits[source]
    let before = picked.parents.first.map { commits[$0].tree } ?? [:]
    let (old, new) = undo ? (picked.tree, before) : (before, picked.tree)
    var tree = tree(of: branch)
    for path in Set(old.keys).union(new.keys).sorted() where old[path] != new[path] {
      applyChange(from: old[path], to: new[path], at: path, in: &tree)
    }
    let parent = tips[branch]
    let message = undo ? "Revert \"\(picked.message)\"" : picked.message
    tips[branch] = add(message, parents: parent.map { [$0] } ?? [], tree: tree)
    if !undo, random.chance(70) {
      // A pick keeps the author and the author's date.
      commits[commits.count - 1].author = picked.author
      commits[commits.count - 1].authorDate = picked.authorDate
    }
  }

  private mutating func revertOwn(_ branch: String) {
    guard var source = tips[branch] else { return }
    for _ in 0..<random.below(4) { source = commits[source].parents.first ?? source }
    pick(onto: branch, source: source, undo: true)
  }

  /// Takes another branch's whole tree without its history.
  private mutating func squash(_ other: String, into branch: String) {
    _ = commit("Sync with \(other)", on: branch, tree: tree(of: other))
  }

  private mutating func newBranch() {
    if tips["release"] == nil, random.chance(40) {
      tips["release"] = tips["upstream"]
      change("release")
    } else {
      counter += 1
      let name = "topic-\(counter)"
      tips[name] = random.chance(60) ? tips["fork"] : random.below(commits.count)
      change(name)
    }
  }

  /// A history without ancestors, sometimes merged below a folder as a subtree.
  private mutating func newRoot() {
    counter += 1
    let name = "root-\(counter)"
    var tree: RandomTree = [:]
    for _ in 0..<(1 + random.below(4)) { addFile(to: &tree) }
    tips[name] = add("Begin \(name)", parents: [], tree: tree)
    change(name)
    guard random.chance(60), let fork = tips["fork"], let tip = tips[name] else { return }
    var merged = commits[fork].tree
    for (path, file) in commits[tip].tree { merged["vendor/\(name)/\(path)"] = file }
    tips["fork"] = add("Import \(name)", parents: [fork, tip], tree: merged)
  }

  // MARK: - Commits

  private func tree(of branch: String) -> RandomTree { tips[branch].map { commits[$0].tree } ?? [:] }

  private func distinctParents(of branch: String, _ others: [String]) -> [Int] {
    ([branch] + others).compactMap { tips[$0] }.reduce(into: []) { parents, tip in
      if !parents.contains(tip) { parents.append(tip) }
    }
  }

  private mutating func addMerge(_ parents: [Int]) -> Int {
    var tree = commits[parents[0]].tree
    switch random.below(10) {
    case 0: break  // Ours: their history, none of their content.
    case 1: tree = commits[parents[1]].tree
    default:
      for parent in parents.dropFirst() {
        for path in commits[parent].tree.keys.sorted() where tree[path] == nil || random.chance(30) {
          tree[path] = commits[parent].tree[path]
        }
      }
    }
    if random.chance(20) { changeSomething(in: &tree) }
    return add("Merge", parents: parents, tree: tree)
  }

  private mutating func commit(_ message: String, on branch: String, tree: RandomTree) -> Int {
    let index = add(message, parents: tips[branch].map { [$0] } ?? [], tree: tree)
    tips[branch] = index
    return index
  }

  private mutating func add(_ message: String, parents: [Int], tree: RandomTree) -> Int {
    switch random.below(20) {
    case ..<5: break  // The same second as the commit before.
    case ..<7: clock -= random.below(5_000_000)  // A clock that was wrong.
    default: clock += random.below(500_000)
    }
    let zone = random.pick(["+0000", "+0000", "+0200", "-0800", "+0545", "-1200", "+1400"])
    let absurd = random.chance(2) ? random.pick([0, 1, 4_102_444_800]) : nil
    let date = "\(absurd ?? clock) \(zone)"
    let person = random.pick(["Ada", "Bea", "René", "Zoë <b>", "x"]).replacing("<b>", with: "*b*")
    commits.append(
      RandomCommit(
        parents: parents,
        tree: tree,
        author: "\(person) <\(person.utf8.count)@example.org>",
        authorDate: random.chance(80) ? date : "\(max(0, clock - random.below(900_000))) \(zone)",
        committerDate: date,
        message: message.hasPrefix("Revert") ? message : "\(message) \(random.below(1000))"
      )
    )
    return commits.count - 1
  }
}
