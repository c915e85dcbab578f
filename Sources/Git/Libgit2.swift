internal import CLibgit2
internal import Synchronization

/// The library underneath: its start, its version, and how its return codes become errors.
public enum Libgit2 {
  /// What the library under us is.
  public struct Version: Hashable, Sendable, CustomStringConvertible {
    /// First number.
    public let major: Int
    /// Second number.
    public let minor: Int
    /// Third number.
    public let revision: Int

    /// "1.5.1".
    public var description: String { "\(major).\(minor).\(revision)" }
  }

  /// The oldest version whose behaviour was measured and tested.
  public static let oldestSupported = Version(major: 1, minor: 5, revision: 0)

  /// The version that this process runs on.
  public static var version: Version {
    var (major, minor, revision): (Int32, Int32, Int32) = (0, 0, 0)
    git_libgit2_version(&major, &minor, &revision)
    return Version(major: Int(major), minor: Int(minor), revision: Int(revision))
  }

  /// What the library was built with, in a fixed order.
  public static var features: [String] {
    let flags = UInt32(bitPattern: git_libgit2_features())
    let known: [(git_feature_t, String)] = [
      (GIT_FEATURE_THREADS, "threads"), (GIT_FEATURE_HTTPS, "https"), (GIT_FEATURE_SSH, "ssh"),
      (GIT_FEATURE_NSEC, "nsec"),
    ]
    return known.filter { flags & $0.0.rawValue != 0 }.map(\.1)
  }

  /// Starts the library once a process. Every session calls it.
  ///
  /// No configuration of the machine or its user is read; a clone that another user owns is opened, since nothing in it
  /// is run; hashes are not checked again on every read, see ``setVerification(_:)``.
  ///
  /// - Throws: ``GitError`` where the library does not start or is too old.
  public static func start() throws(GitError) {
    switch started {
    case .success: return
    case .failure(let error): throw error
    }
  }

  private static let started: Result<Void, GitError> = {
    guard git_libgit2_init() > 0 else {
      return .failure(GitError(.failed, "start", "libgit2", message: "it does not initialise"))
    }
    let found = version
    if (found.major, found.minor) < (oldestSupported.major, oldestSupported.minor) {
      let message = "version \(found) is older than \(oldestSupported); install a newer libgit2"
      return .failure(GitError(.unsupported("old libgit2"), "start", "libgit2", message: message))
    }
    for level in [GIT_CONFIG_LEVEL_PROGRAMDATA, GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_GLOBAL]
    {
      _ = forkscape_clear_search_path(level.rawValue)
    }
    _ = forkscape_set_option(Int32(GIT_OPT_SET_OWNER_VALIDATION.rawValue), 0)
    _ = forkscape_set_option(Int32(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION.rawValue), 0)
    _ = forkscape_set_option(Int32(GIT_OPT_ENABLE_CACHING.rawValue), 0)
    return .success(())
  }()

  /// Whether the hash of every object is checked when it is read. Off at first; holds for the whole process.
  public static func setVerification(_ verifies: Bool) throws(GitError) {
    try start()
    verification.store(verifies, ordering: .relaxed)
    _ = forkscape_set_option(Int32(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION.rawValue), verifies ? 1 : 0)
  }

  /// Whether the hash of every object is checked when it is read.
  static var verifies: Bool { verification.load(ordering: .relaxed) }

  private static let verification = Atomic(false)

  /// Removes the temporary folders of all open sessions and then ends the process by `end`; until then nobody makes
  /// another.
  public static func removeScratchFolders(then end: () -> Never) -> Never {
    ScratchFolder.removeAll(then: end)
  }

  /// Throws what libgit2 last reported on this thread when `code` says failure.
  ///
  /// Must be called in the synchronous function that made the call: the last error belongs to the thread.
  @discardableResult
  static func check(
    _ code: Int32,
    _ operation: @autoclosure () -> String,
    _ subject: @autoclosure () -> String
  ) throws(GitError) -> Int32 {
    if code >= 0 { return code }
    throw failure(code, operation(), subject())
  }

  /// The failure that `code` and libgit2's last error on this thread say.
  static func failure(_ code: Int32, _ operation: String, _ subject: String) -> GitError {
    let last = git_error_last()
    let message = last.flatMap { $0.pointee.message }.map { String(cString: $0) } ?? "libgit2 gave no reason"
    let errorClass = last.map { $0.pointee.klass } ?? 0
    let kind: GitError.Kind =
      switch code {
      case GIT_ENOTFOUND.rawValue: .notFound
      case GIT_EINVALIDSPEC.rawValue, GIT_EAMBIGUOUS.rawValue: .invalid
      case GIT_EMISMATCH.rawValue: .corrupt
      default: isDamage(errorClass) ? .corrupt : .failed
      }
    return GitError(kind, operation, subject, message: oneLine(message), code: code, errorClass: errorClass)
  }

  private static func isDamage(_ errorClass: Int32) -> Bool {
    let classes = [GIT_ERROR_ZLIB, GIT_ERROR_ODB, GIT_ERROR_OBJECT, GIT_ERROR_TREE, GIT_ERROR_TAG, GIT_ERROR_INDEXER]
    return classes.contains { Int32($0.rawValue) == errorClass }
  }

  private static func oneLine(_ message: String) -> String {
    String(message.map { $0.isNewline ? " " : $0 })
  }
}
