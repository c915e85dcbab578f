import GitValues

/// One file of a commit's change.
struct ChangedFile: Hashable, Sendable {
  /// The path's number in the table of the pair.
  var path: Int32
  /// What stood there; nil where nothing did.
  let old: FileState?
  /// What stands there; nil where nothing does.
  let new: FileState?
}

/// What a commit changed in the contents of its files, as numbers.
struct ChangeContent: Hashable, Sendable {
  /// The change of one file.
  struct File: Hashable, Sendable {
    /// A number for the whole diff of the file: equal where git's patch ids would be.
    var id: UInt64
    /// The ``id`` of the change that undoes this one.
    var inverse: UInt64
  }

  /// Order: that of the commit's files.
  var files: [File] = []
  /// Lines added (even numbers) and removed (odd ones). Order: ascending, each once.
  var lineSet: [UInt32] = []
  /// Words of lines added (even numbers) and removed (odd ones). Order: ascending, each once.
  var wordSet: [UInt32] = []
  /// Files whose content was compared by id only: binary, above a limit, or beyond the limit of files.
  var unseenFiles = 0
  /// Lines added and removed, those without visible bytes left out, those of unseen files too.
  var lines = 0
}

/// How much of a change is read. Counts, so that the result does not depend on the machine.
public enum ReadingLimit {
  /// Bytes of a file above which its content is compared by id only, and not merged.
  public static let fileBytes = 4 << 20
  /// Files of one commit whose contents are read.
  public static let files = 2000
  /// Lines of one commit whose words are told apart.
  public static let lines = 20_000
  /// Bytes of a file above which presence is not judged by its lines.
  public static let judgedBytes = 1 << 20
  /// The most files of a commit by which presence is judged: what hundreds of them say, thousands say too.
  public static let judgedFiles = 200
  /// The most lines of a file, added and removed each, by which presence is judged.
  public static let judgedLines = 300
}

/// A commit that only one side has.
struct CommitRecord: Sendable {
  /// The commit's number in the graph.
  let node: Int
  let id: CommitID
  /// nil where the commit cannot be read again.
  var message: MessageFacts?
  /// Order: as the trees have them.
  var files: [ChangedFile] = []
  /// ``files``, by the paths that both sides share: renames undone.
  var mappedPaths: [Int32] = []
  var content: ChangeContent?
  /// What ``content`` and ``message`` tell, among the commits that they are compared with.
  var weights = Weights()
  /// Whether it touches only files that strangers write alike, see ``Boilerplate``.
  var isBoilerplate = false
  /// Why its trees or contents could not be read; nil where they could.
  var failure: String?

  /// Whether it changes nothing.
  var isEmpty: Bool { failure == nil && files.isEmpty }

  /// Paths and kinds of change, the paths as `paths` has them; equal for equal changes.
  func header(_ paths: [Int32]) -> UInt64 {
    var sum: UInt64 = 0
    for (file, path) in zip(files, paths) { sum &+= Self.header(file, path) }
    return sum
  }

  /// The ``header(_:)`` by its own paths and by the shared ones.
  var headers: [UInt64] { [header(files.map(\.path)), header(mappedPaths)] }

  /// The whole change, the paths as `paths` has them: equal where the changes are equal; nil where it was not read.
  func identity(_ paths: [Int32], inverse: Bool = false) -> UInt64? {
    guard let content else { return nil }
    var sum: UInt64 = 0
    for ((file, path), part) in zip(zip(files, paths), content.files) {
      let shown = inverse ? ChangedFile(path: file.path, old: file.new, new: file.old) : file
      sum &+= StableHash.mixed(Self.header(shown, path) ^ (inverse ? part.inverse : part.id))
    }
    return sum
  }

  private static func header(_ file: ChangedFile, _ path: Int32) -> UInt64 {
    let modes = UInt64(file.old?.mode.rawValue ?? 0) << 20 | UInt64(file.new?.mode.rawValue ?? 0)
    // The mode of a file counts only where the change sets it, as in git's patch id.
    let kind = file.old?.mode == file.new?.mode ? 0 : modes
    return StableHash.mixed(StableHash.mixed(UInt64(UInt32(bitPattern: path)) &+ 1) ^ kind)
  }
}
