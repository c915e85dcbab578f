import Git
import GitValues

/// One side of a pair that the user names outright: `PATH[@REF]` or `NAME=PATH[@REF]`.
///
/// The path is the longest prefix that exists as a path, what follows its `@` the revision. Where nothing exists as a
/// path, the whole is a revision of the repository in the current folder.
public struct PairArgument: Hashable, Sendable {
  /// The name before `=`; nil for the form without one.
  public let name: String?
  /// The path as written; nil for the repository in the current folder.
  public let path: String?
  /// The revision; nil where the clone's own head is meant.
  public let revision: String?

  /// The argument `text` of the form `PATH[@REF]`.
  ///
  /// - Throws: ``CloneProblem`` where it is empty or ends in `@`.
  public init(_ text: String, currentFolder: String) throws(CloneProblem) {
    try self.init(text, name: nil, currentFolder: currentFolder)
  }

  /// The argument `text` of the form `NAME=PATH[@REF]`. The name ends at the first `=`.
  ///
  /// - Throws: ``CloneProblem`` also where there is no name.
  public init(named text: String, currentFolder: String) throws(CloneProblem) {
    guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
      throw CloneProblem(path: text, what: "cannot be used", why: "there is no name", hint: "write NAME=PATH[@REF]")
    }
    let rest = String(text[text.index(after: equals)...])
    try self.init(rest, name: String(text[..<equals]), currentFolder: currentFolder)
  }

  /// `HEAD` of the repository in the current folder.
  public static let head = PairArgument(revision: "HEAD")

  /// A revision of the repository in the current folder, whatever exists at its name as a path.
  init(revision: String) {
    (name, path, self.revision) = (nil, nil, revision)
  }

  private init(_ text: String, name: String?, currentFolder: String) throws(CloneProblem) {
    self.name = name
    guard !text.isEmpty else {
      let hint = name == nil ? "write PATH[@REF]" : "write NAME=PATH[@REF]"
      throw CloneProblem(path: name ?? "", what: "cannot be used", why: "there is no path", hint: hint)
    }
    func exists(_ path: some StringProtocol) -> Bool {
      !path.isEmpty && PathText.kind(of: PathText.absolute(String(path), in: currentFolder)) != .nothing
    }
    if exists(text) {
      (path, revision) = (text, nil)
      return
    }
    for index in text.indices.reversed() where text[index] == "@" && exists(text[..<index]) {
      let revision = String(text[text.index(after: index)...])
      guard !revision.isEmpty else {
        throw CloneProblem(path: text, what: "cannot be used", why: "no revision follows the @")
      }
      (path, self.revision) = (String(text[..<index]), revision)
      return
    }
    (path, revision) = (nil, text)
  }

  /// A named side of a pair that was found.
  public struct Resolved: Hashable, Sendable {
    /// The name before `=`; nil for the form without one.
    public let name: String?
    /// Where it was found.
    public let clone: FoundClone
    /// The named head; nil where the clone's own head is meant.
    public let head: ChosenHead?
    /// One sentence where the revision was not found by git's own rules; nil otherwise.
    public let note: String?
  }

  /// The clone and the commit that the argument names.
  ///
  /// - Throws: ``CloneProblem`` where there is no repository, or the revision names no commit in it.
  public func resolve(currentFolder: String) throws(CloneProblem) -> Resolved {
    let clone = try found(currentFolder)
    guard let revision else { return Resolved(name: name, clone: clone, head: nil, note: nil) }
    do throws(GitError) {
      let repository = try Repository(clone.layout)
      do throws(GitError) {
        let head = try Self.head(revision, in: repository)
        return Resolved(name: name, clone: clone, head: head, note: nil)
      } catch  where error.kind == .notFound || error.kind == .invalid {
        guard let branch = try Self.remoteBranch(revision, in: repository) else { throw error }
        let note = "\(revision) is no branch of the clone itself; \(branch.reference?.text ?? revision) was taken"
        return Resolved(name: name, clone: clone, head: branch, note: note)
      }
    } catch {
      throw CloneProblem(
        path: clone.path,
        what: "cannot resolve \(revision)",
        why: error.message,
        hint: path == nil
          ? "nothing exists at the path \(revision) either; give PATH[@REF]"
          : "name a branch, a tag or an id that `git rev-parse` understands there"
      )
    }
  }

  private static func head(_ revision: String, in repository: Repository) throws(GitError) -> ChosenHead {
    let commit = try repository.commit(revision: revision)
    return ChosenHead(reference: try repository.reference(revision: revision), commit: commit, rule: .named)
  }

  /// The branch of `origin` that has the name, for a clone that has no branch of its own for it.
  private static func remoteBranch(_ revision: String, in repository: Repository) throws(GitError) -> ChosenHead? {
    let name = "refs/remotes/origin/" + revision
    guard try repository.reference(revision: name)?.text == name else { return nil }
    return try head(name, in: repository)
  }

  private func found(_ currentFolder: String) throws(CloneProblem) -> FoundClone {
    do throws(GitError) {
      if let path {
        let shown = PathText.shown(path)
        let layout = try RepositoryLayout(at: PathText.absolute(shown, in: currentFolder))
        return FoundClone(path: shown, layout: layout, currentFolder: currentFolder)
      }
    } catch {
      throw CloneProblem(path: path ?? ".", what: "cannot be opened", why: error.message, hint: error.hint)
    }
    return try around(currentFolder)
  }

  /// The repository that the current folder is or lies in.
  private func around(_ currentFolder: String) throws(CloneProblem) -> FoundClone {
    var parts = currentFolder.split(separator: "/")
    var shown = "."
    while true {
      do throws(GitError) {
        let layout = try RepositoryLayout(at: "/" + parts.joined(separator: "/"))
        return FoundClone(path: shown, layout: layout, currentFolder: currentFolder)
      } catch {
        guard error.kind == .notARepository else {
          throw CloneProblem(path: shown, what: "cannot be opened", why: error.message, hint: error.hint)
        }
        guard !parts.isEmpty else { break }
        parts.removeLast()
        shown = shown == "." ? ".." : "../" + shown
      }
    }
    throw CloneProblem(
      path: revision ?? ".",
      what: "cannot be resolved",
      why: "nothing exists at this path, and the current folder is in no git repository",
      hint: "give PATH[@REF]"
    )
  }
}
