/// Changes of trees.
extension RandomHistoryGenerator {
  /// Names of folders; no file has one of them, so a path is never file and folder at once.
  private static let folders = ["", "", "src/", "src/inner/", "lib/", "docs/", "pkg_old/", "pkg_new/"]
  private static let fileNames = [
    "main.c", "pump.c", "gauge.py", "README.md", "valve.h", "Makefile", "caf\\351.c", "new\\nline | pipe.c",
    "sp ace.txt", "\\342\\200\\256rtl.txt", "quo\\\"te.c", "-dash",
  ]

  mutating func changeSomething(in tree: inout RandomTree) {
    switch random.below(100) {
    case ..<55: editFile(in: &tree)
    case ..<70: addFile(to: &tree)
    case ..<76: tree[random.pick(tree.keys.sorted() + ["nothing"])] = nil
    case ..<84: renameFile(in: &tree)
    case ..<90: renameFolder(in: &tree)
    case ..<95: switchMode(in: &tree)
    default: tree["link-\(random.below(3))"] = RandomFile(mode: "120000", lines: ["../\(random.below(99))"])
    }
  }

  mutating func addFile(to tree: inout RandomTree) {
    let path = random.pick(Self.folders) + random.pick(Self.fileNames)
    // Lines are drawn from few words, so that files and hunks look alike now and then.
    let lines = (0..<random.below(24)).map { "line \($0) of \(random.below(6))" }
    tree[path] = RandomFile(mode: random.chance(90) ? "100644" : "100755", lines: lines)
  }

  private mutating func editFile(in tree: inout RandomTree) {
    guard !tree.isEmpty else { return addFile(to: &tree) }
    let path = random.pick(tree.keys.sorted())
    guard var file = tree[path], file.mode != "120000" else { return addFile(to: &tree) }
    let place = file.lines.isEmpty ? 0 : random.below(file.lines.count)
    switch random.below(4) {
    case 0: file.lines.insert("added \(random.below(50))", at: place)
    case 1 where !file.lines.isEmpty: file.lines.remove(at: place)
    case _ where file.lines.isEmpty: file.lines.append("only \(random.below(50))")
    default: file.lines[place] = "edited \(random.below(50))"
    }
    tree[path] = file
  }

  private mutating func renameFile(in tree: inout RandomTree) {
    guard !tree.isEmpty else { return addFile(to: &tree) }
    let file = tree.removeValue(forKey: random.pick(tree.keys.sorted()))
    tree[random.pick(Self.folders) + random.pick(Self.fileNames)] = file
  }

  private mutating func renameFolder(in tree: inout RandomTree) {
    let named = Self.folders.filter { !$0.isEmpty }
    let (old, new) = (random.pick(named), random.pick(named))
    for path in tree.keys.sorted() where path.hasPrefix(old) && old != new {
      let file = tree.removeValue(forKey: path)
      tree[new + path.dropFirst(old.count)] = file
    }
  }

  private mutating func switchMode(in tree: inout RandomTree) {
    guard !tree.isEmpty else { return addFile(to: &tree) }
    let path = random.pick(tree.keys.sorted())
    guard var file = tree[path], file.mode != "120000" else { return }
    file.mode = file.mode == "100644" ? "100755" : "100644"
    tree[path] = file
  }

  /// Does to a path what turned `old` into `new`; where the file differs, a single replaced line is looked for.
  func applyChange(from old: RandomFile?, to new: RandomFile?, at path: String, in tree: inout RandomTree) {
    if tree[path] == old {
      tree[path] = new
    } else if let old, let new, var file = tree[path], old.lines.count == new.lines.count {
      guard let place = old.lines.indices.first(where: { old.lines[$0] != new.lines[$0] }) else { return }
      guard let found = file.lines.firstIndex(of: old.lines[place]) else { return }
      file.lines[found] = new.lines[place]
      tree[path] = file
    }
  }
}
