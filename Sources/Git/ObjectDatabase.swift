internal import CLibgit2
public import GitValues
internal import Packs

/// Object stores seen as one: what one lacks, another may have. One thread at a time, read only.
///
/// An object that is here is not for that part of a clone's history: a store can borrow another's. Membership is asked
/// of references, never of this.
public final class ObjectDatabase {
  let handle: OpaquePointer
  /// The fast way to what lies in packs; nil where there are none, or every object's hash is to be checked.
  private let packs: PackReader?

  /// What an object is, as far as its header says.
  public struct Header: Hashable, Sendable {
    /// Size of the content in bytes.
    public let size: Int
    /// Whether it is a commit, tree, blob or tag.
    public let type: ObjectType
  }

  /// The types of objects.
  public enum ObjectType: Hashable, Sendable {
    /// A commit.
    case commit
    /// A folder.
    case tree
    /// A file's content.
    case blob
    /// An annotated tag.
    case tag

    init?(_ type: git_object_t) {
      switch type {
      case GIT_OBJECT_COMMIT: self = .commit
      case GIT_OBJECT_TREE: self = .tree
      case GIT_OBJECT_BLOB: self = .blob
      case GIT_OBJECT_TAG: self = .tag
      default: return nil
      }
    }

    init(_ kind: PackedObject.Kind) {
      self =
        switch kind {
        case .commit: .commit
        case .tree: .tree
        case .blob: .blob
        case .tag: .tag
        }
    }
  }

  /// The stores at `objectFolders` (each a repository's `objects`), asked in this order, with the stores they borrow.
  public init(objectFolders: [String]) throws(GitError) {
    try Libgit2.start()
    var made: OpaquePointer?
    try Libgit2.check(git_odb_new(&made), "open", "an object database")
    guard let made else {
      throw GitError(.failed, "open", "an object database", message: "libgit2 gave none")
    }
    do {
      for folder in objectFolders {
        try Libgit2.check(git_odb_add_disk_alternate(made, folder), "open", folder)
      }
    } catch {
      git_odb_free(made)
      throw error
    }
    handle = made
    packs = Libgit2.verifies ? nil : PackReader(PackStore(objectFolders: objectFolders))
  }

  deinit {
    git_odb_free(handle)
  }

  /// Size and type of an object; nil where it is not here.
  public func header<Kind>(of id: ObjectID<Kind>) throws(GitError) -> Header? {
    if let found = packs?.header(of: id.retyped()) { return Header(size: found.size, type: ObjectType(found.kind)) }
    var (size, type): (Int, git_object_t) = (0, GIT_OBJECT_INVALID)
    var oid = git_oid(id)
    let code = git_odb_read_header(&size, &type, handle, &oid)
    if code == GIT_ENOTFOUND.rawValue { return nil }
    try Libgit2.check(code, "read object", "\(id)")
    guard let type = ObjectType(type) else {
      throw GitError(.corrupt, "read object", "\(id)", message: "it has no known type")
    }
    return Header(size: size, type: type)
  }

  /// Whether the object is here. Does not look again for packs that came since opening.
  public func contains<Kind>(_ id: ObjectID<Kind>) -> Bool {
    if packs?.contains(id.retyped()) == true { return true }
    var oid = git_oid(id)
    return git_odb_exists_ext(handle, &oid, UInt32(GIT_ODB_LOOKUP_NO_REFRESH.rawValue)) == 1
  }

  /// The object's content, held until the value ends.
  ///
  /// - Throws: ``GitError`` of kind `notFound` where it is not here, `corrupt` where it cannot be read or is of another
  ///   type.
  func object<Kind>(_ id: ObjectID<Kind>, _ type: ObjectType) throws(GitError) -> RawObject {
    let object = try object(id, named: type.name)
    guard object.type == type else {
      let found = object.type?.name ?? "object of no known type"
      throw GitError(.corrupt, "read \(type.name)", "\(id)", message: "it is a \(found)")
    }
    return object
  }

