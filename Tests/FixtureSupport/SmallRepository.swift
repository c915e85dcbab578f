public import Foundation

/// A repository that a test makes step by step with git, gone with its last reference. Its branch is `main`.
public final class SmallRepository: Sendable {
  /// The folder with the checked-out files.
  public let folder: URL
  private let temporary: TemporaryFolder

  /// An empty repository; `options` go to `git init`.
  public init(_ options: String...) throws {
    temporary = try TemporaryFolder()
    folder = temporary.url.appending(path: "work", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let result = try GitProgram(folder).run(["init", "-q", "-b", "main"] + options)
    guard result.exitCode == 0 else { throw ProgramFailure(command: "git init", result: result) }
  }

  /// The folder's path, without a slash at its end.
  public var path: String {
    let path = folder.path(percentEncoded: false)
    return path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// Runs git; its standard output without the last line break.
  @discardableResult
  public func git(_ arguments: String..., input: String = "") throws -> String {
    let result = try GitProgram(folder).run(arguments, input: Data(input.utf8))
    guard result.exitCode == 0 else { throw ProgramFailure(command: arguments.joined(separator: " "), result: result) }
    return result.text
  }

  /// A commit with these files and nothing else, on no branch.
  ///
  /// - Parameter date: seconds since 1970, of author and committer.
  /// - Returns: its id.
  public func commit(
    _ files: [String: String] = [:],
    parents: [String] = [],
    date: Int = 1_600_000_000,
    message: String = "x"
  ) throws
    -> String
  {
    var stream = "reset refs/made/new\n\ncommit refs/made/new\ncommitter T <t@example.org> \(date) +0000\n"
    stream += "data \(message.utf8.count)\n\(message)\n"
    for (index, parent) in parents.enumerated() { stream += "\(index == 0 ? "from" : "merge") \(parent)\n" }
    stream += "deleteall\n"
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      stream += "M 100644 inline \(path)\ndata \(text.utf8.count)\n\(text)\n"
    }
    try git("fast-import", "--quiet", "--force", "--done", input: stream + "\ndone\n")
    let id = try git("rev-parse", "refs/made/new")
    try git("update-ref", "-d", "refs/made/new")
    return id
  }

  /// Where the loose object `id` lies.
  public func objectFile(_ id: String) -> URL {
    folder.appending(path: ".git/objects/\(id.prefix(2))/\(id.dropFirst(2))")
  }

  /// Takes an object out of the store; all objects become loose first.
  public func removeObject(_ id: String) throws {
    try FileManager.default.removeItem(at: objectFile(id))
  }

  /// Adds `text` to the repository's own configuration.
  public func configure(_ text: String) throws {
    let file = folder.appending(path: ".git/config")
    let known = try String(contentsOf: file, encoding: .utf8)
    try Data((known + text).utf8).write(to: file)
  }
}
