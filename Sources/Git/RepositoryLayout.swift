internal import Foundation

/// Where the parts of one repository lie on disk, and what its own configuration says of its format.
///
/// Found by looking, without libgit2: a repository that cannot be opened still has a place and a reason.
public struct RepositoryLayout: Hashable, Sendable {
  /// The folder with this checkout's `HEAD`: for a linked worktree its own, otherwise ``commonDirectory``.
  public let gitDirectory: String
  /// The folder with `objects` and `refs`. Two checkouts with the same one are one repository.
  public let commonDirectory: String
  /// The folder of the checked-out files; nil for a bare repository.
  public let workTree: String?
  /// What the repository's own configuration file says.
  public let configuration: RepositoryConfiguration

  /// The object store.
  public var objects: String { commonDirectory + "/objects" }

  /// The repository that `path` is: a git directory, a folder with a `.git` inside, or a linked worktree.
  ///
  /// - Throws: ``GitError`` of kind `notARepository` where there is none, `unsupported` where its format is one that
  ///   libgit2 cannot read, `corrupt` where its parts contradict each other.
  public init(at path: String) throws(GitError) {
    let place = Self.absolute(path)
    if Self.isDirectory(place + "/.git") {
      try self.init(gitDirectory: place + "/.git", workTree: place, subject: path)
    } else if Self.isFile(place + "/.git") {
      try self.init(gitDirectory: try Self.pointed(by: place + "/.git"), workTree: place, subject: path)
    } else if Self.looksLikeGitDirectory(place) {
      try self.init(gitDirectory: place, workTree: nil, subject: path)
    } else {
      throw GitError(.notARepository, "open", path, message: "there is no git repository there")
    }
  }

  private init(gitDirectory: String, workTree: String?, subject: String) throws(GitError) {
    guard Self.isFile(gitDirectory + "/HEAD") else {
      throw GitError(.corrupt, "open", subject, message: "\(gitDirectory) has no HEAD")
    }
    self.gitDirectory = gitDirectory
    commonDirectory = try Self.commonDirectory(of: gitDirectory)
    self.workTree = workTree
    guard Self.isDirectory(commonDirectory + "/objects") else {
      throw GitError(.corrupt, "open", subject, message: "it has no objects folder")
    }
    configuration = try RepositoryConfiguration(file: commonDirectory + "/config")
    try configuration.checkFormat(subject: subject)
  }

  /// Whether `path` has the parts of a git directory.
  public static func looksLikeGitDirectory(_ path: String) -> Bool {
    isFile(path + "/HEAD")
      && (isDirectory(path + "/objects") && isDirectory(path + "/refs") || isFile(path + "/commondir")
        || isFile(path + "/packed-refs") || isDirectory(path + "/objects"))
  }

  /// Commits whose parents are not in this repository, as `shallow` lists them. Order: as in the file.
  public func shallowBoundary() throws(GitError) -> [String] {
    try Self.lines(of: commonDirectory + "/shallow")
  }

  /// Object stores that this one borrows from and that are not there.
  public func missingAlternates() throws(GitError) -> [String] {
    try Self.lines(of: objects + "/info/alternates").filter { line in
      !line.hasPrefix("#") && !Self.isDirectory(line.hasPrefix("/") ? line : objects + "/" + line)
    }
  }

  private static func lines(of file: String) throws(GitError) -> [String] {
    guard isFile(file) else { return [] }
    return try text(of: file).split(whereSeparator: \.isNewline).map(String.init)
  }

  private static func pointed(by file: String) throws(GitError) -> String {
    let text = try text(of: file)
    guard let line = text.split(whereSeparator: \.isNewline).first, line.hasPrefix("gitdir:") else {
      throw GitError(.corrupt, "open", file, message: "it is a .git file without a `gitdir:` line")
    }
    let target = line.dropFirst("gitdir:".count).drop { $0 == " " }
    let folder = (file as NSString).deletingLastPathComponent
    let directory = absolute(target.hasPrefix("/") ? String(target) : folder + "/" + target)
    guard isDirectory(directory) else {
      throw GitError(.notARepository, "open", folder, message: "its .git file points to \(target), which is not there")
    }
    return directory
  }

  private static func commonDirectory(of gitDirectory: String) throws(GitError) -> String {
    guard let line = try lines(of: gitDirectory + "/commondir").first else { return gitDirectory }
    return absolute(line.hasPrefix("/") ? line : gitDirectory + "/" + line)
  }

  static func text(of file: String) throws(GitError) -> String {
    // Read through a size limit: a clone can hold anything under these names.
    let limit = 64 << 20
    guard let handle = FileHandle(forReadingAtPath: file) else {
      throw GitError(.corrupt, "read", file, message: "it cannot be opened")
    }
    defer { handle.closeFile() }
    do {
      let data = try handle.read(upToCount: limit) ?? Data()
      return String(decoding: data, as: UTF8.self)
    } catch {
      throw GitError(.corrupt, "read", file, message: "it cannot be read")
    }
  }

  private static func absolute(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
  }

  static func isDirectory(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
  }

  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}