  private func object<Kind>(_ id: ObjectID<Kind>, named name: String) throws(GitError) -> RawObject {
    if let packed = packs?.object(id.retyped()) { return RawObject(packed) }
    // libgit2 looks at every pack anew for what is missing; a partial clone misses much.
    guard contains(id) else {
      throw GitError(.notFound, "read \(name)", "\(id)", message: "the clone does not have it")
    }
    var found: OpaquePointer?
    var oid = git_oid(id)
    try Libgit2.check(git_odb_read(&found, handle, &oid), "read \(name)", "\(id)")
    guard let found else {
      throw GitError(.failed, "read \(name)", "\(id)", message: "libgit2 gave no object")
    }
    return RawObject(found)
  }

  /// A commit, whole.
  public func commit(_ id: CommitID) throws(GitError) -> Commit {
    let object = try object(id, .commit)
    guard let commit = CommitParser(object.bytes).commit(id: id) else {
      throw GitError(.corrupt, "read commit", "\(id)", message: "its headers cannot be parsed")
    }
    return commit
  }

  /// What the graph needs of a commit. Cheaper than ``commit(_:)``: no text is copied.
  public func commitLinks(_ id: CommitID) throws(GitError) -> CommitLinks {
    let object = try object(id, .commit)
    guard let links = CommitParser(object.bytes).links() else {
      throw GitError(.corrupt, "read commit", "\(id)", message: "its headers cannot be parsed")
    }
    return links
  }

  /// Who stands in a commit, and its message, without a copy.
  ///
  /// - Returns: what `body` makes of them; the bytes are valid only while it runs.
  public func withTexts<Result>(
    of id: CommitID,
    _ body: (CommitTexts) throws(GitError) -> Result
  ) throws(GitError) -> Result {
    let object = try object(id, .commit)
    guard let texts = CommitParser(object.bytes).texts() else {
      throw GitError(.corrupt, "read commit", "\(id)", message: "its headers cannot be parsed")
    }
    return try body(texts)
  }

  /// The content of a blob.
  ///
  /// - Parameter limit: the largest content, in bytes, that is read.
  /// - Returns: what `body` makes of the bytes.
  /// - Throws: ``GitError`` of kind `tooLarge` above the limit, `notFound` where a partial clone lacks it.
  public func withBlob<Result>(
    _ id: BlobID,
    limit: Int = .max,
    _ body: (UnsafeRawBufferPointer) throws(GitError) -> Result
  ) throws(GitError) -> Result {
    if limit != .max, let header = try header(of: id), header.size > limit { throw Self.tooLarge(id, header, limit) }
    let object = try object(id, .blob)
    return try body(object.bytes)
  }

  /// The content of a blob, to be kept; as ``withBlob(_:limit:_:)`` otherwise.
  public func content(of id: BlobID, limit: Int = .max) throws(GitError) -> BlobContent {
    if limit != .max, let header = try header(of: id), header.size > limit { throw Self.tooLarge(id, header, limit) }
    return BlobContent(try object(id, .blob))
  }

  private static func tooLarge(_ id: BlobID, _ header: Header, _ limit: Int) -> GitError {
    GitError(.tooLarge, "read blob", "\(id)", message: "\(header.size) bytes are over the limit of \(limit)")
  }
}

/// A blob's content, in memory as long as somebody holds it. One thread at a time.
public final class BlobContent {
  private let object: RawObject

  init(_ object: consuming RawObject) { self.object = object }

  /// Valid as long as the content is held.
  public var bytes: UnsafeRawBufferPointer { object.bytes }
}

extension ObjectDatabase.ObjectType {
  /// git's word for it.
  var name: String {
    switch self {
    case .commit: "commit"
    case .tree: "tree"
    case .blob: "blob"
    case .tag: "tag"
    }
  }
}
