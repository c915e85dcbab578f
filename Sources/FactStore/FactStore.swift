import Foundation
import GRDB

/// Keeps what was once found out and stays true: facts by kind, algorithm version and key.
///
/// A fact follows from its key alone, so a stored one never goes stale; a better algorithm has another version. The file
/// can be deleted at any time, and several runs can use it at once.
public struct FactStore: Sendable {
  /// What a fact is about, in one word, and by which version of the algorithm it was found.
  public struct Kind: Hashable, Sendable {
    let name: String
    let version: Int

    /// A kind of its parts.
    public init(_ name: String, version: Int) {
      self.name = name
      self.version = version
    }
  }

  private let database: any DatabaseWriter

  /// A store that lives as long as the process.
  public static func inMemory() throws -> FactStore {
    try FactStore(DatabaseQueue())
  }

  /// The store at `path`, made with its folders where it does not exist.
  ///
  /// - Throws: where the file cannot be made, or is no store.
  public init(path: String) throws {
    let folder = (path as NSString).deletingLastPathComponent
    if !folder.isEmpty {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    try self.init(DatabaseQueue(path: path, configuration: configuration))
  }

  private init(_ database: any DatabaseWriter) throws {
    self.database = database
    try database.write { database in
      try database.execute(
        sql: """
          CREATE TABLE IF NOT EXISTS fact (
            kind TEXT NOT NULL, version INTEGER NOT NULL, key BLOB NOT NULL, value BLOB NOT NULL,
            PRIMARY KEY (kind, version, key)
          )
          """
      )
    }
  }

  /// The fact of a key; nil where none is stored.
  public func fact(_ kind: Kind, _ key: [UInt8]) throws -> [UInt8]? {
    try database.read { database in
      try Data.fetchOne(
        database,
        sql: "SELECT value FROM fact WHERE kind = ? AND version = ? AND key = ?",
        arguments: [kind.name, kind.version, Data(key)]
      ).map { Array($0) }
    }
  }

  /// Stores a fact in the place of an earlier one.
  public func store(_ kind: Kind, _ key: [UInt8], _ value: [UInt8]) throws {
    try database.write { database in
      try database.execute(
        sql: "INSERT OR REPLACE INTO fact (kind, version, key, value) VALUES (?, ?, ?, ?)",
        arguments: [kind.name, kind.version, Data(key), Data(value)]
      )
    }
  }

  /// The facts of many keys, read at once. Keys without one are left out.
  public func facts(_ kind: Kind, _ keys: [[UInt8]]) throws -> [[UInt8]: [UInt8]] {
    try database.read { database in
      let statement = try database.makeStatement(
        sql: "SELECT value FROM fact WHERE kind = ? AND version = ? AND key = ?"
      )
      var found: [[UInt8]: [UInt8]] = [:]
      for key in keys {
        let value = try Data.fetchOne(statement, arguments: [kind.name, kind.version, Data(key)])
        if let value { found[key] = Array(value) }
      }
      return found
    }
  }

  /// Stores many facts at once, in the place of earlier ones: all of them or, where it throws, none.
  public func store(_ kind: Kind, _ facts: [(key: [UInt8], value: [UInt8])]) throws {
    try database.write { database in
      let statement = try database.makeStatement(
        sql: "INSERT OR REPLACE INTO fact (kind, version, key, value) VALUES (?, ?, ?, ?)"
      )
      for fact in facts {
        try statement.execute(arguments: [kind.name, kind.version, Data(fact.key), Data(fact.value)])
      }
    }
  }
}
