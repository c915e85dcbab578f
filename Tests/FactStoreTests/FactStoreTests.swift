import FactStore
import FixtureSupport
import Foundation
import Testing

@Suite struct FactStoreTests {
  private let folder: TemporaryFolder
  private let kind = FactStore.Kind("graph", version: 1)

  init() throws { folder = try TemporaryFolder() }

  private var path: String { folder.path("deep/er/facts.sqlite") }

  @Test func whatIsStoredComesBack() throws {
    for store in [try FactStore.inMemory(), try FactStore(path: path)] {
      #expect(try store.fact(kind, [1, 2]) == nil)
      try store.store(kind, [1, 2], [0, 255, 3])
      try store.store(kind, [], [])
      #expect(try store.fact(kind, [1, 2]) == [0, 255, 3])
      #expect(try store.fact(kind, []) == [])
      try store.store(kind, [1, 2], [9])
      #expect(try store.fact(kind, [1, 2]) == [9])
    }
  }

  @Test func kindVersionAndKeyKeepFactsApart() throws {
    let store = try FactStore.inMemory()
    try store.store(kind, [1], [1])
    #expect(try store.fact(FactStore.Kind("graph", version: 2), [1]) == nil)
    #expect(try store.fact(FactStore.Kind("Graph", version: 1), [1]) == nil)
    #expect(try store.fact(kind, [1, 0]) == nil)
  }

  @Test func aLaterRunFindsFacts() throws {
    try FactStore(path: path).store(kind, [7], [8])
    #expect(try FactStore(path: path).fact(kind, [7]) == [8])
  }

  @Test func twoStoresUseOneFileAtOnce() async throws {
    let path = path
    let kind = kind
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in UInt8(0)..<4 {
        group.addTask {
          let store = try FactStore(path: path)
          for number in UInt8(0)..<25 {
            try store.store(kind, [writer, number], Array(repeating: number, count: 5000))
            guard try store.fact(kind, [writer, number])?.count == 5000 else { throw CancellationError() }
          }
        }
      }
      try await group.waitForAll()
    }
    let store = try FactStore(path: path)
    for writer in UInt8(0)..<4 {
      for number in UInt8(0)..<25 { #expect(try store.fact(kind, [writer, number])?.first == number) }
    }
  }

  @Test func aDeletedFileIsAnEmptyStore() throws {
    try FactStore(path: path).store(kind, [1], [1])
    try FileManager.default.removeItem(at: folder.url.appending(path: "deep"))
    #expect(try FactStore(path: path).fact(kind, [1]) == nil)
  }

  @Test func anotherKindOfFileIsRefusedAndKept() throws {
    let file = folder.url.appending(path: "notes.txt")
    let text = Data(String(repeating: "These are notes and no database. ", count: 100).utf8)
    try text.write(to: file)
    #expect(throws: (any Error).self) { try FactStore(path: file.path(percentEncoded: false)) }
    #expect(try Data(contentsOf: file) == text)
  }

  @Test func aFolderIsRefused() throws {
    #expect(throws: (any Error).self) { try FactStore(path: folder.path("")) }
  }
}
