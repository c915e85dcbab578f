public import Git
public import GitValues

/// Reads what a project says of itself from the top of a tree. One thread at a time, as its objects are.
public final class PortraitReader {
  private let objects: ObjectDatabase
  /// The largest file that is read, in bytes.
  static let fileLimit = 1 << 20
  /// How much of a README is read: what a project says of its origin stands near its top.
  static let readmeLimit = 32 << 10

  /// A reader of `objects`.
  public init(objects: ObjectDatabase) {
    self.objects = objects
  }

  /// What the project says of itself in `tree`.
  ///
  /// Only the top folder is listed (and `.github`, `docs` or `doc` for a README, `LICENSES` for licences, where the top
  /// has none), and only the few files are read that speak of the whole project. A file that cannot be read is named in
  /// ``Portrait/notRead``.
  ///
  /// - Throws: `GitError` where the tree itself cannot be read.
  public func portrait(of tree: TreeID) throws -> Portrait {
    var portrait = Portrait()
    let top = try entries(of: tree)
    readManifests(top, into: &portrait)
    readReadme(top, into: &portrait)
    readLicence(top, into: &portrait)
    portrait.notRead.sort { $0.path < $1.path }
    return portrait
  }

  /// One entry of a folder.
  struct Entry {
    let path: RepoPath
    let mode: FileMode
    let id: AnyObjectID

    /// The file's name as text.
    var name: String { path.lastComponent.text }
  }

  private func entries(of tree: TreeID, in folder: String = "") throws(GitError) -> [Entry] {
    try objects.folder(tree).map { entry in
      Entry(path: RepoPath(bytes: Array(folder.utf8) + entry.name), mode: entry.mode, id: entry.id)
    }
  }

  /// The entries of the folder `name` of `top`; none where there is no such folder. One that is not here is recorded.
  private func folder(_ name: String, of top: [Entry], _ portrait: inout Portrait) -> [Entry] {
    guard let folder = top.first(where: { $0.name == name && $0.mode.isTree }) else { return [] }
    do throws(GitError) {
      return try entries(of: folder.id.retyped(), in: name + "/")
    } catch {
      portrait.notRead.append(UnreadFile(path: folder.path, reason: error.message))
      return []
    }
  }

  /// The start of a file as plain text; nil where it cannot be read, which is recorded.
  private func text(of entry: Entry, limit: Int = .max, _ portrait: inout Portrait) -> PlainBytes? {
    do throws(GitError) {
      return try objects.withBlob(entry.id.retyped(), limit: Self.fileLimit) { PlainBytes(file: $0, limit: limit) }
    } catch {
      portrait.notRead.append(UnreadFile(path: entry.path, reason: error.message))
      return nil
    }
  }

  private func readReadme(_ top: [Entry], into portrait: inout Portrait) {
    var choice = ReadmeChoice.best(of: top)
    for name in [".github", "docs", "doc"] where choice == nil {
      choice = ReadmeChoice.best(of: folder(name, of: top, &portrait))
    }
    guard let entry = choice.flatMap({ followed($0, top, &portrait) }),
      let text = text(of: entry, limit: Self.readmeLimit, &portrait)
    else { return }
    let readme = Readme(text, ReadmeChoice.dialect(of: entry.name))
    portrait.readmePath = entry.path
    portrait.title = readme.title
    portrait.describes = readme.describes
    portrait.readmeText = readme.text(limit: 8 << 10)
    portrait.forkStatements = readme.statements(ownNames: portrait.names.map(\.name))
  }

  /// The file that a symbolic link leads to, one step, inside the top folder and its folders; `entry` where it is none.
  private func followed(_ entry: Entry, _ top: [Entry], _ portrait: inout Portrait) -> Entry? {
    guard entry.mode.canonical == .link else { return entry }
    guard let target = text(of: entry, limit: 4096, &portrait)?.bytes.text else { return nil }
    let parts = target.split(separator: "/").filter { $0 != "." }
    if parts.count == 1 { return top.first { $0.name == parts[0] && $0.mode.isRegular } }
    guard parts.count == 2, parts[0] != ".." else { return nil }
    return folder(String(parts[0]), of: top, &portrait).first { $0.name == parts[1] && $0.mode.isRegular }
  }

  private func readLicence(_ top: [Entry], into portrait: inout Portrait) {
    var files: [(path: RepoPath, text: PlainBytes)] = []
    for entry in top where entry.mode.isRegular && LicenceFile.isOne(entry.name) {
      if let text = text(of: entry, limit: 192 << 10, &portrait) { files.append((entry.path, text)) }
    }
    portrait.licence = LicenceFinder.expression(of: files.map { ($0.path.lastComponent.text, $0.text) })
    portrait.licencePaths = files.map(\.path)
    guard files.isEmpty else { return }
    // The REUSE convention: a file for each licence, named by its SPDX id.
    let reuse = folder("LICENSES", of: top, &portrait).filter { $0.mode.isRegular && $0.name.hasSuffix(".txt") }
    guard !reuse.isEmpty else { return }
    portrait.licence = reuse.map { String($0.name.dropLast(4)) }.joined(separator: " AND ")
    portrait.licencePaths = reuse.map(\.path)
  }

  private func readManifests(_ top: [Entry], into portrait: inout Portrait) {
    for entry in top where entry.mode.isRegular {
      guard let kind = Manifest.kind(of: entry.name) else { continue }
      guard let text = text(of: entry, &portrait) else { continue }
      if let name = Manifest.name(in: text, kind, at: entry.path) { portrait.names.append(name) }
    }
    portrait.names.sort { ($0.kind, $0.path) < ($1.kind, $1.path) }
  }
}
