import Git
import GitValues

/// The references of one repository in groups, as they were at one moment.
struct PinnedReferences {
  /// Own branches, remote branches, tags, pull requests; each by name.
  private(set) var heads: [PinnedReference] = []
  private(set) var remotes: [PinnedReference] = []
  private(set) var tags: [PinnedReference] = []
  private(set) var pullRequests: [PinnedReference] = []
  /// References that could not be followed.
  let broken: [(name: RefName, error: GitError)]
  /// The remote whose branches count; nil where those of the repository itself do.
  let remote: String?

  init(of repository: Repository, includePullRequests: Bool) throws(GitError) {
    let list = try repository.references { name in
      name.hasPrefix("refs/heads/") || name.hasPrefix("refs/tags/")
        || name.hasPrefix("refs/remotes/") && !Self.isRemoteHead(name)
        || includePullRequests && Self.isPullRequest(name)
    }
    for reference in list.references {
      guard let commit = reference.commit else { continue }
      let pinned = PinnedReference(name: reference.name, commit: commit)
      if reference.name.hasPrefix("refs/heads/") {
        heads.append(pinned)
      } else if reference.name.hasPrefix("refs/tags/") {
        tags.append(pinned)
      } else if reference.name.hasPrefix("refs/remotes/") {
        remotes.append(pinned)
      } else {
        pullRequests.append(pinned)
      }
    }
    broken = list.broken
    let isBare = repository.layout.workTree == nil
    remote = isBare && !heads.isEmpty ? nil : Self.remote(of: remotes)
  }

  /// What counts as the project's branches: see ``Clone/branches``.
  var branches: [PinnedReference] {
    guard let remote else { return heads }
    return remotes.filter { $0.name.bytes.starts(with: Self.prefix(of: remote)) }
  }

  /// See ``Clone/localBranches``.
  var localBranches: [PinnedReference] {
    guard let remote else { return [] }
    let names = Set(branches.map { $0.name.bytes.dropFirst(Self.prefix(of: remote).count) })
    return heads.filter { !names.contains($0.name.bytes.dropFirst("refs/heads/".utf8.count)) }
  }

  /// The name that people give a branch of ``branches``: without the remote.
  func shortName(of branch: PinnedReference) -> ArraySlice<UInt8> {
    let bytes = branch.name.bytes
    guard let remote, branch.name.hasPrefix("refs/remotes/") else { return bytes.dropFirst("refs/heads/".utf8.count) }
    return bytes.dropFirst(Self.prefix(of: remote).count)
  }

  /// The commit that `name` is pinned to; nil where it is not among the references.
  func commit(of name: RefName) -> CommitID? {
    for group in [heads, remotes, tags] {
      if let found = group.first(where: { $0.name == name }) { return found.commit }
    }
    return nil
  }

  private static func prefix(of remote: String) -> [UInt8] { Array("refs/remotes/\(remote)/".utf8) }

  /// `origin` if it has branches, else the only remote that has.
  private static func remote(of remotes: [PinnedReference]) -> String? {
    var names: Set<String> = []
    for reference in remotes {
      let parts = reference.name.text.split(separator: "/", maxSplits: 3)
      if parts.count == 4 { names.insert(String(parts[2])) }
    }
    if names.contains("origin") { return "origin" }
    return names.count == 1 ? names.first : nil
  }

  private static func isRemoteHead(_ name: RefName) -> Bool {
    name.bytes.split(separator: UInt8(ascii: "/")).count == 4 && name.bytes.suffix(5).elementsEqual("/HEAD".utf8)
  }

  private static func isPullRequest(_ name: RefName) -> Bool {
    name.hasPrefix("refs/pull/") || name.hasPrefix("refs/merge-requests/") || name.hasPrefix("refs/pull-requests/")
      || name.hasPrefix("refs/changes/")
  }
}
