import FixtureSupport
import Foundation
import Git
import GitValues
import Testing

/// What is missing or damaged is an error of its kind, never a shorter answer.
@Suite struct ObjectTests {
  private let small: SmallRepository
  private let commit: String

  init() throws {
    small = try SmallRepository()
    commit = try small.commit(["a": "text\n", "d/e": "more\n", "d/f": "last\n"])
    try small.git("update-ref", "refs/heads/main", commit)
  }

  private func kind(_ body: () throws -> Void) -> GitError.Kind? {
    #expect(throws: GitError.self) { try body() }?.kind
  }

  private func id<Kind>(_ revision: String) throws -> ObjectID<Kind> {
    try #require(ObjectID<Kind>(hex: try small.git("rev-parse", revision)))
  }

  @Test func aMissingBlob() throws {
    let blob: BlobID = try id("\(commit):a")
    try small.removeObject("\(blob)")
    let objects = try Repository(at: small.path).objects
    #expect(kind { try objects.withBlob(blob) { _ in } } == .notFound)
    #expect(!objects.contains(blob))
    #expect(try objects.header(of: blob) == nil)
  }

  @Test func aMissingTreeEndsNoListEarly() throws {
    let (tree, inner): (TreeID, TreeID) = (try id("\(commit)^{tree}"), try id("\(commit):d"))
    try small.removeObject("\(inner)")
    let objects = try Repository(at: small.path).objects
    #expect(kind { try TreeReader(objects).files(of: tree) { _, _ in } } == .notFound)
    #expect(kind { try TreeReader(objects).compare(tree, nil) { _ in } } == .notFound)
    #expect(kind { _ = try TreeReader(objects).file(at: RepoPath("d/e"), of: tree) } == .notFound)
    #expect(try TreeReader(objects).file(at: RepoPath("a"), of: tree) != nil)
    #expect(kind { _ = try objects.folder(inner) } == .notFound)
  }

  @Test func aDamagedObject() throws {
    let built = try Fixture.named("corrupt").build()
    let repository = try Repository(at: built.clone("turbine").path())
    let head = try repository.objects.commit(try repository.commit(revision: "main"))
    let file = try #require(try TreeReader(repository.objects).file(at: RepoPath("src/spin.c"), of: head.tree))
    #expect(kind { try repository.objects.withBlob(file.blob) { _ in } } == .corrupt)
  }

  @Test func anObjectOfAnotherType() throws {
    let objects = try Repository(at: small.path).objects
    let (tree, blob): (CommitID, TreeID) = (try id("\(commit)^{tree}"), try id("\(commit):a"))
    #expect(kind { _ = try objects.commit(tree) } == .corrupt)
    #expect(kind { _ = try objects.commitLinks(tree) } == .corrupt)
    #expect(kind { _ = try objects.folder(blob) } == .corrupt)
    #expect(kind { _ = try objects.commit(.zero) } == .notFound)
  }

  @Test func aTreeThatIsCutOff() throws {
    var bytes = Array("100644 name".utf8) + [0] + Array(repeating: 7, count: 20)
    #expect(try names(bytes) == ["name"])
    bytes += Array("40000 folder".utf8) + [0] + Array(repeating: 8, count: 20)
    #expect(try names(bytes) == ["name", "folder"])
    for length in (bytes.count - 32)..<bytes.count where length > 32 {
      #expect(kind { _ = try names(Array(bytes.prefix(length))) } == .corrupt, "\(length)")
    }
  }

  private func names(_ bytes: [UInt8]) throws -> [String] {
    try bytes.withUnsafeBytes { buffer in
      var entries = TreeEntries(buffer)
      var names: [String] = []
      while let entry = try entries.next() { names.append(String(decoding: entry.name, as: UTF8.self)) }
      return names
    }
  }

  @Test func aBlobOverTheLimitIsNotRead() throws {
    let objects = try Repository(at: small.path).objects
    let blob: BlobID = try id("\(commit):a")
    #expect(try objects.withBlob(blob, limit: 5) { $0.count } == 5)
    #expect(kind { try objects.withBlob(blob, limit: 4) { _ in } } == .tooLarge)
  }

  @Test func aRevisionThatNamesNothing() throws {
    let repository = try Repository(at: small.path)
    #expect(kind { _ = try repository.commit(revision: "nowhere") } == .notFound)
    #expect(kind { _ = try repository.commit(revision: "main~7") } == .notFound)
    #expect(kind { _ = try repository.commit(revision: "main:a") } == .invalid)
    #expect(try repository.reference(revision: "main") == RefName("refs/heads/main"))
    #expect(try repository.reference(revision: commit) == nil)
  }

  @Test func brokenReferencesAreListedApart() throws {
    let refs = small.folder.appending(path: ".git/refs/heads")
    try Data("no id at all\n".utf8).write(to: refs.appending(path: "broken"))
    try Data("ref: refs/heads/gone\n".utf8).write(to: refs.appending(path: "dangling"))
    try Data(try small.git("rev-parse", "main").utf8).write(to: refs.appending(path: "held.lock"))
    let list = try Repository(at: small.path).references { _ in true }
    #expect(list.references.map(\.name.text) == ["refs/heads/main"])
    #expect(list.broken.map(\.name.text) == ["refs/heads/broken", "refs/heads/dangling"])
    let damaged = small.folder.appending(path: ".git/packed-refs")
    try Data("this is no list of references\n".utf8).write(to: damaged)
    #expect(throws: GitError.self) { try Repository(at: small.path).references { _ in true } }
  }
}
