extension StatementFinder {
  /// "… have forked X to a new project called Y": X is this project, and goes on as Y.
  func forkedAway(_ words: SentenceWords, _ position: Int) -> ForkStatement? {
    guard words.words[position].lower == "forked", let end = ownName(words, position + 1) else { return nil }
    for next in end..<min(end + 6, words.words.count)
    where ["called", "named", "as", "into"].contains(words.words[next].lower) {
      let projects = ProjectNameReader(words: words, kind: .movedTo).projects(from: next + 1)
      let repositories = ProjectNameReader(words: words, kind: .movedTo).laterProjects(from: next + 1)
      guard let first = projects.first else { return nil }
      let project = ForkStatement.Project(
        name: first.name,
        repository: first.repository ?? repositories.first?.repository
      )
      return ForkStatement(kind: .movedTo, quote: words.quote, projects: [project])
    }
    return nil
  }

  // MARK: Scripts without spaces

  /// Chinese and Japanese: `基于 X`, `X 的分支`, `兼容 X`, `Xのフォーク`.
  func wideStatement(_ words: SentenceWords, _ position: Int) -> ForkStatement? {
    let word = words.words[position].lower
    guard word.utf8.first.map({ $0 >= 0xe3 }) == true else { return nil }
    let before: [(ForkStatement.Kind, [String])] = [
      (.basedOn, ["基于", "基於", "衍生自", "源自"]), (.compatible, ["兼容", "相容"]),
    ]
    for (kind, marks) in before where position + 1 < words.words.count && marks.contains(where: { word.hasSuffix($0) })
    {
      let projects = ProjectNameReader(words: words, kind: kind).projects(from: position + 1)
      if !projects.isEmpty { return ForkStatement(kind: kind, quote: words.quote, projects: projects) }
    }
    let after: [(ForkStatement.Kind, [String])] = [
      (.fork, ["的分支", "的一个分支", "的复刻", "のフォーク", "フォーク", "からフォーク"]), (.basedOn, ["をベース", "ベース"]),
      (.compatible, ["互換", "と互換", "兼容"]),
    ]
    for (kind, marks) in after where position > 0 && marks.contains(where: { word.hasPrefix($0) }) {
      let projects = ProjectNameReader(words: words, kind: kind).projects(from: position - 1)
      let others = projects.filter { !own.contains(ProjectName($0.name).letters) }
      if !others.isEmpty { return ForkStatement(kind: kind, quote: words.quote, projects: others) }
    }
    return nil
  }
}
