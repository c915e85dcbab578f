/// Reads the names of projects that follow a phrase such as "fork of".
struct ProjectNameReader {
  let words: SentenceWords
  let kind: ForkStatement.Kind

  /// The projects named from `position` on: linked words, or words written like names, joined by "and" or commas.
  func projects(from position: Int) -> [ForkStatement.Project] {
    var found: [ForkStatement.Project] = []
    var position = position
    var skipped = 0
    while position < words.words.count, found.count < 6 {
      let word = words.words[position]
      // A colon or bracket ends what the phrase speaks of, unless a link follows right away.
      if let (project, next) = linked(position) ?? named(position) {
        position = next
        guard let project else { continue }
        if !found.contains(project) { found.append(project) }
        guard goesOn(&position) else { break }
        skipped = 0
      } else if StatementPhrases.skippedBeforeName.contains(word.lower), skipped < 7 {
        skipped += 1
        position += 1
      } else if skipped < 3, position > 0, ["the", "a", "an"].contains(words.words[position - 1].lower),
        position + 1 < words.words.count, words.words[position + 1].looksLikeName
      {
        // An adjective: "the robust Lake".
        skipped += 3
        position += 1
      } else if skipped < 3, let next = linkSoon(position) {
        skipped += 3
        position = next
      } else {
        if found.isEmpty, let project = plain(position) { found.append(project) }
        break
      }
    }
    return found
  }

  /// The linked projects anywhere after `position`: where to go instead.
  func laterProjects(from position: Int) -> [ForkStatement.Project] {
    var found: [ForkStatement.Project] = []
    var position = position
    while position < words.words.count, found.count < 4 {
      if let (project, next) = linked(position) {
        if let project, project.repository != nil { found.append(project) }
        position = next
      } else {
        position += 1
      }
    }
    return found
  }

  /// Whether another name may follow: "and", "&", a comma. Moves over the word that joins.
  private func goesOn(_ position: inout Int) -> Bool {
    guard position < words.words.count else { return false }
    let word = words.words[position]
    if word.lower == "and" || word.lower == "or" {
      guard position + 1 < words.words.count else { return false }
      position += 1
      return true
    }
    return (words.link(at: position) != nil && position > 0) || (word.isAfterBreak && word.looksLikeName)
  }

  /// The project that a link names.
  private func linked(_ position: Int) -> (ForkStatement.Project?, Int)? {
    guard let link = words.link(at: position) else { return nil }
    var next = position
    var texts: [String] = []
    while next < words.words.count, words.words[next].range.lowerBound < link.range.upperBound {
      texts.append(words.words[next].text)
      next += 1
    }
    if let last = texts.last, last.hasSuffix("'s") || last.hasSuffix("’s"), next < words.words.count {
      return (nil, next)
    }
    let repository = Self.repository(of: link.target)
    let text = texts.joined(separator: " ")
    let isAddress = texts.first?.hasPrefix("http") == true || text.contains("://")
    var name = isAddress ? "" : Self.cleaned(text)
    if let repository, name.isEmpty || ["here", "this", "fork", "link"].contains(name.lowercased()) {
      name = repository.split(separator: "/").last.map(String.init) ?? name
    }
    if isAddress, repository == nil { return (nil, next) }
    guard !name.isEmpty, name.utf8.count < 80 else { return (nil, next) }
    return (ForkStatement.Project(name: name, repository: repository), next)
  }

  /// Where a link starts within the next four words, nothing but plain words between.
  private func linkSoon(_ position: Int) -> Int? {
    for next in position..<min(position + 4, words.words.count) {
      if next > position, words.words[next].isAfterBreak { return nil }
      if words.link(at: next) != nil { return next }
    }
    return nil
  }

  /// The project that words written like names spell.
  private func named(_ position: Int) -> (ForkStatement.Project?, Int)? {
    guard words.words[position].looksLikeName else { return nil }
    if StatementPhrases.skippedBeforeName.contains(words.words[position].lower) { return nil }
    var texts: [String] = []
    var next = position
    while next < words.words.count, texts.count < 3, words.link(at: next) == nil {
      let word = words.words[next]
      if next > position, word.isAfterBreak || !(word.looksLikeName || word.lower.first?.isNumber == true) { break }
      next += 1
      // "OpenBSD's OpenSSH" is OpenSSH; "Bitcoin's design" is Bitcoin.
      if word.lower.hasSuffix("'s") || word.lower.hasSuffix("’s") {
        let isOwner = next < words.words.count && (words.words[next].looksLikeName || nameAfterAdjective(next))
        if isOwner { return (nil, next) }
        texts.append(String(word.text.dropLast(2)))
        break
      }
      texts.append(word.text)
    }
    let name = Self.cleaned(texts.joined(separator: " "))
    return (name.isEmpty ? nil : ForkStatement.Project(name: name), next)
  }

  private func nameAfterAdjective(_ position: Int) -> Bool {
    guard position + 1 < words.words.count else { return words.link(at: position) != nil }
    return words.link(at: position) != nil
      || (StatementPhrases.skippedBeforeName.contains(words.words[position].lower)
        && words.words[position + 1].looksLikeName)
  }

  /// A project whose name is written like any word: taken only where the phrase must be followed by a name.
  private func plain(_ position: Int) -> ForkStatement.Project? {
    let word = words.words[position]
    guard [.fork, .successor, .port, .dropIn, .compatible, .basedOn].contains(kind), word.lower.count > 1 else {
      return nil
    }
    let isLast = position + 1 == words.words.count
    let isFollowed = !isLast && words.words[position + 1].isAfterBreak
    let isName = kind == .fork || kind == .successor || kind == .port
    guard isLast || isFollowed || (isName && StatementPhrases.afterPlainName.contains(words.words[position + 1].lower))
    else {
      return nil
    }
    let common: Set<String> = [
      "it", "this", "that", "them", "itself", "which", "these", "those", "upstream", "everything",
    ]
    return common.contains(word.lower) ? nil : ForkStatement.Project(name: word.text)
  }

  /// A name without words that only say it is a project.
  private static func cleaned(_ text: String) -> String {
    let dropped: Set<String> = [
      "the", "original", "project", "repository", "repo", "fork", "codebase", "official", "upstream", "source", "code",
    ]
    var parts = text.split(separator: " ").map(String.init)
    while let first = parts.first, dropped.contains(first.lowercased()) { parts.removeFirst() }
    while let last = parts.last, dropped.contains(last.lowercased()) { parts.removeLast() }
    var name = parts.joined(separator: " ")
    if let at = name.firstIndex(of: "@"), at != name.startIndex { name = String(name[..<at]) }
    return name
  }

  /// `owner/name` of an address on a forge.
  static func repository(of target: String) -> String? {
    guard let scheme = target.firstRange(of: "://") else { return nil }
    let parts = target[scheme.upperBound...].split { "/#?".contains($0) }.map(String.init)
    guard parts.count >= 3 else { return nil }
    let host = parts[0].lowercased()
    let forges = [
      "github.com", "www.github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "gitee.com", "gitcode.com",
    ]
    guard forges.contains(host) || host.hasPrefix("git.") || host.hasPrefix("gitlab.") else { return nil }
    if ["orgs", "topics", "sponsors", "users", "settings", "marketplace", "features"].contains(parts[1]) { return nil }
    let name = parts[2].hasSuffix(".git") ? String(parts[2].dropLast(4)) : parts[2]
    return "\(parts[1])/\(name)"
  }
}
